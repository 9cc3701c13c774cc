using System.Net;
using System.Text.Json.Nodes;
using Tsunagi.Web.Tests.Cases;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Today;

/// <summary>The numbers of the menu are the rows of 今日 (ADR 0050).</summary>
public sealed class How_much_waits_stands_in_the_menu(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Each_entry_tells_the_rows_of_today_that_lie_under_it()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        using var colleague = await app.SignInAsync(TestTown.Desk2);
        foreach (var message in new[] { "折り返してほしい", "書類のこと" }) await LeaveAsync(desk, message);
        await LeaveAsync(desk, "同僚だけへ", TestTown.Desk2);

        await desk.OpenAsync("/");
        Assert.Equal(("2件待っています", "2件待っています"), (InMenu(desk, "/memos"), InMenu(desk, "/")));
        Assert.Null(InMenu(desk, "/handoffs"));
        await colleague.OpenAsync("/");
        Assert.Equal("3件待っています", InMenu(colleague, "/memos"));

        // Elsewhere the page asks for the same numbers, and the answer to who looks is never that of another.
        await desk.OpenAsync("/memos");
        Assert.Null(InMenu(desk, "/memos"));
        var address = desk.Page.QuerySelector(".frame-menu")!.GetAttribute("data-counts")!;
        await desk.OpenAsync(address);
        Assert.Equal("""{"/memos":{"rows":2,"atLeast":false},"/":{"rows":2,"atLeast":false}}""", JsonNode.Parse(desk.Text)!.ToJsonString());
        await colleague.OpenAsync(address);
        Assert.Equal(3, (int)JsonNode.Parse(colleague.Text)!["/memos"]!["rows"]!);
    }

    /// <summary>What a role may not open is in no number of its menu, though it be done by the same hand.</summary>
    [Fact]
    public async Task A_role_without_the_page_is_told_no_number()
    {
        using var hub = await app.SignInAsync(TestTown.Hub);
        await LeaveAsync(hub, "家族には知らせないでほしい");
        using var secretary = await app.SignInAsync(TestTown.Secretary);
        await secretary.OpenAsync("/?handler=Counts");
        Assert.Equal(HttpStatusCode.OK, secretary.Status);
        Assert.Equal("{}", JsonNode.Parse(secretary.Text)!.ToJsonString());
    }

    private static string? InMenu(TestBrowser browser, string href) =>
        browser.Page.QuerySelector($".frame-side a[href='{href}'] + .ds-count")?.TextContent;

    private async Task LeaveAsync(TestBrowser desk, string message, string? to = null)
    {
        await desk.OpenAsync("/memos/new");
        await desk.SubmitAsync(desk.Form("Input.Message"), "残す", ("Input.Message", message), ("Input.From", "架空 花子"), ("Input.To", to is null ? "" : (await app.AccountAsync(to)).ToString()));
    }
}
