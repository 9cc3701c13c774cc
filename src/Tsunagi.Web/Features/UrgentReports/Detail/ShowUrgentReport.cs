using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;

namespace Tsunagi.Web.Features.UrgentReports;

/// <summary>A report as its reader may see it. The source it came from is not among it.</summary>
/// <param name="Report">The report.</param>
/// <param name="Reporter">通告者: for the receiving team; null for everybody else, whether or not there is one.</param>
/// <param name="Climb">How far an overdue check has climbed.</param>
/// <param name="Receives">Whether the reader belongs to whoever acknowledges and ends it.</param>
public sealed record UrgentReportSight(UrgentReport Report, ReporterIdentity? Reporter, Climb Climb, bool Receives);

/// <summary>通告・通報を見る.</summary>
public sealed class ShowUrgentReport(AppDb db, Work work, UrgentReportGround ground)
{
    public async Task<Outcome<UrgentReportSight>> RunAsync(Id<UrgentReport> id, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeeUrgentReport, RootRef.Of(RootKind.UrgentReport, id), ct);
        if (!may.IsDone) return Outcome<UrgentReportSight>.Carry(may);
        var report = await db.UrgentReports.AsNoTracking().SingleAsync(r => r.Id == id, ct);
        return new UrgentReportSight(
            report, await ReporterAsync(report, ct), report.ClimbedTo(work.Now, ground.RulesOf(report.Kind)),
            (report.TeamId ?? report.OrganisationId) == work.Actor.Organisation);
    }

    private async Task<ReporterIdentity?> ReporterAsync(UrgentReport report, CancellationToken ct)
    {
        var reporter = await db.ReporterIdentities.AsNoTracking().SingleOrDefaultAsync(r => r.ReportId == report.Id, ct);
        if (reporter is null || !reporter.IsReadableBy(work.Actor.Organisation)) return null;
        var may = await work.MayAsync(Permission.SeeReporter, reporter.Root, ct);
        return may.IsDone ? reporter : null;
    }
}
