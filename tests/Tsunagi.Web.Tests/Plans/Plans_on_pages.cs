using System.Net;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Tests.Plans;

public sealed class Plans_on_pages(TestApp app) : IClassFixture<TestApp>
{
    private readonly PlanTown town = new(app);

    [Fact]
    public async Task A_consent_is_explained_given_and_withdrawn_on_pages()
    {
        var (@case, mother, _) = await town.OpenCaseAsync();
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/cases/{@case}/consents/new");
        await hub.SubmitAsync(hub.Form("Input.Explainer"), ("Input.Subject", mother.ToString()), ("Input.Explainer", "架空 多機関（主任）"), ("Input.Recipients", "ward"));
        Assert.Contains("説明を記録しました", hub.Text, StringComparison.Ordinal);
        await hub.SubmitAsync(hub.FormWithButton("同意を記録する"), ("Give.Form", "Written"), ("Give.Age", "16"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hub.Status);
        await hub.SubmitAsync(hub.FormWithButton("同意を記録する"), ("Give.Form", "Written"), ("Give.Age", "45"));
        Assert.Contains("同意を記録しました", hub.Text, StringComparison.Ordinal);
        await hub.SubmitAsync(hub.FormWithButton("撤回を記録する"), ("Input.Words", "やめたい"));
        Assert.Contains("この同意による共有は止まっています", hub.Text, StringComparison.Ordinal);
        await hub.OpenAsync($"/cases/{@case}/consents");
        Assert.Contains("共有を止めています", hub.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_state_line_tells_how_many_of_those_concerned_consent()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, mother, _) = await town.OpenCaseAsync();
        using var hub = await app.SignInAsync(TestTown.Hub);
        Assert.Equal("なし", (await FactAsync(hub, @case)).Words);
        var consent = await PlanTown.ConsentAsync(api, @case, mother, "ward");
        var (words, positive) = await FactAsync(hub, @case);
        Assert.Contains("1人中1人 R", words, StringComparison.Ordinal);
        Assert.True(positive);

        PlanTown.Expect(api, HttpStatusCode.NoContent, await api.PostAsync($"/api/v1/cases/{@case}/persons", new { name = "架空 次郎", role = "subject" }));
        (words, positive) = await FactAsync(hub, @case);
        Assert.Contains("2人中1人（未説明1） R", words, StringComparison.Ordinal);
        Assert.False(positive);
        PlanTown.Expect(api, HttpStatusCode.NoContent, await api.PostAsync($"/api/v1/consents/{consent}/withdraw", new { }));
        Assert.Contains("2人中0人（撤回1・未説明1）", (await FactAsync(hub, @case)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_a_consent_says_whose_case_it_is()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, mother, _) = await town.OpenCaseAsync();
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/cases/{@case}/consents/new");
        Assert.Equal("日本語", hub.Page.QuerySelector("#Input_Language")!.GetAttribute("value"));
        Assert.NotEmpty(hub.Page.QuerySelector("#Input_Explainer")!.GetAttribute("value")!);
        await hub.SubmitAsync(hub.Form("Input.Explainer"), ("Input.Subject", mother.ToString()), ("Input.Recipients", "ward"));
        await hub.SubmitAsync(hub.FormWithButton("同意を記録する"), ("Give.Giver", "AdultGuardian"), ("Give.Form", "Written"));
        Assert.True(hub.Page.QuerySelector("details:has(#Give_GiverName)")!.HasAttribute("open"));
        Assert.False(hub.Page.QuerySelector("details:has(#Give_InterpreterName)")!.HasAttribute("open"));

        await hub.SubmitAsync(hub.FormWithButton("返事を記録する"), ("Input.Words", "考えさせてほしい"));
        Assert.Contains("変えられます", hub.Text, StringComparison.Ordinal);
        await hub.SubmitAsync(hub.FormWithButton("日を決める"), ("Input.AskAgainOn", DateWords.Short(JapanTime.DateOf(app.Services.GetRequiredService<TimeProvider>().GetUtcNow()))));
        await hub.OpenAsync("/");
        await using var db = app.Database.OpenAsOwner();
        var number = (await db.Cases.IgnoreQueryFilters().SingleAsync(c => c.Id == @case)).Number.ToString();
        Assert.Contains(number, hub.Page.QuerySelectorAll("li").Single(row => row.TextContent.Contains("同意をあらためて説明する", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    private static async Task<(string Words, bool Positive)> FactAsync(TestBrowser browser, Id<Case> @case)
    {
        await browser.OpenAsync($"/cases/{@case}");
        var told = browser.Page.QuerySelectorAll("dt").Single(t => t.TextContent.Trim() == "同意").NextElementSibling!;
        return (told.TextContent.Trim(), told.ParentElement!.ClassName!.Contains("success", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_is_drafted_signed_and_edited_and_a_late_save_shows_both()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, mother, _) = await town.OpenCaseAsync();
        await PlanTown.ConsentAsync(api, @case, mother, "ward", "elder-care");
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/cases/{@case}/plans/new");
        await hub.SubmitAsync(hub.FormWithButton("下書きを保存する"), ("Input.Subjects", mother.ToString()), ("Input.Approach", "StayingConnected"),
            ("Input.Goals[0].Words", "この家で暮らしつづけたい"), ("Input.Goals[0].Person", mother.ToString()), ("Input.Actions[0].Who", "本人"), ("Input.Actions[0].What", "週に一度サロンへ行く"), ("Input.Actions[0].Until", "2026-12-18"),
            ("Input.Roles[0].Organisation", TestOrganisations.Id(TestOrganisations.Hub).ToString()), ("Input.Roles[0].Category", "ward"), ("Input.Roles[0].Role", "進行管理"));
        Assert.Contains("この家で暮らしつづけたい", hub.Text, StringComparison.Ordinal);
        var plan = hub.Url.AbsolutePath.Split('/')[2];

        using var other = await app.SignInAsync(TestTown.HubChief);
        await other.OpenAsync($"/plans/{plan}/versions/1/edit");
        await hub.OpenAsync($"/plans/{plan}/versions/1/edit");
        Assert.Equal("R8.12.18", hub.Page.QuerySelector("[name='Input.Actions[0].Until']")!.GetAttribute("value"));
        await hub.SubmitAsync(hub.FormWithButton("保存する"), ("Input.Policy", "ひとりめの方針"));
        await other.SubmitAsync(other.FormWithButton("保存する"), ("Input.Policy", "ふたりめの方針"));
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Contains("ひとりめの方針", other.Text, StringComparison.Ordinal);
        Assert.Contains("ふたりめの方針", other.Text, StringComparison.Ordinal);
        await other.SubmitAsync(other.FormWithButton("保存する"));
        Assert.Contains("ふたりめの方針", other.Text, StringComparison.Ordinal);

        await hub.OpenAsync($"/plans/{plan}");
        await hub.SubmitAsync(hub.FormWithButton("署名を記録する"));
        await hub.SubmitAsync(hub.FormWithButton("提出する"));
        Assert.Contains("受理の起案をする", hub.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_and_a_conference_are_walked_through_on_pages()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, mother, _) = await town.OpenCaseAsync();
        await PlanTown.ConsentAsync(api, @case, mother, "ward", "elder-care");
        var plan = await PlanTown.PlanAsync(api, @case, mother);
        await api.PostAsync($"/api/v1/plans/{plan}/versions/1/signatures", new { subject = mother.ToString(), kind = "signed" });
        await api.PostAsync($"/api/v1/plans/{plan}/versions/1/submit");

        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/decisions/new?kind=PlanAcceptance&plan={plan}&version=1");
        await hub.SubmitAsync(hub.FormWithButton("起案する"));
        var decision = hub.Url.AbsolutePath;
        using var chief = await app.SignInAsync(TestTown.HubChief);
        await chief.OpenAsync("/decisions");
        Assert.Contains("プランの受理", chief.Text, StringComparison.Ordinal);
        await chief.OpenAsync(decision);
        await chief.SubmitAsync(chief.FormWithButton("確認する"), "確認する");
        using var manager = await app.SignInAsync(TestTown.HubManager);
        await manager.OpenAsync(decision);
        await manager.SubmitAsync(manager.FormWithButton("決裁する"), "決裁する");
        Assert.Contains("決裁しました", manager.Text, StringComparison.Ordinal);

        await hub.OpenAsync($"/conferences/plan/new?plan={plan}&version=1");
        await hub.SubmitAsync(hub.FormWithButton("会議を予定する"), ("Input.Purpose", "PlanReview"), ("Input.On", "2099-01-01"), ("Input.Time", "14:00"), ("Input.Place", "第1会議室"));
        await hub.SubmitAsync(hub.FormWithButton("同意を確認する"));
        Assert.Equal(["令和81年1月1日", "14:00", "第1会議室"], new[] { "On", "Time", "Place" }.Select(f => hub.Page.QuerySelector($"[name='Schedule.{f}']")!.GetAttribute("value")));
        await hub.SubmitAsync(hub.Form("Schedule.On"), ("Schedule.On", "2020-01-01"), ("Schedule.Place", "区民館"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hub.Status);
        Assert.Contains("今日以降の日付", hub.Page.QuerySelector("#Schedule_On-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("区民館", hub.Page.QuerySelector("[name='Schedule.Place']")!.GetAttribute("value"));
        await hub.SubmitAsync(hub.Form("Schedule.On"), ("Schedule.On", "2099-01-08"));
        Assert.Contains("日時・場所を変更しました", hub.Text, StringComparison.Ordinal);
        Assert.Contains("区民館", hub.Text, StringComparison.Ordinal);
        await hub.SubmitAsync(hub.FormWithButton("同意を確認する"));
        await hub.SubmitAsync(hub.FormWithButton("開会する"), ("Opening.Attended", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hub.Status);
        Assert.Single(hub.Page.QuerySelectorAll(".ds-error-summary li"));
        Assert.Contains("予定の日より前です", hub.Page.QuerySelector("#Opening_Early-error")!.TextContent, StringComparison.Ordinal);
        await hub.SubmitAsync(hub.FormWithButton("開会する"), ("Opening.Attended", "1"), ("Opening.Early", "true"));
        Assert.Null(hub.Page.QuerySelector("[name='Schedule.On']"));
        await hub.SubmitAsync(hub.FormWithButton("意見を記録する"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hub.Status);
        Assert.Contains("選んでください", hub.Page.QuerySelector("#Input_Voices_1__Voice-error")!.TextContent, StringComparison.Ordinal);
        await hub.SubmitAsync(hub.FormWithButton("意見を記録する"), ("Input.Voices[1].Voice", "Agrees"));
        await hub.SubmitAsync(hub.FormWithButton("結論を出す"), ("Input.Decision", "Appropriate"));
        Assert.Contains("本人の目標", hub.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hub.Status);
        await hub.SubmitAsync(hub.FormWithButton("記録を保存する"),
            [.. new[] { "Goals", "Approach", "Actions", "Roles", "MonitoringDate" }.Select(c => ($"Input.Entries[{c}]", "話し合った。"))]);
        await hub.SubmitAsync(hub.FormWithButton("結論を出す"), ("Input.Decision", "Appropriate"));
        Assert.Contains("プランに反映しました", hub.Text, StringComparison.Ordinal);
        await hub.OpenAsync($"/plans/{plan}");
        Assert.Contains("プラン決定の起案をする", hub.Text, StringComparison.Ordinal);
        foreach (var path in new[] { "/", "/conferences/plan", "/decisions", $"/cases/{@case}/plans", $"/plans/{plan}/versions/1/print" })
            Assert.Equal(HttpStatusCode.OK, (await hub.OpenAsync(path)).Status);
    }

    [Fact]
    public async Task A_draft_is_printed_with_a_box_for_every_post_and_what_was_done_on_screen_stands_in_them()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, mother, _) = await town.OpenCaseAsync();
        await PlanTown.ConsentAsync(api, @case, mother, "ward", "elder-care");
        var plan = await PlanTown.PlanAsync(api, @case, mother);
        await api.PostAsync($"/api/v1/plans/{plan}/versions/1/signatures", new { subject = mother.ToString(), kind = "signed" });
        await api.PostAsync($"/api/v1/plans/{plan}/versions/1/submit");
        var decision = (await api.PostAsync("/api/v1/decisions", new { kind = "planAcceptance", plan, planVersion = 1, proposal = "受理してよろしいか伺います。" }))!["id"]!.ToString();

        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/decisions/{decision}");
        await hub.OpenAsync(hub.Page.Links.Select(a => a.GetAttribute("href")).Single(h => h == $"/decisions/{decision}/print")!);
        Assert.All((string[])["起案用紙", "プランの受理について（伺い）", "受理してよろしいか伺います。", "起案日", "架空 多機関", "ケース 令和"], w => Assert.Contains(w, hub.Text, StringComparison.Ordinal));
        Assert.Equal(["決裁（課長）", "確認（係長）", "起案"], Boxes("th"));
        Assert.Equal(["", ""], Boxes("td").Take(2));
        using var chief = await TestApi.AsAsync(app, TestTown.HubChief);
        await chief.PostAsync($"/api/v1/decisions/{decision}/check", new { words = "よい" });
        await chief.PostAsync($"/api/v1/decisions/{decision}/decide-as-deputy", new { words = "課長不在" });
        await hub.OpenAsync($"/decisions/{decision}/print");
        Assert.StartsWith("代決 架空 係長", Boxes("td")[0], StringComparison.Ordinal);
        Assert.StartsWith("架空 係長", Boxes("td")[1], StringComparison.Ordinal);
        using var stranger = await app.SignInAsync(TestTown.OtherDesk);
        await stranger.OpenAsync($"/decisions/{decision}/print");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);

        List<string> Boxes(string cell) => [.. hub.Page.QuerySelectorAll($".ds-stamps {cell}").Select(c => c.TextContent.Trim())];
    }

    [Fact]
    public async Task A_monitoring_is_printed_and_so_is_a_sheet_to_write_the_next_one_on()
    {
        const string Secret = "母は夏までに家を出て妹の町へ転居したい";
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, mother, _) = await town.OpenCaseAsync();
        await PlanTown.ConsentAsync(api, @case, mother, "ward", "elder-care");
        var plan = await PlanTown.PlanAsync(api, @case, mother);
        await town.BringIntoForceAsync(api, plan, 1, mother);
        await api.PostAsync($"/api/v1/cases/{@case}/notes", new
        {
            channel = "phone",
            form = "summary",
            paragraphs = new[] { new { kind = "fact", text = $"{Secret}と話した。", source = "observation", notTold = new[] { mother.ToString() } } },
        });
        PlanTown.Expect(api, HttpStatusCode.NoContent, await api.PostAsync($"/api/v1/plans/{plan}/versions/1/monitorings", new
        {
            goals = new[] { new { number = 1, result = "partly", words = "庭に出るようになった" } },
            actions = new[] { new { number = 1, result = "stuck", words = $"{Secret}と話した。" } },
            words = "食事の支度を自分でしている",
            outcome = "continue",
            nextOn = "2099-03-01",
        }));

        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/plans/{plan}");
        var sheets = hub.Page.Links.Select(a => a.GetAttribute("href")!).Where(h => h.Contains("/monitoring/print", StringComparison.Ordinal)).ToList();
        Assert.Equal([$"/plans/{plan}/versions/1/monitoring/print", $"/plans/{plan}/versions/1/monitoring/print?of=1"], sheets.Order(StringComparer.Ordinal));
        await hub.OpenAsync(sheets.Single(s => s.EndsWith("of=1", StringComparison.Ordinal)));
        Assert.All((string[])["モニタリング票", "第1回", "この家で暮らしつづけたい", "一部達成", "庭に出るようになった", "週に一度サロンへ行く", "進んでいない", "食事の支度", "■ このまま続ける", "令和81年3月1日"],
            w => Assert.Contains(w, hub.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, hub.Text, StringComparison.Ordinal);
        Assert.NotNull(hub.Page.QuerySelector(".unprinted .ds-banner"));

        await hub.OpenAsync(sheets.Single(s => s.EndsWith("print", StringComparison.Ordinal)));
        Assert.Contains("この家で暮らしつづけたい", hub.Text, StringComparison.Ordinal);
        Assert.Contains("□進んでいる", hub.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("庭に出る", hub.Text, StringComparison.Ordinal);
        foreach (var absent in new[] { "monitoring/print?of=2", "monitoring/print?of=0" })
            Assert.Equal(HttpStatusCode.NotFound, (await hub.OpenAsync($"/plans/{plan}/versions/1/{absent}")).Status);
        using var stranger = await app.SignInAsync(TestTown.OtherDesk);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(sheets[0])).Status);
    }

    [Fact]
    public async Task What_one_of_the_subjects_must_not_be_told_is_warned_of_and_left_out_of_their_print()
    {
        const string Secret = "母は夏までに家を出て妹の町へ転居したい";
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, mother, son) = await town.OpenCaseAsync();
        await api.PostAsync($"/api/v1/cases/{@case}/notes", new
        {
            channel = "phone",
            form = "summary",
            paragraphs = new[] { new { kind = "fact", text = $"{Secret}と話した。", source = "person", sourcePerson = mother.ToString(), notTold = new[] { son.ToString() } } },
        });
        Assert.Equal(HttpStatusCode.Created, api.Status);
        foreach (var subject in new[] { mother, son }) await PlanTown.ConsentAsync(api, @case, subject, "ward", "elder-care");
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/cases/{@case}/plans/new");
        await hub.SubmitAsync(hub.FormWithButton("下書きを保存する"), ("Input.Subjects", mother.ToString()), ("Input.Approach", "StayingConnected"), ("Input.Policy", $"{Secret}。見守る。"),
            ("Input.Goals[0].Words", "この家で暮らしつづけたい"), ("Input.Goals[0].Person", mother.ToString()), ("Input.Actions[0].Who", "本人"), ("Input.Actions[0].What", "週に一度サロンへ行く"),
            ("Input.Roles[0].Organisation", TestOrganisations.Id(TestOrganisations.Hub).ToString()), ("Input.Roles[0].Category", "ward"), ("Input.Roles[0].Role", "進行管理"));
        var plan = hub.Url.AbsolutePath.Split('/')[2];
        Assert.DoesNotContain("には伝えない", hub.Text, StringComparison.Ordinal);
        Assert.Contains(Secret, (await hub.OpenAsync($"/plans/{plan}/versions/1/print")).Text, StringComparison.Ordinal);

        await hub.OpenAsync($"/plans/{plan}/versions/1/edit");
        await hub.SubmitAsync(hub.FormWithButton("保存する"), ("Input.Subjects", mother.ToString()), ("Input.Subjects", son.ToString()));
        Assert.Contains("支援の方針：", hub.Text, StringComparison.Ordinal);
        await hub.OpenAsync($"/plans/{plan}/versions/1/edit");
        Assert.Contains("には伝えない、とした記録と同じ言葉", hub.Page.QuerySelector("#Input_Policy-support")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Secret, (await hub.OpenAsync($"/plans/{plan}/versions/1/print?for={mother}")).Text, StringComparison.Ordinal);
        foreach (var reader in new[] { $"?for={son}", "" })
        {
            await hub.OpenAsync($"/plans/{plan}/versions/1/print{reader}");
            Assert.DoesNotContain(Secret, hub.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.Contains("この家で暮らしつづけたい", hub.Text, StringComparison.Ordinal);
        }

        await hub.OpenAsync($"/conferences/plan/new?plan={plan}&version=1");
        await api.PostAsync($"/api/v1/plans/{plan}/versions/1/signatures", new { subject = mother.ToString(), kind = "signed" });
        await api.PostAsync($"/api/v1/plans/{plan}/versions/1/signatures", new { subject = son.ToString(), kind = "signed" });
        await api.PostAsync($"/api/v1/plans/{plan}/versions/1/submit");
        var conference = (await api.PostAsync("/api/v1/plan-conferences", new { plan, planVersion = 1, purpose = "planReview", on = "2099-01-01", time = "14:00", place = "第1会議室" }))!["id"]!.ToString();
        await api.PostAsync($"/api/v1/plan-conferences/{conference}/items", new { title = "転居", text = $"{Secret}とのこと", fieldClass = "wishes", about = mother.ToString(), origin = "toldBySubject", toldBy = mother.ToString() });
        await hub.OpenAsync($"/conferences/plan/{conference}");
        var item = hub.Page.QuerySelectorAll(".unprinted").Single(e => e.TextContent.Contains(Secret, StringComparison.Ordinal));
        Assert.Contains("には伝えない", item.TextContent, StringComparison.Ordinal);
    }
}
