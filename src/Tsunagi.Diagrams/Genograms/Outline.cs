using Tsunagi.Diagrams.Drawings;

namespace Tsunagi.Diagrams.Genograms;

/// <summary>The outline of several rectangles taken together.</summary>
static class Outline
{
    /// <summary>The corners in order; null when the rectangles do not make one piece without holes.</summary>
    public static IReadOnlyList<Point>? Of(IReadOnlyList<Box> boxes)
    {
        var xs = boxes.SelectMany(b => new[] { b.Left, b.Right }).Distinct().Order().ToArray();
        var ys = boxes.SelectMany(b => new[] { b.Top, b.Bottom }).Distinct().Order().ToArray();
        bool IsIn(int i, int j) => i >= 0 && j >= 0 && i < xs.Length - 1 && j < ys.Length - 1 &&
            boxes.Any(b => b.Left <= xs[i] && xs[i + 1] <= b.Right && b.Top <= ys[j] && ys[j + 1] <= b.Bottom);

        var next = new Dictionary<(int X, int Y), (int X, int Y)>();
        for (var i = 0; i < xs.Length - 1; i++)
        {
            for (var j = 0; j < ys.Length - 1; j++)
            {
                if (IsIn(i, j) && !AddEdges(next, IsIn, i, j))
                    return null;
            }
        }

        return Walk(next)?.Select(c => new Point(xs[c.X], ys[c.Y])).ToList();
    }

    // Clockwise around each cell, where no cell lies beyond.
    static bool AddEdges(Dictionary<(int X, int Y), (int X, int Y)> next, Func<int, int, bool> isIn, int i, int j) =>
        (isIn(i, j - 1) || next.TryAdd((i, j), (i + 1, j))) &&
        (isIn(i + 1, j) || next.TryAdd((i + 1, j), (i + 1, j + 1))) &&
        (isIn(i, j + 1) || next.TryAdd((i + 1, j + 1), (i, j + 1))) &&
        (isIn(i - 1, j) || next.TryAdd((i, j + 1), (i, j)));

    static List<(int X, int Y)>? Walk(Dictionary<(int X, int Y), (int X, int Y)> next)
    {
        var start = next.Keys.Min();
        var (path, at) = (new List<(int X, int Y)>(), start);
        do
        {
            path.Add(at);
            at = next[at];
        }
        while (at != start);
        return path.Count == next.Count ? [.. path.Where((c, i) => IsCorner(path[(i + path.Count - 1) % path.Count], c, next[c]))] : null;
    }

    static bool IsCorner((int X, int Y) before, (int X, int Y) here, (int X, int Y) after) =>
        !(before.X == here.X && here.X == after.X || before.Y == here.Y && here.Y == after.Y);
}
