using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>Somebody who is shut out as on the side of a perpetrator; of whom, is not told.</summary>
public sealed record PerpetratorSide(Id<ExclusionDeclaration> Id, string AccountName, string AccountLogin, Id<Organisation> Holder, string? Reason, DateTimeOffset Since, string? DeclaredBy);

/// <summary>
/// 支援措置の相手方の側としての除外, for the privacy officer, who holds a grant on nobody: past the access filter and without the
/// protected person's name. Who is shut out of the person is shut out here too, and sees nothing of what concerns themselves.
/// </summary>
public static class PerpetratorSides
{
    /// <summary>Those that hold, the latest first.</summary>
    public static async Task<IReadOnlyList<PerpetratorSide>> PerpetratorSidesAsync(this AppDb db, Id<Account> reader, int most, CancellationToken ct) =>
        await HoldingFor(db, reader).AsNoTracking().OrderByDescending(d => d.Since).Take(most)
            .Join(db.Accounts, d => d.AccountId, a => a.Id, (d, a) => new PerpetratorSide(
                d.Id, a.Name, a.Login, d.HolderId, d.Reason, d.Since, db.Accounts.Where(b => b.Id == d.DeclaredBy).Select(b => b.Name).FirstOrDefault()))
            .ToListAsync(ct);

    /// <summary>One of them, for taking it back.</summary>
    public static Task<ExclusionDeclaration?> PerpetratorSideAsync(this AppDb db, Id<ExclusionDeclaration> id, Id<Account> reader, CancellationToken ct) =>
        HoldingFor(db, reader).SingleOrDefaultAsync(d => d.Id == id, ct);

    private static IQueryable<ExclusionDeclaration> HoldingFor(AppDb db, Id<Account> reader) =>
        db.ExclusionDeclarations.IgnoreQueryFilters([AccessFilter.Name])
            .Where(d => d.Kind == ExclusionKind.PerpetratorSide && d.ClearedAt == null
                && !db.Exclusions.Any(x => x.RootId == (Guid)(object)d.PersonId && x.AccountId == reader));
}
