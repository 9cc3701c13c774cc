using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;

namespace Tsunagi.Data.Access;

/// <summary>A 通告・通報 that was made out of a sealed matter: when, of which kind, to whom, and how far it is – nothing of what it says, nor who made it.</summary>
/// <param name="Id">Which.</param>
/// <param name="At">When it was made.</param>
/// <param name="Kind">児童・高齢者・… (code).</param>
/// <param name="Recipient">通告・通報先.</param>
/// <param name="State">How far it is.</param>
/// <param name="Opens">Whether the reader may see the report itself, by a grant on it.</param>
public sealed record ReportOutOfMatter(Id<UrgentReport> Id, DateTimeOffset At, string Kind, string Recipient, UrgentReportState State, bool Opens);

/// <summary>
/// What left a sealed matter as a 通告・通報 (rules §2, way out c). The chair and the secretary account for what left, so for them
/// the query looks past the access filter; leading a matter gives no grant on a report, and an exclusion denies even here.
/// </summary>
public static class ReportsOutOfMatter
{
    /// <summary>Those of a matter: all for who leads it, one's own for any other reader.</summary>
    public static async Task<IReadOnlyList<ReportOutOfMatter>> ReportsOutOfAsync(
        this AppDb db, Id<Matter> matter, bool leads, Id<Account> reader, CancellationToken ct)
    {
        var seen = await db.UrgentReports.Where(r => r.SealedSource == matter).Select(r => r.Id).ToListAsync(ct);
        var found = await db.UrgentReports.IgnoreQueryFilters([AccessFilter.Name]).AsNoTracking()
            .Where(r => r.SealedSource == matter && (leads || r.WorkerId == reader))
            .Where(r => !db.Exclusions.Any(x => x.RootId == (Guid)(object)r.Id && x.AccountId == reader))
            .OrderBy(r => r.ReportedAt).Select(r => new { r.Id, r.ReportedAt, r.Kind, r.Recipient, r.State }).ToListAsync(ct);
        return [.. found.Select(r => new ReportOutOfMatter(r.Id, r.ReportedAt, r.Kind, r.Recipient.Name, r.State, seen.Contains(r.Id)))];
    }
}
