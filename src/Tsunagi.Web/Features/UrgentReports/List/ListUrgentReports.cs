using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;

namespace Tsunagi.Web.Features.UrgentReports;

/// <summary>One row: kind, state and clock; about whom stays on the report's own page.</summary>
public sealed record UrgentReportRow(
    Id<UrgentReport> Id, string Kind, UrgentReportState State, DateTimeOffset ReportedAt, DateTimeOffset? NextCheckDue,
    bool ImminentDanger, Climb Climb, bool IsOursToReceive);

/// <summary>A page of reports and how many there are.</summary>
public sealed record UrgentReportPage(IReadOnlyList<UrgentReportRow> Rows, int Total);

/// <summary>通告・通報の一覧: open ones first by what is due, then the last ended ones.</summary>
public sealed class ListUrgentReports(AppDb db, Work work, UrgentReportGround ground)
{
    /// <summary>Rows shown; open reports are few, and ended ones are found by their case.</summary>
    public const int Most = 100;

    public async Task<UrgentReportPage> RunAsync(bool ended, CancellationToken ct)
    {
        var asked = db.UrgentReports.AsNoTracking().Where(r => r.State == UrgentReportState.Ended == ended);
        var total = await asked.CountAsync(ct);
        var found = await asked.OrderBy(r => r.NextCheckDue ?? DateTimeOffset.MaxValue).ThenByDescending(r => r.ReportedAt).Take(Most).ToListAsync(ct);
        work.Saw(Permission.ListUrgentReports, RootRef.System);
        return new([.. found.Select(Row)], total);
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
