using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Data;

namespace Tsunagi.Web.Features.Demo.Bulk;

/// <summary>The index of people, while very many of them are copied: dropped, and built anew as it was when all are there.</summary>
sealed class SearchIndex(AppDb db, CancellationToken ct) : IAsyncDisposable
{
    private const string Name = "person_search_terms";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private string definition = "";

    public async Task DropAsync()
    {
        definition = (string)(await RunAsync($"select indexdef from pg_indexes where indexname = '{Name}'"))!;
        await RunAsync($"drop index {Name}");
    }

    public async ValueTask DisposeAsync() => await RunAsync($"set maintenance_work_mem = '512MB'; {definition}; reset maintenance_work_mem");

    private async Task<object?> RunAsync(string sql)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection()) { CommandTimeout = (int)Longest.TotalSeconds };
        var answer = await command.ExecuteScalarAsync(ct);
        await db.Database.CloseConnectionAsync();
        return answer;
    }
}
