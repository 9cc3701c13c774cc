using System.Globalization;
using Tsunagi.Web.Features.Demo.Population;
using Tsunagi.Web.Features.Demo.Population.Register;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Tests.DesignSystem;

namespace Tsunagi.Web.Tests.Demo;

public sealed class The_linkage_set
{
    const int Persons = 6000;
    static readonly NameLists Names = NameLists.LoadAll();
    static readonly string Csv = Write(Persons, 0.3, seed: 1);
    static readonly List<Row> Rows = Read(Csv);

    [Fact]
    public void Is_the_same_for_the_same_seed_and_another_for_another()
    {
        Assert.Equal(Write(300, 0.3, seed: 1), Write(300, 0.3, seed: 1));
        Assert.NotEqual(Write(300, 0.3, seed: 1), Write(300, 0.3, seed: 2));
    }

    [Fact]
    public void Tells_the_truth_about_every_person()
    {
        Assert.Equal(string.Join(',', LinkageSet.Headings), Csv[..Csv.IndexOf('\n', StringComparison.Ordinal)]);
        Assert.Equal(Enumerable.Range(1, Rows.Count), Rows.Select(r => r.Number));
        var records = Rows.CountBy(r => r.Truth).Select(c => c.Value).ToList();
        Assert.Equal(Persons, records.Count);
        Assert.All(records, count => Assert.InRange(count, 1, 5));
        Assert.InRange(records.Count(n => n > 1) / (double)Persons, 0.27, 0.33);
    }

    [Fact]
    public void Has_every_slip_as_often_as_it_is_documented()
    {
        Assert.All(new Slips(Names).All, slip => Assert.Contains($"| {slip.Name} |", Documented(), StringComparison.Ordinal));
        Assert.All(new Slips(Names).All, slip => Assert.Matches($@"\| {slip.Name} \|[^|]*\| {slip.PerThousand} \|", Documented()));
        Assert.DoesNotMatch(@"\| 異体字 \|[^|]*\| 201 \|", Documented());
        var found = Rows.SelectMany(r => r.Slips).CountBy(s => s).ToDictionary();
        Assert.All(new Slips(Names).All, slip => Assert.True(found.GetValueOrDefault(slip.Name) > 0, slip.Name));
        Assert.InRange(Rows.Count(r => r.Slips.Length == 0) / (double)Rows.Count, 0.2, 0.6);
    }

    [Fact]
    public void Cannot_be_mistaken_for_real_people()
    {
        Assert.All(Rows.Where(r => r.Address.Length > 0), r => Assert.Contains("架空", r.Address, StringComparison.Ordinal));
        Assert.All(Rows.Where(r => r.Postcode.Length > 0), r => Assert.StartsWith("000-", r.Postcode, StringComparison.Ordinal));
        Assert.All(Citizens(1).All(2000).SelectMany(c => new[] { c.Landline, c.Mobile }).OfType<string>(), p => Assert.Matches("^(03|090)-0[0-9]{3}-[0-9]{4}$", p));
    }

    [Fact]
    public void Holds_people_who_are_hard_to_tell_apart()
    {
        var people = Citizens(1).All(30_000).ToList();
        var siblings = people.GroupBy(p => (p.Home, p.Family)).Where(g => g.Count() > 1).ToList();
        Assert.InRange(siblings.Count(g => g.GroupBy(p => p.Born).Any(twins => twins.Count() > 1)), 20, 400);
        Assert.InRange(siblings.Count(g => g.Skip(2).Any(child => child.Sex == g.First().Sex && child.Given[0] == g.First().Given[0] && child.Given != g.First().Given)), 50, 2000);
        var namesakes = Citizens(1).All(120_000).Where(p => p.Human % 2500 == 0).GroupBy(p => (p.Family, p.Given, p.Born)).MaxBy(g => g.Count())!;
        Assert.True(namesakes.Count() > 1 && namesakes.Select(p => p.Home).Distinct().Count() > 1);
        Assert.All(siblings.Take(500), g => Assert.Single(g.Select(p => p.Landline).Distinct()));
    }

    [Fact]
    public void The_records_that_the_linkage_is_tested_with_are_written_by_it() =>
        Assert.Equal(DesignFiles.Read("tests/Tsunagi.Tests/Linkage/Japanese/Records/records.csv"), Write(1000, 0.5, seed: 1));

    [Fact]
    public void Has_names_as_rare_as_a_whole_population_has()
    {
        Assert.True(Rows.Select(r => r.Family).Distinct().Count() > 1500);
        Assert.True(Rows.Select(r => r.Given).Distinct().Count() > 2000);
        Assert.True(Rows.Count(r => r.Family == "佐藤") > 60);
    }

    static string Write(int persons, double duplicates, int seed)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        new LinkageSet(Citizens(seed), new Slips(Names), duplicates, seed).Write(persons, text);
        return text.ToString();
    }

    static Citizens Citizens(int seed)
    {
        var today = new DateOnly(2026, 4, 1);
        var ward = ProfileReader.Read(ProfileFolder.Find("setagaya")).Required();
        return new(Names, Places.Of(ward, today), ward.Ward.Name, today, seed);
    }

    static List<Row> Read(string csv) =>
        [.. csv.TrimEnd('\n').Split('\n').Skip(1).Select(l => l.Split(',')).Select(f => new Row(
            int.Parse(f[0], CultureInfo.InvariantCulture), f[1], f[2], f[7], f[8], f[12], f[13].Split('・', StringSplitOptions.RemoveEmptyEntries)))];

    static string Documented() => DesignFiles.Read("docs/linkage-data.md");

    sealed record Row(int Number, string Family, string Given, string Postcode, string Address, string Truth, string[] Slips);
}
