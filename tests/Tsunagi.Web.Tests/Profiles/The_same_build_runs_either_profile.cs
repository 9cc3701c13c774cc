using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Profiles;

public sealed class The_same_build_runs_either_profile(BunkyoApp app) : IClassFixture<BunkyoApp>
{
    [Fact]
    public async Task A_worker_of_Bunkyo_signs_in_at_a_desk_of_Bunkyo()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        Assert.Contains("高齢者あんしん相談センター富坂", desk.Text, StringComparison.Ordinal);
    }
}
