using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>重層的支援会議: a conference on plans, with the consent of the plan's subjects.</summary>
public sealed class PlanConference : Aggregate
{
    /// <summary>Its id.</summary>
    public Id<PlanConference> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.PlanConference, Id);
}
