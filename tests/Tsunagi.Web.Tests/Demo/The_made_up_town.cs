using Tsunagi.Domain.Profiles;
using Tsunagi.Web.Features.Demo.Population;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Tests.Demo;

public sealed class The_made_up_town
{
    static readonly DateOnly Today = new(2026, 4, 1);
    static readonly NameLists Names = NameLists.Load();

    static WardProfile Ward(string profile) => ProfileReader.Read(ProfileFolder.Find(profile)).Required();

    static List<Home> Town(int persons, int seed = 1, string profile = "setagaya") =>
        [.. new Town(Names, Places.Of(Ward(profile), Today), Today, seed).Homes(persons)];

    [Fact]
    public void Is_the_same_for_the_same_seed_and_another_for_another()
    {
        Assert.Equal(Lines(Town(500)), Lines(Town(500)));
        Assert.NotEqual(Lines(Town(500)), Lines(Town(500, seed: 2)));
    }

    [Fact]
    public void Begins_with_the_smaller_town() =>
        Assert.Equal(Lines(Town(300)).SkipLast(4), Lines(Town(900)).Take(Lines(Town(300)).Count - 4));

    [Theory]
    [InlineData(1)]
    [InlineData(73)]
    [InlineData(3000)]
    public void Has_exactly_as_many_people_as_asked_for(int persons) =>
        Assert.Equal(persons, Town(persons).Sum(h => h.Members.Count));

    [Theory]
    [InlineData("setagaya", 28)]
    [InlineData("bunkyo", 4)]
    public void Populates_every_place_of_the_ward(string profile, int places)
    {
        var homes = Town(400, profile: profile);
        Assert.Equal(places, homes.Select(h => h.DistrictCode ?? h.AreaCode).Distinct().Count());
        Assert.All(Places.Of(Ward(profile), Today).All, p => Assert.True(p.Towns.Count >= 2));
    }

    [Fact]
    public void Has_every_form_of_household_and_plausible_ages()
    {
        var homes = Town(3000);
        Assert.Equal(Enum.GetValues<HomeForm>(), homes.Select(h => h.Form).Distinct().Order());
        var ages = homes.SelectMany(h => h.Members).Select(m => m.AgeOn(Today)).ToList();
        Assert.All(ages, age => Assert.InRange(age, 0, 100));
        Assert.InRange(ages.Count(a => a >= 65) / 3000.0, 0.25, 0.5);
        Assert.InRange(ages.Count(a => a < 18) / 3000.0, 0.08, 0.25);
        Assert.All(homes.Where(h => h.Form == HomeForm.EightyFifty && h.Members.Count > 1),
            h => Assert.InRange(h.Members[^1].AgeOn(Today), 42, 68));
        Assert.All(homes, h => Assert.Equal("self", h.Members[0].Relation));
    }

    [Fact]
    public void Draws_frequent_surnames_more_often_and_names_of_the_time()
    {
        var people = Town(5000).SelectMany(h => h.Members).ToList();
        var surnames = people.CountBy(p => p.Family).ToDictionary();
        Assert.True(surnames["佐藤"] > 20 && surnames.Count > 300);
        var elderly = people.Where(p => p.Sex == Sex.Female && p.Born.Year < 1945).ToList();
        var children = people.Where(p => p.Sex == Sex.Female && p.Born.Year > 2005).ToList();
        Assert.True(elderly.Count(p => p.Given.EndsWith('子')) > elderly.Count / 2);
        Assert.True(children.Count(p => p.Given.EndsWith('子')) < children.Count / 5);
        Assert.All(people, p => Assert.True(p.FamilyKana.Length > 0 && p.GivenKana.Length > 0));
    }

    [Fact]
    public void Cannot_be_mistaken_for_real_people()
    {
        var homes = Town(2000);
        Assert.All(homes, h => Assert.Contains("架空", h.Address, StringComparison.Ordinal));
        var phones = homes.SelectMany(h => h.Members).Select(m => m.Phone).OfType<string>().ToList();
        Assert.NotEmpty(phones);
        Assert.All(phones, p => Assert.Matches("^(03|090)-0000-[0-9]{4}$", p));
    }

    [Fact]
    public void Tells_the_same_person_differently_at_another_desk()
    {
        var random = new Random(1);
        var people = Town(300).SelectMany(h => h.Members).ToList();
        var retold = people.ConvertAll(p => Retelling.Of(p, random));
        Assert.InRange(people.Zip(retold).Count(p => p.First != p.Second), 150, 300);
    }

    [Fact]
    public void Carries_the_notices_of_its_sources()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "third-party");
        foreach (var notice in new[] { "japanese-names/NOTICE", "japanese-names/LICENSE-ipadic", "japanese-names/LICENSE-japanese-personal-name-dataset", "geolonia-japanese-addresses/NOTICE" })
            Assert.True(File.Exists(Path.Combine(folder, notice)), notice);
    }

    static List<string> Lines(IEnumerable<Home> homes) =>
        [.. homes.SelectMany(h => h.Members.Select(m => $"{h.Number} {h.Form} {h.Address} {m}"))];
}
