using Npgsql;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Conferences;

/// <summary>
/// The comparison of <see cref="The_existence_of_a_matter_shows_nowhere"/> can fail: the same rounds over a host with two
/// leaks of its own – a number on 今日, and one in a header – report both, and nothing else.
/// </summary>
public sealed class A_leaked_matter_is_reported(LeakingExistence played) : IClassFixture<LeakingExistence>
{
    [Fact]
    public void Where_a_page_counts_it_and_where_a_header_does()
    {
        var found = Sweep.Differences(played.Before[TestTown.Hub], played.After[TestTown.Hub]);
        Assert.True(found.Count == 2, string.Join('\n', found));
        Assert.Equal(["/", LeakingExistence.Tagged], found.Select(f => f.Split(": ")[0]));
        Assert.Contains("支援会議", found[0], StringComparison.Ordinal);
        Assert.Contains("ETag", found[1], StringComparison.Ordinal);
    }
}

/// <summary>A host in which somebody counted matters past the seal.</summary>
public sealed class LeakingExistence(TestCluster cluster) : ExistencePlayed(cluster)
{
    /// <summary>Whose answer carries a header made of what is there.</summary>
    public const string Tagged = "/api/v1/cases/";

    protected override IEnumerable<string> Asking => [TestTown.Hub];

    protected override void Change(IServiceCollection services)
    {
        services.AddScoped<ITodaySource>(_ => new OnToday(this));
        services.AddSingleton<IStartupFilter>(new InAHeader(this));
    }

    private async Task<long> CountAsync()
    {
        await using var owner = new NpgsqlConnection(Database.Owner);
        await owner.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from matter", owner);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private sealed class OnToday(LeakingExistence host) : ITodaySource
    {
        public Permission Needs => Permission.SeeToday;

        public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct) =>
            [new(TodayList.Meetings, DateTimeOffset.UnixEpoch, $"支援会議 {await host.CountAsync()}件", "/")];
    }

    private sealed class InAHeader(LeakingExistence host) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                if (context.Request.Path == Tagged) context.Response.Headers.ETag = $"\"{await host.CountAsync()}\"";
                await rest(context);
            });
            next(app);
        };
    }
}
