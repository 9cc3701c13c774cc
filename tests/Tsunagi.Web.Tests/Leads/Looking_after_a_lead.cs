using System.Net;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Leads;

public sealed class Looking_after_a_lead(TestApp app) : IClassFixture<TestApp>
{
    private static async Task NoticeAsync(TestBrowser desk, string sign)
    {
        await desk.OpenAsync("/leads/new");
        await desk.SubmitAsync(desk.Form("Input.Sign"), "書き留める", ("Input.Sign", sign), ("Input.Place", "池尻3丁目の角"), ("Input.Source", "utility"),
            ("Input.Action", "声をかけに行く"), ("Input.On", "2099-01-10"));
    }

    [Fact]
    public async Task A_sign_always_has_an_owner_and_a_date()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync("/leads/new");
        await desk.SubmitAsync(desk.Form("Input.Sign"), "書き留める", ("Input.Sign", "新聞がたまっている"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        string?[] wrong = [.. desk.Page.QuerySelectorAll("[aria-invalid=true]").Select(e => e.GetAttribute("name"))];
        Assert.Contains("Input.On", wrong);
        Assert.Contains("Input.Action", wrong);
        Assert.Contains("Input.Place", wrong);
    }

    [Fact]
    public async Task It_is_watched_and_becomes_a_consultation_or_a_case()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await NoticeAsync(desk, "新聞がたまっている");
        await desk.SubmitAsync(desk.Form("Input.Done"), "記録する", ("Input.Done", "留守だった"), ("Input.Action", "また行く"), ("Input.On", "2099-02-01"));
        Assert.Contains("また行く", desk.Text, StringComparison.Ordinal);
        await desk.SubmitAsync(desk.FormWithButton("相談として受け付ける"), "相談として受け付ける");
        Assert.Contains("相談を記録", desk.Text, StringComparison.Ordinal);
        Assert.Contains("新聞がたまっている", desk.Page.Body!.InnerHtml, StringComparison.Ordinal);

        await NoticeAsync(desk, "夜に怒鳴り声がする");
        await desk.SubmitAsync(desk.FormWithButton("支援ケースにする"), "支援ケースにする");
        Assert.Contains("支援ケースになった", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_with_a_reason_and_is_invisible_to_others()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await NoticeAsync(desk, "見かけなくなった");
        await desk.SubmitAsync(desk.FormWithButton("終了する"), "終了する", ("Input.Reason", "施設に入ったとわかった"));
        Assert.Contains("施設に入ったとわかった", desk.Text, StringComparison.Ordinal);
        using var stranger = await app.SignInAsync(TestTown.OtherDesk);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(desk.Url.AbsolutePath)).Status);
    }

    [Fact]
    public async Task The_same_through_the_api()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var created = await api.PostAsync("/api/v1/leads", new { sign = "洗濯物が干されたまま", source = "neighbour", place = "池尻4丁目", action = "訪ねる", on = "令和80年1月1日" });
        Assert.Equal(HttpStatusCode.Created, api.Status);
        await api.PostAsync($"/api/v1/leads/{created!["id"]}/watch", new { done = "会えた", action = "電話する", on = "2099-01-01" });
        Assert.Equal(HttpStatusCode.OK, api.Status);
        var shown = await api.GetAsync($"/api/v1/leads/{created["id"]}");
        Assert.Equal("watching", shown!["state"]!.ToString());
        await api.PostAsync($"/api/v1/leads/{created["id"]}/end", new { });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, api.Status);
    }
}
