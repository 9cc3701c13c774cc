using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Cases;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.UrgentReports;

public sealed class Reporting_abuse(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_card_is_within_reach_on_every_page_and_needs_four_answers()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync("/");
        Assert.Contains(desk.Page.Links, a => a.GetAttribute("href") == "/urgent-reports/new");
        await desk.OpenAsync("/urgent-reports/new");
        Assert.Contains("本人の同意も、上司の承認も", desk.Text, StringComparison.Ordinal);
        await desk.SubmitAsync(desk.Form("Input.Facts"), ("Input.Facts", "夜に泣き声が続いた"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Contains("だれについてかを", desk.Text, StringComparison.Ordinal);
        await desk.SubmitAsync(desk.Form("Input.Facts"),
            ("Input.Kind", "child"), ("Input.About", "三階の部屋の子ども"), ("Input.ImminentDanger", "true"),
            ("Input.Team", "elsewhere"), ("Input.Recipient", "児童相談所"), ("Input.TakenBy", "当直 甲"));
        Assert.Contains("通告・通報を記録しました", desk.Text, StringComparison.Ordinal);
        Assert.Contains("110番・119番はまだ記録されていません", desk.Text, StringComparison.Ordinal);
        Assert.Contains("受理を確認した", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reporter_is_read_by_the_receiving_team_alone()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var team = await TestApi.AsAsync(app, TestTown.Hub);
        using var stranger = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var body = Card();
        body["reporterName"] = "架空 隣人";
        var path = await MakeAsync(desk, body);

        Assert.Null((await desk.GetAsync(path))!["reporter"]);
        Assert.Equal("架空 隣人", (await team.GetAsync(path))!["reporter"]!["name"]!.GetValue<string>());
        await stranger.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);

        await using var db = app.Database.OpenAsOwner();
        Assert.DoesNotContain(await db.AuditEntries.Select(e => e.Payload).ToListAsync(TestContext.Current.CancellationToken), p => p.Contains("隣人", StringComparison.Ordinal));
        using var page = await app.SignInAsync(TestTown.Desk);
        await page.OpenAsync(path["/api/v1".Length..]);
        Assert.DoesNotContain("架空 隣人", page.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_paper_the_reporter_stands_only_where_the_receiving_team_asks_for_it()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        using var desk = await app.SignInAsync(TestTown.Desk);
        using var team = await app.SignInAsync(TestTown.Hub);
        using var stranger = await app.SignInAsync(TestTown.OtherDesk);
        var body = Card();
        body["reporterName"] = "架空 紙の隣人";
        var path = (await MakeAsync(api, body))["/api/v1".Length..];
        await team.OpenAsync(path);
        Assert.Contains(team.Page.Links, a => a.GetAttribute("href") == $"{path}/print");
        await team.OpenAsync($"{path}/print");
        Assert.All((string[])["通告・通報票", "腕にあざがあった", "小学生くらいの子", "児童虐待の通告", "児童虐待防止法6条", "課長"], w => Assert.Contains(w, team.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("隣人", team.Text, StringComparison.Ordinal);
        await team.OpenAsync($"{path}/print?reporter=true");
        Assert.Contains("架空 紙の隣人", team.Text, StringComparison.Ordinal);
        await desk.OpenAsync($"{path}/print?reporter=true");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.DoesNotContain("隣人", desk.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("知らせてくれた人", desk.Text, StringComparison.Ordinal);
        await stranger.OpenAsync($"{path}/print");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);

        await using var db = app.Database.OpenAsOwner();
        var report = Guid.Parse(path.Split('/')[^1]);
        Assert.Equal([Permission.SeeUrgentReport, Permission.SeeReporter, Permission.SeeUrgentReport],
            await db.AuditEntries.Where(e => e.Kind == AuditEntry.Printed && e.RootId == report).OrderBy(e => e.Sequence).Select(e => e.Permission).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_report_on_ones_own_workplace_stays_hidden_from_colleagues()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var colleague = await TestApi.AsAsync(app, TestTown.Desk2);
        var body = Card();
        body["ownWorkplace"] = true;
        var path = await MakeAsync(desk, body);
        await desk.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        await colleague.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, colleague.Status);
        Assert.DoesNotContain((await colleague.GetAsync("/api/v1/urgent-reports"))!["items"]!.AsArray(), r => path.EndsWith(r!["id"]!.GetValue<string>(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Conference_members_may_report_too_and_the_privacy_officer_sees_nothing()
    {
        using var chair = await TestApi.AsAsync(app, TestTown.Chair);
        var path = await MakeAsync(chair, Card());
        Assert.Equal("reported", (await chair.GetAsync(path))!["state"]!.GetValue<string>());
        using var privacy = await TestApi.AsAsync(app, TestTown.Privacy);
        await privacy.GetAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, privacy.Status);
    }

    [Fact]
    public async Task The_team_acknowledges_checks_and_ends_and_an_overdue_check_climbs()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var team = await TestApi.AsAsync(app, TestTown.Hub);
        var path = await MakeAsync(desk, Card());
        await desk.PostAsync($"{path}/acknowledgement", new JsonObject { ["takenBy"] = "乙" });
        Assert.Equal(HttpStatusCode.Forbidden, desk.Status);
        var taken = await team.PostAsync($"{path}/acknowledgement", new JsonObject { ["takenBy"] = "乙", ["reply"] = "今日訪問する" });
        Assert.Equal("acknowledged", taken!["state"]!.GetValue<string>());
        app.Wait(TimeSpan.FromHours(49));
        Assert.Equal("supervisor", (await team.GetAsync(path))!["climb"]!.GetValue<string>());
        app.Wait(TimeSpan.FromHours(48));
        Assert.Equal("manager", (await team.GetAsync(path))!["climb"]!.GetValue<string>());
        await team.PostAsync($"{path}/checks", new JsonObject { ["seen"] = false, ["result"] = "応答なし" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, team.Status);
        var seen = await team.PostAsync($"{path}/checks", new JsonObject { ["seen"] = true, ["result"] = "顔を見て話した" });
        Assert.Equal(("checking", "none"), (seen!["state"]!.GetValue<string>(), seen["climb"]!.GetValue<string>()));
        var ended = await team.PostAsync($"{path}/end", new JsonObject { ["reason"] = "一時保護となった" });
        Assert.Equal("ended", ended!["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task From_a_case_the_card_knows_whom_it_is_about_and_the_case_shows_the_report()
    {
        var id = await app.OpenCaseAsync(name: "架空 見守");
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/cases/{id}");
        var card = desk.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).First(h => h?.StartsWith("/urgent-reports/new", StringComparison.Ordinal) == true)!;
        await desk.OpenAsync(card);
        var person = desk.Page.QuerySelector("[name='Input.Persons']")!.GetAttribute("value")!;
        await desk.SubmitAsync(desk.Form("Input.Facts"), ("Input.Kind", "elder"), ("Input.Persons", person), ("Input.About", "二階の奥の部屋"), ("Input.Facts", "あざがあった"),
            ("Input.Team", TestOrganisations.Id(TestOrganisations.Hub).ToString()));
        var report = desk.Url.AbsolutePath;
        Assert.Contains("架空 見守", desk.Text, StringComparison.Ordinal);
        Assert.Contains("二階の奥の部屋", desk.Text, StringComparison.Ordinal);
        Assert.Contains(desk.Page.Links, a => a.GetAttribute("href") == $"/cases/{id}");
        await desk.OpenAsync($"/cases/{id}");
        Assert.Contains(desk.Page.Links, a => a.GetAttribute("href") == report);

        using var team = await app.SignInAsync(TestTown.Hub);
        await team.OpenAsync(report);
        Assert.Contains("架空 見守", team.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(id.ToString(), team.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        // An id of somebody the actor may not see brings nobody's name.
        using var stranger = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var guessed = Card();
        guessed["persons"] = new JsonArray(person);
        await stranger.PostAsync("/api/v1/urgent-reports", guessed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.Status);
    }

    [Fact]
    public async Task The_team_goes_on_with_it_as_a_consultation_that_does_not_tell_who_reported()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var team = await app.SignInAsync(TestTown.Hub);
        var body = Card();
        body["reporterName"] = "架空 通報者";
        var report = await MakeAsync(desk, body);
        await team.OpenAsync(report["/api/v1".Length..]);
        await team.SubmitAsync(team.Form("Input.TakenBy"), ("Input.TakenBy", "乙"));
        await team.SubmitAsync(team.FormWithButton("相談にする"));
        Assert.Contains("腕にあざがあった", team.Page.QuerySelector("[name='Input.Observations']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("小学生くらいの子", team.Page.QuerySelector("[name='Input.Observations']")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("通報者", team.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        Assert.NotNull((await api.GetAsync(report))!["consultation"]);
        Assert.Null((await desk.GetAsync(report))!["consultation"]);
        await api.PostAsync($"{report}/consultation");
        Assert.Equal(HttpStatusCode.Conflict, api.Status);
    }

    [Fact]
    public async Task What_was_reported_in_confidence_is_not_opened_to_the_office_as_a_consultation()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var body = Card();
        body.Remove("team");
        (body["recipient"], body["takenBy"], body["ownWorkplace"]) = ("児童相談所", "当直 甲", true);
        var path = await MakeAsync(desk, body);
        await desk.PostAsync($"{path}/consultation");
        Assert.Equal(HttpStatusCode.Forbidden, desk.Status);
        using var page = await app.SignInAsync(TestTown.Desk);
        await page.OpenAsync(path["/api/v1".Length..]);
        Assert.DoesNotContain("相談にする", page.Text, StringComparison.Ordinal);

        // Nor may it go to that workplace itself.
        (body["team"], body["recipient"]) = (TestOrganisations.Id(TestOrganisations.Desk).ToString(), null);
        var refused = await desk.PostAsync("/api/v1/urgent-reports", body);
        Assert.Equal("OwnWorkplace", refused!["refusals"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_deadline_that_cannot_be_read_is_not_taken_for_none()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var path = await MakeAsync(desk, Card());
        using var team = await app.SignInAsync(TestTown.Hub);
        await team.OpenAsync(path["/api/v1".Length..]);
        await team.SubmitAsync(team.Form("Input.TakenBy"), ("Input.TakenBy", "乙"));
        await team.SubmitAsync(team.Form("Input.Seen"), ("Input.Seen", "true"), ("Input.Result", "顔を見て話した"), ("Input.NextCheckDue", "来週のどこか"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, team.Status);
        Assert.Contains("読み取れない欄があります", team.Text, StringComparison.Ordinal);
        Assert.Contains("顔を見て話した", team.Page.QuerySelector("[name='Input.Result']")!.TextContent, StringComparison.Ordinal);
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        Assert.Empty((await api.GetAsync(path))!["checks"]!.AsArray());

        // Seen, and nothing more arranged: it stays on the board until somebody ends it.
        await team.SubmitAsync(team.Form("Input.Seen"), ("Input.Seen", "true"), ("Input.Result", "顔を見て話した"), ("Input.NextCheckDue", ""));
        await team.OpenAsync("/");
        Assert.Contains("次の安全確認の期限が決まっていません", team.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_is_kept_when_what_it_was_taken_up_from_is_out_of_sight_by_then()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/urgent-reports/new?case={IdSource.Named<Case>("handed on since")}");
        await desk.SubmitAsync(desk.Form("Input.Facts"), ("Input.Kind", "child"), ("Input.About", "三階の子ども"), ("Input.Facts", "夜に泣き声が続いた"),
            ("Input.Team", "elsewhere"), ("Input.Recipient", "児童相談所"));
        Assert.Contains("通告・通報を記録しました", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_call_does_not_bring_back_who_reported()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var team = await TestApi.AsAsync(app, TestTown.Hub);
        var body = Card();
        body["reporterName"] = "架空 近所の者";
        var path = await MakeAsync(desk, body);
        Assert.NotNull((await team.PostAsync($"{path}/acknowledgement", new { takenBy = "乙" }, key: "once"))!["reporter"]);
        Assert.Null(await team.PostAsync($"{path}/acknowledgement", new { takenBy = "乙" }, key: "once"));
        Assert.Equal(HttpStatusCode.NoContent, team.Status);
        await using var db = app.Database.OpenAsOwner();
        Assert.DoesNotContain(await db.IdempotencyKeys.Select(k => k.Body).ToListAsync(TestContext.Current.CancellationToken), b => b?.Contains("近所の者", StringComparison.Ordinal) == true);
    }

    private static JsonObject Card() => new()
    {
        ["kind"] = "child",
        ["about"] = "小学生くらいの子",
        ["facts"] = "腕にあざがあった",
        ["team"] = TestOrganisations.Id(TestOrganisations.Hub).ToString(),
    };

    private static async Task<string> MakeAsync(TestApi api, JsonObject body)
    {
        var made = await api.PostAsync("/api/v1/urgent-reports", body);
        Assert.True(api.Status == HttpStatusCode.Created, made?.ToJsonString());
        return $"/api/v1/urgent-reports/{made!["id"]!.GetValue<string>()}";
    }
}
