using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>
/// Whether a consent holds, for somebody who sees no consent of the case: the chair, who moves a matter about it on to the plan
/// conference. It answers yes or no, and nothing else.
/// </summary>
public static class ConsentOnCase
{
    /// <summary>True when somebody of the case has an active consent for a purpose.</summary>
    public static async Task<bool> HasConsentAsync(this AppDb db, Id<Case> @case, string purpose, DateTimeOffset at, CancellationToken ct)
    {
        var consents = await db.Consents.IgnoreQueryFilters([AccessFilter.Name]).AsNoTracking().Where(c => c.CaseId == @case).ToListAsync(ct);
        return consents.Exists(c => c.IsActiveAt(at) && c.Scope.Purposes.Contains(purpose));
    }
}
