using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Plans;

/// <summary>One subject's signature.</summary>
public sealed record SignInput
{
    public Id<Person>? Subject { get; init; }
    /// <summary>How it was signed; nothing where the person could not sign and agreed in words.</summary>
    public SignatureKind? Kind { get; init; }
    public string? WrittenBy { get; init; }
    public string? Words { get; init; }
    public string? On { get; init; }
}

/// <summary>プランを進める: sign, submit, take back, drop, bring into force, resume, end on the conference's conclusion.</summary>
public sealed class AdvancePlan(AppDb db, Work work, PlanWard ward, ConsentSharing sharing)
{
    private readonly PlanChanges changes = new(db, work);

    public Task<Outcome> SignAsync(Id<Plan> id, int version, SignInput input, CancellationToken ct) => SharingAsync(id, async plan =>
    {
        var typed = new TypedInput();
        var signature = new PlanSignature(
            input.Subject ?? default, input.Kind, typed.Text(nameof(input.WrittenBy), input.WrittenBy, 100), typed.Text(nameof(input.Words), input.Words),
            typed.Date(nameof(input.On), input.On) ?? work.Today, work.Stamp);
        return typed.Outcome.IsDone ? plan.Sign(version, signature, await changes.ConsentsAsync(plan, ct), ward.Plans) : typed.Outcome;
    }, ct);

    public Task<Outcome> SubmitAsync(Id<Plan> id, int version, CancellationToken ct) =>
        SharingAsync(id, plan => Task.FromResult(plan.Submit(version, ward.Plans, work.Stamp)), ct);

    public Task<Outcome> TakeBackAsync(Id<Plan> id, int version, string? reason, CancellationToken ct) =>
        SharingAsync(id, plan => Task.FromResult(WithText(reason, text => plan.TakeBack(version, text, work.Stamp))), ct);

    public Task<Outcome> DropAsync(Id<Plan> id, int version, string? reason, CancellationToken ct) =>
        SharingAsync(id, plan => Task.FromResult(WithText(reason, text => plan.Drop(version, text, work.Stamp))), ct);

    public Task<Outcome> ActivateAsync(Id<Plan> id, int version, CancellationToken ct) =>
        SharingAsync(id, async plan => plan.Activate(version, await changes.ConsentsAsync(plan, ct), ward.Plans, work.Stamp), ct);

    public Task<Outcome> ResumeAsync(Id<Plan> id, int version, string? reason, string? nextOn, CancellationToken ct) => SharingAsync(id, async plan =>
    {
        var typed = new TypedInput();
        var (why, on) = (typed.Needed("Reason", reason), typed.Date("NextOn", nextOn, required: true) ?? default);
        return typed.Outcome.IsDone ? plan.Resume(version, why, on, await changes.ConsentsAsync(plan, ct), ward.Plans, work.Stamp) : typed.Outcome;
    }, ct);

    public Task<Outcome> CloseAsync(Id<Plan> id, int version, string? reason, CancellationToken ct) =>
        SharingAsync(id, plan => Task.FromResult(WithText(reason, text => plan.Close(version, text, work.Stamp))), ct);

    private static Outcome WithText(string? reason, Func<string, Outcome> change)
    {
        var typed = new TypedInput();
        var text = typed.Needed("Reason", reason);
        return typed.Outcome.IsDone ? change(text) : typed.Outcome;
    }

    private Task<Outcome> SharingAsync(Id<Plan> id, Func<Plan, Task<Outcome>> change, CancellationToken ct) => changes.RunAsync(id, Permission.WritePlan, async plan =>
    {
        var outcome = await change(plan);
        if (outcome.IsDone) outcome = await sharing.RefreshAsync(plan.CaseId, ward.Sharing, ct);
        return outcome;
    }, ct);
}

/// <summary>Carries what a conference concluded, and what the supervisors decided, over to the plan – in their own transaction.</summary>
static class PlanConclusions
{
    /// <summary>After a conference came to its conclusion. A termination that the supervisors decide too waits for them.</summary>
    public static async Task<Outcome> ConcludeAsync(this AppDb db, PlanConference conference, DateOnly? nextOn, PlanRules rules, Stamp by, CancellationToken ct)
    {
        var plan = await db.Plans.SingleAsync(p => p.Id == conference.PlanId, ct);
        var version = conference.PlanVersion;
        return conference.Decision!.Value switch
        {
            PlanConferenceDecision.Appropriate => plan.JudgeAppropriate(version, conference, by),
            PlanConferenceDecision.Revise => plan.Revise(version, conference, by),
            PlanConferenceDecision.Continue => plan.Continue(version, conference, by),
            PlanConferenceDecision.ReturnToDesk => plan.ReturnToDesk(version, conference, by),
            PlanConferenceDecision.Interrupt => nextOn is { } on
                ? plan.Interrupt(version, conference, on, by)
                : Outcome.Refused(RefusalCode.Required, "NextOn"),
            PlanConferenceDecision.Terminate => rules.TerminationNeedsDecision ? Outcome.Done : plan.Terminate(version, conference, null, rules, by),
        };
    }

    /// <summary>After a decision came into force.</summary>
    public static async Task<Outcome> ApplyAsync(this AppDb db, Decision decision, PlanRules rules, Stamp by, CancellationToken ct)
    {
        if (decision.Kind is not (DecisionKind.PlanAcceptance or DecisionKind.PlanDecision or DecisionKind.PlanTermination)) return Outcome.Done;
        var planId = new Id<Plan>(decision.RecordId);
        if (await db.Plans.SingleOrDefaultAsync(p => p.Id == planId, ct) is not { } plan) return Outcome.Refused(RefusalCode.NotFound);
        if (decision.Kind != DecisionKind.PlanTermination) return plan.EnterDecision(decision.Part, decision, by);
        var concluded = await db.PlanConferences
            .Where(c => c.PlanId == planId && c.PlanVersion == decision.Part && c.Decision == PlanConferenceDecision.Terminate)
            .OrderByDescending(c => c.DecidedAt).FirstOrDefaultAsync(ct);
        return concluded is null ? Outcome.Refused(RefusalCode.PlanNotConcluded) : plan.Terminate(decision.Part, concluded, decision, rules, by);
    }
}
