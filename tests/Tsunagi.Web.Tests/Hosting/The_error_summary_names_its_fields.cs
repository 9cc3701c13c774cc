using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Hosting;

public sealed class The_error_summary_names_its_fields(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task And_says_choose_where_one_chooses()
    {
        using var browser = await app.SignInAsync(TestTown.Desk);
        await browser.OpenAsync("/leads/new");
        await browser.SubmitAsync(browser.FormWithButton("書き留める"), "書き留める");
        var summary = browser.Page.QuerySelector(".ds-error-summary")!.TextContent;
        Assert.Contains("気づいたこと：入力してください。", summary, StringComparison.Ordinal);
        Assert.Contains("情報源：選んでください。", summary, StringComparison.Ordinal);
    }
}
