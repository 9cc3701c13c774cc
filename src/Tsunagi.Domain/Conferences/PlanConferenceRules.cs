using Tsunagi.Domain.Cases;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>重層的支援会議の決まり: what a ward's profile decides about it.</summary>
/// <param name="ConsentPurpose">The purpose code a consent must cover.</param>
/// <param name="FieldClasses">The field classes shared in every conference; items may add to them.</param>
/// <param name="MakesPlans">True where the conference makes the plan (Bunkyo); false where the hub drafts and it judges (Setagaya).</param>
public sealed record PlanConferenceRules(string ConsentPurpose, IReadOnlyList<string> FieldClasses, bool MakesPlans)
{
    /// <summary>True when a plan version in a state can be treated for a purpose.</summary>
    public bool CanTreat(PlanConferencePurpose purpose, PlanVersionState state) => purpose switch
    {
        PlanConferencePurpose.PlanReview or PlanConferencePurpose.RePlan =>
            state == PlanVersionState.Submitted
            || (MakesPlans && state is PlanVersionState.Draft or PlanVersionState.ConsentSigned),
        PlanConferencePurpose.TerminationReview => state == PlanVersionState.Evaluating,
        PlanConferencePurpose.InterruptionReview => state is PlanVersionState.Active or PlanVersionState.Evaluating,
    };
}

/// <summary>会議の対象: the plan version a conference treats.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Version">Its version.</param>
/// <param name="Case">The case it belongs to.</param>
/// <param name="Subjects">The people the version is for: the consent of each is needed.</param>
public sealed record ConferencePlan(Id<Plan> Plan, int Version, Id<Case> Case, IReadOnlyList<Id<Person>> Subjects);
