using Microsoft.EntityFrameworkCore;

namespace Tsunagi.Data.Access;

/// <summary>Declarations of exclusion, and acts that must not be overtaken by one.</summary>
public static class Exclusions
{
    /// <summary>
    /// Until this transaction ends nobody is declared too near to anybody: a declaration waits, as it does for links being made
    /// (Sql/45-exclusions.sql). Taken before the right to act is asked for, where the database asks again at the end.
    /// </summary>
    public static Task HoldExclusionsAsync(this AppDb db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared({AdvisoryKeys.Exclusions})", ct);

    /// <summary>
    /// The same, and besides nobody links anybody or begins a 支援措置: everybody waits, so this is taken last and for a moment. What is read
    /// after it stays true until this transaction ends.
    /// </summary>
    public static Task HoldExclusionsAloneAsync(this AppDb db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({AdvisoryKeys.Exclusions})", ct);
}
