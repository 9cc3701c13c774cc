using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>
/// 終結したケースに新しい仕事を掛けない: a case is closed only when nothing hangs on it, and nothing is hung on a closed one. The
/// two look at different rows, so a version would not make them meet; they meet at the row of the case.
/// </summary>
public static class NewWork
{
    private const string Closed = nameof(CaseState.Closed);

    /// <summary>Whether new work may be hung on a case; if so, it stays open until this transaction ends.</summary>
    public static async Task<bool> TakesNewWorkAsync(this AppDb db, Id<Case> id, CancellationToken ct) =>
        (await db.Database.SqlQuery<string>($"select state as \"Value\" from support_case where id = {id.Value} for share").ToListAsync(ct)) is [not Closed];

    /// <summary>Before what hangs on a case is counted: waits for whoever is hanging something on it, and lets nobody else begin.</summary>
    public static Task KeepNewWorkOffAsync(this AppDb db, Id<Case> id, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select 1 from support_case where id = {id.Value} for update", ct);
}
