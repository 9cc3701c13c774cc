using System.Diagnostics;
using System.Text.Json;

namespace Tsunagi.Bench.Linkage;

/// <summary>DuckDB as npm has it, in a process of its own.</summary>
sealed class DuckDb : ISide, IDisposable
{
    private const string Package = "@duckdb/node-api@1.5.6-r.1";

    // Runs what it is told line by line and answers with the seconds it took and the first row.
    private const string Script = """
        const { DuckDBInstance } = require('@duckdb/node-api');
        (async () => {
          const connection = await (await DuckDBInstance.create(':memory:')).connect();
          for await (const line of require('readline').createInterface({ input: process.stdin })) {
            const before = process.cpuUsage(), since = process.hrtime.bigint();
            const row = (await connection.runAndReadAll(JSON.parse(line))).getRowsJson()[0] ?? [];
            const wall = Number(process.hrtime.bigint() - since) / 1e9, used = process.cpuUsage(before);
            console.log(JSON.stringify({ wall, processor: (used.user + used.system) / 1e6, row: row.map(Number) }));
          }
        })();
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Process node;
    private readonly PairSql sql;

    public DuckDb(string folder, Func<int, IReadOnlyList<float>> weightsOf)
    {
        sql = new(weightsOf, (left, right, _) => $"levenshtein({left}, {right})");
        Directory.CreateDirectory(folder);
        using var install = Process.Start("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, Package]);
        install.WaitForExit();
        if (install.ExitCode != 0) throw new InvalidOperationException($"npm could not install {Package}.");
        var start = new ProcessStartInfo("node", ["-e", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["NODE_PATH"] = Path.Combine(Path.GetFullPath(folder), "node_modules");
        node = Process.Start(start)!;
    }

    public string Name => "DuckDB";

    public async Task<Cost> LoadAsync(string path, int count)
    {
        await RunAsync("set threads = 2");
        await RunAsync("set preserve_insertion_order = false");
        await RunAsync(PairSql.Table);
        return (await RunAsync($"copy rec from '{Path.GetFullPath(path)}' (header)")).Cost;
    }

    public async Task<Cost> ScoreAsync() => (await RunAsync($"create or replace table kept as {sql.Scored}")).Cost;

    public async Task<long> PairsAsync() => (await RunAsync(PairSql.Counted)).Row[0];

    public async Task<Checksum> ChecksumAsync() => (await RunAsync(PairSql.Check)).Row is var row ? new(row[0], row[1], row[2]) : null!;

    public void Dispose()
    {
        node.StandardInput.Close();
        node.WaitForExit();
        node.Dispose();
    }

    private async Task<Answer> RunAsync(string statement)
    {
        await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(statement));
        await node.StandardInput.FlushAsync();
        var answer = await node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"DuckDB refused: {statement}");
        return JsonSerializer.Deserialize<Answer>(answer, Json)!;
    }

    private sealed record Answer(double Wall, double Processor, long[] Row)
    {
        public Cost Cost => new(Wall, Processor);
    }
}
