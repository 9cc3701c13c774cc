using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Access.Lists;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>Those who tell who sees what say the same of the town that was played: lists and decisions; row security and the domain.</summary>
internal static class Agreement
{
    private const int OnCases = 40;

    /// <summary>Rows that somebody is listed and may not open, or may open and is not listed.</summary>
    /// <param name="app">The town.</param>
    /// <param name="actors">Who looks.</param>
    /// <param name="listed">At which instant the lists are made.</param>
    /// <param name="decided">At which the decisions are; another one is a mistake that must be found.</param>
    public static async Task<(List<string> Differences, int Compared)> OfListsAsync(SequencesPlayed app, IEnumerable<Actor> actors, DateTimeOffset listed, DateTimeOffset decided)
    {
        await using var db = app.Database.OpenAsOwner();
        List<Listed> rows = [];
        foreach (var type in ListedTypes.Of(db)) rows.AddRange(await ListedTypes.RowsAsync(db, type, pastTheFilter: true));
        var random = new Random(app.Seed);
        var compared = rows.Where(r => r.Case is null).Concat(rows.Where(r => r.Case is not null).OrderBy(_ => random.Next()).Take(OnCases)).ToList();
        List<string> differences = [];
        foreach (var actor in actors)
        {
            var isVisible = await DecideAsync(db, compared, actor, decided);
            db.Scope = AccessScope.Of(actor, listed);
            HashSet<Listed> seen = [];
            foreach (var type in ListedTypes.Of(db)) seen.UnionWith(await ListedTypes.RowsAsync(db, type, pastTheFilter: false));
            differences.AddRange(compared.Where(row => seen.Contains(row) != isVisible(row)).Select(row => $"{row.Type.Name} {row.Key} to {actor.Account}: {(seen.Contains(row) ? "listed, and not to be opened" : "to be opened, and not listed")}"));
        }
        return (differences, compared.Count);
    }

    // By the same class that pages and API ask.
    private static async Task<Func<Listed, bool>> DecideAsync(AppDb db, List<Listed> rows, Actor actor, DateTimeOffset now)
    {
        await using var work = new Work(db, IdSource.Seeded(new FixedClock(now), new Random(0)), new FixedClock(now));
        await work.BeginAsync(actor, CancellationToken.None);
        HashSet<(RootRef, Guid?)> visible = [];
        foreach (var kind in rows.Where(r => r.Case is null).SelectMany(r => r.Second is { } second ? [r.Root, second] : new[] { r.Root }).Distinct().GroupBy(r => r.Kind))
            foreach (var (id, decision) in await work.DecideAsync(kind.Key, [.. kind.Select(r => r.Id)], CancellationToken.None))
                if (decision.IsVisible) visible.Add((new(kind.Key, id), null));
        foreach (var (root, @case) in rows.Where(r => r.Case is not null).Select(r => (r.Root, r.Case)).Distinct())
            if ((await work.MayAsync(db, Permission.SeePlan, root, @case, CancellationToken.None)).Refusals is not [{ Code: RefusalCode.NotFound }]) visible.Add((root, @case!.Value.Value));
        return row => visible.Contains((row.Root, row.Case?.Value)) && (row.Second is not { } second || visible.Contains((second, null)));
    }

    private static readonly (string Table, Func<Matter, MatterReading, int> Count)[] Sealed =
    [
        ("matter_session", (m, r) => r.Reads ? m.Sessions.Count : 0),
        ("matter_agenda", (m, r) => m.Sessions.SelectMany(s => s.Agenda).Count(a => r.ReadsItem(a.SessionNumber, a.ItemId))),
        ("matter_information", (m, r) => m.Information.Count(i => r.ReadsItem(i.SessionNumber, i.ItemId))),
        ("matter_decision", (m, r) => m.Decisions.Count(d => r.ReadsItem(d.SessionNumber, d.ItemId))),
        ("matter_direction", (m, r) => m.Directions.Count(d => r.ReadsWhole(d.SessionNumber))),
        ("matter_watch", (m, r) => m.WatchRoles.Count(w => r.ReadsItem(w.SessionNumber, w.ItemId))),
        ("matter_copy", (m, r) => m.Copies.Count(c => r.IsOffice || r.Reads && c.ParticipantId == r.Participant)),
    ];

    /// <summary>Where row security shows the program's role more of a sealed matter, or less, than the domain lets somebody read.</summary>
    public static async Task<List<string>> OfRowsAsync(SequencesPlayed app)
    {
        await using var db = app.Database.OpenAsOwner();
        var (matters, now) = (await GuardedBoard.Whole(db.Matters).ToListAsync(), app.Now);
        List<string> differences = [];
        foreach (var (login, actor) in app.Roster)
        {
            await using var program = new NpgsqlConnection(app.Database.Program);
            await program.OpenAsync();
            await using var transaction = await program.BeginTransactionAsync();
            await EnterAsync(program, actor, now);
            foreach (var (table, count) in Sealed)
            {
                var seen = await CountsAsync(program, table);
                foreach (var matter in matters)
                    if (count(matter, MatterAccess.Read(matter, actor.Account, now)) is var reads && reads != seen.GetValueOrDefault(matter.Id.Value))
                        differences.Add($"{login} reads {reads} of {table} in {matter.Id}, and row security shows {seen.GetValueOrDefault(matter.Id.Value)}");
            }
        }
        return differences;
    }

    private static async Task EnterAsync(NpgsqlConnection program, Actor actor, DateTimeOffset now)
    {
        await using var enter = new NpgsqlCommand("select set_config('tsunagi.account', @account, true), set_config('tsunagi.now', @now, true)", program);
        enter.Parameters.AddWithValue("account", actor.Account.ToString());
        enter.Parameters.AddWithValue("now", now.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        await enter.ExecuteNonQueryAsync();
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Tables written in this class.")]
    private static async Task<Dictionary<Guid, int>> CountsAsync(NpgsqlConnection program, string table)
    {
        await using var command = new NpgsqlCommand($"select matter_id, count(*)::int from {table} group by matter_id", program);
        await using var reader = await command.ExecuteReaderAsync();
        Dictionary<Guid, int> counts = [];
        while (await reader.ReadAsync()) counts[reader.GetGuid(0)] = reader.GetInt32(1);
        return counts;
    }
}
