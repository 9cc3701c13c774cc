using System.Net;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo.Clock;
using Tsunagi.Web.Tests.Support;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Tests.Demo;

public sealed class DemoApp(TestCluster cluster) : TestApp(cluster)
{
    protected override bool Demo => true;
}

public sealed class The_demo_page(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task Moves_the_clock_and_the_audit_tells_who_did()
    {
        using var browser = await app.SignInAsync(TestTown.Desk);
        await browser.OpenAsync("/demo");
        var before = browser.Text;
        await browser.SubmitAsync(browser.FormWithButton("30日進める"), "30日進める");

        Assert.Contains("時計を30日進めました", browser.Text, StringComparison.Ordinal);
        Assert.NotEqual(before, browser.Text);
        await using var db = app.Database.OpenAsOwner();
        Assert.True(await DemoClock.ReadAsync(db, TestContext.Current.CancellationToken) >= TimeSpan.FromDays(30));
        var line = await db.AuditEntries.SingleAsync(e => e.Kind == MoveDemoClock.Moved, TestContext.Current.CancellationToken);
        Assert.NotEqual(default, line.AccountId);
        Assert.Contains("2592000", line.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_reached_from_the_banner_of_every_page()
    {
        using var browser = await app.SignInAsync(TestTown.Desk);
        await browser.OpenAsync("/");
        Assert.Contains(browser.Page.QuerySelectorAll("aside.frame-demo a"), a => a.GetAttribute("href") == "/demo");
    }

    [Fact]
    public async Task Follows_a_clock_that_was_moved_elsewhere()
    {
        using var browser = await app.SignInAsync(TestTown.Desk);
        await using var db = app.Database.OpenAsOwner();
        await DemoClock.SetAsync(db, TimeSpan.FromDays(4000), TestContext.Current.CancellationToken);
        var year = $"今日は{DateWords.Of(JapanTime.DateOf(TimeProvider.System.GetUtcNow().AddDays(4000))).Split('年')[0]}年";
        for (var i = 0; i < 40 && !browser.Text.Contains(year, StringComparison.Ordinal); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await browser.OpenAsync("/");
        }
        Assert.Contains(year, browser.Text, StringComparison.Ordinal);
        await DemoClock.SetAsync(db, TimeSpan.Zero, TestContext.Current.CancellationToken);
    }
}

public sealed class Without_a_demonstration(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task There_is_no_demo_page_and_no_clock_to_move()
    {
        using var browser = await app.SignInAsync(TestTown.Desk);
        await browser.OpenAsync("/demo");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        await browser.OpenAsync("/");
        Assert.Empty(browser.Page.QuerySelectorAll("aside.frame-demo"));
    }
}
