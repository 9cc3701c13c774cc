using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Tests.Access;

public sealed class GrantTests
{
    private static readonly DateTimeOffset Noon = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ended_by_an_act_that_began_before_it_did_it_never_held()
    {
        var grant = Grant.ToAccount(default, RootRef.System, default, AccessLevel.Read, GrantBasis.Team, Noon).EndAt(Noon.AddSeconds(-1));
        Assert.Equal(Noon, grant.Until);
        Assert.False(grant.HoldsAt(Noon));
    }

    [Fact]
    public void An_end_is_only_ever_brought_forward()
    {
        var grant = Grant.ToAccount(default, RootRef.System, default, AccessLevel.Read, GrantBasis.Team, Noon).EndAt(Noon.AddHours(1)).EndAt(Noon.AddHours(2));
        Assert.Equal(Noon.AddHours(1), grant.Until);
    }
}
