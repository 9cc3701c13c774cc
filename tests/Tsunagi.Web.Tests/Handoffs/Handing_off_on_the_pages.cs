using System.Net;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Handoffs.HandoffStory;

namespace Tsunagi.Web.Tests.Handoffs;

public sealed class Handing_off_on_the_pages(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_worker_hands_off_the_other_desk_asks_and_takes_it_on_and_both_see_the_same_track()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        using var other = await app.SignInAsync(TestTown.OtherDesk);
        var source = await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk);
        await desk.OpenAsync($"/handoffs/new?case={source}");
        Assert.Contains("根拠のない提供はできません", desk.Text, StringComparison.Ordinal);
        await desk.SubmitAsync(desk.Form("Input.Asked"), "つなぐ",
            ("Input.Asked", "買い物の支援を一緒に考えてほしい"), ("Input.Topics", "care"), ("Input.Receiver", "directory"),
            ("Input.OtherReceiver", TestOrganisations.Id(Ikejiri).ToString()), ("Input.Identity.On", "true"), ("Input.Identity", "架空 一郎"), ("Input.Identity.LegalBasis", "consent"));
        Assert.True(desk.Status == HttpStatusCode.OK, desk.Text);
        Assert.Contains("つなぎました", desk.Text, StringComparison.Ordinal);
        var path = desk.Url.AbsolutePath;

        await other.OpenAsync("/handoffs");
        Assert.Contains("買い物の支援", other.Text, StringComparison.Ordinal);
        await other.OpenAsync(path);
        Assert.DoesNotContain("架空 一郎", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(source.ToString(), other.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await other.SubmitAsync(other.Form("Input.Questions"), ("Input.Questions", "ひとり暮らしですか"));
        Assert.Contains("追加情報を依頼しました", other.Text, StringComparison.Ordinal);
        await desk.OpenAsync(path);
        Assert.Equal(Track(other), Track(desk));
        await desk.SubmitAsync(desk.Form("Input.Answers[1]"), ("Input.Answers[1]", "はい"));
        await other.OpenAsync(path);
        await other.SubmitAsync(other.FormWithButton("受ける（主担当になる）"));
        Assert.Contains("受けました", other.Text, StringComparison.Ordinal);
        Assert.Contains("架空 一郎", other.Text, StringComparison.Ordinal);

        await desk.OpenAsync(path);
        Assert.Equal(Track(other), Track(desk));
        await desk.SubmitAsync(desk.Form("Input.Told"), ("Input.How", "電話で伝えた"));
        Assert.Contains("本人への結果報告を記録しました", desk.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2001-01-01 10:00")]
    [InlineData("0001-01-01 00:00")]
    public async Task An_attempt_before_the_handoff_was_sent_is_refused_beside_its_field(string at)
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var body = HandoffStory.ToDesk(await HandoffStory.CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), HandoffStory.Ikejiri);
        body.Remove("receiver");
        body["outside"] = new System.Text.Json.Nodes.JsonObject { ["kind"] = "medical", ["name"] = "架空病院 相談室" };
        var id = await HandoffStory.SendAsync(api, body);
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/handoffs/{id}");
        await desk.SubmitAsync(desk.Form("Input.Result"), ("Input.Method", "phone"), ("Input.Result", "担当者が不在"), ("Input.At", at));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Contains("つなぎを送ったときより前になっています", desk.Page.GetElementById("attempt-at-error")?.TextContent ?? desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_told_beside_its_field_and_nothing_typed_is_lost()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        var source = await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk);
        await desk.OpenAsync($"/handoffs/new?case={source}&kind=ToHub");
        await desk.SubmitAsync(desk.Form("Input.Asked"), "つなぐ",
            ("Input.Asked", "役割の整理をお願いしたい"), ("Input.Identity.On", "true"), ("Input.Identity", "架空 二郎"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Contains("アセスメントシートか", desk.Text, StringComparison.Ordinal);
        Assert.Contains("提供する根拠を選んでください", desk.Text, StringComparison.Ordinal);
        Assert.Contains("役割の整理をお願いしたい", desk.Page.QuerySelector("[name='Input.Asked']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("架空 二郎", desk.Page.QuerySelector("[name='Input.Identity']")!.TextContent, StringComparison.Ordinal);
        Assert.True(desk.Page.QuerySelector("[name='Input.Identity.On']")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task What_may_be_enclosed_is_written_out_as_people_write_it()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync("/consultations/new");
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "受け付ける", ("Input.OwnWords", "眠れない"), ("Input.VisitorName", "架空 電話"),
            ("Input.VisitorRelation", "self"), ("Input.VisitorContact", "03-9876-5430"));
        await desk.OpenAsync($"/handoffs/new?consultation={desk.Url.AbsolutePath.Split('/')[^1]}");
        Assert.Equal("架空 電話：03-9876-5430", desk.Page.QuerySelector("[name='Input.Contact']")!.TextContent);
    }

    [Fact]
    public async Task The_hub_judges_in_three_columns_and_gets_only_the_acts_that_follow()
    {
        using var sender = await TestApi.AsAsync(app, TestTown.Desk);
        using var hub = await app.SignInAsync(TestTown.Hub);
        using var chief = await app.SignInAsync(TestTown.HubChief);
        var id = await SendAsync(sender, ToHub(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk)));
        await hub.OpenAsync($"/handoffs/{id}");
        Assert.DoesNotContain("つなぎ戻す", Buttons(hub));
        await hub.OpenAsync($"/handoffs/{id}/screening");
        await hub.SubmitAsync(hub.Form("Input.Complex"), ("Input.Complex", "Yes"), ("Input.ComplexReason", "世帯に課題が重なる"), ("Input.Roles", "No"), ("Input.BeyondMeetings", "Yes"), ("Input.BeyondMeetingsReason", "会議で扱えない"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hub.Status);
        await hub.SubmitAsync(hub.Form("Input.Complex"), ("Input.RolesReason", "担当が決まっている"));
        Assert.Contains("受付判断を記録しました", hub.Text, StringComparison.Ordinal);
        Assert.Contains("つなぎ戻す（決裁へ）", Buttons(hub));
        Assert.DoesNotContain("多機関協働で受ける", Buttons(hub));
        await hub.SubmitAsync(hub.Form("Input.WhatToDo"), ("Input.WhatToDo", "地域ケア会議に諮ってください"));
        await chief.OpenAsync($"/handoffs/{id}");
        await chief.SubmitAsync(chief.FormWithButton("決裁する"));
        Assert.Contains("つなぎ戻し", chief.Text, StringComparison.Ordinal);

        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/handoffs/{id}");
        Assert.Contains("地域ケア会議に諮ってください", desk.Text, StringComparison.Ordinal);
        await desk.SubmitAsync(desk.FormWithButton("つなぎ戻しを確認した"));
        await desk.OpenAsync(desk.Page.Links.First(a => a.TextContent.Contains("もう一度つなぐ", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Contains("前のつなぎで求められたこと", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_page_loses_nothing_and_does_nothing()
    {
        using var sender = await TestApi.AsAsync(app, TestTown.Desk);
        using var first = await app.SignInAsync(TestTown.OtherDesk);
        using var second = await app.SignInAsync(TestTown.OtherDesk);
        var id = await SendAsync(sender, ToDesk(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), Ikejiri));
        await first.OpenAsync($"/handoffs/{id}");
        await second.OpenAsync($"/handoffs/{id}");
        await first.SubmitAsync(first.Form("Input.Questions"), ("Input.Questions", "お住まいは"));
        await second.SubmitAsync(second.Form("Input.Questions"), ("Input.Questions", "ご家族は"));
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("ほかの方が先に更新しました", second.Text, StringComparison.Ordinal);
        Assert.Contains("ご家族は", second.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_find_nothing_and_area_managers_find_only_where_things_wait()
    {
        using var sender = await TestApi.AsAsync(app, TestTown.Desk);
        var id = await SendAsync(sender, ToDesk(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), Ikejiri));
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/handoffs/{id}");
        Assert.Equal(HttpStatusCode.NotFound, hub.Status);
        using var area = await app.SignInAsync(TestTown.AreaManager);
        await area.OpenAsync("/handoffs/bounces");
        Assert.Contains("受け手ごとの対応待ち", area.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("介護の手続き", area.Text, StringComparison.Ordinal);
        await area.OpenAsync("/handoffs");
        Assert.NotEqual(HttpStatusCode.OK, area.Status);
    }

    [Fact]
    public async Task The_case_says_where_its_handoff_waits_to_those_who_may_see_the_handoff()
    {
        using var sender = await TestApi.AsAsync(app, TestTown.Desk);
        var source = await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk);
        var id = await SendAsync(sender, ToDesk(source, Ikejiri));
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/cases/{source}/team");
        var fact = desk.Page.QuerySelector($".ds-state-line a[href='/handoffs/{id}']")!.TextContent;
        Assert.StartsWith("池尻", fact, StringComparison.Ordinal);
        Assert.EndsWith("　届いた（対応待ち）（1日目）", fact, StringComparison.Ordinal);

        await desk.SubmitAsync(desk.Form("Input.Role"), ("Input.Role", "見守り"), ("Input.Organisation", TestOrganisations.Id(TestOrganisations.Hub).ToString()),
            ("Input.Opens", "Read"), ("Input.LegalBasis", "within-purpose"), ("Input.Reason", "見守りを分担するため"));
        using var team = await app.SignInAsync(TestTown.Hub);
        await team.OpenAsync($"/cases/{source}");
        Assert.Equal(HttpStatusCode.OK, team.Status);
        Assert.DoesNotContain("届いた（対応待ち）", team.Text, StringComparison.Ordinal);

        await sender.PostAsync($"/api/v1/handoffs/{id}/withdrawal", new { reason = "本人がほかで相談した" });
        await desk.OpenAsync($"/cases/{source}");
        Assert.Null(desk.Page.QuerySelector($".ds-state-line a[href='/handoffs/{id}']"));
    }

    [Fact]
    public async Task Whoever_was_slower_sees_what_the_other_wrote_and_may_send_theirs()
    {
        using var sender = await TestApi.AsAsync(app, TestTown.Desk);
        var id = await SendAsync(sender, ToHub(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk)));
        using var slow = await app.SignInAsync(TestTown.Hub);
        using var fast = await app.SignInAsync(TestTown.HubChief);
        await slow.OpenAsync($"/handoffs/{id}/screening");
        await fast.OpenAsync($"/handoffs/{id}/screening");
        (string, string)[] Judged(string reason) =>
            [("Input.Complex", "Yes"), ("Input.ComplexReason", reason), ("Input.Roles", "Yes"), ("Input.RolesReason", "分担が決まらない"), ("Input.BeyondMeetings", "Yes"), ("Input.BeyondMeetingsReason", "会議で扱えない")];
        await fast.SubmitAsync(fast.Form("Input.Complex"), Judged("先に書いた理由"));
        Assert.Contains("受付判断を記録しました", fast.Text, StringComparison.Ordinal);

        await slow.SubmitAsync(slow.Form("Input.Complex"), Judged("後に書いた理由"));
        Assert.Equal(HttpStatusCode.Conflict, slow.Status);
        Assert.Contains("先に書いた理由", slow.Text, StringComparison.Ordinal);
        Assert.Contains("後に書いた理由", slow.Page.QuerySelector("[name='Input.ComplexReason']")!.TextContent, StringComparison.Ordinal);
        await slow.SubmitAsync(slow.Form("Input.Complex"));
        Assert.Contains("受付判断を記録しました", slow.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_can_be_changed_and_sent_later()
    {
        using var sender = await TestApi.AsAsync(app, TestTown.Desk);
        var made = await sender.PostAsync("/api/v1/handoffs", ToDesk(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), Ikejiri));
        var id = Text(made, "id");
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/handoffs/{id}/edit");
        Assert.Equal("介護の手続きを一緒に見てほしい", desk.Page.QuerySelector("[name='Input.Asked']")!.GetAttribute("value"));
        await desk.SubmitAsync(desk.Form("Input.Asked"), "つなぐ", ("Input.Asked", "介護と家計を一緒に見てほしい"));
        Assert.Contains("つなぎました", desk.Text, StringComparison.Ordinal);
        Assert.Contains("介護と家計", desk.Text, StringComparison.Ordinal);
    }

    private static string Track(TestBrowser browser) => browser.Page.QuerySelector(".ds-steps--track")!.TextContent;

    private static string Buttons(TestBrowser browser) =>
        string.Join('|', browser.Page.QuerySelectorAll("main button, main summary").Select(b => b.TextContent));
}
