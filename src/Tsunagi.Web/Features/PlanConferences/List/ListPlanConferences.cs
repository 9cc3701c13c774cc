using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.PlanConferences;

/// <summary>One row of a list of conferences; the case's number only where the viewer may know of the case.</summary>
public sealed record PlanConferenceRow(
    Id<PlanConference> Id, Id<Plan> Plan, int PlanVersion, Id<Case> Case, string? CaseNumber, PlanConferencePurpose Purpose, PlanConferenceState State,
    DateTimeOffset ScheduledAt, DateTimeOffset? HeldAt, PlanConferenceDecision? Decision)
{
    public static PlanConferenceRow Of(PlanConference c, string? caseNumber = null) =>
        new(c.Id, c.PlanId, c.PlanVersion, c.CaseId, caseNumber, c.Purpose, c.State, c.ScheduledAt, c.HeldAt, c.Decision);
}

/// <summary>重層的支援会議の一覧: those the viewer's own work or invitation opens, the latest date on top.</summary>
public sealed class ListPlanConferences(AppDb db, Work work)
{
    public async Task<PageOf<PlanConferenceRow>> RunAsync(string? after, CancellationToken ct)
    {
        var asked = db.PlanConferences.AsNoTracking();
        work.Saw(Permission.ListPlanConferences, RootRef.System);
        var page = await After(asked, after).OrderByDescending(c => c.ScheduledAt).ThenByDescending(c => c.Id)
            .ToPageAsync(await asked.CountAsync(ct), c => new(c.ScheduledAt, c.Id.Value), ct);
        var numbers = await NumbersAsync([.. page.Items.Select(c => c.CaseId).Distinct()], ct);
        return page.Select(c => PlanConferenceRow.Of(c, numbers.GetValueOrDefault(c.CaseId)));
    }

    private Task<Dictionary<Id<Case>, string>> NumbersAsync(List<Id<Case>> cases, CancellationToken ct) =>
        db.Cases.AsNoTracking().Where(c => cases.Contains(c.Id)).Select(c => new { c.Id, c.FiscalYear, c.Sequence })
            .ToDictionaryAsync(c => c.Id, c => new CaseNumber(c.FiscalYear, c.Sequence).ToString(), ct);

    private static IQueryable<PlanConference> After(IQueryable<PlanConference> conferences, string? after)
    {
        if (PageKey.Read(after) is not { } last) return conferences;
        var (at, id) = (last.At, new Id<PlanConference>(last.Id));
        return conferences.Where(c => c.ScheduledAt < at || c.ScheduledAt == at && c.Id.CompareTo(id) < 0);
    }
}
