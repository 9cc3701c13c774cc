using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consultations;

/// <summary>相談: one contact at one desk.</summary>
public sealed class Consultation : Aggregate
{
    /// <summary>Its id.</summary>
    public Id<Consultation> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Consultation, Id);
}
