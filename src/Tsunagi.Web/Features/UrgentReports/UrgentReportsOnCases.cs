using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.UrgentReports;

/// <summary>通告・通報 made from a case, in its state line – for those who may see the report, which is fewer than see the case.</summary>
sealed class UrgentReportsOnCases(AppDb db, UrgentReportGround ground) : ICaseFactSource
{
    private const int Most = 3;

    public async Task<IReadOnlyList<CaseFact>> OfAsync(Id<Case> id, AccessDecision decision, CancellationToken ct)
    {
        var made = await db.UrgentReports.AsNoTracking().Where(r => r.SourceCaseId == id)
            .OrderBy(r => r.State == UrgentReportState.Ended).ThenByDescending(r => r.Id).Take(Most).Select(r => new { r.Id, r.Kind, r.State }).ToListAsync(ct);
        return [.. made.Select(r => new CaseFact("通告・通報", $"{ground.KindName(r.Kind)} {UrgentReportWords.Of(r.State)}", UrgentReportWords.ToneOf(r.State)) { Href = UrgentReportLinks.Detail(r.Id) })];
    }
}
