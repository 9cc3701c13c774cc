namespace Tsunagi.Domain.Organisations;

/// <summary>
/// 組織: a desk, section or agency unit as the ward's profile lists it. Its identity is its profile code, so the same
/// profile gives the same ids everywhere (<see cref="Shared.IdSource.Named{T}"/>).
/// </summary>
public sealed class Organisation;
