using System.Net;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Web.Features.Notices.Match;
using Tsunagi.Web.Hosting;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Notices;

/// <summary>When the matching runs, and what of it is published.</summary>
public sealed class Nights_and_years(NoticeTown town, BunkyoApp bunkyo) : IClassFixture<NoticeTown>, IClassFixture<BunkyoApp>
{
    [Fact]
    public async Task Two_nodes_do_the_nights_work_once()
    {
        await using (var db = town.Database.OpenAsOwner()) await db.Settings.Where(s => s.Name == MatchAtNight.LastNight).ExecuteDeleteAsync();
        var before = (await town.NoticesAsync(NoticeTown.First)).Count;
        await town.KnownTwiceAsync();
        var nights = await Task.WhenAll(NightAsync(town), NightAsync(town), NightAsync(town));
        Assert.Single(nights, n => n is not null);
        Assert.Null(await NightAsync(town));
        Assert.Equal(before + 1, (await town.NoticesAsync(NoticeTown.First)).Count);
    }

    [Fact]
    public async Task Where_the_profile_switches_it_off_nobody_is_compared_with_anybody() => Assert.Equal(new NightFigures(0, 0, 0, 0), await NightAsync(bunkyo));

    [Theory]
    [InlineData("2026-11-24T15:59:00Z", false)]
    [InlineData("2026-11-24T16:00:00Z", true)]
    [InlineData("2026-11-24T19:59:00Z", true)]
    [InlineData("2026-11-24T20:00:00Z", false)]
    [InlineData("2026-11-24T03:00:00Z", false)]
    public void It_runs_while_the_town_is_asleep(string at, bool runs) =>
        Assert.Equal(runs, NightWatch.IsNight(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>What goes wrong in one night is logged without its words, ends nothing, and the next night runs.</summary>
    [Fact]
    public async Task A_night_that_fails_ends_neither_the_host_nor_the_watch()
    {
        await using (var db = town.Database.OpenAsOwner()) await db.Settings.Where(s => s.Name == MatchAtNight.LastNight).ExecuteDeleteAsync();
        var log = new Lines();
        var watch = new NightWatch(new FirstFails(town.Services.GetRequiredService<IServiceScopeFactory>()), TimeProvider.System, town.Services.GetRequiredService<ServeOptions>(), log);
        await watch.NightAsync(CancellationToken.None);
        Assert.Contains("ArgumentException", Assert.Single(log.Written), StringComparison.Ordinal);
        Assert.DoesNotContain("架空 花子", log.Written[0], StringComparison.Ordinal);
        await using (var db = town.Database.OpenAsOwner()) Assert.False(await db.Settings.AnyAsync(s => s.Name == MatchAtNight.LastNight));
        await watch.NightAsync(CancellationToken.None);
        await using (var db = town.Database.OpenAsOwner()) Assert.True(await db.Settings.AnyAsync(s => s.Name == MatchAtNight.LastNight));
    }

    private sealed class FirstFails(IServiceScopeFactory scopes) : IServiceScopeFactory
    {
        private int asked;

        public IServiceScope CreateScope() => asked++ == 0 ? throw new ArgumentException("架空 花子 cannot be compared.") : scopes.CreateScope();
    }

    private sealed class Lines : ILogger<NightWatch>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception) + exception);
    }

    /// <summary>A late proposal about a notice of a year that is shown moves nothing in it.</summary>
    [Fact]
    public async Task Figures_of_a_year_that_is_shown_stay_as_they_are()
    {
        await town.KnownTwiceAsync();
        Assert.Equal(1, (await town.NightAsync()).Told);
        var id = (await town.NoticesAsync(NoticeTown.First)).Last(n => n!["state"]!.ToString() == "told")!["id"]!.ToString();
        await town.AskAsync(NoticeTown.First, HttpMethod.Post, $"/api/v1/coordination-notices/{id}/answer", new { choice = "ask", reason = "声をかける" }, HttpStatusCode.OK);
        var later = TimeSpan.FromDays(366 + 92);
        town.Wait(later);
        try
        {
            var before = await CountedAsync();
            await town.AskAsync(NoticeTown.First, HttpMethod.Post, $"/api/v1/coordination-notices/{id}/answer", new { choice = "proposeConference", reason = "集まる" }, HttpStatusCode.OK);
            Assert.Equal(before, await CountedAsync());
        }
        finally
        {
            town.Wait(-later);
        }
    }

    private async Task<IReadOnlyList<(int, Domain.Notices.NoticeOutcome, int)>> CountedAsync()
    {
        await using var db = town.Database.OpenAsOwner();
        return [.. (await db.NoticeTallies.AsNoTracking().ToListAsync()).Select(t => (t.FiscalYear, t.Outcome, t.Number)).Order()];
    }

    [Fact]
    public async Task Figures_are_shown_of_finished_years_alone_and_small_numbers_not_at_all()
    {
        await town.KnownTwiceAsync();
        Assert.Equal(1, (await town.NightAsync()).Told);
        var now = await town.AskAsync(TestTown.Policy, HttpMethod.Get, "/api/v1/coordination-notices/figures", null, HttpStatusCode.OK);
        Assert.Empty(now!.AsArray());
        var later = TimeSpan.FromDays(366 + 92);
        town.Wait(later);
        try
        {
            var years = (await town.AskAsync(TestTown.Policy, HttpMethod.Get, "/api/v1/coordination-notices/figures", null, HttpStatusCode.OK))!.AsArray();
            Assert.Single(years);
            Assert.All(years, year => Assert.All(year!["figures"]!.AsArray(), f => Assert.True(f!["number"]?.GetValue<int>() is null or 0 or >= 5)));
            await town.AskAsync(TestTown.Desk, HttpMethod.Get, "/api/v1/coordination-notices/figures", null, HttpStatusCode.Forbidden);
        }
        finally
        {
            town.Wait(-later);
        }
    }

    [Fact]
    public async Task The_rule_is_there_for_everybody_with_the_numbers_of_the_ward()
    {
        foreach (var login in new[] { TestTown.Desk, TestTown.Policy, NoticeTown.First, TestTown.Administrator })
        {
            var rule = await town.AskAsync(login, HttpMethod.Get, "/api/v1/coordination-notices/rule", null, HttpStatusCode.OK);
            Assert.Equal((true, 6, 2, 2, 10, 90), ((bool)rule!["isOn"]!, (int)rule["activeWithinMonths"]!, (int)rule["minimumOrganisations"]!, (int)rule["coordinatorsTold"]!, (int)rule["answerWithinWorkingDays"]!, (int)rule["deleteAfterDays"]!));
        }
        Assert.False((bool)(await new Asked(bunkyo).RuleAsync())!["isOn"]!);
    }

    private sealed class Asked(TestApp app)
    {
        public async Task<System.Text.Json.Nodes.JsonNode?> RuleAsync()
        {
            using var api = await TestApi.AsAsync(app, TestTown.Desk);
            return await api.GetAsync("/api/v1/coordination-notices/rule");
        }
    }

    private static async Task<NightFigures?> NightAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<Work>();
        await work.BeginAsync(SystemWork.Actor, CancellationToken.None);
        var figures = await scope.ServiceProvider.GetRequiredService<MatchAtNight>().RunAsync(again: false, CancellationToken.None);
        await work.CompleteAsync(CancellationToken.None);
        return figures;
    }
}
