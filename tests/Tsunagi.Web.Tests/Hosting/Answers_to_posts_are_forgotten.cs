using Microsoft.EntityFrameworkCore;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Hosting;

public sealed class Answers_to_posts_are_forgotten(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task After_a_week_in_which_nobody_sends_them_again()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        await desk.PostAsync("/api/v1/tallies", new { code = "papers" }, key: "old");
        app.Wait(TimeSpan.FromDays(6));
        await desk.PostAsync("/api/v1/tallies", new { code = "papers" }, key: "new");
        app.Wait(TimeSpan.FromDays(2));
        await app.Services.GetServices<IHostedService>().OfType<RepeatsPurge>().Single().PurgeAsync(TestContext.Current.CancellationToken);
        await using var db = app.Database.OpenAsOwner();
        Assert.Equal(["new"], await db.IdempotencyKeys.Select(k => k.Key).ToListAsync(TestContext.Current.CancellationToken));
    }
}
