using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.ProtectedLocations;

/// <summary>Promise 21, asked of every endpoint there is: while a 支援措置 lasts nothing that is read out tells where somebody is, nor with whom they live.</summary>
public sealed class A_protected_place_asked_for_everywhere(PlacePlayed played) : IClassFixture<PlacePlayed>
{
    [Fact]
    public void Is_told_to_nobody_and_no_asking_fails()
    {
        Assert.Empty(played.Leaked);
        Assert.Empty(played.Failed);
    }

    /// <summary>The asking reaches what it looks for: each canary was told to the desk before.</summary>
    [Fact]
    public void Was_told_to_the_desk_before() => Assert.All(PlacePlayed.Canaries.Keys, canary => Assert.NotEmpty(played.Told[canary]));

    [Fact]
    public void Nothing_that_reads_is_left_unasked()
    {
        Assert.Empty(played.Unasked);
        // A call that reads although it is posted takes words: it is asked by hand, as the search is.
        Assert.Equal(["POST /api/v1/search"], played.Posted);
    }
}

/// <summary>The asking can fail: a host that shows a stored living together on 今日, past the one place that says what may be told, is reported.</summary>
public sealed class A_place_told_by_a_household_is_reported(LeakingPlace played) : IClassFixture<LeakingPlace>
{
    [Fact]
    public void Where_a_page_says_it() => Assert.Equal([$"living together: {TestTown.Desk} /"], played.Leaked);
}

/// <summary>A host in which somebody put households together past <c>Household.Told</c>.</summary>
public sealed class LeakingPlace(TestCluster cluster) : PlacePlayed(cluster)
{
    protected override IEnumerable<string> Asking => [TestTown.Desk];

    protected override void Change(IServiceCollection services) => services.AddScoped<ITodaySource>(_ => new OnToday(this));

    private sealed class OnToday(LeakingPlace host) : ITodaySource
    {
        public Permission Needs => Permission.SeeToday;

        public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct)
        {
            await using var owner = new NpgsqlConnection(host.Database.Owner);
            await owner.OpenAsync(ct);
            await using var command = new NpgsqlCommand("select m.relation from household_member m join person p on p.id = m.person_id where p.is_location_protected and m.living = 'Together' and m.end_day is null", owner);
            return await command.ExecuteScalarAsync(ct) is string relation ? [new(TodayList.Meetings, DateTimeOffset.UnixEpoch, $"世帯（{relation}、同居）", "/")] : [];
        }
    }
}
