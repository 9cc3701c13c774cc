using Tsunagi.Diagrams.Drawings;
using Tsunagi.Diagrams.Families;
using Tsunagi.Diagrams.Layout;

namespace Tsunagi.Diagrams.Genograms;

/// <summary>Draws the lines of one part.</summary>
sealed class Painter(Part part, Forks forks, Shown shown, GenogramOptions options)
{
    // A line of twins as flat as this would run through those who stand between.
    const double Steep = 60;
    const double Clear = 4;

    readonly Kin kin = part.Rows.Kin;
    readonly Family family = shown.Family;
    readonly ILookup<string, Bar> barsOf = part.Bars.ToLookup(b => b.Hop.Net.Union.Id);

    public IEnumerable<Figure> Lines()
    {
        foreach (var (unit, line) in part.CoupleLines)
        {
            if (shown.CoupleOf(line.Couple.Union) is { } couple)
                yield return Couple(couple, [new Line(PathOf(unit, line), StyleOf(couple)), .. Slashes(couple, SlashOf(unit, line))]);
        }

        foreach (var net in part.Bars.Where(b => b.Hop.Edges.Exists(shown.Has)).GroupBy(b => b.Hop.Net))
        {
            foreach (var figure in Net(net.Key, shown.UnionOf(net.Key.Union)!, [.. net]))
            {
                yield return figure;
            }
        }

        foreach (var (i, twins) in kin.Family.Twins.Index().Where(t => IsHere(t.Item)))
        {
            if (shown.TwinsOf(twins) is { } born)
                yield return TwinBar(born, twins, i);
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

    List<Point> PathOf(Unit unit, CoupleLine line)
    {
        var (left, right) = (part.MiddleOf(line.Left), part.MiddleOf(line.Right));
        if (!line.IsBracket)
            return [new(left.X + Side(line.Left, 0), left.Y), new(right.X - Side(line.Right, 0), right.Y)];
        var y = part.BracketY(unit, line);
        var (a, b) = (Foot(line.Left, line.LeftFall), Foot(line.Right, line.RightFall));
        var (from, to) = (part.X(unit.Left + line.LeftLeg), part.X(unit.Left + line.RightLeg));
        return [new(left.X + a.Side, a.Y), new(from, a.Y), new(from, y), new(to, y), new(to, b.Y), new(right.X - b.Side, b.Y)];
    }

    /// <summary>In the middle, or beside what comes down there.</summary>
    Point SlashOf(Unit unit, CoupleLine line)
    {
        var path = PathOf(unit, line);
        var (from, to) = (path[path.Count / 2 - 1], path[path.Count / 2]);
        var drop = line.IsBracket ? null : barsOf[line.Couple.Union.Id].FirstOrDefault(bar => bar.Hop.From == unit && bar.Hop.Net.Side is null);
        return new(drop is null ? (from.X + to.X) / 2 : part.X(drop.Source) - Sizes.Slot, from.Y);
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

    IEnumerable<Figure> Net(Net net, Union union, IReadOnlyList<Bar> bars)
    {
        var style = net.IsMarriage ? StyleOf(union) : LineStyle.Solid;
        var common = new List<Shape>();
        var risers = new List<Figure>();
        foreach (var bar in bars)
        {
            var y = part.BarY(bar);
            AddDrop(common, net, union, bar, y);
            var ends = bar.Hop.Edges.Where(shown.Has).Select(e => TargetOf(bar, e)).Append(bar.Source).ToList();
            if (ends.Max() - ends.Min() > 0.05)
                common.Add(new Line([new(part.X(ends.Min()), y), new(part.X(ends.Max()), y)], style));
            foreach (var passing in bar.Hop.Edges.Where(e => e.Child is null && shown.Has(e)))
            {
                var x = part.X(passing.Lower.Left + passing.LowerX);
                common.Add(new Line([new(x, y), new(x, part.Top(passing.Lower.Row))], style));
            }

            risers.AddRange(Risers(common, net, style, bar, y));
        }

        return net.IsMarriage ? [Couple(union, [.. common, .. risers.SelectMany(r => r.Shapes)])] : [Hang(net, union, common), .. risers];
    }

    double TargetOf(Bar bar, Edge edge) =>
        edge.Child is { } child && forks.Of(bar.Hop.Net, child.Child) is { } twins ? bar.Apexes[twins] : edge.Lower.Left + edge.LowerX;

    Figure Hang(Net net, Union union, List<Shape> shapes) => new(
        FigureRole.Tie, Ids.Of("children", net.Side is { } side ? [union.Id, kin.PersonAt(side).Id] : [union.Id]),
        [("children-of", union.Id), ("parents", string.Join(' ', union.Partners))], "", shapes, union.Id);

    void AddDrop(List<Shape> common, Net net, Union union, Bar bar, double y)
    {
        var unit = bar.Hop.From;
        var x = part.X(bar.Source);
        var style = net.IsMarriage ? StyleOf(union) : LineStyle.Solid;
        if (StartOf(net, union, unit) is { } start)
        {
            if (net.IsMarriage && unit.Passing is null)
                common.AddRange(Slashes(union, new(x, (start + y) / 2), isUpright: true));
            common.Add(new Line(unit.Passing is null ? [new(x, start), new(x, y)] : [new(part.X(unit.Left + Sizes.Passage / 2), start), new(x, start), new(x, y)], style));
            if (unit.Passing is null && union.Partners.Count == 1 && LineOf(net, unit) is { } line)
                common.Add(new Line(HalfOf(PathOf(unit, line), kin.PersonAt(line.Left).Id == union.Partners[0], x)));
        }
    }

    /// <summary>The way from one of a couple to what comes down between them, while the other is not there.</summary>
    static List<Point> HalfOf(List<Point> path, bool isLeft, double x)
    {
        var half = isLeft ? path[..(path.Count / 2)] : path[(path.Count / 2)..];
        return isLeft ? [.. half, half[^1] with { X = x }] : [half[0] with { X = x }, .. half];
    }

    /// <summary>The height a net leaves its row from: the line of the couple, the label of one parent, the passage through a row; null where nobody is there.</summary>
    double? StartOf(Net net, Union union, Unit unit)
    {
        if (unit.Passing is not null)
            return part.Top(unit.Row);
        if (union.Partners.Count == 0)
            return null;
        if (LineOf(net, unit) is { } line)
            return line.IsBracket ? part.BracketY(unit, line) : part.Top(unit.Row) + Sizes.Symbol / 2;
        var parent = net.Partners.First(unit.Members.Contains);
        return shown.PersonAt(parent) is null ? null : part.LabelBottom(parent);
    }

    /// <summary>The line of the couple that a net hangs from; null when it hangs from one person.</summary>
    CoupleLine? LineOf(Net net, Unit unit) =>
        net.Partners.Count(unit.Members.Contains) == 2 ? part.CoupleLinesOf(unit).First(l => l.Couple.Union == net.Union) : null;

    IEnumerable<Figure> Risers(List<Shape> common, Net net, LineStyle style, Bar bar, double y)
    {
        var edges = bar.Hop.Edges.Where(e => e.Child is not null && shown.Has(e)).ToList();
        foreach (var group in edges.GroupBy(e => forks.Of(net, e.Child!.Child)))
        {
            var apex = group.Key is null ? (double?)null : part.X(bar.Apexes[group.Key]);
            var fork = part.Top(bar.Hop.From.Row + 1) - Sizes.TwinRise;
            if (apex is { } x)
                common.Add(new Line([new(x, y), new(x, fork)]));
            foreach (var edge in group)
            {
                yield return Riser(net, style, edge, apex is { } from ? new(from, fork) : new(part.X(edge.Lower.Left + edge.LowerX), y));
            }
        }
    }

    Figure Riser(Net net, LineStyle style, Edge edge, Point from)
    {
        // The lower partner of a couple on two rows is nobody's child there.
        var child = edge.Child!;
        var (tie, x) = (shown.TieOf(child) ?? child.Tie, part.X(edge.Lower.Left + edge.LowerX));
        var middle = part.MiddleOf(child.Child);
        var to = new Point(x, middle.Y - Symbols.Roof(kin.PersonAt(child.Child).Sex, x - middle.X));
        Point[] path = Math.Abs(from.X - x) > Steep ? [from, new(x, part.Top(edge.Lower.Row) - Clear), to] : [from, to];
        var data = new List<(string, string)> { ("child", tie.Child), ("union", tie.Union), ("kind", Words.Of(tie.Kind)) };
        if (tie.Custodian is not null)
            data.Add(("custodian", tie.Custodian));
        return new(FigureRole.Tie, Ids.Of("child", tie.Child, tie.Union), data, Describe.Parentage(family, tie, options.Years), [new Line(path, net.IsMarriage ? style : StyleOf(tie.Kind))], tie.Union);
    }

    static LineStyle StyleOf(ParentageKind kind) => kind switch
    {
        ParentageKind.Biological => LineStyle.Solid,
        ParentageKind.Adoptive => LineStyle.Dashed,
        ParentageKind.Foster => LineStyle.Dotted,
        ParentageKind.Step => LineStyle.DashDot,
    };

    /// <summary>The bar that joins identical twins halfway up their lines; of others there is only the common point.</summary>
    Figure TwinBar(Twins twins, Twins ever, int index)
    {
        var net = forks.NetOf(ever);
        return new(FigureRole.Tie, Ids.Of("twins", twins.Children), [("twins", string.Join(' ', twins.Children)), ("identical", twins.IsIdentical ? "true" : "false")],
            Describe.Twins(family, twins), net is not null && twins.IsIdentical ? [Bar(twins, ever, index)] : [], net?.Union.Id ?? "");
    }

    Line Bar(Twins twins, Twins ever, int index)
    {
        var ends = twins.Children.Select(c => part.MiddleOf(kin.NumberOf(c))).OrderBy(p => p.X).ToList();
        var apex = part.X(barsOf[forks.NetOf(ever)!.Union.Id].First(b => b.Apexes.ContainsKey(ever)).Apexes[ever]);
        // Bars of twins who stand between other twins lie at other heights.
        var height = 0.36 + 0.1 * (index % 3);
        var y = ends[0].Y - Sizes.Symbol / 2 - Sizes.TwinRise * height;
        return new([new(ends[0].X + (apex - ends[0].X) * height, y), new(ends[^1].X + (apex - ends[^1].X) * height, y)]);
    }
}
