using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Lists;

/// <summary>今日 of those for whom nothing waits says what they do here, and leads to what they may open.</summary>
public sealed class A_day_with_nothing_waiting(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(TestTown.Policy, "実績を見る画面は、いまの版にはまだありません")]
    [InlineData(TestTown.Auditor, "監査記録で確かめます")]
    [InlineData(TestTown.Privacy, "監査記録、居場所の閲覧、同意の訂正を確かめ")]
    [InlineData(TestTown.Administrator, "利用者と役割を管理します")]
    [InlineData(TestTown.AreaManager, "つなぎの滞りを見ます")]
    [InlineData(TestTown.Chair, "支援会議の座長")]
    public async Task Tells_what_the_role_does_and_leads_to_every_page_of_its_menu(string login, string words)
    {
        using var browser = await app.SignInAsync(login);
        await browser.OpenAsync("/");
        Assert.Contains("いま待っているものはありません", browser.Text, StringComparison.Ordinal);
        Assert.Contains(words, browser.Text, StringComparison.Ordinal);
        var menu = browser.Page.QuerySelectorAll(".frame-menu a").Select(a => a.GetAttribute("href")).Where(href => href != "/").Distinct();
        var offered = browser.Page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).ToList();
        Assert.All(menu, href => Assert.Contains(href, offered));
        Assert.Contains("/account", offered);
    }

    [Fact]
    public async Task Whoever_can_count_keeps_the_four_lists()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync("/");
        Assert.Contains("対応を待っているものはありません", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ここですること", desk.Text, StringComparison.Ordinal);
    }
}
