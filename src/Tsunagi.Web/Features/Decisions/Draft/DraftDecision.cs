using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Decisions;

/// <summary>Something of a plan to be decided.</summary>
public sealed record DecisionInput
{
    public DecisionKind Kind { get; init; }
    public Id<Plan>? Plan { get; init; }
    public int PlanVersion { get; init; }
    public string? Proposal { get; init; }
}

/// <summary>起案する・取り下げる・あらためて起案する.</summary>
public sealed class DraftDecision(AppDb db, Work work, PlanWard ward)
{
    /// <summary>Whether a decision on a version of a plan may be drafted at all.</summary>
    public async Task<Outcome> MayAsync(Id<Plan> plan, int version, CancellationToken ct) => await PlanAsync(plan, version, ct);

    public async Task<Outcome<Id<Decision>>> RunAsync(DecisionInput input, CancellationToken ct)
    {
        var about = await PlanAsync(input.Plan ?? default, input.PlanVersion, ct);
        if (!about.IsDone) return Outcome<Id<Decision>>.Carry(about);
        var (plan, version) = about.Value;
        var typed = new TypedInput();
        var proposal = typed.Needed(nameof(input.Proposal), input.Proposal, 4000);
        var outcome = typed.Outcome.IsDone ? await FitsAsync(input.Kind, version, ct) : typed.Outcome;
        var drafted = outcome.IsDone
            ? Decision.Draft(work.NewId<Decision>(), new(input.Kind, plan.Id.Value, version.Number, version.Round), plan.CaseId, proposal, ward.LineFor(input.Kind), work.Stamp)
            : Outcome<Decision>.Carry(outcome);
        if (drafted.IsDone)
        {
            db.Decisions.Add(drafted.Value);
            work.GrantTo(work.Actor.Organisation, drafted.Value.Root, AccessLevel.Manage, GrantBasis.Decision);
        }
        var saved = await work.FinishAsync(drafted, Permission.DraftDecision, drafted.IsDone ? drafted.Value.Root : plan.Root, ct);
        return saved.IsDone ? drafted.Value.Id : Outcome<Id<Decision>>.Carry(saved);
    }

    public Task<Outcome> RedraftAsync(Id<Decision> id, string? proposal, CancellationToken ct) => ChangeAsync(id, decision =>
    {
        var typed = new TypedInput();
        var text = typed.Needed("Proposal", proposal, 4000);
        return typed.Outcome.IsDone ? decision.Redraft(text, work.Stamp) : typed.Outcome;
    }, ct);

    public Task<Outcome> WithdrawAsync(Id<Decision> id, string? reason, CancellationToken ct) => ChangeAsync(id, decision =>
    {
        var typed = new TypedInput();
        var why = typed.Needed("Reason", reason);
        return typed.Outcome.IsDone ? decision.Withdraw(why, work.Stamp) : typed.Outcome;
    }, ct);

    private async Task<Outcome<(Plan Plan, PlanVersion Version)>> PlanAsync(Id<Plan> id, int number, CancellationToken ct)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } plan || plan.Numbered(number) is not { } version)
            return new Refusal(RefusalCode.NotFound);
        var may = await work.MayAsync(db, Permission.DraftDecision, plan.Root, plan.CaseId, ct);
        return may.IsDone ? (plan, version) : Outcome<(Plan, PlanVersion)>.Carry(may);
    }

    // Nothing is put up out of the ward's order, or twice at the same time.
    private async Task<Outcome> FitsAsync(DecisionKind kind, PlanVersion version, CancellationToken ct)
    {
        var running = await db.Decisions.AnyAsync(d => d.Kind == kind && d.RecordId == version.PlanId.Value && d.Part == version.Number && d.Round == version.Round
            && d.State != DecisionState.Withdrawn, ct);
        if (running) return Outcome.Refused(RefusalCode.DecisionRunning);
        return kind switch
        {
            DecisionKind.PlanAcceptance => version.NextGate == PlanGate.Acceptance ? Outcome.Done : Outcome.Refused(RefusalCode.PlanDecisionOrder),
            DecisionKind.PlanDecision => version.NextGate == PlanGate.PlanDecision ? Outcome.Done : Outcome.Refused(RefusalCode.PlanDecisionOrder),
            DecisionKind.PlanTermination => version.State == PlanVersionState.Evaluating
                && await db.PlanConferences.AnyAsync(c => c.PlanId == version.PlanId && c.PlanVersion == version.Number && c.Decision == PlanConferenceDecision.Terminate, ct)
                ? Outcome.Done : Outcome.Refused(RefusalCode.PlanNotConcluded),
            DecisionKind.HandoffReturn or DecisionKind.Disclosure or DecisionKind.AbuseResponse => Outcome.Refused(RefusalCode.UnknownCode, nameof(DecisionInput.Kind)),
        };
    }

    private async Task<Outcome> ChangeAsync(Id<Decision> id, Func<Decision, Outcome> change, CancellationToken ct)
    {
        if (await db.Decisions.SingleOrDefaultAsync(d => d.Id == id, ct) is not { } decision) return Outcome.Refused(RefusalCode.NotFound);
        var may = await work.MayAsync(db, Permission.DraftDecision, decision.Root, decision.CaseId, ct);
        if (!may.IsDone) return may;
        return await work.FinishAsync(change(decision), Permission.DraftDecision, decision.Root, ct);
    }
}
