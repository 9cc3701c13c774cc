using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.People;

/// <summary>
/// In random worlds of records, grants and exclusions, and for random acts: no merge and no undo changes a byte of any other table, nor what any actor
/// may see – by the filter of every table, by the decision on every record, and by what the API answers.
/// </summary>
public sealed class Merging_changes_nothing_else(TestApp app) : IClassFixture<TestApp>
{
    private const string Api = "/api/v1/people/duplicates";
    private const int Records = 5, Acts = 12;

    private static readonly string[] Everyone =
    [
        TestTown.Desk, TestTown.Desk2, TestTown.DeskChief, TestTown.OtherDesk, TestTown.Hub, TestTown.HubChief, TestTown.HubManager, TestTown.Secretary,
        TestTown.Chair, TestTown.AreaManager, TestTown.Privacy, TestTown.Auditor, TestTown.Administrator, TestTown.Policy,
    ];

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public async Task Nobody_sees_more_or_less_and_every_record_stays_as_it_was(int seed)
    {
        var random = new Random(seed);
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var people = await PeopleAsync(desk, seed);
        await GrantAsync(people, random);
        var readers = new Dictionary<string, TestApi>();
        foreach (var login in (string[])[TestTown.Desk2, TestTown.DeskChief, TestTown.OtherDesk, TestTown.Hub]) readers[login] = await TestApi.AsAsync(app, login);
        try
        {
            List<string> pairs = [];
            for (var one = 0; one < people.Count; one++)
                for (var other = one + 1; other < people.Count; other++)
                    pairs.Add((await desk.PostAsync(Api, new { one = people[one].ToString(), other = people[other].ToString() }))!["id"]!.ToString());
            var (bytes, sight, told) = (await BytesAsync(), await SightAsync(), await ToldAsync(readers, people));
            Assert.NotEmpty(bytes);
            Assert.Contains(sight, s => s.Contains(people[0].ToString(), StringComparison.Ordinal));
            var done = 0;
            for (var act = 0; act < Acts; act++)
            {
                done += await ActAsync(desk, pairs[random.Next(pairs.Count)], random) ? 1 : 0;
                Assert.Equal(bytes, await BytesAsync());
            }
            Assert.InRange(done, 3, Acts);
            Assert.Equal(sight, await SightAsync());
            Assert.Equal(told, await ToldAsync(readers, people));

            // Everything taken back: each question stands as it stood, and the answers are as they were.
            foreach (var pair in pairs) await UndoAsync(desk, pair);
            Assert.Equal(bytes, await BytesAsync());
            Assert.Equal(sight, await SightAsync());
            Assert.All(await StatesAsync(pairs), state => Assert.Equal((SamePersonState.Suspected, (Id<Person>?)null, (DateOnly?)null), state));
        }
        finally
        {
            foreach (var api in readers.Values) api.Dispose();
        }
    }

    /// <summary>The comparison above would notice: a byte of a record, and a right to it.</summary>
    [Fact]
    public async Task And_a_merge_that_moved_something_or_opened_something_would_be_noticed()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var people = await PeopleAsync(desk, 99);
        var (bytes, sight) = (await BytesAsync(), await SightAsync());
        await using (var db = app.Database.OpenAsOwner())
        {
            db.Grants.Add(Grant.ToOrganisation(IdSource.Secure(TimeProvider.System).Next<Grant>(), RootRef.Of(RootKind.Person, people[0]), TestOrganisations.Id(TestOrganisations.Hub),
                AccessLevel.Read, GrantBasis.Consent, DateTimeOffset.UnixEpoch));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        Assert.NotEqual(bytes, await BytesAsync());
        Assert.NotEqual(sight, await SightAsync());
    }

    private static async Task<bool> ActAsync(TestApi desk, string pair, Random random)
    {
        var shown = (await desk.GetAsync($"{Api}/{pair}"))!;
        var version = shown["version"]!.GetValue<int>();
        var leading = shown[random.Next(2) == 0 ? "first" : "second"]!.ToString();
        await (random.Next(5) switch
        {
            0 or 1 => desk.PostAsync($"{Api}/{pair}/merge", new { version, leading }),
            2 => desk.PostAsync($"{Api}/{pair}/apart", new { version }),
            3 => desk.PostAsync($"{Api}/{pair}/later", new { version }),
            _ => desk.PostAsync($"{Api}/{pair}/undo", new { version, reason = "取り消す" }),
        });
        // What the state does not allow, or another judgement speaks against, is refused.
        Assert.True((int)desk.Status is 200 or 409 or 422, $"{desk.Status}");
        return (int)desk.Status == 200;
    }

    private static async Task UndoAsync(TestApi desk, string pair)
    {
        var shown = (await desk.GetAsync($"{Api}/{pair}"))!;
        if (shown["state"]!.ToString() == "suspected")
        {
            if (shown["laterOn"] is null) return;
            await desk.PostAsync($"{Api}/{pair}/apart", new { version = shown["version"]!.GetValue<int>() });
            // What stands together by others cannot be told apart; then putting off is all that was done to it.
            if ((int)desk.Status != 200) await desk.PostAsync($"{Api}/{pair}/merge", new { version = shown["version"]!.GetValue<int>(), leading = shown["first"]!.ToString() });
            shown = (await desk.GetAsync($"{Api}/{pair}"))!;
        }
        await desk.PostAsync($"{Api}/{pair}/undo", new { version = shown["version"]!.GetValue<int>(), reason = "取り消す" });
        Assert.Equal(200, (int)desk.Status);
    }

    private static async Task<IReadOnlyList<Id<Person>>> PeopleAsync(TestApi desk, int seed)
    {
        List<Id<Person>> people = [];
        for (var i = 0; i < Records; i++)
        {
            var received = await desk.PostAsync("/api/v1/consultations", new
            {
                date = "令和8年4月1日",
                channel = "phone",
                ownWords = "相談したい",
                visitorRelation = "neighbour",
                personName = $"架束 {seed}{(i % 2 == 0 ? "子" : "美")}",
                personPhone = $"03-4444-{seed:00}{i:00}",
                members = new[] { new { name = $"架束 {seed}{i}郎", relation = "長男", living = "Together" } },
                next = i % 2 == 0 ? "Keep" : "Later",
            });
            Assert.True((int)desk.Status < 300, received?.ToJsonString());
            var shown = await desk.GetAsync($"/api/v1/consultations/{received!["id"]}");
            people.Add(Id<Person>.Parse(shown!["persons"]!.AsArray().Single(p => p!["as"]!.ToString() == "subject")!["person"]!.ToString(), null));
        }
        return people;
    }

    // Grants of every level to others, and exclusions of the desk's own people.
    private async Task GrantAsync(IReadOnlyList<Id<Person>> people, Random random)
    {
        await using var db = app.Database.OpenAsOwner();
        var ids = IdSource.Secure(TimeProvider.System);
        foreach (var person in people)
        {
            foreach (var organisation in (string[])[TestOrganisations.OtherDesk, TestOrganisations.Hub])
                if (random.Next(2) == 0)
                    db.Grants.Add(Grant.ToOrganisation(ids.Next<Grant>(), RootRef.Of(RootKind.Person, person), TestOrganisations.Id(organisation), AccessLevel.Read, GrantBasis.Consent, DateTimeOffset.UnixEpoch)
                        .Only(random.Next(2) == 0 ? FieldClasses.Existence | FieldClasses.Identity : FieldClasses.Ordinary));
            if (random.Next(3) != 0) continue;
            var login = random.Next(2) == 0 ? TestTown.Desk2 : TestTown.DeskChief;
            var account = await db.Accounts.Where(a => a.Login == login).Select(a => a.Id).SingleAsync();
            var record = await db.Persons.IgnoreQueryFilters().SingleAsync(p => p.Id == person);
            db.ExclusionDeclarations.Add(ExclusionDeclaration.Declare(ids.Next<ExclusionDeclaration>(), account, record, ExclusionKind.Relative, null, new(account, record.HolderId, DateTimeOffset.UnixEpoch)).Value);
        }
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Every table but that of the judgements, and what tells that something was done: its rows, to the byte.</summary>
    private async Task<IReadOnlyDictionary<string, string>> BytesAsync()
    {
        await using var connection = new NpgsqlConnection(app.Database.Owner);
        await connection.OpenAsync();
        List<string> tables = [];
        await using (var ask = new NpgsqlCommand("""
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not in ('same_person', 'audit_entry', 'audit_seal', 'audit_checkpoint', 'idempotency_key', 'sign_in_attempt', 'api_token')
            """, connection))
        await using (var rows = await ask.ExecuteReaderAsync())
            while (await rows.ReadAsync()) tables.Add(rows.GetString(0));
        SortedDictionary<string, string> found = new(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await using var ask = new NpgsqlCommand($"select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from \"{table}\" t", connection);
            found[table] = (string)(await ask.ExecuteScalarAsync())!;
        }
        return found;
    }

    /// <summary>What the filters let through, for each actor and each table of people's records.</summary>
    private async Task<IReadOnlyList<string>> SightAsync()
    {
        await using var db = app.Database.OpenAsOwner();
        var now = app.Services.GetRequiredService<JapanTime>().Now;
        List<string> sight = [];
        foreach (var login in Everyone)
        {
            var account = await db.Accounts.AsNoTracking().Include(a => a.Memberships).SingleAsync(a => a.Login == login);
            var actor = new Actor(account.Id, account.Memberships[0].OrganisationId, account.Memberships.Select(m => m.Role).ToHashSet());
            db.Scope = AccessScope.Of(actor, now);
            sight.AddRange(from id in await db.Persons.Select(p => p.Id).OrderBy(id => id).ToListAsync() select $"{login} person {id}");
            sight.AddRange(from id in await db.Households.Select(h => h.Id).OrderBy(id => id).ToListAsync() select $"{login} household {id}");
            sight.AddRange(from id in await db.Cases.Select(c => c.Id).OrderBy(id => id).ToListAsync() select $"{login} case {id}");
            sight.AddRange(from id in await db.Consultations.Select(c => c.Id).OrderBy(id => id).ToListAsync() select $"{login} consultation {id}");
        }
        return sight;
    }

    /// <summary>What the API says of each record to each reader, but for the list of the records that are of the same person.</summary>
    private static async Task<IReadOnlyList<string>> ToldAsync(Dictionary<string, TestApi> readers, IReadOnlyList<Id<Person>> people)
    {
        List<string> told = [];
        foreach (var (login, api) in readers)
            foreach (var person in people)
            {
                var answer = await api.GetAsync($"/api/v1/people/{person}");
                if (answer is JsonObject shown) shown.Remove("sameAs");
                told.Add($"{login} {api.Status} {((int)api.Status == 200 ? answer!.ToJsonString() : "")}");
            }
        return told;
    }

    private async Task<IReadOnlyList<(SamePersonState, Id<Person>?, DateOnly?)>> StatesAsync(List<string> pairs)
    {
        await using var db = app.Database.OpenAsOwner();
        var ids = pairs.ConvertAll(p => Id<SamePerson>.Parse(p, null));
        return [.. (await db.SamePersons.IgnoreQueryFilters().AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync()).Select(s => (s.State, s.LeadingId, s.LaterOn))];
    }
}
