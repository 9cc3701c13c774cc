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

    readonly record struct Segment(Point A, Point B, string Net, string Id)
    {
        public Box Box { get; } = new(Math.Min(A.X, B.X), Math.Min(A.Y, B.Y), Math.Max(A.X, B.X), Math.Max(A.Y, B.Y));
    }

    readonly record struct Solid(Box Box, string Id, Shape Shape);

    internal static DrawingCheck Of(Drawing drawing)
    {
        var boxes = drawing.Figures.Where(f => f.Role != FigureRole.Ring)
            .SelectMany(f => f.Shapes.Where(IsSolid).Select(s => new Solid(s.Bounds.Widen(-Touch), f.Id, s))).ToList();
        var segments = drawing.Figures.Where(f => f.Role == FigureRole.Tie).SelectMany(Segments).ToList();
        var (nearBoxes, nearSegments) = (new Near<Solid>(boxes, b => b.Box), new Near<Segment>(segments, s => s.Box));
        var overlaps = boxes.Sum(b => nearBoxes.To(b.Box).Count(o => string.CompareOrdinal(b.Id, o.Id) < 0 && b.Box.Meets(o.Box)));
        var strikes = segments.Sum(s => nearBoxes.To(s.Box).Count(b => s.Id != b.Id && Runs(s, b.Shape)));
        var met = segments.SelectMany(s => nearSegments.To(s.Box.Widen(Along)).Where(t => string.CompareOrdinal(s.Net, t.Net) < 0).Select(t => (s, t))).ToList();
        return new(overlaps, strikes, met.Count(p => RunAlong(p.s, p.t)), met.Count(p => Cross(p.s, p.t)));
    }

    static bool IsSolid(Shape shape) => shape is not Line;

    static IEnumerable<Segment> Segments(Figure figure) => figure.Shapes.OfType<Line>()
        .SelectMany(l => l.Points.Zip(l.Points.Skip(1), (a, b) => new Segment(a, b, figure.Net, figure.Id)))
        .Where(s => s.A != s.B);

    /// <summary>True when a part of the segment lies inside the shape.</summary>
    static bool Runs(Segment s, Shape shape) => shape switch
    {
        Ellipse e => RunsThroughEllipse(s, e.Box.Widen(-Touch)),
        Polygon p => RunsThrough(s, p.Points, p.Bounds.Middle),
        _ => shape.Bounds.Widen(-Touch) is var b && RunsThrough(s, [new(b.Left, b.Top), new(b.Right, b.Top), new(b.Right, b.Bottom), new(b.Left, b.Bottom)], b.Middle),
    };

    static bool RunsThroughEllipse(Segment s, Box box)
    {
        Point Unit(Point p) => new((p.X - box.Middle.X) * 2 / box.Width, (p.Y - box.Middle.Y) * 2 / box.Height);
        var (a, b) = (Unit(s.A), Unit(s.B));
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var nearest = Math.Clamp(-(a.X * dx + a.Y * dy) / (dx * dx + dy * dy), 0, 1);
        return Math.Pow(a.X + nearest * dx, 2) + Math.Pow(a.Y + nearest * dy, 2) < 1;
    }

    // Cuts off what lies outside each side in turn; what remains runs through.
    static bool RunsThrough(Segment s, IReadOnlyList<Point> corners, Point inside)
    {
        var (from, to) = (0.0, 1.0);
        for (var i = 0; i < corners.Count; i++)
        {
            var (c, d) = (corners[i], corners[(i + 1) % corners.Count]);
            var length = Math.Sqrt(Math.Pow(d.X - c.X, 2) + Math.Pow(d.Y - c.Y, 2));
            var sign = Math.Sign(Turn(c, d, inside));
            var (a, b) = (sign * Turn(c, d, s.A) / length - Touch, sign * Turn(c, d, s.B) / length - Touch);
            if (a <= 0 && b <= 0)
                return false;
            if (a < 0)
                from = Math.Max(from, a / (a - b));
            if (b < 0)
                to = Math.Min(to, a / (a - b));
        }

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
