using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using DecisionKind = Tsunagi.Domain.Decisions.DecisionKind;

namespace Tsunagi.Web.Features.Plans;

/// <summary>Something of a plan to be decided.</summary>
public sealed record DecisionInput
{
    public DecisionKind Kind { get; init; }
    public Id<Plan>? Plan { get; init; }
    public int PlanVersion { get; init; }
    public string? Proposal { get; init; }
    /// <summary>決裁する課: asked for only where several may decide.</summary>
    public Id<Organisation>? DecidedBy { get; init; }
}

/// <summary>プランについて起案する: 受理・プラン決定・終結・中断.</summary>
public sealed class PutUpPlan(AppDb db, Work work, CurrentWard ward, PlanWard rules, DraftDecision draft, DecidingOffices offices)
{
    /// <summary>Whether a decision on a version of a plan may be drafted at all.</summary>
    public async Task<Outcome> MayAsync(Id<Plan> plan, int version, CancellationToken ct) => await PlanAsync(plan, version, ct);

    public async Task<Outcome<Id<Decision>>> RunAsync(DecisionInput input, CancellationToken ct)
    {
        await work.TakeTurnAsync(db.Plans.Where(p => p.Id == input.Plan).Select(p => p.CaseId), ct);
        var about = await PlanAsync(input.Plan ?? default, input.PlanVersion, ct);
        if (!about.IsDone) return Outcome<Id<Decision>>.Carry(about);
        var (plan, version) = about.Value;
        var typed = new TypedInput();
        var proposal = typed.Needed(nameof(input.Proposal), input.Proposal, 4000);
        var subject = new DecisionSubject(input.Kind, plan.Id.Value, version.Number, version.Round);
        var fits = typed.Outcome.IsDone ? await FitsAsync(subject, plan, version, ct) : typed.Outcome;
        var office = fits.IsDone ? Choose(input.DecidedBy, await offices.ForAsync(input.Kind, ct)) : Outcome<Id<Organisation>>.Carry(fits);
        var drafted = office.IsDone
            ? draft.PutUp(work.NewId<Decision>(), subject, plan.CaseId, proposal, office.Value)
            : Outcome<Decision>.Carry(office);
        if (drafted.IsDone && office.Value != work.Actor.Organisation) await OpenAsync(drafted.Value, plan, version, ct);
        var saved = await work.FinishAsync(drafted, Permission.DraftDecision, drafted.IsDone ? drafted.Value.Root : plan.Root, ct);
        return saved.IsDone ? drafted.Value.Id : Outcome<Id<Decision>>.Carry(saved);
    }

    private static Outcome<Id<Organisation>> Choose(Id<Organisation>? chosen, IReadOnlyList<Id<Organisation>> offices) => (chosen, offices) switch
    {
        (_, []) => new Refusal(RefusalCode.DecisionNobodyDecides),
        (null, [var only]) => only,
        (null, _) => new Refusal(RefusalCode.Required, nameof(DecisionInput.DecidedBy)),
        ({ } one, _) => offices.Contains(one) ? one : new Refusal(RefusalCode.DecisionNotThisOffice, nameof(DecisionInput.DecidedBy)),
    };

    // Whoever decides for the ward reads what is put up to them, and for whom it is (docs/adr/0046); not the case.
    private async Task OpenAsync(Decision decision, Plan plan, PlanVersion version, CancellationToken ct)
    {
        // A contractor's plan is the ward's own record; that of anybody else is given on the subjects' consent, as long as it lasts.
        var isOfWard = ward.Find(work.Actor.Organisation) is { Holder: Holder.ContractorForWard or Holder.Ward };
        var (basis, until) = isOfWard ? (LegalBases.WithinPurpose, DateTimeOffset.MaxValue) : (LegalBases.Consent, await AgreedUntilAsync(plan, version, ct));
        Give(plan.Root).By(decision.Id.Value, basis).EndAt(until);
        foreach (var subject in version.Content.Subjects)
            Give(RootRef.Of(RootKind.Person, subject)).By(decision.Id.Value, basis).Only(FieldClasses.Existence | FieldClasses.Identity).EndAt(until);

        Grant Give(RootRef root) => work.GrantTo(decision.OrganisationId, root, AccessLevel.Read, GrantBasis.Decision);
    }

    private async Task<DateTimeOffset> AgreedUntilAsync(Plan plan, PlanVersion version, CancellationToken ct)
    {
        var consents = await db.Consents.AsNoTracking().Where(c => c.CaseId == plan.CaseId).ToListAsync(ct);
        return ConsentCoverage.AgreedUntil(rules.Plans.Need.Purpose, version.Content.Subjects, consents, work.Now) ?? work.Now;
    }

    private async Task<Outcome<(Plan Plan, PlanVersion Version)>> PlanAsync(Id<Plan> id, int number, CancellationToken ct)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } plan || plan.Numbered(number) is not { } version)
            return new Refusal(RefusalCode.NotFound);
        var may = await work.MayAsync(db, Permission.DraftDecision, plan.Root, plan.CaseId, ct);
        return may.IsDone ? (plan, version) : Outcome<(Plan, PlanVersion)>.Carry(may);
    }

    // Nothing is put up out of the ward's order, or twice at the same time.
    private async Task<Outcome> FitsAsync(DecisionSubject subject, Plan plan, PlanVersion version, CancellationToken ct)
    {
        var used = version.Judgements.Select(j => j.Decision).OfType<Id<Decision>>().ToList();
        var isRunning = await db.Decisions.AnyAsync(d => d.Kind == subject.Kind && d.RecordId == subject.Record && d.Part == subject.Part && d.Round == subject.Round
            && d.State != DecisionState.Withdrawn && d.State != DecisionState.Lapsed && !used.Contains(d.Id), ct);
        if (isRunning) return Outcome.Refused(RefusalCode.DecisionRunning);
        return subject.Kind switch
        {
            DecisionKind.PlanAcceptance or DecisionKind.PlanDecision => plan.Awaits(subject) ? Outcome.Done : Outcome.Refused(RefusalCode.PlanDecisionOrder),
            DecisionKind.PlanTermination => await ConcludedAsync(PlanConferenceDecision.Terminate),
            DecisionKind.PlanInterruption => await ConcludedAsync(PlanConferenceDecision.Interrupt),
            DecisionKind.HandoffReturn or DecisionKind.Disclosure or DecisionKind.AbuseResponse => Outcome.Refused(RefusalCode.UnknownCode, nameof(DecisionInput.Kind)),
        };

        async Task<Outcome> ConcludedAsync(PlanConferenceDecision conclusion) =>
            plan.Awaits(subject) && await db.ConclusionAsync(version, conclusion, ct) is not null ? Outcome.Done : Outcome.Refused(RefusalCode.PlanNotConcluded);
    }
}
