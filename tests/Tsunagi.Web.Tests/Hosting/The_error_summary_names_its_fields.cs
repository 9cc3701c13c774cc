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

    [Fact]
    public async Task And_tells_apart_what_is_called_alike()
    {
        using var browser = await app.SignInAsync(TestTown.Desk);
        await browser.OpenAsync("/consultations/new");
        await browser.SubmitAsync(browser.FormWithButton("受け付ける"), "受け付ける", ("Input.PersonBirth", "R8.13.40"), ("Input.Members[1].Name", "架空 次郎"), ("Input.Members[1].Birth", "R8.13.40"));
        var errors = browser.Page.QuerySelectorAll(".ds-error-summary a").Select(a => a.TextContent).ToList();
        Assert.Contains(errors, e => e.StartsWith("生年月日・年齢：", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.StartsWith("世帯の人2の生年月日・年齢：", StringComparison.Ordinal));
    }
}
