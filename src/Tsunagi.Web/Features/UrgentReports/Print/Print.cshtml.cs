using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.UrgentReports;

/// <summary>通告・通報票 on A4. Who told us is on it only where the receiving team asks for it by itself (rules §4).</summary>
[Permit(Permission.SeeUrgentReport)]
public sealed class PrintModel(AppDb db, ShowUrgentReport show, UrgentReportGround ground, NameBook names, CurrentWard ward) : PrintPage(names, ward)
{
    [BindProperty(SupportsGet = true)]
    public Id<UrgentReport> Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "reporter")]
    public bool? AsksForReporter { get; set; }

    public UrgentReport Report { get; private set; } = null!;
    public ReporterIdentity? Reporter { get; private set; }
    public UrgentReportGround Ground => ground;
    public string Title => FormName(FormKind.UrgentReport);
    public string? Law => ground.RuleOf(Report.Kind) is { } rule ? ground.LawOf(rule) : null;

    public IReadOnlyList<StampBox> Stamps { get; } = [new("課長"), new("係長"), new("担当")];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.UrgentReport, Id);
        if (!(await Work.MayAsync(Permission.SeeUrgentReport, root, ct)).IsDone) return Absent();
        Report = await db.UrgentReports.AsNoTracking().SingleAsync(r => r.Id == Id, ct);
        if (AsksForReporter == true) Reporter = await show.ReporterAsync(Report, ct);
        return await PrintAsync(Reporter is null ? Permission.SeeUrgentReport : Permission.SeeReporter, root, ct);
    }
}
