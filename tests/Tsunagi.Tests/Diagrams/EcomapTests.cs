using FsCheck;
using FsCheck.Fluent;
using Tsunagi.Diagrams;
using Tsunagi.Diagrams.Drawings;
using Tsunagi.Diagrams.Ecomaps;
using Tsunagi.Diagrams.Families;
using Tsunagi.Diagrams.Svg;

namespace Tsunagi.Tests.Diagrams;

public class EcomapTests
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
    public void Whoever_has_no_name_is_drawn_and_said_to_have_none()
    {
        var nameless = Ecomap.Draw(new Network("h", "", [new("m", "")], [new("n", "")], [new("m", "n")]));
        Assert.Equal(2, nameless.Drawing.Figures.SelectMany(f => f.Shapes).OfType<Text>().Count(t => t.Words == "名前不明"));
        Assert.Contains("2番、名前不明。", EcomapText.Write(nameless), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_lies_on_anything_else() => Assert.All(Enumerable.Range(1, 100).Select(Make).Append(Sampled), n =>
    {
        var check = Ecomap.Draw(n).Drawing.Check();
        Assert.True(check is { Overlaps: 0, Strikes: 0 }, $"{n.Nodes.Count} nodes: {check}");
    });

    [Fact]
    public void Picture_and_text_hold_the_relations_of_the_data() => Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), seed => AssertSame(Renamed(Make(seed), seed)))
        .Check(Properties.Config.WithMaxTest(300));

    [Fact]
    public void Picture_and_text_hold_the_relations_of_the_sample_on_any_day() => Assert.All(Enumerable.Range(2015, 15), year => AssertSame(Sampled, new(year, 6, 1)));

    /// <summary>Names that two have, that nobody has, and that look like a part of a sentence.</summary>
    static Network Renamed(Network network, int seed)
    {
        var random = new Random(seed);
        string Name(string name) => random.Next(3) == 0 ? new[] { "", "世帯", "見本と仮名の会", "架空から。互いに", "名前不明（2番）", "人", "強いつながり" }[random.Next(7)] : name;
        PartialDate Begun() => random.Next(3) switch { 0 => PartialDate.Unknown, 1 => PartialDate.Of(2000 + random.Next(25)), _ => PartialDate.Of(2020, 4).Roughly() };
        return new(network.Id, Name(network.Name), network.Members.Select(m => m with { Name = Name(m.Name) }), network.Nodes.Select(n => n with { Name = Name(n.Name) }), network.Ties.Select(t => t with { Since = Begun() }));
    }

    static void AssertSame(Network network, DateOnly? day = null)
    {
        var ecomap = Ecomap.Draw(network, new() { Day = day });
        var data = EcomapRelations.OfData(ecomap.Network);
        Assert.Equal(data, EcomapRelations.OfPicture(SvgWriter.Write(ecomap.Drawing), ecomap.Network));
        Assert.Equal(data, EcomapRelations.OfText(EcomapText.Write(ecomap, day)));
        Assert.Equal(data, EcomapRelations.OfText(EcomapText.Write(ecomap, day, Years.Era)));
    }

    [Fact]
    public void A_relation_changed_or_left_out_is_found()
    {
        var network = new Network("h", "架空家", [new("m", "架空 花子")], [new("a", "機関"), new("b", "広場", NodeKind.Place)],
            [new("m", "a", Strength.Weak, IsStressful: true, Direction.Back), new("h", "b", Strength.Strong)]);
        var ecomap = Ecomap.Draw(network);
        var (data, text, svg) = (EcomapRelations.OfData(network), EcomapText.Write(ecomap), SvgWriter.Write(ecomap.Drawing));
        Assert.Equal(data, EcomapRelations.OfText(text));
        foreach (var (said, otherwise) in new[] { ("弱い", "強い"), ("葛藤がある。", ""), ("機関からの", "架空 花子からの"), ("架空家と広場は強いつながり。\n", ""), ("広場。場所や活動", "広場。機関") })
        {
            Assert.NotEqual(data, EcomapRelations.OfText(text.Replace(said, otherwise, StringComparison.Ordinal)));
        }

        foreach (var (drawn, otherwise) in new[] { ("data-strength=\"weak\"", "data-strength=\"strong\""), ("data-stress=\"true\"", "data-stress=\"false\""), ("data-direction=\"back\"", "data-direction=\"forth\""), ("data-members=\"m\"", "data-members=\"\""), ("data-tie=\"h b\"", "data-tie=\"m b\"") })
        {
            Assert.NotEqual(data, EcomapRelations.OfPicture(svg.Replace(drawn, otherwise, StringComparison.Ordinal), network));
        }
    }

    [Fact]
    public void A_tie_is_drawn_on_its_days_only()
    {
        var network = new Network("h", "架空家", [], [new("a", "機関"), new("b", "場所", NodeKind.Place)], [new("h", "a", Since: PartialDate.Of(2020), Until: PartialDate.Of(new DateOnly(2024, 3, 31)))]);
        Assert.Single(network.At(new(2019, 12, 31)).Nodes);
        Assert.Single(network.At(new(2020, 1, 1)).Ties);
        Assert.Single(network.At(new(2024, 3, 31)).Ties);
        Assert.Empty(network.At(new(2024, 4, 1)).Ties);
    }

    /// <summary>With the slider ties come and go; what is around the household stays where it is, unless lines of a day need more room.</summary>
    [Fact]
    public void Everything_stands_in_one_place_on_all_days()
    {
        var (same, all) = (0, 0);
        foreach (var network in Enumerable.Range(1, 40).Select(seed => Dated(Make(seed), seed)))
        {
            var days = Enumerable.Range(0, 8).Select(i => 1998 + 4 * i).Select(year => PlacesOf(network, new(year, 6, 1))).ToList();
            foreach (var (before, after) in days.Zip(days.Skip(1)))
            {
                var stayed = before.Where(p => after.ContainsKey(p.Key)).ToList();
                Assert.All(stayed, p => Assert.Equal(0, Math.IEEERemainder(Turn(p.Value) - Turn(after[p.Key]), 2 * Math.PI), 0.1));
                (same, all) = (same + stayed.Count(p => Near(p.Value, after[p.Key])), all + stayed.Count);
            }
        }

        Assert.InRange((double)same / all, 0.9, 1);
    }

    static double Turn(Point p) => Math.Atan2(p.Y, p.X);

    static bool Near(Point a, Point b) => Math.Abs(a.X - b.X) < 1 && Math.Abs(a.Y - b.Y) < 1;

    static Network Dated(Network network, int seed)
    {
        var random = new Random(seed);
        return new(network.Id, network.Name, network.Members, network.Nodes, network.Ties.Select(t => t with { Since = PartialDate.Of(random.Next(1995, 2020)), Until = random.Next(10) == 0 ? PartialDate.Of(2020) : null }));
    }

    /// <summary>From the middle of the household.</summary>
    static Dictionary<string, Point> PlacesOf(Network network, DateOnly day)
    {
        var nodes = Ecomap.Draw(network, new() { Day = day }).Drawing.Figures.Where(f => f.Role == FigureRole.Node).ToDictionary(f => f.Data[0].Value, f => f.Shapes[0].Bounds.Middle);
        var middle = nodes[network.Id];
        return nodes.Where(n => n.Key != network.Id).ToDictionary(n => n.Key, n => new Point(n.Value.X - middle.X, n.Value.Y - middle.Y));
    }

    [Fact]
    public void What_is_there_on_another_day_alone_may_be_given_a_place()
    {
        Node[] all = [new("a", "機関い"), new("b", "機関ろ"), new("c", "機関は")];
        var two = new Network("h", "架空家", [], [all[0], all[2]], [new("h", "a"), new("h", "c")]);
        var drawn = Ecomap.Draw(two, new() { Places = all });
        Assert.Equal(["a", "c"], drawn.Network.Nodes.Select(n => n.Id));
        Assert.DoesNotContain("機関ろ", SvgWriter.Write(drawn.Drawing), StringComparison.Ordinal);
        var whole = Ecomap.Draw(new Network("h", "架空家", [], all, [new("h", "a"), new("h", "b"), new("h", "c")]));
        Assert.Equal(MiddleOf(whole, "c"), MiddleOf(drawn, "c"));
    }

    static Point MiddleOf(Ecomap ecomap, string node) => ecomap.Drawing.Figures.First(f => f.Data[0] == ("node", node)).Shapes[0].Bounds.Middle;

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<DiagramException>(() => new Network("h", "", [new("m", "")], [], [new("h", "m")]));
        Assert.Throws<DiagramException>(() => new Network("h", "", [], [new("a", "x")], [new("h", "b")]));
        Assert.Throws<DiagramException>(() => new Network("h", "", [], [new("h", "x")], []));
        Assert.Contains("$.ties[0].strength", Assert.Throws<DiagramException>(() => NetworkJson.Read("""{"id":"h","ties":[{"a":"h","b":"x","strength":"huge"}]}"""u8.ToArray())).Message, StringComparison.Ordinal);
    }
}
