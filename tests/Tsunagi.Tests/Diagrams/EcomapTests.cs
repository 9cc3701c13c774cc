using System.Text.RegularExpressions;
using Tsunagi.Diagrams;
using Tsunagi.Diagrams.Drawings;
using Tsunagi.Diagrams.Ecomaps;
using Tsunagi.Diagrams.Families;
using Tsunagi.Diagrams.Svg;

namespace Tsunagi.Tests.Diagrams;

public partial class EcomapTests
{
    static Network Sampled => NetworkJson.Read(Sample.Bytes("network.json"));

    static Network Make(int seed)
    {
        var random = new Random(seed);
        var nodes = Enumerable.Range(1, random.Next(1, 40)).Select(i => new Node($"n{i}", "架空の" + new string('機', random.Next(1, 14)) + i, (NodeKind)random.Next(3))).ToList();
        var members = Enumerable.Range(1, random.Next(0, 5)).Select(i => new Member($"m{i}", $"架空 {i}子")).ToList();
        string Middle() => members.Count == 0 || random.Next(3) == 0 ? "h" : members[random.Next(members.Count)].Id;
        Tie Of(string a, string b) => new(a, b, (Strength)random.Next(3), random.Next(4) == 0, (Direction)random.Next(4));
        var ties = nodes.Select(n => Of(Middle(), n.Id)).Concat(nodes.Skip(1).Where(_ => random.Next(6) == 0).Select(n => Of(nodes[0].Id, n.Id)));
        return new("h", "架空家", members, nodes, ties);
    }

    [Fact]
    public void A_household_without_any_tie_is_drawn_alone()
    {
        var alone = Ecomap.Draw(new Network("h", "", [new("m1", "架空 花子")], [], []));
        Assert.Contains("架空 花子", SvgWriter.Write(alone.Drawing), StringComparison.Ordinal);
        Assert.DoesNotContain(alone.Drawing.Figures, f => f.Role == FigureRole.Legend);
        Assert.NotEmpty(EcomapText.Write(alone));
    }

    [Fact]
    public void Nothing_lies_on_anything_else() => Assert.All(Enumerable.Range(1, 100).Select(Make).Append(Sampled), n =>
    {
        var check = Ecomap.Draw(n).Drawing.Check();
        Assert.True(check is { Overlaps: 0, Strikes: 0 }, $"{n.Nodes.Count} nodes: {check}");
    });

    [Fact]
    public void Picture_and_text_hold_the_ties_of_the_data() => Assert.All(Enumerable.Range(1, 100).Select(Make).Append(Sampled), n =>
    {
        var ecomap = Ecomap.Draw(n);
        var data = ecomap.Network.Ties.Select(t => $"{t.A} {t.B} {Low(t.Strength)} {(t.IsStressful ? "true" : "false")} {Low(t.Direction)}").Order().ToList();
        var picture = ecomap.Drawing.Figures.Where(f => f.Role == FigureRole.Tie).Select(f => string.Join(' ', f.Data.Select(d => d.Value))).Order().ToList();
        Assert.Equal(data, picture);
        Assert.Equal(ecomap.Network.Ties.Count, SentenceOfTie().Count(EcomapText.Write(ecomap)));
        Assert.Equal(ecomap.Network.Ties.Count(t => t.IsStressful), EcomapText.Write(ecomap).Split("葛藤がある。").Length - 1);
    });

    static string Low<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    [GeneratedRegex("は(強い|ふつうの|弱い)つながり。")]
    private static partial Regex SentenceOfTie();

    [Fact]
    public void A_tie_is_drawn_on_its_days_only()
    {
        var network = new Network("h", "架空家", [], [new("a", "機関"), new("b", "場所", NodeKind.Place)], [new("h", "a", Since: PartialDate.Of(2020), Until: PartialDate.Of(new DateOnly(2024, 3, 31)))]);
        Assert.Single(network.At(new(2019, 12, 31)).Nodes);
        Assert.Single(network.At(new(2020, 1, 1)).Ties);
        Assert.Single(network.At(new(2024, 3, 31)).Ties);
        Assert.Empty(network.At(new(2024, 4, 1)).Ties);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<DiagramException>(() => new Network("h", "", [new("m", "")], [], [new("h", "m")]));
        Assert.Throws<DiagramException>(() => new Network("h", "", [], [new("a", "x")], [new("h", "b")]));
        Assert.Throws<DiagramException>(() => new Network("h", "", [], [new("h", "x")], []));
        Assert.Contains("$.ties[0].strength", Assert.Throws<DiagramException>(() => NetworkJson.Read("""{"id":"h","ties":[{"a":"h","b":"x","strength":"huge"}]}"""u8.ToArray())).Message, StringComparison.Ordinal);
    }
}
