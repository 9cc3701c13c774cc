using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Data.Search;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Search;

/// <summary>さがす: whom it finds follows the record and the grants, in the transaction that changes them – and nothing else is told.</summary>
public sealed class What_a_search_finds(SearchTown town) : IClassFixture<SearchTown>
{
    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    private static PersonDetails Details(string family, string given, string phone, string town = "架空町") => new(PersonName.Of(family, given), PersonSource.Self)
    {
        BirthDate = PartialDate.Of(new DateOnly(1951, 2, 8)),
        Location = new(AddressKind.Known, $"世田谷区{town}三丁目14番15号"),
        Phones = [new(new(phone, phone))],
    };

    [Fact]
    public async Task Follows_a_correction_in_the_same_transaction_and_not_one_that_was_given_up()
    {
        var id = await town.WriteAsync(Details("架訂", "一枝", "0311112222"));
        await using var db = town.Database.OpenAsOwner();
        var stamp = await SearchTown.StampAsync(db, TestTown.Desk, TestOrganisations.Desk);
        // Looked at from inside and from outside of the transaction.
        foreach (var isKept in (bool[])[false, true])
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Ending);
            var before = await TermsAsync(db, id);
            var person = await db.Persons.IgnoreQueryFilters().SingleAsync(p => p.Id == id, Ending);
            Assert.True(person.Correct(Details("架正", "一枝", "0311112222"), "字の誤り", new DateOnly(2026, 4, 1), stamp).IsDone);
            await db.SaveAsync(new WorkContext(stamp, Permission.WritePerson), Ending);
            Assert.NotEqual(before, await TermsAsync(db, id));
            if (isKept) await transaction.CommitAsync(Ending);
            else await transaction.RollbackAsync(Ending);
            db.Forget();
            Assert.Equal(isKept ? 0 : 1, await CountAsync(TestTown.Desk, "架訂"));
            Assert.Equal(isKept ? 1 : 0, await CountAsync(TestTown.Desk, "架正"));
        }
    }

    [Fact]
    public async Task A_death_takes_nobody_away()
    {
        var id = await town.WriteAsync(Details("架逝", "二枝", "0311113333"));
        using var api = await TestApi.AsAsync(town, TestTown.Desk);
        await api.PostAsync($"/api/v1/people/{id}/death", new { diedOn = "R8.3.1" });
        Assert.Equal(1, await CountAsync(TestTown.Desk, "架逝"));
    }

    [Fact]
    public async Task Nobody_is_found_by_a_place_or_number_once_they_are_protected_old_ones_neither()
    {
        var id = await town.WriteAsync(Details("架隠", "三枝", "0311114444", "架隠町"));
        await using var db = town.Database.OpenAsOwner();
        var stamp = await SearchTown.StampAsync(db, TestTown.Desk, TestOrganisations.Desk);
        var person = await db.Persons.IgnoreQueryFilters().SingleAsync(p => p.Id == id, Ending);
        var moved = person.Details with { Location = new(AddressKind.Known, "世田谷区架転町一丁目1番1号"), Phones = [new(new("0311115555", "03-1111-5555"))] };
        Assert.True(person.Correct(moved, "転居", new DateOnly(2026, 4, 1), stamp).IsDone);
        await db.SaveAsync(new WorkContext(stamp, Permission.WritePerson), Ending);
        foreach (var query in (string[])["1111-5555", "架転町1-1"]) Assert.Equal((query, 1), (query, await CountAsync(TestTown.Desk, query)));
        Assert.True(person.ProtectLocation(stamp).IsDone);
        await db.SaveAsync(new WorkContext(stamp, Permission.WritePerson), Ending);
        foreach (var query in (string[])["1111-5555", "架転町1-1", "1111-4444", "架隠町3-14", "架隠 5555", "架隠 架転町"]) Assert.Equal((query, 0), (query, await CountAsync(TestTown.Desk, query)));
        Assert.Equal(1, await CountAsync(TestTown.Desk, "架隠 1951"));
        Assert.DoesNotContain(await TermsAsync(db, id), term => (term & 1) == 1);
    }

    [Fact]
    public async Task The_one_who_takes_over_finds_the_number_and_the_one_before_the_name_alone()
    {
        using var former = await TestApi.AsAsync(town, TestTown.Desk);
        using var holder = await TestApi.AsAsync(town, TestTown.OtherDesk);
        var received = await former.PostAsync("/api/v1/consultations", new
        {
            visitorName = "架渡 四枝",
            visitorRelation = "self",
            visitorContact = "03-5550-7777",
            ownWords = "相談したい",
            channel = "phone",
            next = "Keep",
            date = JapaneseDate.Format(town.Services.GetRequiredService<JapanTime>().Today),
        });
        var @case = (await former.GetAsync($"/api/v1/consultations/{received!["id"]}"))!["case"];
        Assert.Equal((1, 0), (await CountAsync(TestTown.Desk, "5550-7777"), await CountAsync(TestTown.OtherDesk, "5550-7777")));
        var offered = await former.PostAsync($"/api/v1/cases/{@case}/handovers", new { to = TestOrganisations.Id(TestOrganisations.OtherDesk).ToString(), reason = "moved", points = "要点", legalBasis = "within-purpose" });
        await holder.PostAsync($"/api/v1/handovers/{offered!["id"]}/accept", new { });
        Assert.Equal((0, 1), (await CountAsync(TestTown.Desk, "5550-7777"), await CountAsync(TestTown.OtherDesk, "5550-7777")));
        Assert.Equal((1, 1), (await CountAsync(TestTown.Desk, "架渡"), await CountAsync(TestTown.OtherDesk, "架渡")));
    }

    [Fact]
    public async Task What_was_granted_is_found_by_what_was_granted_of_it()
    {
        var whole = await town.WriteAsync(Details("架許", "松乃", "0366667777"));
        var named = await town.WriteAsync(Details("架許", "竹代", "0366668888"));
        var hidden = await town.WriteAsync(Details("架許", "梅子", "0366669999"));
        await town.WriteAsync(Details("架許", "桜恵", "0366660000"));
        await town.LendAsync(whole, TestOrganisations.OtherDesk, FieldClasses.Ordinary);
        await town.LendAsync(named, TestOrganisations.OtherDesk, FieldClasses.Existence | FieldClasses.Identity);
        await town.LendAsync(hidden, TestOrganisations.OtherDesk, FieldClasses.Existence);
        Assert.Equal(4, await CountAsync(TestTown.Desk, "架許"));
        Assert.Equal(2, await CountAsync(TestTown.OtherDesk, "架許"));
        Assert.Equal(1, await CountAsync(TestTown.OtherDesk, "6666-7777"));
        foreach (var query in (string[])["6666-8888", "架許 6666-8888", "6666-9999", "梅子", "6666-0000", "架許 梅子", "架許竹代 架空町"])
            Assert.Equal((query, 0), (query, await CountAsync(TestTown.OtherDesk, query)));
        Assert.Equal(1, await CountAsync(TestTown.OtherDesk, "架許竹代 昭和26年"));
    }

    [Fact]
    public async Task Whoever_may_not_see_is_answered_word_for_word_as_if_nobody_were_there()
    {
        await town.WriteAsync(Details("架秘", "九枝", "0377778888", "架秘町"));
        var past = await town.WriteAsync(Details("架秘", "十枝", "0377779999", "架秘町"));
        await town.LendAsync(past, TestOrganisations.OtherDesk, FieldClasses.Ordinary, new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var api = await TestApi.AsAsync(town, TestTown.OtherDesk);
        var nothing = (await api.PostAsync("/api/v1/search", new { query = "架無架無" }))!.ToJsonString();
        foreach (var query in (string[])["架秘", "架秘 十枝", "7777-9999", "架秘 昭和26", "架秘町3-14-15"])
            Assert.Equal((query, nothing), (query, (await api.PostAsync("/api/v1/search", new { query }))!.ToJsonString()));

        // Shut out by a declaration, the desk's own worker is answered the same.
        var own = await town.WriteAsync(Details("架縁", "藤代", "0377770000"));
        using var relative = await TestApi.AsAsync(town, TestTown.Desk2);
        Assert.Equal(1, await CountAsync(TestTown.Desk2, "架縁"));
        await relative.PostAsync($"/api/v1/people/{own}/exclusions", new { kind = "relative" });
        foreach (var query in (string[])["架縁", "架縁藤代", "7777-0000"])
            Assert.Equal((query, nothing), (query, (await relative.PostAsync("/api/v1/search", new { query }))!.ToJsonString()));
        Assert.Equal(1, await CountAsync(TestTown.Desk, "架縁"));
    }

    [Fact]
    public async Task Says_when_so_many_fit_that_only_some_are_put_in_order()
    {
        await town.WriteAllAsync(Enumerable.Range(0, PersonSearch.MostFitting + 1).Select(i => new PersonDetails(PersonName.Of("架多", i == 0 ? "初枝" : $"次{i}郎"), PersonSource.Self)));
        using var api = await TestApi.AsAsync(town, TestTown.Desk);
        Assert.Equal((20, true), Told(await api.PostAsync("/api/v1/search", new { query = "架多" })));
        Assert.Equal((1, false), Told(await api.PostAsync("/api/v1/search", new { query = "架多 初枝" })));
        using var desk = await town.SignInAsync(TestTown.Desk);
        await desk.SearchAsync("架多");
        Assert.Contains("一部の方だけを並べています", desk.Text, StringComparison.Ordinal);

        static (int, bool) Told(JsonNode? answer) => (answer!["people"]!.AsArray().Count, answer["isPartial"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Goes_on_to_everybody_once_and_ends()
    {
        for (var i = 0; i < 50; i++) await town.WriteAsync(Details("架続", $"{"甲乙丙丁戊己庚辛壬癸"[i / 5]}{"松竹梅桜桃"[i % 5]}", $"03888800{i:00}"));
        using var api = await TestApi.AsAsync(town, TestTown.Desk);
        List<string> names = [];
        string? after = null;
        do
        {
            var answer = await api.PostAsync("/api/v1/search", new { query = "架続", after });
            names.AddRange(answer!["people"]!.AsArray().Select(p => p!["name"]!.ToString()));
            after = answer["next"]?.ToString();
        }
        while (after is not null);
        Assert.Equal(50, names.Count);
        Assert.Equal(50, names.Distinct().Count());
        using var desk = await town.SignInAsync(TestTown.Desk);
        await desk.SearchAsync("架続");
        Assert.Contains("ほかにも合う方がいます", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync(desk.Page.QuerySelectorAll("a").Single(a => a.TextContent == "続きを見る").GetAttribute("href")!);
        Assert.Contains(names[20], desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(names[0], desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_on_the_same_whoever_else_is_hidden_between()
    {
        for (var i = 0; i < 25; i++) await town.WriteAsync(Details("架潜", $"{"甲乙丙丁戊"[i / 5]}{"松竹梅桜桃"[i % 5]}", $"03666600{i:00}"));
        using var relative = await TestApi.AsAsync(town, TestTown.Desk2);
        var before = await WalkAsync();
        // Before all others, between two pages, and behind all.
        foreach (var given in (string[])["一亜", "己一", "癸瓦"])
        {
            var hidden = await town.WriteAsync(Details("架潜", given, "0366660099"));
            Assert.Equal(1, await CountAsync(TestTown.Desk2, $"架潜{given}"));
            await relative.PostAsync($"/api/v1/people/{hidden}/exclusions", new { kind = "relative" });
            Assert.Equal(before, await WalkAsync());
            // Somebody hidden is nobody to go on after.
            var nobody = (await relative.PostAsync("/api/v1/search", new { query = "架潜", after = "019ea589-9dc0-71ac-8242-000000000000" }))!.ToJsonString();
            Assert.Equal(nobody, (await relative.PostAsync("/api/v1/search", new { query = "架潜", after = hidden.ToString() }))!.ToJsonString());
        }

        async Task<string> WalkAsync()
        {
            List<string> answers = [];
            for (string? after = null; after is not null || answers.Count == 0;)
            {
                var answer = await relative.PostAsync("/api/v1/search", new { query = "架潜", after });
                answers.Add(answer!.ToJsonString());
                after = answer["next"]?.ToString();
            }
            return string.Join('\n', answers);
        }
    }

    /// <summary>かねだ is one letter from かぬだ, and two from かだと, though かだ remains of both.</summary>
    [Fact]
    public async Task Takes_one_letter_for_a_slip_and_not_two()
    {
        await town.WriteAsync(new(PersonName.Of("架田", "乃", "かぬだ", "の"), PersonSource.Self));
        await town.WriteAsync(new(PersonName.Of("架戸", "乃", "かだと", "の"), PersonSource.Self));
        using var api = await TestApi.AsAsync(town, TestTown.Desk);
        var names = (await api.PostAsync("/api/v1/search", new { query = "かねだ の" }))!["people"]!.AsArray().Select(p => p!["name"]!.ToString()).ToList();
        Assert.Contains("架田 乃", names);
        Assert.DoesNotContain("架戸 乃", names);
    }

    [Fact]
    public async Task Refuses_what_is_too_long_and_says_so()
    {
        using var api = await TestApi.AsAsync(town, TestTown.Desk);
        var refused = await api.PostAsync("/api/v1/search", new { query = new string('架', 101) });
        Assert.Equal("TooLong", refused!["refusals"]![0]!["code"]!.ToString());
    }

    [Fact]
    public async Task Says_what_it_found_somebody_by()
    {
        await town.WriteAsync(new(PersonName.Of("渡邉", "架示", "わたなべ", "かじ", common: "かじさん"), PersonSource.Self) { BirthDate = PartialDate.Of(new DateOnly(1951, 2, 8)), Phones = [new(new("0399991234", "03-9999-1234"))] });
        using var api = await TestApi.AsAsync(town, TestTown.Desk);
        foreach (var (query, by) in ((string, string)[])[("渡邉架示", "氏名"), ("渡辺架示", "氏名（異体字）"), ("わたなべ かじ", "ふりがな"), ("9999-1234", "電話"), ("渡邉架示 S26.2.8", "氏名・生年月日"), ("わたなめ かじ", "ふりがな・よく似た氏名")])
            Assert.Equal((query, by), (query, (await api.PostAsync("/api/v1/search", new { query }))!["people"]!.AsArray().First(p => p!["name"]!.ToString() == "渡邉 架示")!["by"]!.ToString()));
    }

    [Fact]
    public async Task Everybody_who_was_ever_written_down_stands_in_the_index()
    {
        await using var connection = new NpgsqlConnection(town.Database.Owner);
        await connection.OpenAsync(Ending);
        await using var lost = new NpgsqlCommand("""
            select count(*) from person p left join person_search s on s.person_id = p.id
             where s.person_id is null or cardinality(s.terms) = 0
                or exists (select from access_grant g where g.root_id = p.id and g.root_kind = 'Person' and not s.subjects @> array[g.subject_id])
            """, connection);
        Assert.Equal(0L, await lost.ExecuteScalarAsync(Ending));
    }

    [Fact]
    public async Task Asks_the_index_and_reads_no_table_to_its_end()
    {
        await using var connection = new NpgsqlConnection(town.Database.Owner);
        await connection.OpenAsync(Ending);
        await using var explain = new NpgsqlCommand("""
            analyze person_search; set plan_cache_mode = force_generic_plan;
            prepare candidates (uuid[], int[], int) as select * from generate_series(0, $3) m cross join lateral (
              select * from person_search i where i.terms @> ($2)[m + 1 : m + 1] and i.subjects && $1 offset 0) e;
            explain execute candidates ('{}', '{1}', 0)
            """, connection);
        List<string> plan = [];
        await using var reader = await explain.ExecuteReaderAsync(Ending);
        while (await reader.ReadAsync(Ending)) plan.Add(reader.GetString(0));
        Assert.Contains(plan, line => line.Contains("Bitmap Index Scan on person_search_terms", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Seq Scan", StringComparison.Ordinal));
    }

    private async Task<int> CountAsync(string login, string query)
    {
        using var api = await TestApi.AsAsync(town, login);
        return (await api.PostAsync("/api/v1/search", new { query }))!["people"]!.AsArray().Count;
    }

    private static async Task<IReadOnlyList<int>> TermsAsync(Tsunagi.Data.AppDb db, Id<Person> id) =>
        await db.Set<Tsunagi.Data.Search.PersonIndexEntry>().IgnoreQueryFilters().AsNoTracking().Where(e => e.PersonId == id).Select(e => e.Terms).SingleAsync(Ending);
}
