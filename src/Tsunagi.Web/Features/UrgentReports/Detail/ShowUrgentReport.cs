using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;

namespace Tsunagi.Web.Features.UrgentReports;

/// <summary>A report as its reader may see it.</summary>
/// <param name="Report">The report.</param>
/// <param name="Reporter">通告者: for the receiving team; null for everybody else, whether or not there is one.</param>
/// <param name="Climb">How far an overdue check has climbed.</param>
/// <param name="Receives">Whether the reader belongs to whoever acknowledges and ends it.</param>
public sealed record UrgentReportSight(UrgentReport Report, ReporterIdentity? Reporter, Climb Climb, bool Receives)
{
    /// <summary>What the receiving team began with it: for a member who may open it.</summary>
    public BegunConsultation? Consultation { get; init; }

    /// <summary>Whether the reader may go on with it as a consultation.</summary>
    public bool MayTake { get; init; }

    /// <summary>The case it was made from: for the reporting organisation alone, and there for who may open it. A sealed matter is never named.</summary>
    public Id<Case>? SourceCase { get; init; }

    /// <summary>The consultation it was made from, for the same.</summary>
    public Id<Consultation>? SourceConsultation { get; init; }
}

/// <summary>A consultation, written down or still a draft.</summary>
public sealed record BegunConsultation(Id<Consultation> Id, ConsultationState State);

/// <summary>通告・通報を見る.</summary>
public sealed class ShowUrgentReport(AppDb db, Work work, UrgentReportGround ground, ActOnUrgentReport act)
{
    public async Task<Outcome<UrgentReportSight>> RunAsync(Id<UrgentReport> id, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeeUrgentReport, RootRef.Of(RootKind.UrgentReport, id), ct);
        if (!may.IsDone) return Outcome<UrgentReportSight>.Carry(may);
        var report = await db.UrgentReports.AsNoTracking().SingleAsync(r => r.Id == id, ct);
        var (receives, reported) = ((report.TeamId ?? report.OrganisationId) == work.Actor.Organisation, report.OrganisationId == work.Actor.Organisation);
        // Through the access filter: nobody is led to what they may not open.
        return new UrgentReportSight(report, await ReporterAsync(report, ct), report.ClimbedTo(work.Now, ground.RulesOf(report.Kind)), receives)
        {
            Consultation = receives && report.ConsultationId is { } begun
                ? await db.Consultations.AsNoTracking().Where(c => c.Id == begun).Select(c => new BegunConsultation(c.Id, c.State)).SingleOrDefaultAsync(ct) : null,
            MayTake = receives && report.ConsultationId is null && UrgentReportStates.Next(report.State, UrgentReportAction.TakeAsConsultation) is not null && await act.MayTakeAsync(id, ct),
            SourceCase = reported && AccessPolicy.RoleAllows(work.Actor, Permission.SeeCase) && report.SourceCaseId is { } @case && await db.Cases.AnyAsync(c => c.Id == @case, ct) ? @case : null,
            SourceConsultation = reported && report.SourceConsultationId is { } consultation && await db.Consultations.AnyAsync(c => c.Id == consultation, ct) ? consultation : null,
        };
    }

    /// <summary>Who reported it, for the receiving team alone; the look is noted.</summary>
    public async Task<ReporterIdentity?> ReporterAsync(UrgentReport report, CancellationToken ct)
    {
        var reporter = await db.ReporterIdentities.AsNoTracking().SingleOrDefaultAsync(r => r.ReportId == report.Id, ct);
        if (reporter is null || !reporter.IsReadableBy(work.Actor.Organisation)) return null;
        var may = await work.MayAsync(Permission.SeeReporter, reporter.Root, ct);
        return may.IsDone ? reporter : null;
    }
}
