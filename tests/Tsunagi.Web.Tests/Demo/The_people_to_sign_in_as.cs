using Tsunagi.Domain.Access;
using Tsunagi.Web.Features.Demo;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Tests.Demo;

public sealed class The_people_to_sign_in_as
{
    static readonly DateOnly Today = new(2026, 4, 1);

    static IReadOnlyList<DemoAccount> People(string profile) => DemoAccounts.Of(ProfileReader.Read(ProfileFolder.Find(profile)).Required(), Today);

    [Theory]
    [InlineData("setagaya")]
    [InlineData("bunkyo")]
    public void Hold_every_role_and_say_that_they_are_made_up(string profile)
    {
        var people = People(profile);
        Assert.Equal(Enum.GetValues<Role>(), people.SelectMany(p => p.Posts).Select(p => p.Role).Distinct().Order());
        Assert.All(people, p => Assert.StartsWith("架空 ", p.Name, StringComparison.Ordinal));
        Assert.All(people, p => Assert.StartsWith("demo.", p.Login, StringComparison.Ordinal));
        Assert.Equal(people.Count, people.DistinctBy(p => p.Login).Count());
    }

    [Theory]
    [InlineData("setagaya")]
    [InlineData("bunkyo")]
    public void One_of_them_works_for_two_organisations(string profile) =>
        Assert.Contains(People(profile), p => p.Posts.DistinctBy(x => x.Organisation.Code).Count() == 2);

    [Theory]
    [InlineData("setagaya")]
    [InlineData("bunkyo")]
    public void Work_where_their_role_is_done(string profile)
    {
        var people = People(profile).ToDictionary(p => p.Login);
        Assert.True(people[DemoAccounts.Desk].Posts[0].Organisation.IsWelfareDesk);
        Assert.True(people[DemoAccounts.Hub].Posts[0].Organisation.IsHubOn(Today));
        var organisations = new[] { DemoAccounts.Desk, DemoAccounts.SecondDesk, DemoAccounts.Shakyo, DemoAccounts.Elsewhere, DemoAccounts.Hub }
            .Select(l => people[l].Posts[0].Organisation.Code);
        Assert.Equal(5, organisations.Distinct().Count());
    }

    [Fact]
    public void Sit_in_Taishido_in_Setagaya()
    {
        var people = People("setagaya").ToDictionary(p => p.Login, p => p.Posts[0].Organisation.Code);
        Assert.Equal("elder-care-center.taishido", people[DemoAccounts.Desk]);
        Assert.Equal("community-center.taishido", people[DemoAccounts.SecondDesk]);
        Assert.Equal("shakyo-desk.taishido", people[DemoAccounts.Shakyo]);
        Assert.Equal("childrens-hall.taishido", people[DemoAccounts.Children]);
        Assert.Equal("elder-care-center.ikejiri", people[DemoAccounts.Elsewhere]);
        Assert.Equal("health-welfare.setagaya.livelihood", people[DemoAccounts.Hub]);
        Assert.Equal("port.setagaya", people[DemoAccounts.Member]);
        Assert.Equal("branch.setagaya.coordination", people[DemoAccounts.AreaManager]);
        Assert.Equal("head.welfare-policy", people[DemoAccounts.Privacy]);
    }
}
