using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Decisions;

/// <summary>決裁: an act put up for the supervisors' decision (起案 → 確認 → 決裁).</summary>
public sealed class Decision : Aggregate
{
    /// <summary>Its id.</summary>
    public Id<Decision> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Decision, Id);
}
