using Tsunagi.Web.Tests.Conferences;
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

    [Fact]
    public async Task A_report_about_an_elder_is_offered_the_offices_for_elders_of_this_ward_first()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);

        await desk.OpenAsync("/urgent-reports/new?kind=elder");

        var offered = desk.Page.QuerySelectorAll("input[name='Input.Team']").Select(i => i.ParentElement!.TextContent).ToList();
        Assert.Contains("高齢者虐待の通報", offered[0], StringComparison.Ordinal);
        Assert.Contains(offered, o => o.Contains("高齢福祉課", StringComparison.Ordinal));
        Assert.Contains(offered, o => o.Contains("障害福祉課", StringComparison.Ordinal) && o.Contains("障害者虐待の通報", StringComparison.Ordinal));
        Assert.DoesNotContain(offered, o => o.Contains("児童相談所", StringComparison.Ordinal) && o.Contains("高齢者", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_support_conference_of_this_ward_decides_the_direction_and_says_so()
    {
        using var story = await SupportStory.OpenedAsync(app);
        using var chair = await app.SignInAsync(TestTown.Chair);

        await chair.OpenAsync($"/conferences/support/{story.Matter}/hold");

        Assert.Contains("支援会議で行うこと：情報の共有、支援方針の決定", chair.Text, StringComparison.Ordinal);
    }
}
