using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>会議案件: the sealed matter of a 支援会議 across its sessions.</summary>
public sealed class Matter : Aggregate
{
    /// <summary>Its id.</summary>
    public Id<Matter> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Matter, Id);
}
