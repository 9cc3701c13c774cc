using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Handoffs;

/// <summary>つなぎ: one organisation asks another to take up work.</summary>
public sealed class Handoff : Aggregate
{
    /// <summary>Its id.</summary>
    public Id<Handoff> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Handoff, Id);
}
