using System.Text;
using Tsunagi.Diagrams;
using Tsunagi.Diagrams.Families;

namespace Tsunagi.Tests.Diagrams;

public class FamilyTests
{
    static readonly Person[] Three = [new("a", "架空 甲"), new("b", "架空 乙"), new("c", "架空 丙")];
    static readonly Union Couple = new("u", ["a", "b"], began: PartialDate.Of(2000), divorced: PartialDate.Of(2010));

    static string Refused(Func<object> make) => Assert.Throws<DiagramException>(make).Message;

    [Fact]
    public void What_cannot_be_is_refused_with_the_place_and_what_to_do()
    {
        Assert.Contains("persons[1].id", Refused(() => new Family([Three[0], Three[0]])), StringComparison.Ordinal);
        Assert.Contains("unions[0].partners: there is no person x", Refused(() => new Family(Three, [new("u", ["a", "x"])])), StringComparison.Ordinal);
        Assert.Contains("at most two", Refused(() => new Union("u", ["a", "b", "c"])), StringComparison.Ordinal);
        Assert.Contains("parentages[0].union", Refused(() => new Family(Three, [], [new("c", "u")])), StringComparison.Ordinal);
        Assert.Contains("custodian", Refused(() => new Family(Three, [Couple], [new("c", "u", Custodian: "c")])), StringComparison.Ordinal);
        Assert.Contains("twins[0]", Refused(() => new Family(Three, [Couple], [new("c", "u")], [new(["a", "c"], false)])), StringComparison.Ordinal);
        Assert.Contains("households[0].members[0]", Refused(() => new Family(Three, households: [new("h", "", [new("x")])])), StringComparison.Ordinal);
        Assert.Contains("is no id", Refused(() => new Person("a b", "")), StringComparison.Ordinal);
        Assert.Contains("is no name", Refused(() => new Person("a", "two\nlines")), StringComparison.Ordinal);
        Assert.Contains("is no name", Refused(() => new Person("a", "half \ud83d")), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_their_own_ancestor() =>
        Assert.Contains("own ancestor", Refused(() => new Family(Three, [new("u", ["a"]), new("v", ["c"])], [new("c", "u"), new("a", "v")])), StringComparison.Ordinal);

    [Fact]
    public void The_family_is_rebuilt_for_any_day()
    {
        var child = new Person("c", "架空 丙", born: PartialDate.Of(new DateOnly(1999, 5, 5)));
        var father = new Person("a", "架空 甲", died: PartialDate.Of(new DateOnly(2020, 1, 1)));
        var home = new Household("h", "", [new("a"), new("c", default, PartialDate.Of(new DateOnly(2018, 3, 31)))]);
        var family = new Family([father, Three[1], child], [Couple], [new("c", "u")], households: [home]);
        Assert.Equal(2, family.At(new(1999, 5, 4)).Persons.Count);
        Assert.Empty(family.At(new(1999, 5, 4)).Unions);
        Assert.Equal(UnionKind.Unwed, family.At(new(1999, 5, 5)).Unions.Single().Kind);
        Assert.Equal(UnionState.Together, family.At(new(2005, 1, 1)).Unions.Single().State);
        Assert.Equal(UnionState.Divorced, family.At(new(2010, 1, 1)).Unions.Single().State);
        Assert.Equal(2, family.At(new(2018, 3, 31)).Households.Single().Members.Count);
        Assert.Single(family.At(new(2018, 4, 1)).Households.Single().Members);
        Assert.Null(family.At(new(2019, 12, 31)).Find("a")!.Died);
        Assert.Empty(family.At(new(2020, 1, 1)).Households);
    }

    [Fact]
    public void Of_who_is_left_in_a_household_not_known_whole_nothing_is_said()
    {
        var home = new Household("h", "", [new("a"), new("b", default, PartialDate.Of(2018))], IsPartial: true);
        var family = new Family(Three, households: [home]);
        Assert.Equal(2, family.At(new(2018, 12, 31)).Households.Single().Members.Count);
        Assert.Empty(family.At(new(2019, 1, 1)).Households);
        Assert.Single(new Family(Three, households: [home with { IsPartial = false }]).At(new(2019, 1, 1)).Households);
    }

    [Fact]
    public void A_neighbourhood_knows_with_whom_the_dead_lived()
    {
        var father = new Person("a", "架空 甲", died: PartialDate.Of(2020));
        var family = new Family([father, Three[1]], [Couple], households: [new("h", "", [new("a"), new("b")])]).Around("a", 1);
        Assert.Equal(2, family.At(new(2019, 1, 1)).Households.Single().Members.Count);
        Assert.Single(family.At(new(2021, 1, 1)).Households.Single().Members);
    }

    [Fact]
    public void A_neighbourhood_goes_so_many_steps_and_takes_partners_with_it()
    {
        var family = Sample.Family(Sample.Household);
        Assert.Equal(["p3", "p6", "p7"], family.Around("p3", 0).Persons.Select(p => p.Id));
        Assert.Equal(8, family.Around("p3", 1).Persons.Count);
        Assert.Equal(family.Persons.Count, family.Around("p3", 3).Persons.Count);
        Assert.Throws<DiagramException>(() => family.Around("nobody", 1));
    }

    [Fact]
    public void A_family_is_written_and_read_back_as_JSON()
    {
        foreach (var family in Enumerable.Range(1, 30).Select(seed => FamilyMaker.Make(seed)))
        {
            var written = FamilyJson.Write(family);
            Assert.Equal(written, FamilyJson.Write(FamilyJson.Read(Encoding.UTF8.GetBytes(written))));
        }
    }

    [Theory]
    [InlineData("""{"persons":[{"name":"x"}]}""", "$.persons[0].id: is missing")]
    [InlineData("""{"persons":[{"id":"a","sex":"man"}]}""", "$.persons[0].sex: is \"man\". Write one of: unknown, male, female.")]
    [InlineData("""{"persons":[{"id":"a","born":"1.4.1975"}]}""", "$.persons[0].born: is \"1.4.1975\". Write 1975-04-01")]
    [InlineData("""{"persons":[{"id":"a","colour":"red"}]}""", "$.persons[0]: there is no property \"colour\"")]
    [InlineData("""{"persons":[{"id":"a b"}]}""", "$.persons[0].id: \"a b\" is no id")]
    [InlineData("""{"persons":{}}""", "$.persons: must be a list")]
    [InlineData("""{"persons":[{"id":"a"}],"unions":[{"id":"u","partners":["b"]}]}""", "$.unions[0].partners: there is no person b")]
    [InlineData("""{"persons":[}""", "line 1: this is no JSON")]
    [InlineData("[]", "$: must be an object")]
    public void JSON_is_read_strictly(string json, string message) =>
        Assert.Contains(message, Assert.Throws<DiagramException>(() => FamilyJson.Read(Encoding.UTF8.GetBytes(json))).Message, StringComparison.Ordinal);
}
