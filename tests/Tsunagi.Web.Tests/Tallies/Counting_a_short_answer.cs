using System.Net;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Tallies;

public sealed class Counting_a_short_answer(TestApp app) : IClassFixture<TestApp>
{
    private static int Total(TestBrowser browser) =>
        int.Parse(browser.Page.QuerySelector("tfoot td:last-child")?.TextContent ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task One_tap_on_the_first_page_counts_one_and_can_be_taken_back()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync("/");
        await desk.SubmitAsync(desk.FormWithButton("電話の取次ぎ"), "電話の取次ぎ");
        Assert.Contains("「電話の取次ぎ」を1件数えました。", desk.Text, StringComparison.Ordinal);
        Assert.Equal("/", desk.Url.AbsolutePath);
        Assert.Equal(1, Total(await desk.OpenAsync("/tallies")));
        await desk.SubmitAsync(desk.FormWithButton("窓口案内"), "窓口案内");
        Assert.Equal(2, Total(desk));

        using var colleague = await app.SignInAsync(TestTown.Desk2);
        Assert.Equal(2, Total(await colleague.OpenAsync("/tallies")));
        Assert.DoesNotContain("取り消す", colleague.Text, StringComparison.Ordinal);

        await desk.SubmitAsync(desk.FormWithButton("取り消す"), "取り消す");
        Assert.Equal(1, Total(desk));
    }

    [Fact]
    public async Task A_double_click_counts_once()
    {
        using var desk = await app.SignInAsync(TestTown.OtherDesk);
        await desk.OpenAsync("/tallies");
        var form = desk.FormWithButton("窓口案内");
        await desk.SubmitAsync(form, "窓口案内");
        await desk.SubmitAsync(form, "窓口案内");
        Assert.Equal(1, Total(await desk.OpenAsync("/tallies")));

        // Another answer from the page as it lay open is another answer.
        await desk.SubmitAsync(form, "電話の取次ぎ");
        Assert.Equal(2, Total(await desk.OpenAsync("/tallies")));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await desk.OpenAsync("/tallies?month=9999-12")).Status);
    }

    [Fact]
    public async Task The_same_through_the_api_and_only_for_ones_own_desk()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var counted = await hub.PostAsync("/api/v1/tallies", new { code = "papers" });
        Assert.Equal(HttpStatusCode.Created, hub.Status);
        await hub.PostAsync("/api/v1/tallies", new { code = "no-such-kind" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hub.Status);
        Assert.Equal(["papers 1"], (await hub.GetAsync("/api/v1/tallies"))!.AsArray().Select(c => $"{c!["code"]} {c["count"]}"));

        using var stranger = await TestApi.AsAsync(app, TestTown.Secretary);
        await stranger.PostAsync($"/api/v1/tallies/{counted!["id"]}/undo", new { });
        Assert.NotEqual(HttpStatusCode.OK, stranger.Status);
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        await other.PostAsync($"/api/v1/tallies/{counted["id"]}/undo", new { });
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        await hub.PostAsync($"/api/v1/tallies/{counted["id"]}/undo", new { });
        Assert.Empty((await hub.GetAsync("/api/v1/tallies"))!.AsArray());
        await hub.PostAsync($"/api/v1/tallies/{counted["id"]}/undo", new { });
        Assert.Equal(HttpStatusCode.Conflict, hub.Status);
    }
}
