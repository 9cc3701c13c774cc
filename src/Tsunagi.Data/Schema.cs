using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Tsunagi.Data;

/// <summary>
/// The database schema: EF Core migrations make the tables; the scripts under Sql/, applied in order of name, add what no
/// mapping can say (constraints over rows, row-level security, rights). Scripts may be applied again; they are when they
/// have changed (docs/adr/0004).
/// </summary>
public static class Schema
{
    private const string HashSetting = "schema.scripts";

    /// <summary>Brings the database up to date. Runs as the owner.</summary>
    public static async Task MigrateAsync(AppDb db, CancellationToken ct)
    {
        // EF's own would compare the whole model with its last snapshot first, at every start.
        if (await IsCurrentAsync(db, ct)) return;
        await db.Database.MigrateAsync(ct);
        var scripts = Scripts().ToList();
        var hash = Hash(scripts);
        if (await db.Settings.Where(s => s.Name == HashSetting).Select(s => s.Value).SingleOrDefaultAsync(ct) == hash) return;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var (_, sql) in scripts)
            // Npgsql takes the script as it stands: EF's own would read braces as placeholders.
            await ExecuteAsync(db, sql, ct);
        await db.Database.ExecuteSqlAsync(
            $"insert into setting (name, value) values ({HashSetting}, {hash}) on conflict (name) do update set value = excluded.value", ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Whether the database is as this build wants it.</summary>
    public static async Task<bool> IsCurrentAsync(AppDb db, CancellationToken ct)
    {
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any()) return false;
        return await db.Settings.AnyAsync(s => s.Name == HashSetting && s.Value == Hash(Scripts()), ct);
    }

    private static async Task ExecuteAsync(AppDb db, string sql, CancellationToken ct)
    {
        var connection = db.Database.GetDbConnection();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }

    private static IEnumerable<(string Name, string Sql)> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }

    private static string Hash(IEnumerable<(string Name, string Sql)> scripts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(scripts.Select(s => s.Name + s.Sql)))));
}
