namespace Tsunagi.Diagrams.Drawings;

/// <summary>Faults and crossings counted on the paper.</summary>
/// <param name="Overlaps">Pairs of nodes, their symbols or labels, that lie on each other.</param>
/// <param name="Strikes">Pairs of a line and a symbol or label it runs through.</param>
/// <param name="Coincidences">Pairs of lines of different nets that run along each other, so that nobody can tell them apart.</param>
/// <param name="Crossings">Points where lines of different nets cross.</param>
public sealed record DrawingCheck(int Overlaps, int Strikes, int Coincidences, int Crossings)
{
    // Less than this is a touch, not a fault.
    const double Touch = 0.5;
    const double Along = 2;

    readonly record struct Segment(Point A, Point B, string Net)
    {
        public Box Box { get; } = new(Math.Min(A.X, B.X), Math.Min(A.Y, B.Y), Math.Max(A.X, B.X), Math.Max(A.Y, B.Y));
    }

    internal static DrawingCheck Of(Drawing drawing)
    {
        var boxes = drawing.Figures.Where(f => f.Role != FigureRole.Ring)
            .SelectMany(f => f.Shapes.Where(IsSolid).Select(s => (Box: s.Bounds.Widen(-Touch), f.Id))).OrderBy(b => b.Box.Top).ToList();
        var segments = drawing.Figures.Where(f => f.Role == FigureRole.Tie).SelectMany(Segments).OrderBy(s => s.Box.Top).ToList();
        var overlaps = Pairs(boxes, boxes, b => b.Box, b => b.Box)
            .Count(p => string.CompareOrdinal(p.Item1.Id, p.Item2.Id) < 0 && p.Item1.Box.Meets(p.Item2.Box));
        var strikes = Pairs(segments, boxes, s => s.Box, b => b.Box).Count(p => Runs(p.Item1, p.Item2.Box));
        var met = Pairs(segments, segments, s => s.Box, s => s.Box).Where(p => string.CompareOrdinal(p.Item1.Net, p.Item2.Net) < 0).ToList();
        return new(overlaps, strikes, met.Count(p => RunAlong(p.Item1, p.Item2)), met.Count(p => Cross(p.Item1, p.Item2)));
    }

    static bool IsSolid(Shape shape) => shape is not Line;

    static IEnumerable<Segment> Segments(Figure figure) => figure.Shapes.OfType<Line>()
        .SelectMany(l => l.Points.Zip(l.Points.Skip(1), (a, b) => new Segment(a, b, figure.Net)))
        .Where(s => s.A != s.B);

    /// <summary>Pairs that share a height; both lists go by their tops.</summary>
    static IEnumerable<(TA, TB)> Pairs<TA, TB>(List<TA> ones, List<TB> others, Func<TA, Box> boxOfOne, Func<TB, Box> boxOfOther)
    {
        var grid = new Dictionary<int, List<TB>>();
        const double Band = 60;
        foreach (var other in others)
        {
            var box = boxOfOther(other);
            for (var i = (int)Math.Floor(box.Top / Band); i <= (int)Math.Floor(box.Bottom / Band); i++)
            {
                (grid.TryGetValue(i, out var list) ? list : grid[i] = []).Add(other);
            }
        }

        foreach (var one in ones)
        {
            var a = boxOfOne(one);
            for (var i = (int)Math.Floor(a.Top / Band); i <= (int)Math.Floor(a.Bottom / Band); i++)
            {
                foreach (var other in grid.GetValueOrDefault(i, []))
                {
                    var b = boxOfOther(other);
                    var isFirstShared = i == (int)Math.Floor(Math.Max(a.Top, b.Top) / Band);
                    if (isFirstShared && a.Left <= b.Right && b.Left <= a.Right && a.Top <= b.Bottom && b.Top <= a.Bottom)
                        yield return (one, other);
                }
            }
        }
    }

    /// <summary>True when a part of the segment lies inside the box.</summary>
    static bool Runs(Segment s, Box box)
    {
        var (from, to) = (0.0, 1.0);
        return Clip(box.Left - s.A.X, s.B.X - s.A.X, ref from, ref to) && Clip(s.A.X - box.Right, s.A.X - s.B.X, ref from, ref to) &&
            Clip(box.Top - s.A.Y, s.B.Y - s.A.Y, ref from, ref to) && Clip(s.A.Y - box.Bottom, s.A.Y - s.B.Y, ref from, ref to) && from < to;
    }

    // Keeps the stretch of t where t * by >= least.
    static bool Clip(double least, double by, ref double from, ref double to)
    {
        if (by == 0)
            return least < 0;
        if (by > 0)
            from = Math.Max(from, least / by);
        else
            to = Math.Min(to, least / by);
        return from < to;
    }

    static bool Cross(Segment s, Segment t) =>
        Turn(s.A, s.B, t.A) * Turn(s.A, s.B, t.B) < 0 && Turn(t.A, t.B, s.A) * Turn(t.A, t.B, s.B) < 0;

    static double Turn(Point a, Point b, Point c) => (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);

    static bool RunAlong(Segment s, Segment t)
    {
        if (s.A.X == s.B.X && t.A.X == t.B.X)
            return Math.Abs(s.A.X - t.A.X) < Along && Shared(s.Box.Top, s.Box.Bottom, t.Box.Top, t.Box.Bottom);
        return s.A.Y == s.B.Y && t.A.Y == t.B.Y && Math.Abs(s.A.Y - t.A.Y) < Along && Shared(s.Box.Left, s.Box.Right, t.Box.Left, t.Box.Right);
    }

    static bool Shared(double a, double b, double c, double d) => Math.Min(b, d) - Math.Max(a, c) > Touch;
}
