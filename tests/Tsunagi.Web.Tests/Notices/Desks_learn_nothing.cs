using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Web.Tests.Conferences;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Notices;

/// <summary>
/// The threat model of 連携検討のお知らせ (docs/adr/0055): that another agency knows somebody is itself a disclosure. Nobody but the two
/// named coordinators is answered anything else because of it, and they no more than the rule says.
/// </summary>
public sealed partial class Desks_learn_nothing(NoticeExistencePlayed played) : IClassFixture<NoticeExistencePlayed>
{
    [Fact]
    public void That_another_desk_knows_the_same_human_being_changes_no_answer_to_anybody_who_was_not_told()
    {
        foreach (var who in NoticeExistencePlayed.Untold.Append("nobody"))
        {
            var learned = Sweep.Differences(played.Before[who], played.After[who]).Take(10).ToList();
            Assert.True(learned.Count == 0, $"{who}: {string.Join('\n', learned)}");
        }
        Assert.True(played.Before[TestTown.Desk].Count > 250, $"{played.Before[TestTown.Desk].Count} paths are too few to be everything.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{played.Before.Values.Sum(a => a.Count)} answers compared");
    }

    [Fact]
    public void Those_who_watch_over_the_audit_see_that_something_was_done_and_nothing_of_whom_it_is_about()
    {
        foreach (var who in NoticeExistencePlayed.Watching)
        {
            Assert.All(Sweep.Changed(played.Before[who], played.After[who]), path => Assert.Contains("/audit", path, StringComparison.Ordinal));
            Assert.DoesNotContain(played.After[who].Values, answer => answer.Contains(played.Human.Name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_coordinators_learn_at_their_own_pages_alone_and_nothing_of_the_human_being()
    {
        string[] theirs = ["/", "/?handler=Counts", "/notices", "/notices/{notice}", "/api/v1/coordination-notices/", "/api/v1/coordination-notices/{notice}"];
        foreach (var who in new[] { NoticeTown.First, NoticeTown.Second })
        {
            var changed = Sweep.Changed(played.Before[who], played.After[who]).ToList();
            Assert.True(changed.Except(theirs).ToList() is [], $"{who}: {string.Join(", ", changed)}");
            Assert.Contains("/notices/{notice}", changed);
            string[] secrets = [played.Human.Name, played.Human.Name.Split(' ')[0], played.Human.Kana, played.Human.Phone, "どうしたらよいか", "missing", "行方", .. played.Records];
            foreach (var (path, answer) in played.After[who].Where(a => theirs.Contains(a.Key)))
                Assert.All(secrets, secret => Assert.False(answer.Contains(secret, StringComparison.Ordinal), $"{who} reads {secret} at {path}"));
        }
    }

    /// <summary>Two human beings, one of whom another desk knows: everything one desk does with either is answered alike.</summary>
    [Fact]
    public async Task A_desk_that_adds_edits_searches_and_takes_back_is_answered_as_for_somebody_nobody_else_knows()
    {
        var (known, unknown) = (played.Somebody(), played.Somebody());
        await played.MeetAsync(TestTown.OtherDesk, known, inDanger: true);
        await played.NightAsync();
        var (one, other) = (await TranscriptAsync(known), await TranscriptAsync(unknown));
        Assert.Equal(other.Count, one.Count);
        Assert.All(one.Zip(other), pair => Assert.Equal(pair.Second, pair.First));
        Assert.True(one.Count > 15);
    }

    [Fact]
    public async Task The_database_shows_a_notice_to_nobody_else_whatever_is_asked_of_it()
    {
        await using var db = played.Database.OpenAsOwner();
        var accounts = await db.Accounts.ToDictionaryAsync(a => a.Login, a => a.Id.Value);
        foreach (var (login, account) in accounts)
        {
            var isTold = login is NoticeTown.First or NoticeTown.Second;
            Assert.Equal(isTold ? 1 : 0, await CountAsync(account, $"select count(*) from coordination_notice where id = '{played.Notice}'"));
            Assert.Equal(0, await CountAsync(account, "select count(*) from coordination_notice_person"));
            Assert.Equal("42501", await RefusedAsync(account, "select notice_in_sealed_matter(array['架空 花子'], array[]::uuid[], array[]::uuid[])"));
            Assert.Equal("42501", await RefusedAsync(account, "insert into coordination_notice (id, organisations, told_at, answer_by, delete_on, state, steps, version) values (gen_random_uuid(), '[]', now(), current_date, current_date, 'Told', '[]', 1)"));
            Assert.Equal("", await RefusedAsync(account, "delete from coordination_notice"));
        }
        Assert.Contains(Guid.Parse(played.Notice), await played.IdsAsync("select id from coordination_notice"));
    }

    [Fact]
    public void Nobody_who_acts_for_anybody_reads_the_records_of_all()
    {
        var at = DesignSystem.DesignFiles.Path("src");
        var readers = Directory.EnumerateFiles(at, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .Where(f => ReadsAll().IsMatch(File.ReadAllText(f))).Select(f => Path.GetRelativePath(at, f).Replace('\\', '/')).Order(StringComparer.Ordinal);
        Assert.Equal(["Tsunagi.Web/Features/Notices/Match/MatchAtNight.cs"], readers);
    }

    private async Task<List<string>> TranscriptAsync(Human human)
    {
        List<string> said = [];
        using var desk = await TestApi.AsAsync(played, TestTown.Desk);
        var day = played.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        async Task<JsonNode?> Say(HttpMethod method, string path, object? body = null)
        {
            var answer = await desk.SendAsync(method, path, body, null);
            said.Add(Alike($"{method} {path} {desk.Status} {desk.Location} {SupportStory.Plain(answer)}", human));
            return answer;
        }
        var family = human.Name.Split(' ')[0];
        await Say(HttpMethod.Post, "/api/v1/search", new { query = human.Name });
        var made = await Say(HttpMethod.Post, "/api/v1/consultations", new
        {
            date = day,
            time = "00:00",
            channel = "phone",
            visitorRelation = "self",
            ownWords = "眠れない",
            personName = human.Name,
            personKana = human.Kana,
            personBirth = human.Born,
            personPhone = human.Phone,
            next = "Keep",
        });
        var consultation = made!["id"]!.ToString();
        await played.NightAsync();
        var shown = await Say(HttpMethod.Get, $"/api/v1/consultations/{consultation}");
        await using var db = played.Database.OpenAsOwner();
        var id = Domain.Shared.Id<Domain.Consultations.Consultation>.Parse(consultation, null);
        var stored = await db.Consultations.IgnoreQueryFilters().Include(c => c.Persons).SingleAsync(c => c.Id == id);
        var (person, @case) = (stored.Persons.Single().PersonId, stored.CaseId);
        foreach (var query in new[] { human.Name, family, human.Kana, human.Phone }) await Say(HttpMethod.Post, "/api/v1/search", new { query });
        await Say(HttpMethod.Get, $"/api/v1/people/{person}");
        await Say(HttpMethod.Put, $"/api/v1/people/{person}", new { version = 1, family, given = human.Name.Split(' ')[1], familyKana = human.Kana.Split(' ')[0], givenKana = human.Kana.Split(' ')[1], birthDate = human.Born, source = "Self", notes = "電話は午後に", reason = "聞き直した" });
        await Say(HttpMethod.Put, $"/api/v1/cases/{@case}/concerns", new { codes = new[] { "isolated" } });
        await played.NightAsync();
        await Say(HttpMethod.Get, $"/api/v1/people/{person}");
        await Say(HttpMethod.Get, $"/api/v1/people/{person}/matching");
        await Say(HttpMethod.Get, $"/api/v1/cases/{@case}");
        await Say(HttpMethod.Get, $"/api/v1/cases/{@case}/concerns");
        await Say(HttpMethod.Get, $"/api/v1/cases/{@case}/history");
        await Say(HttpMethod.Post, $"/api/v1/consultations/{consultation}/people/{person}/removal", new { reason = "別の方だった" });
        await Say(HttpMethod.Post, $"/api/v1/cases/{@case}/persons/{person}/leave", new { reason = "別の方だった" });
        await Say(HttpMethod.Get, $"/api/v1/consultations/{consultation}");
        await Say(HttpMethod.Post, "/api/v1/search", new { query = human.Name });
        await Say(HttpMethod.Get, "/api/v1/coordination-notices");
        Assert.NotNull(shown);
        return said;
    }

    private static string Alike(string said, Human human)
    {
        foreach (var (of, called) in new[] { (human.Name, "<name>"), (human.Name.Replace(" ", "", StringComparison.Ordinal), "<name>"), (human.Kana, "<kana>"), (human.Phone, "<phone>"), (human.Born, "<born>") })
            said = said.Replace(of, called, StringComparison.Ordinal);
        foreach (var part in human.Name.Split(' ').Concat(human.Kana.Split(' '))) said = said.Replace(part, "<part>", StringComparison.Ordinal);
        return Own().Replace(said, "<own>");
    }

    [SuppressMessage("Security", "CA2100", Justification = "Statements written in these tests.")]
    private async Task<long> CountAsync(Guid account, string sql)
    {
        await using var program = await AsAsync(account);
        await using var command = new NpgsqlCommand(sql, program);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    [SuppressMessage("Security", "CA2100", Justification = "Statements written in these tests.")]
    private async Task<string> RefusedAsync(Guid account, string sql)
    {
        await using var program = await AsAsync(account);
        await using var command = new NpgsqlCommand(sql, program);
        try
        {
            await command.ExecuteNonQueryAsync();
            return "";
        }
        catch (PostgresException e)
        {
            return e.SqlState;
        }
    }

    private async Task<NpgsqlConnection> AsAsync(Guid account)
    {
        var program = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(played.Database.Program) { Pooling = false }.ConnectionString);
        await program.OpenAsync();
        await using var scope = new NpgsqlCommand("select set_config('tsunagi.account', @account, false), set_config('tsunagi.now', @now, false)", program);
        scope.Parameters.AddWithValue("account", account.ToString());
        scope.Parameters.AddWithValue("now", played.Services.GetRequiredService<Domain.Shared.JapanTime>().Now.AddMinutes(1).UtcDateTime.ToString("O"));
        await scope.ExecuteNonQueryAsync();
        return program;
    }

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[0-9:.]+(Z|\+\d\d:\d\d)?|令和\d+-\d{5}|\d{4}-\d{5}|""sequence"":""?\d+""?|before=[^""&]+|(昭和|平成|令和)\d+年\d+月\d+日|\d{1,2}:\d\d")]
    private static partial Regex Own();

    [GeneratedRegex(@"\bdb\.(RecordsToMatchAsync|ActivitySinceAsync|SignsAsync|JoinedAsync|NoticedAsync|NoticesOfAllAsync|AboutAsync|IsInSealedMatterAsync)\(")]
    private static partial Regex ReadsAll();
}
