using Tsunagi.Diagrams.Drawings;

namespace Tsunagi.Diagrams.Ecomaps;

/// <summary>Draws an ecomap whose places are known.</summary>
sealed class EcomapPainter(Network network, Circle circle, Years years)
{
    const double Beside = 18;
    const double Clear = 3;
    const double Outside = 14;

    int outer;

    public IEnumerable<Figure> Figures()
    {
        foreach (var group in network.Ties.GroupBy(t => Ends(t)))
        {
            foreach (var (i, tie) in group.Index())
            {
                yield return Draw(tie, i - (group.Count() - 1) / 2.0);
            }
        }

        yield return Centre();
        foreach (var node in network.Nodes)
        {
            yield return Draw(node, circle.Spots[node.Id]);
        }
    }

    /// <summary>The ends as they are on the sheet, where the whole household is one.</summary>
    (string, string) Ends(Tie tie)
    {
        var (a, b) = (Place(tie.A), Place(tie.B));
        return string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
    }

    string Place(string id) => network.IsInside(id) ? network.Id : id;

    Spot SpotOf(string id) => network.IsInside(id) ? circle.Centre : circle.Spots[id];

    Figure Draw(Tie tie, double lane)
    {
        var path = PathOf(tie, lane);
        var shapes = TieShapes.Of(tie, path);
        // A member's tie leaves from the household as a whole; the number says whose it is.
        if ((circle.MarkOf(tie.A) ?? circle.MarkOf(tie.B)) is { } mark)
            shapes.Add(new Text(TieShapes.Along(path, 0.5), mark, 12, HasGround: true));
        var data = new[] { ("tie", tie.A + " " + tie.B), ("strength", Words.Of(tie.Strength)), ("stress", tie.IsStressful ? "true" : "false"), ("direction", Words.Of(tie.Direction)) };
        return new(FigureRole.Tie, Ids.Of("tie", tie.A, tie.B) + Number(tie), data, EcomapText.Describe(tie, NameOf, years), shapes, $"{tie.A} {tie.B}{Number(tie)}");
    }

    // The same two may be tied more than once.
    string Number(Tie tie)
    {
        var before = network.Ties.TakeWhile(t => !ReferenceEquals(t, tie)).Count(t => t.A == tie.A && t.B == tie.B);
        return before == 0 ? "" : "__" + Genograms.Describe.Number(before + 1);
    }

    string NameOf(string id) =>
        id == network.Id ? network.Name : network.Members.FirstOrDefault(m => m.Id == id)?.Name ?? network.Nodes.First(n => n.Id == id).Name;

    /// <summary>To the middle straight; between two that are around it straight when they are neighbours, else outside of all.</summary>
    List<Point> PathOf(Tie tie, double lane)
    {
        var (a, b) = (SpotOf(tie.A), SpotOf(tie.B));
        var isToMiddle = a == circle.Centre || b == circle.Centre;
        return isToMiddle || circle.AreNeighbours(tie.A, tie.B) ? Straight(a, b, lane) : Around(a, b, outer++);
    }

    static List<Point> Straight(Spot a, Spot b, double lane)
    {
        var (dx, dy) = (b.Middle.X - a.Middle.X, b.Middle.Y - a.Middle.Y);
        var length = Math.Max(1, Math.Sqrt(dx * dx + dy * dy));
        var aside = new Point(-dy / length * lane * Beside, dx / length * lane * Beside);
        return [Edge(a, a.Middle + aside, b.Middle + aside), Edge(b, b.Middle + aside, a.Middle + aside)];
    }

    /// <summary>Where a line from inside a spot leaves it.</summary>
    static Point Edge(Spot spot, Point from, Point to)
    {
        var box = spot.Box.Widen(Clear);
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var x = dx == 0 ? double.MaxValue : ((dx > 0 ? box.Right : box.Left) - from.X) / dx;
        var y = dy == 0 ? double.MaxValue : ((dy > 0 ? box.Bottom : box.Top) - from.Y) / dy;
        var part = Math.Clamp(Math.Min(x, y), 0, 1);
        return new(from.X + dx * part, from.Y + dy * part);
    }

    /// <summary>Out of the circle, along it outside of everything, and in again.</summary>
    List<Point> Around(Spot a, Spot b, int lane)
    {
        var radius = circle.Reach + Outside * (lane + 1);
        var (from, to) = (Math.Atan2(a.Middle.Y, a.Middle.X), Math.Atan2(b.Middle.Y, b.Middle.X));
        var turn = Math.IEEERemainder(to - from, 2 * Math.PI);
        var steps = Math.Max(2, (int)(Math.Abs(turn) / 0.1));
        var arc = Enumerable.Range(0, steps + 1).Select(i => from + turn * i / steps).Select(t => new Point(radius * Math.Cos(t), radius * Math.Sin(t))).ToList();
        return [Edge(a, a.Middle, arc[0]), .. arc, Edge(b, b.Middle, arc[^1])];
    }

    Figure Centre()
    {
        var box = circle.Centre.Box;
        var data = new List<(string, string)> { ("household", network.Id), ("members", string.Join(' ', network.Members.Select(m => m.Id))) };
        return new(FigureRole.Node, Ids.Of("household", network.Id), data, network.Name,
            [new Rectangle(box, Radius: 14), new Rectangle(box.Widen(-4), Radius: 11), .. Lines(circle.Centre, Circle.Size + 1)]);
    }

    static Figure Draw(Node node, Spot spot) => new(
        FigureRole.Node, Ids.Of("node", node.Id), [("node", node.Id), ("kind", Words.Of(node.Kind))], $"{node.Name}。{EcomapText.KindOf(node.Kind)}。",
        [Outline(node.Kind, spot.Box), .. Lines(spot, Circle.Size)]);

    public static Shape Outline(NodeKind kind, Box box) => kind switch
    {
        NodeKind.Person => new Ellipse(box),
        NodeKind.Agency => new Rectangle(box),
        NodeKind.Place => new Rectangle(box, Radius: Math.Min(box.Height / 2, 16), Style: LineStyle.Dashed),
    };

    static IEnumerable<Text> Lines(Spot spot, double size) => spot.Lines.Select((line, i) =>
        new Text(new(spot.Middle.X, spot.Middle.Y + (i - (spot.Lines.Count - 1) / 2.0) * Circle.LineHeight), line, size));
}
