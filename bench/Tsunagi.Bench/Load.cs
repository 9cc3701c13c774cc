using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Tsunagi.Bench;

/// <summary>
/// Open-loop load: requests are planned in advance at random instants of a given rate, and each latency counts from the planned
/// instant, so that a server that falls behind cannot hide it. The mix is that of the load model.
/// </summary>
sealed class Load(Uri server, IReadOnlyList<Visitor> visitors, string owner, Searches? searches = null)
{
    private const int Connections = 64;

    private enum Kind { Today, Case, Search, SaveNote, Lists, Person, AnySearch }

    // Of a hundred: reports and exports are not built yet, the person page stands in their place.
    private static readonly (Kind Kind, int Share)[] Mix = [(Kind.Today, 25), (Kind.Case, 30), (Kind.Search, 15), (Kind.SaveNote, 15), (Kind.Lists, 10), (Kind.Person, 5)];

    /// <param name="perSecond">Pages a second of the mix.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="searchesPerSecond">Searches of every kind beside them.</param>
    public void Run(double perSecond, int seconds, double searchesPerSecond = 0)
    {
        var random = new Random(1);
        var (planned, at) = (new List<(double At, Kind Kind, byte[] Request)>(), 0.0);
        while ((at += -Math.Log(1 - random.NextDouble()) / perSecond) < seconds)
        {
            var kind = Pick(random);
            planned.Add((at, kind, Request(kind, random)));
        }
        at = 0;
        while (searchesPerSecond > 0 && (at += -Math.Log(1 - random.NextDouble()) / searchesPerSecond) < seconds) planned.Add((at, Kind.AnySearch, searches!.Any(random)));
        planned.Sort((a, b) => a.At.CompareTo(b.At));
        var (latencies, statuses) = (new double[planned.Count], new int[planned.Count]);
        var (next, start) = (-1, Stopwatch.GetTimestamp());
        var calibration = new List<double>();
        using var ended = new CancellationTokenSource();
        var beside = new Thread(() => Calibrate(calibration, ended.Token));
        beside.Start();
        var threads = Enumerable.Range(0, Connections).Select(_ => new Thread(() =>
        {
            using var wire = new Wire(server);
            for (var i = Interlocked.Increment(ref next); i < planned.Count; i = Interlocked.Increment(ref next))
            {
                var wait = planned[i].At - Stopwatch.GetElapsedTime(start).TotalSeconds;
                if (wait > 0) Thread.Sleep(TimeSpan.FromSeconds(wait));
                statuses[i] = wire.Send(planned[i].Request);
                latencies[i] = (Stopwatch.GetElapsedTime(start).TotalSeconds - planned[i].At) * 1000;
            }
        })).ToList();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        ended.Cancel();
        beside.Join();
        foreach (var group in planned.Select((p, i) => (p.Kind, Latency: latencies[i], Ok: statuses[i] is 200 or 201)).GroupBy(p => p.Kind).OrderBy(g => g.Key))
            Row(perSecond, group.Key.ToString(), [.. group.Select(g => g.Latency)], group.Count(g => !g.Ok));
        Row(perSecond, "all", latencies, statuses.Count(s => s is not (200 or 201)));
        Row(perSecond, "calibration query", calibration, 0);
    }

    public static void Head()
    {
        Console.WriteLine("| pages/s | what | requests | p50 ms | p95 ms | p99 ms | errors |");
        Console.WriteLine("|--:|---|--:|--:|--:|--:|--:|");
    }

    private static void Row(double perSecond, string what, IEnumerable<double> values, int errors)
    {
        var sorted = values.Order().ToList();
        double At(double share) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {perSecond:0} | {what} | {sorted.Count} | {At(0.5):0.0} | {At(0.95):0.0} | {At(0.99):0.0} | {errors} |"));
    }

    private byte[] Request(Kind kind, Random random)
    {
        var visitor = visitors[random.Next(visitors.Count)];
        byte[] Page(string path) => Wire.Request("GET", path, server.Authority, visitor.Cookie);
        string One(IReadOnlyList<string> paths) => paths[random.Next(paths.Count)];
        return kind switch
        {
            Kind.Today => Page("/"),
            Kind.Case => Page(One(visitor.CasePaths)),
            Kind.Search => Page(One(visitor.SearchPaths)),
            Kind.SaveNote => Wire.Request("POST", $"/api/v1{One(visitor.CasePaths)}/notes", server.Authority, token: visitor.Token, json: """
                {"occurredAt":"2026-04-01T01:00:00Z","channel":"phone","form":"narrative-short","isContact":true,"minutesSpent":15,
                "paragraphs":[{"kind":"judgement","text":"架空の記録。様子は落ち着いている。"}]}
                """),
            Kind.Lists => Page(random.Next(2) == 0 ? "/handoffs" : "/cases"),
            Kind.Person => Page(One(visitor.PersonPaths)),
            Kind.AnySearch => searches!.Any(random),
        };
    }

    private static Kind Pick(Random random)
    {
        var roll = random.Next(100);
        foreach (var (kind, share) in Mix)
            if ((roll -= share) < 0) return kind;
        return Mix[^1].Kind;
    }

    // What the machine itself does at that time: one indexed row, ten times a second.
    private void Calibrate(List<double> found, CancellationToken ended)
    {
        using var connection = new NpgsqlConnection(owner);
        connection.Open();
        while (!ended.IsCancellationRequested)
        {
            var since = Stopwatch.GetTimestamp();
            using (var query = new NpgsqlCommand("select login from account where login = 'load.one'", connection)) query.ExecuteScalar();
            found.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            Thread.Sleep(100);
        }
    }
}
