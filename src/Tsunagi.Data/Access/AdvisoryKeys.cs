using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>
/// Every advisory lock of the program that has a number of its own; Sql/*.sql names the same numbers. What waits for one record waits for
/// a key made of its id (<see cref="Work.TakeTurnAsync{T}(Id{T}, CancellationToken)"/>).
/// </summary>
public static class AdvisoryKeys
{
    /// <summary>One seals the audit at a time (20-audit.sql).</summary>
    public const long AuditSeal = 7235001;

    /// <summary>Links being made share it; a declaration of exclusion has it alone (45-exclusions.sql).</summary>
    public const long Exclusions = 7235002;

    /// <summary>One does the nightly matching at a time.</summary>
    public const long NightlyMatching = 7235003;

    /// <summary>Waits until nobody else's transaction holds one of some texts, and holds them until the own one ends; always in the same order.</summary>
    public static Task WaitForAsync(this AppDb db, IEnumerable<string> texts, CancellationToken ct)
    {
        string[] keys = [.. texts.Order(StringComparer.Ordinal)];
        return db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest({keys}) with ordinality as turn (key, place) order by place", ct);
    }
}
