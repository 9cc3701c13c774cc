using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

/// <summary>引継ぎ: the only act that changes the organisation of a case.</summary>
public sealed class Handover : Aggregate
{
    /// <summary>Its id.</summary>
    public Id<Handover> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Handover, Id);
}
