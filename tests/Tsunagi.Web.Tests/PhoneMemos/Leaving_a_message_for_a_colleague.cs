using System.Net;
using Tsunagi.Web.Tests.Cases;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.PhoneMemos;

public sealed class Leaving_a_message_for_a_colleague(TestApp app) : IClassFixture<TestApp>
{
    private async Task LeaveAsync(TestBrowser desk, string message, string? to = null)
    {
        await desk.OpenAsync("/memos/new");
        await desk.SubmitAsync(desk.Form("Input.Message"), "残す", ("Input.Message", message), ("Input.From", "架空 花子"), ("Input.CallBack", "true"),
            ("Input.Phone", "03-0000-1234"), ("Input.CallBackWhen", "夕方"), ("Input.To", to is null ? "" : (await app.AccountAsync(to)).ToString()));
    }

    [Fact]
    public async Task It_waits_on_the_colleagues_first_page_until_it_is_done_and_no_one_elses()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await LeaveAsync(desk, "書類のことで電話がほしい", TestTown.Desk2);
        Assert.Contains("電話メモを残しました。", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("書類のことで", (await desk.OpenAsync("/")).Text, StringComparison.Ordinal);

        using var colleague = await app.SignInAsync(TestTown.Desk2);
        await colleague.OpenAsync("/");
        Assert.Contains("書類のことで", colleague.Text, StringComparison.Ordinal);
        Assert.Contains("折り返し（夕方）", colleague.Text, StringComparison.Ordinal);
        await colleague.OpenAsync("/memos?mine=true&callBack=true");
        await colleague.SubmitAsync(colleague.FormWithButton("済みにする"), "済みにする");
        Assert.Contains("済みにしました。", colleague.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("書類のことで", (await colleague.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("書類のことで", (await desk.OpenAsync("/memos?all=true")).Text, StringComparison.Ordinal);
    }

    /// <summary>今日 is everybody's; what stands there is not.</summary>
    [Fact]
    public async Task It_is_not_on_the_first_page_of_a_role_that_may_read_no_memos()
    {
        using var hub = await app.SignInAsync(TestTown.Hub);
        await LeaveAsync(hub, "家族には知らせないでほしい");
        Assert.Contains("家族には知らせないで", (await hub.OpenAsync("/")).Text, StringComparison.Ordinal);
        using var secretary = await app.SignInAsync(TestTown.Secretary);
        Assert.DoesNotContain("家族には知らせないで", (await secretary.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_becomes_a_consultation_only_by_choice_and_nothing_is_typed_twice()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await LeaveAsync(desk, "家賃が払えない");
        await desk.OpenAsync(desk.Page.Links.First(l => l.TextContent.Contains("家賃が払えない", StringComparison.Ordinal)).GetAttribute("href")!);
        var memo = desk.Url.AbsolutePath;
        await desk.SubmitAsync(desk.FormWithButton("相談にする"), "相談にする");
        var typed = desk.Form("Input.OwnWords");
        Assert.Equal("架空 花子", ((AngleSharp.Html.Dom.IHtmlInputElement)typed["Input.VisitorName"]!).Value);
        Assert.Contains("家賃が払えない", desk.Page.Body!.InnerHtml, StringComparison.Ordinal);
        await desk.SubmitAsync(typed, "受け付ける", ("Input.OwnWords", "今月の家賃が払えません"));
        Assert.Contains("相談を受け付けました。", desk.Text, StringComparison.Ordinal);
        Assert.Contains(desk.Url.AbsolutePath, (await desk.OpenAsync(memo)).Page.Links.Select(l => l.GetAttribute("href")).ToList());
        Assert.Contains("相談になった", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_back_without_a_number_is_asked_for_and_nothing_typed_is_lost()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync("/memos/new");
        await desk.SubmitAsync(desk.Form("Input.Message"), "残す", ("Input.Message", "あとでまた"), ("Input.CallBack", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Equal(["Input.Phone"], desk.Page.QuerySelectorAll("[aria-invalid=true]").Select(e => e.GetAttribute("name")));
        Assert.Contains("あとでまた", desk.Page.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_desk_neither_sees_nor_is_sent_one()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var left = await desk.PostAsync("/api/v1/memos", new { message = "内線で" });
        Assert.Equal(HttpStatusCode.Created, desk.Status);
        await desk.PostAsync("/api/v1/memos", new { message = "内線で", to = (await app.AccountAsync(TestTown.OtherDesk)).ToString() });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        using var stranger = await app.SignInAsync(TestTown.OtherDesk);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"/memos/{left!["id"]}")).Status);
        Assert.DoesNotContain("内線で", (await stranger.OpenAsync("/memos?all=true")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_goes_on_where_the_page_ended()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.OtherDesk);
        for (var i = 0; i < 52; i++) await desk.PostAsync("/api/v1/memos", new { message = $"{i}件目" });
        var first = await desk.GetAsync("/api/v1/memos");
        var second = await desk.GetAsync($"/api/v1/memos?after={first!["next"]}");
        Assert.Equal(52, first["rows"]!.AsArray().Concat(second!["rows"]!.AsArray()).Select(r => r!["id"]!.ToString()).Distinct().Count());
        Assert.Null(second["next"]);
        var memo = $"/api/v1/memos/{first["rows"]![0]!["id"]}";
        await desk.PostAsync($"{memo}/finish", new { });
        await desk.PostAsync($"{memo}/reopening", new { });
        Assert.Equal("waiting", (await desk.GetAsync(memo))!["state"]!.ToString());
    }
}
