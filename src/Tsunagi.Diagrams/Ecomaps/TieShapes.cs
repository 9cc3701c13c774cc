using Tsunagi.Diagrams.Drawings;

namespace Tsunagi.Diagrams.Ecomaps;

/// <summary>The line of a tie: thick, plain or broken; barred where there is stress; with an arrow where it has a direction.</summary>
static class TieShapes
{
    const double Arrow = 9;
    const double Bar = 5;
    const double BarStep = 16;

    public static List<Shape> Of(Tie tie, IReadOnlyList<Point> path)
    {
        var shapes = new List<Shape> { new Line(path, StyleOf(tie.Strength)) };
        if (tie.IsStressful)
            shapes.AddRange(Bars(path));
        if (tie.Direction is Direction.Forth or Direction.Both)
            shapes.Add(Head(path[^2], path[^1]));
        if (tie.Direction is Direction.Back or Direction.Both)
            shapes.Add(Head(path[1], path[0]));
        return shapes;
    }

    public static LineStyle StyleOf(Strength strength) => strength switch
    {
        Strength.Strong => LineStyle.Thick,
        Strength.Ordinary => LineStyle.Solid,
        Strength.Weak => LineStyle.Dashed,
    };

    /// <summary>The point so far along a path: 0 its beginning, 1 its end.</summary>
    public static Point Along(IReadOnlyList<Point> path, double part)
    {
        var left = path.Zip(path.Skip(1), Distance).Sum() * part;
        for (var i = 0; i + 1 < path.Count; i++)
        {
            var length = Distance(path[i], path[i + 1]);
            if (left <= length || i + 2 == path.Count)
                return length == 0 ? path[i] : Between(path[i], path[i + 1], Math.Min(1, left / length));
            left -= length;
        }

        return path[0];
    }

    static IEnumerable<Line> Bars(IReadOnlyList<Point> path)
    {
        var length = path.Zip(path.Skip(1), Distance).Sum();
        var count = Math.Max(2, (int)(length / BarStep));
        for (var i = 1; i < count; i++)
        {
            var (here, next) = (Along(path, (double)i / count), Along(path, (i + 0.1) / count));
            var by = Distance(here, next);
            var aside = new Point(-(next.Y - here.Y) / by * Bar, (next.X - here.X) / by * Bar);
            yield return new([here + aside, new(here.X - aside.X, here.Y - aside.Y)]);
        }
    }

    static Line Head(Point from, Point to)
    {
        var length = Math.Max(0.1, Distance(from, to));
        var (ux, uy) = ((to.X - from.X) / length * Arrow, (to.Y - from.Y) / length * Arrow);
        return new([new(to.X - ux - uy * 0.5, to.Y - uy + ux * 0.5), to, new(to.X - ux + uy * 0.5, to.Y - uy - ux * 0.5)]);
    }

    static double Distance(Point a, Point b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));

    static Point Between(Point a, Point b, double part) => new(a.X + (b.X - a.X) * part, a.Y + (b.Y - a.Y) * part);
}
