using System.Globalization;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Cases;

public sealed class A_long_day(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_long_list_begins_with_the_earliest_and_leads_to_all_of_its_rows()
    {
        const int Tasks = 15;
        var id = await app.OpenCaseAsync(name: "架空 多忙");
        var today = JapanTime.DateOf(app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        using (var desk = await TestApi.AsAsync(app, TestTown.Desk))
            for (var i = 0; i < Tasks; i++)
                await desk.PostAsync($"/api/v1/cases/{id}/tasks", new { what = $"用件{i:00}", due = today.AddDays(i / 3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), account = (await app.AccountAsync(TestTown.Desk2)).ToString() });
        using var browser = await app.SignInAsync(TestTown.Desk2);
        await browser.OpenAsync("/");
        Assert.Contains("用件00", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("用件14", browser.Text, StringComparison.Ordinal);
        var all = browser.Page.QuerySelectorAll(".ds-work-all a").Single(a => a.TextContent.Contains("期限が近い・過ぎた", StringComparison.Ordinal));
        await browser.OpenAsync(all.GetAttribute("href")!);
        for (var i = 0; i < Tasks; i++) Assert.Contains($"用件{i:00}", browser.Text, StringComparison.Ordinal);
        Assert.StartsWith($"{browser.Page.QuerySelectorAll(".ds-work-row").Length}件", all.TextContent, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll(".ds-work-all"));
    }
}
