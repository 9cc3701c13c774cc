using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consultations;

/// <summary>相談: one contact at one desk.</summary>
public sealed class Consultation : Aggregate;
