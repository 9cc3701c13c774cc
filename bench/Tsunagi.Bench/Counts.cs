using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tsunagi.Web.Hosting;

namespace Tsunagi.Bench;

/// <summary>What is exact and the same at every run: statements, allocated bytes, and buffers of the access filter.</summary>
static class Counts
{
    private const int Warm = 30;
    private const int Counted = 100;

    public static async Task RunAsync(DatabaseConnection database, DirectoryInfo data, CancellationToken ct)
    {
        await using var app = TsunagiHost.Build(BenchTown.Options(database, data));
        await app.StartAsync(ct);
        var server = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var statements = new Statements();
        Console.WriteLine("| page | open cases of the worker | statements | allocated bytes | buffers of the filter per row | buffers of all statements | answer bytes |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
        foreach (var visitor in await BenchTown.VisitorsAsync(database, server, "load.", 3, ct))
            foreach (var (name, path) in Pages(visitor))
                await MeasureAsync(database, server, statements, visitor, name, path, ct);
        await app.StopAsync(ct);
    }

    /// <summary>What is asked for.</summary>
    public static IEnumerable<(string Name, string Path)> Pages(Visitor visitor)
    {
        (string Name, string Path)[] all =
        [
            ("Today", "/"), ("person", visitor.PersonPaths[0]), ("case", visitor.CasePaths[0]), ("handoff inbox", "/handoffs"), ("search 佐藤", visitor.SearchPaths[0]), ("cases", "/cases"),
            ("JSON case", $"/api/v1{visitor.CasePaths[0]}"), ("JSON cases", "/api/v1/cases"),
        ];
        return Environment.GetEnvironmentVariable("BENCH_ONLY") is { } only ? all.Where(p => p.Name == only) : all;
    }

    /// <summary>The request of a page, or of the API, in the name of a visitor.</summary>
    public static byte[] Request(Visitor visitor, Uri server, string path) => path.StartsWith("/api", StringComparison.Ordinal)
        ? Wire.Request("GET", path, server.Authority, token: visitor.Token)
        : Wire.Request("GET", path, server.Authority, visitor.Cookie);

    /// <summary>Sends a request that must be answered with 200: anything else would measure an error.</summary>
    public static void Must(Wire wire, byte[] request, string path)
    {
        if (wire.Send(request) != 200) throw new InvalidOperationException($"{path}: {wire.Answer[..Math.Min(300, wire.Size)]}");
    }

    private static async Task MeasureAsync(DatabaseConnection database, Uri server, Statements statements, Visitor visitor, string name, string path, CancellationToken ct)
    {
        var request = Request(visitor, server, path);
        using var wire = new Wire(server);
        for (var i = 0; i < Warm; i++) Must(wire, request, path);
        statements.Begin();
        wire.Send(request);
        var issued = statements.End();
        // What other threads allocate meanwhile (the sealer) is noise: the least of five series is the request's own. The runtime's
        // counter falls when a thread has ended, and such a series says nothing.
        var bytes = Enumerable.Range(0, 5).Select(_ =>
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < Counted / 5; i++) wire.Send(request);
            return (GC.GetTotalAllocatedBytes(precise: true) - before) / (Counted / 5);
        }).Where(found => found > 0).Min();
        var (filter, all) = await Buffers.OfAsync(database, issued, ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {visitor.Cases} | {issued.Count(s => !s.IsScope)} | {bytes:N0} | {filter:0.0} | {all} | {wire.Size} |"));
        if (Environment.GetEnvironmentVariable("BENCH_STATEMENTS") is not null)
            foreach (var statement in issued) Console.Error.WriteLine($"-- {name} {visitor.Cases}: {string.Join(' ', statement.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}");
    }
}

/// <summary>A statement as it was sent.</summary>
sealed record Statement(string Text, IReadOnlyList<NpgsqlParameter> Parameters)
{
    /// <summary>Says whose eyes the transaction looks through; not counted.</summary>
    public bool IsScope => Text.Contains("set_config('tsunagi.account'", StringComparison.Ordinal);
}

/// <summary>Listens to what is sent to the database: EF's commands with their parameters, and the few that are Npgsql's own.</summary>
sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    // The sealer of the audit works beside the requests, once a second.
    private const string Sealing = "seal_audit";
    private readonly List<Statement> issued = [];
    private readonly IDisposable all;
    private readonly ActivityListener npgsql;
    private int sent;
    private bool listens;

    public Statements()
    {
        all = DiagnosticListener.AllListeners.Subscribe(this);
        npgsql = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => listens ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = activity =>
            {
                if (activity.Tags.Any(t => t.Key is "db.statement" or "db.query.text" && t.Value?.Contains(Sealing, StringComparison.Ordinal) != true)) Interlocked.Increment(ref sent);
            },
        };
        ActivitySource.AddActivityListener(npgsql);
    }

    public void Begin()
    {
        lock (issued) issued.Clear();
        (sent, listens) = (0, true);
    }

    /// <summary>EF's statements, and an empty one for each that went past EF (the audit).</summary>
    public IReadOnlyList<Statement> End()
    {
        // The answer may be here a moment before the last event.
        Thread.Sleep(50);
        listens = false;
        lock (issued) return [.. issued, .. Enumerable.Range(0, Math.Max(0, sent - issued.Count)).Select(_ => new Statement("-- past EF", []))];
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") value.Subscribe(this, (name, _, _) => name == RelationalEventId.CommandExecuting.Name);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (!listens || value.Value is not CommandEventData data) return;
        if (data.Command.CommandText.Contains(Sealing, StringComparison.Ordinal)) return;
        lock (issued) issued.Add(new(data.Command.CommandText, [.. data.Command.Parameters.Cast<NpgsqlParameter>().Select(p => p.Clone())]));
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose()
    {
        all.Dispose();
        npgsql.Dispose();
    }
}

/// <summary>
/// What PostgreSQL touches for statements: all buffers, and those of the access filter for each row that came out. By the plan the
/// program itself uses, made once for any values (ADR 0034): an EXPLAIN would plan for these and find a better one.
/// </summary>
static class Buffers
{
    private static readonly string[] FilterTables = ["access_grant", "exclusion"];

    public static async Task<(double FilterPerRow, long All)> OfAsync(DatabaseConnection database, IReadOnlyList<Statement> issued, CancellationToken ct)
    {
        await using var connection = await ExplainingAsync(database, ct);
        List<string> plans = [];
        connection.Notice += (_, told) => plans.Add(told.Notice.MessageText);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var (filter, rows, all) = (0L, 0.0, 0L);
        foreach (var statement in issued.Where(s => s.IsScope || s.Text.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase)))
        {
            plans.Clear();
            await using var command = Command(connection, statement);
            await command.PrepareAsync(ct);
            await command.ExecuteNonQueryAsync(ct);
            if (statement.IsScope) continue;
            // A plan is told when its portal is closed: by the statement after it.
            await using (var next = new NpgsqlCommand("set local application_name = 'counted'", connection)) await next.ExecuteNonQueryAsync(ct);
            using var plan = JsonDocument.Parse(plans[^1][plans[^1].IndexOf('{', StringComparison.Ordinal)..]);
            var root = plan.RootElement.GetProperty("Plan");
            all += Of(root);
            filter += FilterOf(root);
            rows += Math.Max(1, root.GetProperty("Actual Rows").GetDouble());
            if (Environment.GetEnvironmentVariable("BENCH_STATEMENTS") is not null) Console.Error.WriteLine($"-- buffers {Of(root)}, of the filter {FilterOf(root)}, rows {root.GetProperty("Actual Rows")}: {statement.Text}");
        }
        return (filter / Math.Max(1, rows), all);
    }

    // Only the cluster's administrator may have plans told; what is asked then is asked as the program.
    private static async Task<NpgsqlConnection> ExplainingAsync(DatabaseConnection database, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ProgramConnectionString) { Username = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var explain = new NpgsqlCommand("""
            load 'auto_explain';
            set auto_explain.log_min_duration = 0; set auto_explain.log_analyze = on; set auto_explain.log_buffers = on;
            set auto_explain.log_format = json; set auto_explain.log_level = notice;
            set plan_cache_mode = force_generic_plan;
            set session authorization tsunagi
            """, connection);
        await explain.ExecuteNonQueryAsync(ct);
        return connection;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, Statement statement)
    {
        var command = new NpgsqlCommand(statement.Text, connection);
        foreach (DbParameter parameter in statement.Parameters) command.Parameters.Add(((NpgsqlParameter)parameter).Clone());
        return command;
    }

    private static long Of(JsonElement node) => node.GetProperty("Shared Hit Blocks").GetInt64() + node.GetProperty("Shared Read Blocks").GetInt64();

    private static long FilterOf(JsonElement node) =>
        node.TryGetProperty("Relation Name", out var table) && FilterTables.Contains(table.GetString()) ? Of(node)
        : node.TryGetProperty("Plans", out var parts) ? parts.EnumerateArray().Sum(FilterOf) : 0;
}
