using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consents;

/// <summary>同意: of one adult, for purposes, recipients and field classes, for a time.</summary>
public sealed class Consent : Aggregate
{
    /// <summary>Its id.</summary>
    public Id<Consent> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Consent, Id);
}
