using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Handoffs.HandoffStory;

namespace Tsunagi.Web.Tests.Households;

/// <summary>What a household, its relations and its dates must tell nobody: where somebody under 支援措置 lives, and whom the viewer may not see.</summary>
public sealed class What_a_household_keeps_to_itself(TestApp app) : IClassFixture<TestApp>
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Nobody_is_told_by_any_way_whether_a_protected_person_lives_there()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var family = await WriteAsync(desk, "架告");
        var before = await HandOffAsync(desk, family.Case, $"架告 母（本人、同居）");
        var draft = await HandOffAsync(desk, family.Case, $"架告 母（本人、同居）", send: false);
        Assert.Contains("\"living\":\"together\"", (await desk.GetAsync($"/api/v1/people/{family.Mother}"))!.ToJsonString(Plain), StringComparison.Ordinal);
        await ProtectAsync(desk, family.Mother, family.Child, family.Father);

        foreach (var path in new[] { $"people/{family.Mother}", $"households/{family.Household}", $"households/{family.Household}/family" })
            Assert.All(LivingOf((await desk.GetAsync($"/api/v1/{path}"))!, family.Mother), living => Assert.Equal("unknown", living));
        Assert.Equal("unknown", (await desk.GetAsync($"/api/v1/people/{family.Mother}"))!["households"]![0]!["living"]!.ToString());
        using var browser = await app.SignInAsync(TestTown.Desk);
        await browser.OpenAsync($"/people/{family.Mother}");
        Assert.Contains("世帯（本人、同居か不明）", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync($"/handoffs/new?case={family.Case}&kind=ToDesk");
        Assert.Contains("架告 母（本人、同居か不明）", browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("架告 母（本人、同居）", browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        // What lies unopened with another agency opens no more, and what was only written is not sent.
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        await other.PostAsync($"/api/v1/handoffs/{before}/acceptance", new { });
        Assert.Equal(HttpStatusCode.OK, other.Status);
        Assert.DoesNotContain("同居", (await other.GetAsync($"/api/v1/handoffs/{before}"))!.ToJsonString(Plain), StringComparison.Ordinal);
        await desk.PostAsync($"/api/v1/handoffs/{before}/released-enclosures", new { part = "household", legalBasis = "consent" });
        Assert.NotEqual(HttpStatusCode.OK, desk.Status);
        Assert.DoesNotContain("同居", (await desk.GetAsync($"/api/v1/handoffs/{draft}"))!.ToJsonString(Plain), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_writes_nothing_about_the_protected_and_no_day_tells_with_whom_they_lived()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var family = await WriteAsync(desk, "架転");
        await desk.PostAsync($"/api/v1/households/{family.Household}/changes", new { personId = family.Mother, relation = "本人", living = "apart", from = "R8.2.3" });
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        await desk.PostAsync($"/api/v1/households/{family.Household}/changes", new { personId = family.Mother, relation = "本人", living = "together", from = "R8.3.4" });
        await ProtectAsync(desk, family.Mother, family.Child, family.Father);
        await desk.PostAsync($"/api/v1/households/{family.Household}/move", new { movers = new[] { family.Father }, address = "架空台1-2", on = "R8.5.6" });
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        var household = (await desk.GetAsync($"/api/v1/households/{family.Household}"))!;
        Assert.Equal("apart", household["members"]!.AsArray().Single(m => m!["person"]!.ToString() == family.Child)!["living"]!.ToString());
        var mother = household["members"]!.AsArray().Concat(household["before"]!.AsArray()).Where(m => m!["person"]!.ToString() == family.Mother).ToList();
        Assert.Null(Assert.Single(mother)!["from"]);
        var shown = household.ToJsonString(Plain) + (await desk.GetAsync($"/api/v1/households/{family.Household}/family"))!.ToJsonString(Plain);
        foreach (var day in new[] { "2026-02-03", "2026-03-04" }) Assert.DoesNotContain(day, shown, StringComparison.Ordinal);
        await using var db = app.Database.OpenAsOwner();
        var id = Id<Domain.Households.Household>.Parse(family.Household, null);
        Assert.Equal(3, (await db.Households.IgnoreQueryFilters().AsNoTracking().SingleAsync(h => h.Id == id, TestContext.Current.CancellationToken)).Members.Count(m => m.PersonId.ToString() == family.Mother));
    }

    [Fact]
    public async Task A_ring_of_one_that_others_were_left_out_of_says_nothing()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var family = await WriteAsync(desk, "架独");
        await ProtectAsync(desk, family.Mother, family.Child, family.Father);
        Assert.Contains("架独 子、架独 父は同居", await TextAsync(), StringComparison.Ordinal);
        await desk.PostAsync($"/api/v1/households/{family.Household}/departures", new { personId = family.Father, until = "R8.5.6" });
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.DoesNotContain("ひとり暮らし", await TextAsync(), StringComparison.Ordinal);
        Assert.Contains("架独 子、架独 父は同居", await TextAsync("?on=2026-05-05"), StringComparison.Ordinal);

        async Task<string> TextAsync(string day = "") => (await desk.GetAsync($"/api/v1/households/{family.Household}/family{day}"))!["genogram"]!["text"]!.ToString();
    }

    [Fact]
    public async Task A_relation_to_somebody_one_is_shut_out_of_is_neither_changed_nor_counted()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var relative = await TestApi.AsAsync(app, TestTown.Desk2);
        var family = await WriteAsync(desk, "架除");
        await desk.PostAsync($"/api/v1/people/{family.Mother}/kin", new { role = "spouse", other = family.Father });
        await desk.PostAsync($"/api/v1/people/{family.Mother}/kin", new { role = "child", other = family.Child });
        var ties = (await relative.GetAsync($"/api/v1/households/{family.Household}/family"))!["kin"]!.AsArray();
        var (hidden, seen) = (IdOf(ties, "spouse"), IdOf(ties, "child"));
        await relative.PostAsync($"/api/v1/people/{family.Father}/exclusions", new { kind = "relative" });
        Assert.Equal(HttpStatusCode.OK, relative.Status);
        foreach (var (act, body) in ((string, object)[])[("separation", new { on = "R8.4.1" }), ("end", new { on = "R8.4.1" }), ("removal", new { reason = "違う" })])
        {
            var refused = await AnswerAsync($"/api/v1/people/{family.Mother}/kin/{hidden}/{act}", body);
            Assert.Equal(await AnswerAsync($"/api/v1/people/{family.Mother}/kin/{Access.Matrix.MatrixText.NobodysId(typeof(Domain.People.KinTie))}/{act}", body), refused);
            Assert.Equal(HttpStatusCode.NotFound, relative.Status);
        }
        await relative.PostAsync($"/api/v1/people/{family.Mother}/kin/{seen}/removal", new { reason = "聞き違い" });
        Assert.Equal(HttpStatusCode.OK, relative.Status);
        var left = (await desk.GetAsync($"/api/v1/households/{family.Household}/family"))!["kin"]!.AsArray();
        Assert.Equal(["spouse"], left.Select(t => t!["role"]!.ToString()));
        Assert.Null(left[0]!["separatedOn"]);

        static string IdOf(JsonArray ties, string role) => ties.Single(t => t!["role"]!.ToString() == role)!["id"]!.ToString();
        async Task<string> AnswerAsync(string path, object body)
        {
            var answer = (await relative.PostAsync(path, body))!.AsObject();
            answer.Remove("traceId");
            answer.Remove("instance");
            return answer.ToJsonString();
        }
    }

    [Fact]
    public async Task Who_keeps_the_names_reads_neither_what_was_written_nor_what_becomes_of_it()
    {
        using var former = await TestApi.AsAsync(app, TestTown.Desk);
        using var holder = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var family = await WriteAsync(former, "架名");
        await former.PostAsync($"/api/v1/people/{family.Mother}/kin", new { role = "child", other = family.Child });
        await HandOverAsync(former, holder, family.Case, TestOrganisations.OtherDesk);
        var first = await SeenAsync();
        foreach (var word in new[] { "長男", "夫", "together", "同居", "\"version\":1" }) Assert.DoesNotContain(word, first, StringComparison.Ordinal);
        Assert.Contains("架名 子", first, StringComparison.Ordinal);
        var version = (await holder.GetAsync($"/api/v1/households/{family.Household}"))!["version"]!.GetValue<int>();
        await holder.PostAsync($"/api/v1/households/{family.Household}/changes", new { personId = family.Child, relation = "連れ子", living = "away", from = "R8.6.7" });
        await holder.PostAsync($"/api/v1/households/{family.Household}/members/{family.Father}/removal", new { reason = "別の家の人だった" });
        Assert.Equal(HttpStatusCode.OK, holder.Status);
        Assert.True((await holder.GetAsync($"/api/v1/households/{family.Household}"))!["version"]!.GetValue<int>() > version);
        Assert.Equal(first, await SeenAsync());

        using var browser = await app.SignInAsync(TestTown.Desk);
        await browser.OpenAsync($"/households/{family.Household}");
        foreach (var word in new[] { "連れ子", "別の家の人", "離れている", "同居", "これまで" })
            Assert.DoesNotContain(word, browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        async Task<string> SeenAsync() => string.Join('\n', new[]
        {
            await former.GetAsync($"/api/v1/households/{family.Household}"), await former.GetAsync($"/api/v1/households/{family.Household}?on=2026-01-01"),
            await former.GetAsync($"/api/v1/households/{family.Household}/family"), await former.GetAsync($"/api/v1/people/{family.Child}"),
            await former.PostAsync("/api/v1/search", new { query = "架名 子" }),
        }.Select(n => n!.ToJsonString(Plain)));
    }

    [Fact]
    public async Task How_many_are_left_out_and_how_often_it_changed_is_for_who_writes()
    {
        using var former = await TestApi.AsAsync(app, TestTown.Desk);
        using var holder = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var family = await WriteAsync(former, "架数", inCase: false);
        await HandOverAsync(former, holder, family.Case, TestOrganisations.OtherDesk);
        var seen = await holder.GetAsync($"/api/v1/households/{family.Household}");
        Assert.Equal([family.Mother], seen!["members"]!.AsArray().Select(m => m!["person"]!.ToString()));
        Assert.Null(seen["version"]);
        Assert.NotNull((await former.GetAsync($"/api/v1/households/{family.Household}"))!["version"]);
        var found = (await holder.PostAsync("/api/v1/search", new { query = "架数 母" }))!["households"]!.AsArray();
        Assert.False(Assert.Single(found)!.AsObject().ContainsKey("members"));
    }

    [Fact]
    public async Task What_was_read_before_somebody_else_wrote_changes_nothing()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var family = await WriteAsync(desk, "架版");
        var path = $"/api/v1/households/{family.Household}";
        var version = (await desk.GetAsync(path))!["version"]!.GetValue<int>();
        foreach (var (act, body) in ((string, object)[])
        [
            ("members", new { name = "架版 孫", relation = "孫" }), ("changes", new { personId = family.Child, relation = "子", living = "apart", from = "R8.7.1" }),
            ("reference", new { personId = family.Child, from = "R8.7.1", relations = new Dictionary<string, string> { [family.Mother] = "母", [family.Father] = "父" } }),
            ($"members/{family.Father}/removal", new { reason = "違う" }), ("departures", new { personId = family.Father, until = "R8.7.1" }),
            ("parting", new { reference = family.Father, on = "R8.7.1" }), ("move", new { movers = new[] { family.Father }, address = "架空台3", on = "R8.7.1" }),
        ])
        {
            await PostAsync(act, body, version + 7);
            Assert.Equal((act, HttpStatusCode.Conflict), (act, desk.Status));
        }
        await PostAsync("changes", new { personId = family.Child, relation = "子", living = "apart", from = "R8.7.1" }, version);
        Assert.Equal(HttpStatusCode.OK, desk.Status);

        // The page: what stood open while a colleague wrote is not taken for what holds now.
        using var one = await app.SignInAsync(TestTown.Desk);
        using var two = await app.SignInAsync(TestTown.Desk2);
        await one.OpenAsync($"/households/{family.Household}");
        await two.OpenAsync($"/households/{family.Household}");
        await two.SubmitAsync(two.Form("Input.Reason"), ("Input.PersonId", family.Father), ("Input.Reason", "違う家の人"));
        await one.SubmitAsync(one.FormWithButton("加える"), "加える", ("Input.Name", "架版 孫"), ("Input.Relation", "孫"));
        Assert.Equal(HttpStatusCode.Conflict, one.Status);
        Assert.Equal("架版 孫", one.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.DoesNotContain("架版 孫", one.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        await one.SubmitAsync(one.FormWithButton("加える"), "加える");
        Assert.Contains("架版 孫", one.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        Task PostAsync(string act, object body, int seen) =>
            desk.SendAsItIsAsync(HttpMethod.Post, $"{path}/{act}", new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"), ("If-Match", $"\"{seen}\""));
    }

    [Fact]
    public async Task The_same_written_from_both_ends_at_once_is_written_once()
    {
        using var one = await TestApi.AsAsync(app, TestTown.Desk);
        using var two = await TestApi.AsAsync(app, TestTown.Desk2);
        for (var i = 0; i < 5; i++)
        {
            var family = await WriteAsync(one, $"架双{(char)('あ' + i)}");
            await Task.WhenAll(
                one.PostAsync($"/api/v1/people/{family.Mother}/kin", new { role = "spouse", other = family.Father }),
                two.PostAsync($"/api/v1/people/{family.Father}/kin", new { role = "spouse", other = family.Mother }));
            Assert.Single((await one.GetAsync($"/api/v1/households/{family.Household}/family"))!["kin"]!.AsArray());
        }
    }

    private sealed record Written(Id<Case> Case, string Household, string Mother, string Child, string Father);

    private static IEnumerable<string> LivingOf(JsonNode node, string person) => node switch
    {
        JsonObject it => (it["person"]?.ToString() == person && it["living"] is { } living ? [living.ToString()] : Enumerable.Empty<string>()).Concat(it.SelectMany(p => p.Value is { } inner ? LivingOf(inner, person) : [])),
        JsonArray list => list.SelectMany(n => n is { } inner ? LivingOf(inner, person) : []),
        _ => [],
    };

    /// <summary>A mother, her son and her husband, who live together, and her case; the others are in the case too unless they stay behind.</summary>
    private async Task<Written> WriteAsync(TestApi desk, string name, bool inCase = true)
    {
        var body = new JsonObject
        {
            ["date"] = app.Services.GetRequiredService<JapanTime>().Today.ToString("yyyy-MM-dd", null),
            ["channel"] = "phone",
            ["visitorName"] = $"{name} 母",
            ["visitorRelation"] = "self",
            ["ownWords"] = "相談したい",
            ["next"] = "Keep",
            ["members"] = inCase ? new JsonArray(Member("子", "長男"), Member("父", "夫")) : [],
        };
        var consultation = (await desk.PostAsync("/api/v1/consultations", body))!["id"]!.ToString();
        Assert.Equal(HttpStatusCode.Created, desk.Status);
        await using var db = app.Database.OpenAsOwner();
        var mother = await PersonAsync("母");
        var household = inCase ? (await desk.GetAsync($"/api/v1/people/{mother}"))!["households"]![0]!["household"]!.ToString()
            : (await desk.PostAsync("/api/v1/households", new { person = mother }))!["id"]!.ToString();
        if (!inCase)
            foreach (var (given, relation) in new[] { ("子", "長男"), ("父", "夫") })
                await desk.PostAsync($"/api/v1/households/{household}/members", new { name = $"{name} {given}", relation, living = "together" });
        Assert.True(desk.Status is HttpStatusCode.OK or HttpStatusCode.Created);
        var @case = (await desk.GetAsync($"/api/v1/consultations/{consultation}"))!["case"]!.ToString();
        return new(Id<Case>.Parse(@case, null), household, mother, await PersonAsync("子"), await PersonAsync("父"));

        JsonObject Member(string given, string relation) => new() { ["name"] = $"{name} {given}", ["relation"] = relation, ["living"] = "Together" };
        async Task<string> PersonAsync(string given) =>
            (await db.Persons.IgnoreQueryFilters().Where(p => p.Name.Family == name && p.Name.Given == given).Select(p => p.Id).SingleAsync(TestContext.Current.CancellationToken)).ToString();
    }

    private async Task ProtectAsync(TestApi desk, string person, params string[] household)
    {
        var today = app.Services.GetRequiredService<JapanTime>().Today;
        await desk.PostAsync($"/api/v1/people/{person}/protection", new
        {
            certifiedBy = "架空警察署",
            from = "R8.4.1",
            reviewOn = today.AddDays(100).ToString("yyyy-MM-dd", null),
            household = household.Select(h => new { person = h, included = false }),
        });
        Assert.Equal(HttpStatusCode.OK, desk.Status);
    }

    private static async Task<string> HandOffAsync(TestApi desk, Id<Case> source, string household, bool send = true)
    {
        var body = ToDesk(source, TestOrganisations.OtherDesk);
        body["enclosures"] = new JsonArray(Enclosure("household", household, "consent"));
        var made = await desk.PostAsync($"/api/v1/handoffs?send={(send ? "true" : "false")}", body);
        Assert.True(desk.Status == HttpStatusCode.Created, made?.ToJsonString(Plain));
        return made!["id"]!.ToString();
    }

    private static async Task HandOverAsync(TestApi sender, TestApi receiver, Id<Case> id, string to)
    {
        var made = await sender.PostAsync($"/api/v1/cases/{id}/handovers", new { to = TestOrganisations.Id(to).ToString(), reason = "moved", points = "要点", legalBasis = "within-purpose" });
        Assert.Equal(HttpStatusCode.Created, sender.Status);
        await receiver.PostAsync($"/api/v1/handovers/{made!["id"]}/accept", new { });
        Assert.Equal(HttpStatusCode.NoContent, receiver.Status);
    }
}
