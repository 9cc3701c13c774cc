using Tsunagi.Diagrams.Drawings;
using Tsunagi.Diagrams.Families;
using Tsunagi.Diagrams.Layout;

namespace Tsunagi.Diagrams.Genograms;

/// <summary>Draws the lines of one part.</summary>
sealed class Painter(Part part, Forks forks, GenogramOptions options)
{
    // A line of twins as flat as this would run through those who stand between.
    const double Steep = 60;
    const double Clear = 4;

    readonly Kin kin = part.Rows.Kin;
    readonly Family family = part.Rows.Kin.Family;
    readonly ILookup<string, Bar> barsOf = part.Bars.ToLookup(b => b.Hop.Net.Union.Id);

    public IEnumerable<Figure> Lines()
    {
        foreach (var (unit, line) in part.CoupleLines)
        {
            yield return Couple(line.Couple.Union, line.IsBracket ? Bracket(unit, line) : Straight(unit, line));
        }

        foreach (var net in part.Bars.GroupBy(b => b.Hop.Net))
        {
            foreach (var figure in Net(net.Key, [.. net]))
            {
                yield return figure;
            }
        }

        foreach (var (i, twins) in family.Twins.Index().Where(t => IsHere(t.Item)))
        {
            yield return TwinBar(twins, i);
        }
    }

    bool IsHere(Twins twins) => part.Has(kin.NumberOf(twins.Children[0]));

    Figure Couple(Union union, IReadOnlyList<Shape> shapes) => new(
        FigureRole.Tie, Ids.Of("union", union.Id),
        [("union", union.Id), ("partners", string.Join(' ', union.Partners)), ("kind", Words.Of(union.Kind)), ("state", Words.Of(union.State))],
        Describe.Union(family, union, options.Years), shapes, union.Id);

    LineStyle StyleOf(Union union) => union.Kind switch
    {
        UnionKind.Married => options.Marriage == MarriageLine.Double ? LineStyle.Double : LineStyle.Solid,
        UnionKind.CommonLaw => LineStyle.Dashed,
        UnionKind.Unwed => LineStyle.Dotted,
    };

    List<Shape> Straight(Unit unit, CoupleLine line)
    {
        var (a, b) = (part.MiddleOf(line.Left), part.MiddleOf(line.Right));
        var (from, to) = (a.X + Side(line.Left, 0), b.X - Side(line.Right, 0));
        var middle = barsOf[line.Couple.Union.Id].FirstOrDefault(bar => bar.Hop.From == unit && bar.Hop.Net.Side is null);
        var slash = middle is null ? (from + to) / 2 : part.X(middle.Source) - Sizes.Slot;
        return [new Line([new(from, a.Y), new(to, a.Y)], StyleOf(line.Couple.Union)), .. Slashes(line.Couple.Union, new(slash, a.Y))];
    }

    List<Shape> Bracket(Unit unit, CoupleLine line)
    {
        var y = part.BracketY(unit, line);
        var (a, b) = (Foot(line.Left, line.LeftFall), Foot(line.Right, line.RightFall));
        var (left, right) = (part.X(unit.Left + line.LeftLeg), part.X(unit.Left + line.RightLeg));
        var points = new Point[] { new(part.MiddleOf(line.Left).X + a.Side, a.Y), new(left, a.Y), new(left, y), new(right, y), new(right, b.Y), new(part.MiddleOf(line.Right).X - b.Side, b.Y) };
        return [new Line(points, StyleOf(line.Couple.Union)), .. Slashes(line.Couple.Union, new((left + right) / 2, y))];
    }

    (double Side, double Y) Foot(int person, double below) => (Side(person, below), part.MiddleOf(person).Y + below);

    double Side(int person, double below) => Symbols.Side(kin.PersonAt(person).Sex, below);

    static IEnumerable<Shape> Slashes(Union union, Point at, bool isUpright = false) => union.State switch
    {
        UnionState.Together => [],
        UnionState.Separated => [Slash(at, 0, isUpright)],
        UnionState.Divorced => [Slash(at, -3, isUpright), Slash(at, 3, isUpright)],
    };

    static Line Slash(Point at, double aside, bool isUpright) => isUpright
        ? new([new(at.X - 8, at.Y + aside + 4), new(at.X + 8, at.Y + aside - 4)])
        : new([new(at.X + aside - 4, at.Y + 8), new(at.X + aside + 4, at.Y - 8)]);

    IEnumerable<Figure> Net(Net net, IReadOnlyList<Bar> bars)
    {
        var common = new List<Shape>();
        var risers = new List<Figure>();
        foreach (var bar in bars)
        {
            var y = part.BarY(bar);
            AddDrop(common, net, bar, y);
            if (bar.Right - bar.Left > 0.05)
                common.Add(new Line([new(part.X(bar.Left), y), new(part.X(bar.Right), y)], net.IsMarriage ? StyleOf(net.Union) : LineStyle.Solid));
            foreach (var passing in bar.Hop.Edges.Where(e => e.Child is null))
            {
                var x = part.X(passing.Lower.Left + passing.LowerX);
                common.Add(new Line([new(x, y), new(x, part.Top(passing.Lower.Row))], net.IsMarriage ? StyleOf(net.Union) : LineStyle.Solid));
            }

            risers.AddRange(Risers(common, net, bar, y));
        }

        return net.IsMarriage ? [Couple(net.Union, [.. common, .. risers.SelectMany(r => r.Shapes)])] : [Hang(net, common), .. risers];
    }

    Figure Hang(Net net, List<Shape> shapes) => new(
        FigureRole.Tie, Ids.Of("children", net.Side is { } side ? [net.Union.Id, kin.PersonAt(side).Id] : [net.Union.Id]),
        [("children-of", net.Union.Id), ("parents", string.Join(' ', net.Union.Partners))], "", shapes, net.Union.Id);

    void AddDrop(List<Shape> common, Net net, Bar bar, double y)
    {
        var unit = bar.Hop.From;
        var x = part.X(bar.Source);
        var style = net.IsMarriage ? StyleOf(net.Union) : LineStyle.Solid;
        if (StartOf(net, unit) is { } start)
        {
            if (net.IsMarriage && unit.Passing is null)
                common.AddRange(Slashes(net.Union, new(x, (start + y) / 2), isUpright: true));
            common.Add(new Line(unit.Passing is null ? [new(x, start), new(x, y)] : [new(part.X(unit.Left + Sizes.Passage / 2), start), new(x, start), new(x, y)], style));
        }
    }

    /// <summary>The height a net leaves its row from: the line of the couple, the label of one parent, the passage through a row.</summary>
    double? StartOf(Net net, Unit unit)
    {
        if (unit.Passing is not null)
            return part.Top(unit.Row);
        var parents = net.Partners.Where(unit.Members.Contains).ToList();
        if (parents.Count == 1)
            return kin.IsPerson(parents[0]) ? part.LabelBottom(parents[0]) : null;
        var line = part.CoupleLinesOf(unit).First(l => l.Couple.Union == net.Union);
        return line.IsBracket ? part.BracketY(unit, line) : part.Top(unit.Row) + Sizes.Symbol / 2;
    }

    IEnumerable<Figure> Risers(List<Shape> common, Net net, Bar bar, double y)
    {
        var edges = bar.Hop.Edges.Where(e => e.Child is not null).ToList();
        foreach (var group in edges.GroupBy(e => forks.Of(net, e.Child!.Child)))
        {
            var apex = group.Key is null ? (double?)null : part.X(bar.Apexes[group.Key]);
            var fork = part.Top(bar.Hop.From.Row + 1) - Sizes.TwinRise;
            if (apex is { } x)
                common.Add(new Line([new(x, y), new(x, fork)]));
            foreach (var edge in group)
            {
                yield return Riser(net, edge, apex is { } from ? new(from, fork) : new(part.X(edge.Lower.Left + edge.LowerX), y));
            }
        }
    }

    Figure Riser(Net net, Edge edge, Point from)
    {
        var (tie, x) = (edge.Child!.Tie, part.X(edge.Lower.Left + edge.LowerX));
        var middle = part.MiddleOf(edge.Child.Child);
        var to = new Point(x, middle.Y - Symbols.Roof(kin.PersonAt(edge.Child.Child).Sex, x - middle.X));
        Point[] path = Math.Abs(from.X - x) > Steep ? [from, new(x, part.Top(edge.Lower.Row) - Clear), to] : [from, to];
        var data = new List<(string, string)> { ("child", tie.Child), ("union", tie.Union), ("kind", Words.Of(tie.Kind)) };
        if (tie.Custodian is not null)
            data.Add(("custodian", tie.Custodian));
        return new(FigureRole.Tie, Ids.Of("child", tie.Child, tie.Union), data, Describe.Parentage(family, tie, options.Years), [new Line(path, net.IsMarriage ? StyleOf(net.Union) : StyleOf(tie.Kind))], tie.Union);
    }

    static LineStyle StyleOf(ParentageKind kind) => kind switch
    {
        ParentageKind.Biological => LineStyle.Solid,
        ParentageKind.Adoptive => LineStyle.Dashed,
        ParentageKind.Foster => LineStyle.Dotted,
        ParentageKind.Step => LineStyle.DashDot,
    };

    /// <summary>The bar that joins identical twins halfway up their lines; of others there is only the common point.</summary>
    Figure TwinBar(Twins twins, int index)
    {
        var net = forks.NetOf(twins);
        return new(FigureRole.Tie, Ids.Of("twins", twins.Children), [("twins", string.Join(' ', twins.Children)), ("identical", twins.IsIdentical ? "true" : "false")],
            Describe.Twins(family, twins), net is not null && twins.IsIdentical ? [Bar(twins, index)] : [], net?.Union.Id ?? "");
    }

    Line Bar(Twins twins, int index)
    {
        var ends = twins.Children.Select(c => part.MiddleOf(kin.NumberOf(c))).OrderBy(p => p.X).ToList();
        var apex = part.X(barsOf[forks.NetOf(twins)!.Union.Id].First(b => b.Apexes.ContainsKey(twins)).Apexes[twins]);
        // Bars of twins who stand between other twins lie at other heights.
        var height = 0.36 + 0.1 * (index % 3);
        var y = ends[0].Y - Sizes.Symbol / 2 - Sizes.TwinRise * height;
        return new([new(ends[0].X + (apex - ends[0].X) * height, y), new(ends[^1].X + (apex - ends[^1].X) * height, y)]);
    }
}
