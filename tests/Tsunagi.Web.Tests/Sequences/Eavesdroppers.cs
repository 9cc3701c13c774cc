using Npgsql;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Tests.Conferences;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>
/// Everybody there is asks the running host for whatever could show a sealed matter – search, counts, lists, exports, the API,
/// the trails, and the records a matter speaks of – and what they are told is held against what is meant for them.
/// </summary>
internal sealed class Eavesdroppers(SequencesPlayed app)
{
    private const int AtOnce = 4, Telling = 2, PathsMeanwhile = 10;

    private static readonly PathKind[] Kinds = [PathKind.Search, PathKind.Count, PathKind.List, PathKind.Export, PathKind.Audit];

    private readonly Sweep sweep = new(app);
    private int asked, told;

    /// <summary>How many answers were listened to.</summary>
    public int Asked => asked;

    /// <summary>How many told something that was planted, to those it was meant for: the others could have been told.</summary>
    public int Told => told;

    /// <summary>One of them asks for a few things while the play is on.</summary>
    public async Task<List<string>> ListenAsync(Random random)
    {
        var (paths, keys) = await PathsAsync(random);
        var (login, account) = app.Roster[random.Next(app.Roster.Count)];
        return await ListenAsync(login, account, [.. random.GetItems(paths.ToArray(), PathsMeanwhile), .. keys.Take(1).SelectMany(SearchesFor)], null);
    }

    /// <summary>All of them ask for everything, when the play is over.</summary>
    public async Task<List<string>> ListenToAllAsync()
    {
        var (paths, keys) = await PathsAsync(new Random(app.Seed));
        List<string> found = [];
        await Parallel.ForEachAsync(app.Roster, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (who, _) =>
        {
            var heard = await ListenAsync(who.Login, who.Actor, [.. paths, .. keys.SelectMany(SearchesFor)], app.Now);
            lock (found) found.AddRange(heard);
        });
        return found;
    }

    /// <summary>What one of them is told at a path, and has no business to hear.</summary>
    public async Task<List<string>> ListenAsync(string login, Actor actor, IReadOnlyList<string> paths, DateTimeOffset? now)
    {
        using var outsider = await Outsider.SignInAsync(app, login);
        List<string> found = [];
        foreach (var path in paths)
        {
            var answer = await outsider.AskAsync(path);
            var heard = await Zone.HeardAsync(app.Database, actor.Account.Value, answer, now);
            found.AddRange(heard.Select(word => $"{login} at {path} hears {word}"));
            Interlocked.Increment(ref asked);
            if (heard.Count == 0 && Zone.Tells(answer)) Interlocked.Increment(ref told);
        }
        return found;
    }

    // Of each page and list what is not a single record; and of the records those a matter speaks of.
    private async Task<(IReadOnlyList<string> Paths, IReadOnlyList<string> Keys)> PathsAsync(Random random)
    {
        await using var owner = new NpgsqlConnection(app.Database.Owner);
        await owner.OpenAsync();
        await sweep.RememberAsync();
        var about = await Sweep.IdsAsync(owner, "select case_id from matter_paper where case_id is not null order by matter_id desc");
        if (about.Length > 0) sweep.Ask("support_case", [.. about.Take(Telling)]);
        var matters = await Sweep.IdsAsync(owner, "select id from matter order by id");
        IReadOnlyList<string> paths =
        [
            .. sweep.Paths().Where(p => !p.Contains("{sealed}", StringComparison.Ordinal) && (PathKinds.Of(p).Intersect(Kinds).Any() || about.Any(id => p.Contains(id.ToString(), StringComparison.Ordinal)))),
            .. matters.OrderBy(_ => random.Next()).Take(Telling).SelectMany(id => new[] { $"/conferences/support/{id}", $"/conferences/support/{id}/minutes/1", $"/api/v1/support-conferences/{id}" }),
        ];
        return (paths, await KeysAsync(owner));
    }

    private static async Task<IReadOnlyList<string>> KeysAsync(NpgsqlConnection owner)
    {
        await using var command = new NpgsqlCommand("select left(title, 10) from matter_paper order by random() limit 2", owner);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> keys = [];
        while (await reader.ReadAsync()) keys.Add(reader.GetString(0));
        return keys;
    }

    private static IEnumerable<string> SearchesFor(string key) => [$"/search?{Uri.EscapeDataString(key)}", $"/api/v1/search?{Uri.EscapeDataString(key)}"];
}
