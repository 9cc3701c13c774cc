using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consents;

/// <summary>同意: of one adult, for purposes, recipients and field classes, for a time.</summary>
public sealed class Consent : Aggregate;
