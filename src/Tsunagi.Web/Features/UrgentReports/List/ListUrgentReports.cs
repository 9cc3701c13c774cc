using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.UrgentReports;

/// <summary>One row: kind, state and clock; about whom stays on the report's own page.</summary>
public sealed record UrgentReportRow(
    Id<UrgentReport> Id, string Kind, UrgentReportState State, DateTimeOffset ReportedAt, DateTimeOffset? NextCheckDue,
    bool ImminentDanger, Climb Climb, bool IsOursToReceive);

/// <summary>通告・通報の一覧: open ones by what is due; ended ones, the latest report on top.</summary>
public sealed class ListUrgentReports(AppDb db, Work work, UrgentReportGround ground)
{
    /// <summary>How many of what waits are looked through for 今日.</summary>
    private const int Most = 100;

    public async Task<PageOf<UrgentReportRow>> RunAsync(bool ended, string? after, CancellationToken ct)
    {
        work.Saw(Permission.ListUrgentReports, RootRef.System);
        var page = ended ? await EndedAsync(PageKey.Read(after), ct) : await OpenAsync(PageKey.Read(after), ct);
        return page.Select(Row);
    }

    private async Task<PageOf<UrgentReport>> OpenAsync(PageKey? after, CancellationToken ct)
    {
        var open = db.UrgentReports.AsNoTracking().Where(r => r.State != UrgentReportState.Ended);
        var rest = open;
        if (after is { } last)
        {
            var (due, id) = (last.At, new Id<UrgentReport>(last.Id));
            rest = last.IsUndated
                ? open.Where(r => r.NextCheckDue == null && r.Id.CompareTo(id) < 0)
                : open.Where(r => r.NextCheckDue == null || r.NextCheckDue > due || r.NextCheckDue == due && r.Id.CompareTo(id) < 0);
        }
        return await rest.OrderBy(r => r.NextCheckDue).ThenByDescending(r => r.Id)
            .ToPageAsync(await open.CountAsync(ct), r => PageKey.Of(r.NextCheckDue, r.Id.Value), ct);
    }

    private async Task<PageOf<UrgentReport>> EndedAsync(PageKey? after, CancellationToken ct)
    {
        var ended = db.UrgentReports.AsNoTracking().Where(r => r.State == UrgentReportState.Ended);
        var rest = ended;
        if (after is { } last)
        {
            var (at, id) = (last.At, new Id<UrgentReport>(last.Id));
            rest = ended.Where(r => r.ReportedAt < at || r.ReportedAt == at && r.Id.CompareTo(id) < 0);
        }
        return await rest.OrderByDescending(r => r.ReportedAt).ThenByDescending(r => r.Id)
            .ToPageAsync(await ended.CountAsync(ct), r => new(r.ReportedAt, r.Id.Value), ct);
    }

    /// <summary>What waits: reports one's own team has not acknowledged, those it neither checks again nor ends, and checks that are due within a day or overdue.</summary>
    public async Task<IReadOnlyList<UrgentReportRow>> WaitingAsync(CancellationToken ct)
    {
        var found = await Waiting.OrderBy(r => r.NextCheckDue).Take(Most).ToListAsync(ct);
        work.Saw(Permission.ListUrgentReports, RootRef.System);
        return [.. found.Select(Row)];
    }

    /// <summary>The reports that wait.</summary>
    internal IQueryable<UrgentReport> Waiting
    {
        get
        {
            var (own, soon) = (work.Actor.Organisation, work.Now.AddDays(1));
            return db.UrgentReports.AsNoTracking()
                .Where(r => r.State != UrgentReportState.Ended)
                .Where(r => r.State == UrgentReportState.Reported && r.TeamId == own || r.NextCheckDue < soon || r.NextCheckDue == null && (r.TeamId ?? r.OrganisationId) == own);
        }
    }

    private UrgentReportRow Row(UrgentReport report) => new(
        report.Id, report.Kind, report.State, report.ReportedAt, report.NextCheckDue, report.ImminentDanger,
        report.ClimbedTo(work.Now, ground.RulesOf(report.Kind)),
        report.State == UrgentReportState.Reported && (report.TeamId ?? report.OrganisationId) == work.Actor.Organisation);
}
