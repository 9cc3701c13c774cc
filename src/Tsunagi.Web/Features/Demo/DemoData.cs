using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Data;

namespace Tsunagi.Web.Features.Demo;

/// <summary>What is in a database, as far as a demonstration must know.</summary>
public enum DemoState
{
    /// <summary>Nobody has an account yet: a demonstration may be made here.</summary>
    Empty,
    /// <summary>The making of a demonstration did not come to its end.</summary>
    HalfMade,
    /// <summary>A demonstration.</summary>
    Demo,
    /// <summary>Somebody's real installation: never touched.</summary>
    Real,
}

/// <summary>Tells a demonstration's database from a real one, and empties one that is a demonstration's.</summary>
public static class DemoData
{
    /// <summary>The setting that marks a database as made by the verb demo; nothing else writes it.</summary>
    public const string Setting = "demo";

    private const string Making = "making";

    public static async Task<DemoState> StateAsync(AppDb db, CancellationToken ct)
    {
        var mark = await db.Settings.AsNoTracking().Where(s => s.Name == Setting).Select(s => s.Value).SingleOrDefaultAsync(ct);
        if (mark is not null) return mark == Making ? DemoState.HalfMade : DemoState.Demo;
        return await db.Accounts.AnyAsync(ct) || await db.AuditEntries.AnyAsync(ct) ? DemoState.Real : DemoState.Empty;
    }

    /// <summary>Marks a database before anything is made in it, so that what broke off half-way is known as ours.</summary>
    public static Task BeginAsync(AppDb db, CancellationToken ct) => MarkAsync(db, Making, ct);

    /// <summary>Says how it was made.</summary>
    public static Task FinishAsync(AppDb db, int persons, int seed, DateOnly today, CancellationToken ct) =>
        MarkAsync(db, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"persons={persons};seed={seed};today={today:yyyy-MM-dd}"), ct);

    /// <summary>Empties a demonstration's database. Runs as the owner, who alone may.</summary>
    /// <exception cref="InvalidOperationException">It is not a demonstration's.</exception>
    [SuppressMessage("Security", "CA2100", Justification = "Names of our own tables, quoted by the server.")]
    public static async Task EmptyAsync(AppDb owner, CancellationToken ct)
    {
        if (await StateAsync(owner, ct) is DemoState.Real) throw new InvalidOperationException("Not a demonstration.");
        await owner.Database.OpenConnectionAsync(ct);
        var connection = (NpgsqlConnection)owner.Database.GetDbConnection();
        await using var command = new NpgsqlCommand("""
            do $$
            begin
              execute (select 'truncate table ' || string_agg(quote_ident(tablename), ', ') || ' restart identity cascade'
                       from pg_tables where schemaname = 'public' and tablename <> '__EFMigrationsHistory');
            end $$
            """, connection);
        await command.ExecuteNonQueryAsync(ct);
        await owner.Database.CloseConnectionAsync();
        owner.ChangeTracker.Clear();
        // Some tables hold what the schema's scripts put there; without settings they run again.
        await Schema.MigrateAsync(owner, ct);
    }

    private static Task<int> MarkAsync(AppDb db, string value, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"insert into setting (name, value) values ({Setting}, {value}) on conflict (name) do update set value = excluded.value", ct);
}
