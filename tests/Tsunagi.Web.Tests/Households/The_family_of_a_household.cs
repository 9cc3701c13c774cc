using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Households;

/// <summary>世帯・ジェノグラム・エコマップ: what is written is drawn, on every day as it was, and for everybody what they may see.</summary>
public sealed class The_family_of_a_household(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Is_drawn_from_what_is_written_and_reads_the_same_in_words()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var family = await WriteAsync(desk, "架系");
        await RelateAsync(desk, family.Mother, "spouse", family.Father, since: "H5.5");
        var couple = (await desk.GetAsync($"/api/v1/households/{family.Household}/family"))!["kin"]!.AsArray().Single(t => t!["role"]!.ToString() == "spouse")!["id"]!.ToString();
        await desk.PostAsync($"/api/v1/people/{family.Mother}/kin/{couple}/separation", new { on = "H30.4.1" });
        await desk.PostAsync($"/api/v1/people/{family.Mother}/kin/{couple}/end", new { on = "R2.3.31" });
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        await desk.PostAsync($"/api/v1/people/{family.Mother}/ties", new { contact = "架空の診療所", kind = "agency", strength = "weak", from = "R5.4.1" });
        await desk.PostAsync($"/api/v1/people/{family.Mother}/ties/1/change", new { strength = "strong", from = "R7.4.1" });

        var now = (await desk.GetAsync($"/api/v1/households/{family.Household}/family"))!;
        Assert.Contains("離婚", Text(now, "genogram"), StringComparison.Ordinal);
        Assert.Contains("架系 祖母", Text(now, "genogram"), StringComparison.Ordinal);
        Assert.Contains("架系 祖母", now["genogram"]!["svg"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("強い", Text(now, "ecomap"), StringComparison.Ordinal);
        var before = (await desk.GetAsync($"/api/v1/households/{family.Household}/family?on=2024-01-01"))!;
        Assert.Contains("弱い", Text(before, "ecomap"), StringComparison.Ordinal);
        var longAgo = (await desk.GetAsync($"/api/v1/households/{family.Household}/family?on=2019-01-01"))!;
        Assert.Contains("別居", Text(longAgo, "genogram"), StringComparison.Ordinal);
        Assert.DoesNotContain("離婚", Text(longAgo, "genogram"), StringComparison.Ordinal);
        Assert.DoesNotContain("架空の診療所", Text(longAgo, "ecomap"), StringComparison.Ordinal);
        Assert.DoesNotContain("架系 子", Text((await desk.GetAsync($"/api/v1/households/{family.Household}/family?on=1999-12-31"))!, "genogram"), StringComparison.Ordinal);
        Assert.Contains(now["changes"]!.AsArray(), d => d!.ToString() == "2020-03-31");

        // The relation is told from the other end on the other's page.
        using var page = await app.SignInAsync(TestTown.Desk);
        await page.OpenAsync($"/people/{family.Child}");
        Assert.Contains("母　架系 母", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_written_from_the_picture_without_script_and_nothing_typed_is_lost()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var family = await WriteAsync(api, "架絵");
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/households/{family.Household}");
        await desk.OpenAsync(desk.Page.QuerySelector($"svg a[href$='person={family.Child}']")!.GetAttribute("href")!);
        await desk.SubmitAsync(desk.FormWithButton("関係を書く"), "関係を書く", ("Input.Role", "Spouse"), ("Input.Name", "架絵 婿"), ("Input.Gender", "男"), ("Input.Since", "いつか"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Equal("架絵 婿", desk.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        await desk.SubmitAsync(desk.FormWithButton("関係を書く"), "関係を書く", ("Input.Since", "R7"));
        Assert.Contains("架絵 婿さんは架絵 子さんの夫", desk.Text, StringComparison.Ordinal);
        Assert.Contains("架絵 婿", desk.Page.QuerySelector(".family-picture svg")!.TextContent, StringComparison.Ordinal);
        await desk.SubmitAsync(desk.FormWithButton("取り消す"), "取り消す", ("Input.Reason", "聞き違い"));
        Assert.Contains("取り消した記載", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("架絵 婿", desk.Page.QuerySelector(".family-picture svg")!.TextContent, StringComparison.Ordinal);

        await desk.OpenAsync($"/households/{family.Household}/ties?person={family.Mother}");
        await desk.SubmitAsync(desk.FormWithButton("つながりを書く"), "つながりを書く", ("Input.Contact", "架空商店"), ("Input.Kind", "Place"), ("Input.What", "毎朝"));
        Assert.Contains("架空商店", desk.Page.QuerySelector(".family-picture svg")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_shown_to_nobody_else_and_without_those_one_is_shut_out_of_or_who_are_reached_through_them_alone()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var family = await WriteAsync(desk, "架隠");
        foreach (var login in new[] { TestTown.OtherDesk, TestTown.Hub, TestTown.Administrator })
        {
            using var stranger = await app.SignInAsync(login);
            foreach (var path in new[] { "", "/kin", "/ties" })
                Assert.NotEqual(HttpStatusCode.OK, (await stranger.OpenAsync($"/households/{family.Household}{path}")).Status);
            using var api = await TestApi.AsAsync(app, login);
            await api.PostAsync($"/api/v1/people/{family.Mother}/kin", new { role = "sibling", name = "架隠 だれか" });
            Assert.NotEqual(HttpStatusCode.OK, api.Status);
        }
        await desk.PostAsync($"/api/v1/people/{family.Father}/kin", new { role = "sibling", name = "架隠 叔母", gender = "女" });
        using var relative = await TestApi.AsAsync(app, TestTown.Desk2);
        Assert.Contains("架隠 叔母", Text((await relative.GetAsync($"/api/v1/households/{family.Household}/family"))!, "genogram"), StringComparison.Ordinal);
        await relative.PostAsync($"/api/v1/people/{family.Father}/exclusions", new { kind = "relative" });
        var left = (await relative.GetAsync($"/api/v1/households/{family.Household}/family"))!.ToJsonString(Plain);
        // The aunt is known through the father alone: standing there unconnected, she would tell of somebody in between.
        Assert.DoesNotContain("架隠 父", left, StringComparison.Ordinal);
        Assert.DoesNotContain("架隠 叔母", left, StringComparison.Ordinal);
        Assert.Contains("架隠 子", left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_with_nobodys_ring_where_a_protected_person_lives()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var family = await WriteAsync(desk, "架環");
        Assert.Contains("同居", Text((await desk.GetAsync($"/api/v1/households/{family.Household}/family"))!, "genogram"), StringComparison.Ordinal);
        var today = app.Services.GetRequiredService<JapanTime>().Today;
        await desk.PostAsync($"/api/v1/people/{family.Mother}/protection", new
        {
            certifiedBy = "架空警察署",
            from = "R8.4.1",
            reviewOn = today.AddDays(100).ToString("yyyy-MM-dd", null),
            household = new[] { new { person = family.Child, included = false } },
        });
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        var after = (await desk.GetAsync($"/api/v1/households/{family.Household}/family"))!;
        Assert.DoesNotContain("同居", Text(after, "genogram"), StringComparison.Ordinal);
        var members = (await desk.GetAsync($"/api/v1/households/{family.Household}"))!["members"]!.AsArray();
        Assert.Equal("unknown", members.Single(m => m!["person"]!.ToString() == family.Mother)!["living"]!.ToString());
        await desk.PostAsync($"/api/v1/people/{family.Mother}/ties", new { contact = "学校", kind = "place" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        // Nor does the database keep one, whoever writes.
        await using var connection = new Npgsql.NpgsqlConnection(app.Database.Owner);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand($"""
            insert into support_tie (person_id, number, contact, kind, strength, is_stressful, direction, written_at, is_withheld)
            values ('{family.Mother}', 9, '学校', 'Place', 'Ordinary', false, 'None', now(), false)
            """, connection);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Parts_and_moves_in_one_act_each()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var family = await WriteAsync(desk, "架移");
        await desk.PostAsync($"/api/v1/households/{family.Household}/move", new { movers = new[] { family.Mother }, address = "架空台9-9-9", on = "R8.5.1" });
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Equal("架空台9-9-9", (await desk.GetAsync($"/api/v1/people/{family.Mother}"))!["location"]!["address"]!.ToString());
        var members = (await desk.GetAsync($"/api/v1/households/{family.Household}"))!["members"]!.AsArray();
        Assert.Equal("apart", members.Last(m => m!["person"]!.ToString() == family.Child)!["living"]!.ToString());

        await desk.PostAsync($"/api/v1/households/{family.Household}/parting", new { reference = family.Mother, on = "R8.6.1" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        var parted = (await desk.PostAsync($"/api/v1/households/{family.Household}/parting", new { reference = family.Child, on = "R8.6.1" }))!["id"]!.ToString();
        Assert.Equal([family.Child], (await desk.GetAsync($"/api/v1/households/{parted}"))!["members"]!.AsArray().Select(m => m!["person"]!.ToString()));
        Assert.Equal(2, (await desk.GetAsync($"/api/v1/households/{family.Household}?on=2026-05-31"))!["members"]!.AsArray().Count);
        // The family is one, wherever they live: the relation stands in both households.
        Assert.Contains("架移 母", Text((await desk.GetAsync($"/api/v1/households/{parted}/family"))!, "genogram"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grows_by_a_birth_in_one_act_or_not_at_all()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var family = await WriteAsync(api, "架生");
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/households/{family.Household}");
        // A mother younger than her child: nothing of it is written, and nothing typed is lost.
        await desk.SubmitAsync(desk.FormWithButton("出生を記録する"), "出生を記録する", ("Birth.On", "H11.1.1"), ("Birth.Relation", "孫"), ("Birth.Living", "Together"), ("Birth.Gender", "女"), ("Birth.Mother", family.Child));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Equal("H11.1.1", desk.Page.QuerySelector("[name='Birth.On']")!.GetAttribute("value"));
        Assert.Equal(2, desk.Page.QuerySelector("table")!.QuerySelectorAll("tbody tr").Length);
        await desk.SubmitAsync(desk.FormWithButton("出生を記録する"), "出生を記録する", ("Birth.On", "R8.4.3"));
        Assert.Contains("出生を記録しました", desk.Text, StringComparison.Ordinal);
        Assert.Contains("令和8年4月3日", desk.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);

        var second = (await api.PostAsync($"/api/v1/households/{family.Household}/births", new { name = "架生 二孫", on = "R8.4.4", relation = "孫", living = "together", mother = family.Child }))!["id"]!.ToString();
        Assert.Equal(HttpStatusCode.Created, api.Status);
        Assert.Equal(("2026-04-04", "parent"), ((await api.GetAsync($"/api/v1/people/{second}"))!["birthDate"]!.ToString(), (await api.GetAsync($"/api/v1/people/{second}"))!["kin"]![0]!["role"]!.ToString()));
        var shown = (await api.GetAsync($"/api/v1/households/{family.Household}/family"))!;
        Assert.Equal(2, shown["kin"]!.AsArray().Count(t => t!["role"]!.ToString() == "parent" && t["other"]!.ToString() == family.Child));
        Assert.Equal(2, (await api.GetAsync($"/api/v1/households/{family.Household}?on=2026-04-02"))!["members"]!.AsArray().Count);
        await api.PostAsync($"/api/v1/households/{family.Household}/births", new { on = "R8.4.4", relation = "孫", father = family.Father });
        Assert.Equal("NotMember", (await api.PostAsync($"/api/v1/households/{family.Household}/births", new { on = "R8.4.4", relation = "孫", father = family.Father }))!["refusals"]![0]!["code"]!.ToString());
        using var stranger = await TestApi.AsAsync(app, TestTown.OtherDesk);
        await stranger.PostAsync($"/api/v1/households/{family.Household}/births", new { on = "R8.4.4", relation = "孫" });
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Written(string Household, string Mother, string Child, string Father);

    private static string Text(JsonNode family, string picture) => family[picture]!["text"]!.ToString();

    private static Task<JsonNode?> RelateAsync(TestApi desk, string person, string role, string other, string? since = null) =>
        desk.PostAsync($"/api/v1/people/{person}/kin", new { role, other, since });

    /// <summary>A mother and her child who live together, a grandmother and a father who do not.</summary>
    private async Task<Written> WriteAsync(TestApi desk, string name)
    {
        using var browser = await app.SignInAsync(TestTown.Desk);
        await browser.OpenAsync("/consultations/new");
        await browser.SubmitAsync(browser.Form("Input.OwnWords"), "受け付ける", ("Input.VisitorName", $"{name} 母"), ("Input.OwnWords", "相談"), ("Input.PersonBirth", "S50.3.3"));
        await using var db = app.Database.OpenAsOwner();
        var mother = (await PersonAsync("母")).ToString();
        var household = (await desk.PostAsync("/api/v1/households", new { person = mother }))!["id"]!.ToString();
        await desk.PostAsync($"/api/v1/households/{household}/changes", new { personId = mother, relation = "本人", living = "together", from = "H15.4.1" });
        await desk.PostAsync($"/api/v1/households/{household}/members", new { name = $"{name} 子", relation = "子", living = "together", from = "H15.4.1", birth = "H12.5.5" });
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        var child = (await PersonAsync("子")).ToString();
        await desk.PutAsync($"/api/v1/people/{mother}", new { version = (await desk.GetAsync($"/api/v1/people/{mother}"))!["version"]!.GetValue<int>(), family = name, given = "母", gender = "女", birthDate = "S50.3.3", reason = "聞き取り" });
        await desk.PutAsync($"/api/v1/people/{child}", new { version = (await desk.GetAsync($"/api/v1/people/{child}"))!["version"]!.GetValue<int>(), family = name, given = "子", gender = "女", birthDate = "H12.5.5", reason = "聞き取り" });
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        await RelateAsync(desk, mother, "child", child);
        await desk.PostAsync($"/api/v1/people/{mother}/kin", new { role = "parent", name = $"{name} 祖母", birth = "S25", gender = "女" });
        await desk.PostAsync($"/api/v1/people/{child}/kin", new { role = "parent", name = $"{name} 父", gender = "男" });
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        return new(household, mother, child, (await PersonAsync("父")).ToString());

        Task<Id<Domain.People.Person>> PersonAsync(string given) => db.Persons.IgnoreQueryFilters().Where(p => p.Name.Family == name && p.Name.Given == given).Select(p => p.Id).SingleAsync(TestContext.Current.CancellationToken);
    }
}
