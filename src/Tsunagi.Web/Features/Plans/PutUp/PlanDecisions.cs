using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Plans;

/// <summary>プランの決裁: what the supervisors decided reaches the plan.</summary>
sealed class PlanDecisions(AppDb db, Work work, PlanWard ward, NameBook names) : IDecisionEffect
{
    public bool Serves(DecisionKind kind) =>
        kind is DecisionKind.PlanAcceptance or DecisionKind.PlanDecision or DecisionKind.PlanTermination or DecisionKind.PlanInterruption;

    public async Task<Outcome> DecidedAsync(Decision decision, CancellationToken ct)
    {
        var (id, number) = (new Id<Plan>(decision.RecordId), decision.Part);
        if (await db.Plans.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } plan || plan.Numbered(number) is not { } version)
            return Outcome.Refused(RefusalCode.NotFound);
        return decision.Kind switch
        {
            DecisionKind.PlanTermination => await db.ConclusionAsync(version, PlanConferenceDecision.Terminate, ct) is { } concluded
                ? plan.Terminate(number, concluded, decision, ward.Plans, work.Stamp)
                : Outcome.Refused(RefusalCode.PlanNotConcluded),
            DecisionKind.PlanInterruption => await db.ConclusionAsync(version, PlanConferenceDecision.Interrupt, ct) is { NextOn: { } on } concluded
                // The day the conference set may have gone by while the decision was waited for.
                ? plan.Interrupt(number, concluded, on < work.Today ? work.Today : on, decision, ward.Plans, work.Stamp)
                : Outcome.Refused(RefusalCode.PlanNotConcluded),
            _ => plan.EnterDecision(number, decision, work.Stamp),
        };
    }

    public Task<Outcome> TakenBackAsync(Decision decision, string reason, CancellationToken ct) => Task.FromResult(Outcome.Done);

    public Task<Outcome> RedraftedAsync(Decision decision, CancellationToken ct) => Task.FromResult(Outcome.Done);

    public async Task<IReadOnlyDictionary<Guid, DecisionMatter>> MattersAsync(IReadOnlyList<Decision> decisions, CancellationToken ct)
    {
        List<Id<Plan>> ids = [.. decisions.Select(d => new Id<Plan>(d.RecordId)).Distinct()];
        var plans = await (
            from p in db.Plans.AsNoTracking().IgnoreAutoIncludes()
            where ids.Contains(p.Id)
            join c in db.Cases on p.CaseId equals c.Id into own
            from c in own.DefaultIfEmpty()
            select new { p.Id, p.Kind, FiscalYear = (int?)c.FiscalYear, Sequence = (int?)c.Sequence }).ToListAsync(ct);
        return plans.ToDictionary(p => p.Id.Value, p => new DecisionMatter(
            p is { FiscalYear: { } year, Sequence: { } sequence } ? $"{PlanWords.Of(p.Kind)}（ケース {new CaseNumber(year, sequence)}）"
                // Who decides for another organisation does not see its case.
                : $"{PlanWords.Of(p.Kind)}（{names.Of(decisions.First(d => d.RecordId == p.Id.Value).AuthorOrganisationId)}から）",
            PlanLinks.Detail(p.Id)));
    }
}

/// <summary>
/// The conclusions of conferences that are still to be used on a plan. Past the access filter: what was concluded counts, whether or
/// not the supervisor who decides on it came to the conference.
/// </summary>
static class OpenConclusions
{
    public static async Task<PlanConference?> ConclusionAsync(this AppDb db, PlanVersion version, PlanConferenceDecision conclusion, CancellationToken ct)
    {
        var used = version.Judgements.Select(j => j.Conference).OfType<Id<PlanConference>>().ToList();
        return await db.PlanConferences
            .IgnoreQueryFilters([AccessFilter.Name])
            .Where(c => c.PlanId == version.PlanId && c.PlanVersion == version.Number && c.Decision == conclusion && !used.Contains(c.Id))
            .OrderByDescending(c => c.DecidedAt).FirstOrDefaultAsync(ct);
    }
}
