using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>
/// 監査記録, for those who watch over what is done and hold a grant on nothing: past the access filter, with no name and nothing of
/// any record but the number of a case. An exclusion still denies, and what belongs to a sealed matter stays in it.
/// </summary>
public static class AuditTrail
{
    /// <summary>The lines a reader of the whole audit is shown.</summary>
    public static IQueryable<AuditEntry> AuditTrailFor(this AppDb db, Id<Account> reader)
    {
        Permission[] sealedOnes = [.. Permissions.OfMatters];
        return db.AuditEntries.AsNoTracking().Where(e =>
            e.RootKind != RootKind.Matter && e.RootKind != RootKind.WorkOrder && !sealedOnes.Contains(e.Permission)
            && (e.LegalBasis == null || e.LegalBasis != LegalBases.SupportConference)
            && !db.Exclusions.Any(x => x.RootId == e.RootId && x.AccountId == reader));
    }

    /// <summary>What was done, and neither looked at, printed nor refused: the words of the condition are those of its index.</summary>
    public static IQueryable<AuditEntry> Acts(this IQueryable<AuditEntry> entries) =>
        entries.Where(e => e.Kind != AuditEntry.Seen && e.Kind != AuditEntry.Printed && e.Kind != AuditEntry.Refused);

    /// <summary>The numbers of cases.</summary>
    public static async Task<IReadOnlyDictionary<Guid, CaseNumber>> CaseNumbersOfAsync(this AppDb db, IEnumerable<Guid> cases, CancellationToken ct)
    {
        var ids = cases.Distinct().Select(id => new Id<Case>(id)).ToList();
        if (ids.Count == 0) return new Dictionary<Guid, CaseNumber>();
        return await db.Cases.IgnoreQueryFilters([AccessFilter.Name]).AsNoTracking().Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id.Value, c => new CaseNumber(c.FiscalYear, c.Sequence), ct);
    }

    /// <summary>Which case has a number; null where none has.</summary>
    public static async Task<Guid?> CaseNumberedAsync(this AppDb db, CaseNumber number, CancellationToken ct) =>
        await db.Cases.IgnoreQueryFilters([AccessFilter.Name]).AsNoTracking().Where(c => c.FiscalYear == number.FiscalYear && c.Sequence == number.Sequence)
            .Select(c => (Id<Case>?)c.Id).SingleOrDefaultAsync(ct) is { } found ? found.Value : null;
}
