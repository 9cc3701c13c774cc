using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Plans;

namespace Tsunagi.Data.Access;

/// <summary>
/// 見える版: which versions of a plan its reader may see (docs/adr/0045, 0046). Whoever works on the case or the plan sees all of them; a
/// reader by consent only those that the consents of their own subjects open to the reader's own role now, and the one a conference
/// is about that the reader comes to; an office that decides for others those put up to it. Any other version is, to them, one that
/// does not exist.
/// </summary>
public sealed class PlanSight(AppDb db, Work work)
{
    /// <summary>What the actor may see of a plan they may read.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="need">What consent a plan needs.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<SeenPlan> OfAsync(Plan plan, ConsentNeed need, CancellationToken ct)
    {
        if (await WorksOnAsync(plan, ct)) return new(plan, plan.Versions);
        // Past the filter: a reader by consent sees no consent.
        var consents = await db.Consents.IgnoreQueryFilters([AccessFilter.Name]).AsNoTracking().Where(c => c.CaseId == plan.CaseId).ToListAsync(ct);
        var conferences = await db.PlanConferences.AsNoTracking()
            .Where(c => c.PlanId == plan.Id && c.State != PlanConferenceState.Planned && c.State != PlanConferenceState.Cancelled).ToListAsync(ct);
        var (own, record) = (work.Actor.Organisation, plan.Id.Value);
        var putUp = await db.Decisions.AsNoTracking().Where(d => d.RecordId == record && d.OrganisationId == own).ToListAsync(ct);
        return new(plan, [.. plan.Versions.Where(v => IsOpenedBy(consents, v, plan, need) || conferences.Exists(c => IsAbout(c, v)) || putUp.Exists(d => IsAbout(d, v)))]);
    }

    private Task<bool> WorksOnAsync(Plan plan, CancellationToken ct)
    {
        var (subjects, now) = (work.Actor.Subjects, work.Now);
        return db.Grants.AnyAsync(g => (g.RootId == plan.Id.Value || g.RootId == plan.CaseId.Value) && subjects.Contains(g.SubjectId)
            && g.From <= now && g.Until > now && g.Basis != GrantBasis.Consent && g.Basis != GrantBasis.PlanConference && g.Basis != GrantBasis.Decision, ct);
    }

    private bool IsOpenedBy(List<Consent> consents, PlanVersion version, Plan plan, ConsentNeed need) =>
        (version == plan.Current || !version.State.IsInPreparation())
        && version.State is not (PlanVersionState.Draft or PlanVersionState.Dropped)
        && version.Content.Roles.Any(r => r.Organisation is { } own && work.Actor.Subjects.Contains(own.Value)
            && ConsentCoverage.Gaps(need, version.Content.Subjects, [r.Category], consents, work.Now).Count == 0);

    // What is written anew after the conference's conclusion, it was not about.
    private static bool IsAbout(PlanConference conference, PlanVersion version) =>
        conference.PlanVersion == version.Number && (conference.Decision is null || version.State != PlanVersionState.Draft);

    private static bool IsAbout(Decision decision, PlanVersion version) =>
        decision.Part == version.Number && decision.Round == version.Round && version.State != PlanVersionState.Draft
        && decision.State is not (DecisionState.Withdrawn or DecisionState.Lapsed);
}

/// <summary>A plan as one reader sees it.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Versions">The versions that exist for them, oldest first.</param>
public sealed record SeenPlan(Plan Plan, IReadOnlyList<PlanVersion> Versions)
{
    /// <summary>A version by its number; null where there is none to see.</summary>
    public PlanVersion? Numbered(int number) => Versions.FirstOrDefault(v => v.Number == number);

    /// <summary>What people mean when they say "the plan": its current version, or the last one there is to see.</summary>
    public PlanVersion? Current => Numbered(Plan.Current.Number) ?? Versions.MaxBy(v => v.Number);

    /// <summary>What a reader opens first: what is being prepared, where they may see it.</summary>
    public PlanVersion? First => Plan.InPreparation is { } next && Numbered(next.Number) is { } seen ? seen : Current;
}
