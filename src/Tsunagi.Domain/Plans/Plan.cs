using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Plans;

/// <summary>支援プラン: versions of a support plan belonging to a case.</summary>
public sealed class Plan : Aggregate
{
    /// <summary>Its id.</summary>
    public Id<Plan> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Plan, Id);
}
