using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Tsunagi.Web.Hosting;

namespace Tsunagi.Bench.Linkage;

/// <summary>PostgreSQL: a cluster of its own that is gone after use.</summary>
sealed class Postgres : ISide, IAsyncDisposable
{
    private readonly PrivateCluster cluster;
    private readonly NpgsqlConnection connection;
    private readonly PairSql sql;

    private Postgres(PrivateCluster cluster, NpgsqlConnection connection, Func<int, IReadOnlyList<float>> weightsOf)
    {
        (this.cluster, this.connection) = (cluster, connection);
        sql = new(weightsOf, (left, right, most) => $"levenshtein_less_equal({left}, {right}, {most})");
    }

    public string Name => "PostgreSQL";

    public static async Task<Postgres> StartAsync(string folder, Func<int, IReadOnlyList<float>> weightsOf)
    {
        var options = PrivateClusterOptions.ThrowAway with { SharedBuffersMegabytes = 1024 };
        var cluster = await PrivateCluster.StartAsync(Directory.CreateDirectory(folder), options, null, CancellationToken.None);
        var connection = new NpgsqlConnection(cluster.AdministratorConnectionString + ";Command Timeout=0");
        await connection.OpenAsync();
        return new(cluster, connection, weightsOf);
    }

    public async Task<Cost> LoadAsync(string path, int count)
    {
        await RunAsync("create extension if not exists fuzzystrmatch");
        // The one who asks and one worker; names are compared by bytes, which is quickest.
        await RunAsync("set max_parallel_workers_per_gather = 1; set work_mem = '1GB'; set hash_mem_multiplier = 2");
        await RunAsync(PairSql.Table.Replace("varchar", "text collate \"C\"", StringComparison.Ordinal) + " with (autovacuum_enabled = off)");
        return await TimedAsync(async () =>
        {
            using (var file = new StreamReader(path))
            await using (var copy = await connection.BeginTextImportAsync("copy rec from stdin (format csv, header)"))
                await copy.WriteAsync(await file.ReadToEndAsync());
            await RunAsync("vacuum analyze rec");
        });
    }

    public async Task<Cost> ScoreAsync()
    {
        await RunAsync("drop table if exists kept");
        return await TimedAsync(() => RunAsync($"create unlogged table kept as {sql.Scored}"));
    }

    public async Task<long> PairsAsync() => (await RowAsync(PairSql.Counted))[0];

    public async Task<Checksum> ChecksumAsync() => await RowAsync(PairSql.Check) is var row ? new(row[0], row[1], row[2]) : null!;

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await cluster.DisposeAsync();
    }

    private async Task RunAsync(string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long[]> RowAsync(string query)
    {
        await using var command = new NpgsqlCommand(query, connection);
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        return [.. Enumerable.Range(0, row.FieldCount).Select(row.GetInt64)];
    }

    private async Task<Cost> TimedAsync(Func<Task> act)
    {
        var (watch, before) = (Stopwatch.StartNew(), Processor());
        await act();
        return new(watch.Elapsed.TotalSeconds, Processor() - before);
    }

    // Of the process that serves us, and of the workers that ended: the postmaster is told of those.
    private double Processor()
    {
        var server = StatOf(connection.ProcessID);
        var postmaster = StatOf((int)server[1]);
        return (server[11] + server[12] + postmaster[13] + postmaster[14]) / 100.0;
    }

    // The numbers behind the name of the program in /proc/PID/stat, its state first (as 0).
    private static long[] StatOf(int process)
    {
        var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
        return [.. stat[(stat.LastIndexOf(')') + 2)..].Split(' ').Select(n => long.TryParse(n, CultureInfo.InvariantCulture, out var number) ? number : 0)];
    }
}
