using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;

namespace Tsunagi.Web.Features.Cases;

/// <summary>閲覧履歴: the audit lines of a case, newest first.</summary>
public sealed class CaseHistory(AppDb db, Work work, AuditLines lines, AuditKey keys)
{
    private const int PageSize = 100;

    /// <summary>One page, and where the next begins; null at the end.</summary>
    public async Task<(IReadOnlyList<AuditLine> Rows, string? Before)> RunAsync(Id<Case> id, string? key, CancellationToken ct)
    {
        var found = await db.AuditEntries.AsNoTracking().Where(e => e.RootId == id.Value).NewestBehind(keys.Open(key, id.ToString(), work.Actor.Account))
            .Take(PageSize + 1).ToListAsync(ct);
        var shown = found.Take(PageSize).ToList();
        return (await lines.OfAsync(shown, typed => typed, ct), found.Count > PageSize ? keys.Seal(shown[^1], id.ToString(), work.Actor.Account) : null);
    }
}
