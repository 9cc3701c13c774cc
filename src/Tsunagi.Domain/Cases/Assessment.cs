using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

/// <summary>アセスメント: the understanding of a household, in versions.</summary>
public sealed class Assessment : Aggregate;
