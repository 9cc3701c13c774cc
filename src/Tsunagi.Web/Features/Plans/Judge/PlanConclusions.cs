using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;

namespace Tsunagi.Web.Features.Plans;

/// <summary>Carries what a conference concluded over to the plan, in the conference's own transaction.</summary>
public sealed class PlanConclusions(AppDb db, Work work, PlanWard ward, DraftDecision decisions)
{
    /// <summary>A termination or interruption that the supervisors decide too waits for them.</summary>
    public async Task<Outcome> ConcludeAsync(PlanConference conference, CancellationToken ct)
    {
        if (await db.Plans.SingleOrDefaultAsync(p => p.Id == conference.PlanId, ct) is not { } plan) return Outcome.Refused(RefusalCode.NotFound);
        var outcome = Conclude(plan, conference);
        if (outcome.IsDone) await decisions.LapseAsync(plan.Id.Value, plan.Awaits, ct);
        return outcome;
    }

    private Outcome Conclude(Plan plan, PlanConference conference)
    {
        var (version, rules) = (conference.PlanVersion, ward.Plans);
        return conference.Decision!.Value switch
        {
            PlanConferenceDecision.Appropriate => plan.JudgeAppropriate(version, conference, work.Stamp),
            PlanConferenceDecision.Revise => plan.Revise(version, conference, work.Stamp),
            PlanConferenceDecision.Continue => plan.Continue(version, conference, work.Stamp),
            PlanConferenceDecision.ReturnToDesk => plan.ReturnToDesk(version, conference, work.Stamp),
            PlanConferenceDecision.Interrupt => conference.NextOn switch
            {
                null => Outcome.Refused(RefusalCode.Required, nameof(conference.NextOn)),
                { } on when on < work.Today => Outcome.Refused(RefusalCode.DateInPast, nameof(conference.NextOn)),
                { } on => rules.InterruptionNeedsDecision ? Outcome.Done : plan.Interrupt(version, conference, on, null, rules, work.Stamp),
            },
            PlanConferenceDecision.Terminate => rules.TerminationNeedsDecision ? Outcome.Done : plan.Terminate(version, conference, null, rules, work.Stamp),
        };
    }
}
