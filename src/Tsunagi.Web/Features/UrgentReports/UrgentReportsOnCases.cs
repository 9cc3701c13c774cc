using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.UrgentReports;

/// <summary>通告・通報 made from a case, or gone on with in it, in its state line – for those who may see the report, which is fewer than see the case.</summary>
sealed class UrgentReportsOnCases(AppDb db, Work work, UrgentReportGround ground) : ICaseFactSource
{
    private const int Most = 3;

    public async Task<IReadOnlyList<CaseFact>> OfAsync(Id<Case> id, AccessDecision decision, CancellationToken ct)
    {
        var own = work.Actor.Organisation;
        var made = await db.UrgentReports.AsNoTracking()
            .Where(r => r.SourceCaseId == id && r.OrganisationId == own || r.ConsultationId != null && (r.TeamId ?? r.OrganisationId) == own && (db.Cases.Any(c => c.Id == id && c.ConsultationId == r.ConsultationId) || db.Consultations.Any(c => c.Id == r.ConsultationId && c.CaseId == id)))
            .OrderBy(r => r.State == UrgentReportState.Ended).ThenByDescending(r => r.Id).Take(Most).Select(r => new { r.Id, r.Kind, r.State }).ToListAsync(ct);
        return [.. made.Select(r => new CaseFact("通告・通報", $"{ground.KindName(r.Kind)} {UrgentReportWords.Of(r.State)}", UrgentReportWords.ToneOf(r.State)) { Href = UrgentReportLinks.Detail(r.Id) })];
    }
}
