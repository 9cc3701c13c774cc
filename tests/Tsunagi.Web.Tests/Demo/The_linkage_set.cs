using System.Globalization;
using Tsunagi.Linkage.Japanese;
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
        Assert.InRange(records, 1, 5);
        Assert.InRange(records.Count(n => n > 1) / (double)Persons, 0.27, 0.33);
    }

    [Fact]
    public void Has_every_slip_as_often_as_it_is_documented()
    {
        Assert.All(new Slips(Names).All, slip => Assert.Contains($"| {slip.Name} |", Documented(), StringComparison.Ordinal));
        Assert.All(new Slips(Names).All, slip => Assert.Matches($@"\| {slip.Name} \|[^|]*\| {slip.PerThousand} \|", Documented()));
        var found = Rows.SelectMany(r => r.Slips).CountBy(s => s).ToDictionary();
        Assert.All(new Slips(Names).All, slip => Assert.True(found.GetValueOrDefault(slip.Name) > 0, slip.Name));
        Assert.InRange(Rows.Count(r => r.Slips.Length == 0) / (double)Rows.Count, 0.2, 0.6);
    }

    [Fact]
    public void Cannot_be_mistaken_for_real_people()
    {
        Assert.All(Rows.Where(r => r.Address.Length > 0), r => Assert.Contains("架空", r.Address, StringComparison.Ordinal));
        Assert.All(Rows.Where(r => r.Postcode.Length > 0), r => Assert.StartsWith("000-", r.Postcode, StringComparison.Ordinal));
        Assert.All(Rows.Select(r => Phone.Digits(r.Phone)).Where(p => p.Length > 8), p => Assert.Matches("^(030|0900)", p));
    }

    [Fact]
    public void Is_read_as_it_was_meant_where_nothing_went_wrong()
    {
        var told = Rows.Where(r => r.Slips.Length == 0).GroupBy(r => r.Truth).Where(g => g.Count() > 1).Select(g => g.ToArray()).ToList();
        Assert.NotEmpty(told);
        Assert.All(told, rows => Assert.Equal(BirthDateAgreement.Same, BirthDate.Compare(BirthDate.Read(rows[0].Born), BirthDate.Read(rows[1].Born))));
        Assert.All(told, rows => Assert.Equal(AddressAgreement.Same, Address.Compare(Address.Read(rows[0].Address), Address.Read(rows[1].Address))));
        Assert.All(told, rows => Assert.Equal(Kana.Phonetic(rows[0].Kana), Kana.Phonetic(rows[1].Kana)));
    }

    [Fact]
    public void Holds_people_who_are_hard_to_tell_apart()
    {
        var firsts = Rows.Where(r => r.Slips.Length == 0).DistinctBy(r => r.Truth).ToList();
        var twins = firsts.GroupBy(r => (r.Family, Born: BirthDate.Read(r.Born).Digits, Address: Address.Read(r.Address))).Where(g => g.Count() > 1).SelectMany(g => g.Select(r => r.Given).Distinct().Skip(1));
        Assert.NotEmpty(twins);
        Assert.NotEmpty(firsts.GroupBy(r => (r.Family, r.Phone)).Where(g => g.Key.Phone.Length > 0 && g.Count() > 2));
    }

    [Fact]
    public void Has_names_as_rare_as_a_whole_population_has()
    {
        Assert.True(Rows.Select(r => r.Family).Distinct().Count() > 1500);
        Assert.True(Rows.Select(r => r.Given).Distinct().Count() > 2000);
        Assert.True(Rows.Count(r => r.Family == "佐藤") > 60);
    }

    static string Write(int persons, double duplicates, int seed)
    {
        var today = new DateOnly(2026, 4, 1);
        var ward = ProfileReader.Read(ProfileFolder.Find("setagaya")).Required();
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        new LinkageSet(new Citizens(Names, Places.Of(ward, today), ward.Ward.Name, today, seed), new Slips(Names), duplicates, seed).Write(persons, text);
        return text.ToString();
    }

    static List<Row> Read(string csv) =>
        [.. csv.TrimEnd('\n').Split('\n').Skip(1).Select(l => l.Split(',')).Select(f => new Row(
            int.Parse(f[0], CultureInfo.InvariantCulture), f[1], f[2], f[3] + f[4], f[5], f[7], f[8], f[9], f[12], f[13].Split('・', StringSplitOptions.RemoveEmptyEntries)))];

    static string Documented() => DesignFiles.Read("docs/linkage-data.md");

    sealed record Row(int Number, string Family, string Given, string Kana, string Born, string Postcode, string Address, string Phone, string Truth, string[] Slips);
}
