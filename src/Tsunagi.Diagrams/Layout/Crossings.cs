namespace Tsunagi.Diagrams.Layout;

/// <summary>Counts how often lines cross between rows, in an order of the units.</summary>
static class Crossings
{
    public static long Count(Rows rows)
    {
        long sum = 0;
        for (var row = 0; row + 1 < rows.Units.Count; row++)
        {
            sum += Between(rows.Units[row]);
        }

        return sum;
    }

    static long Between(List<Unit> upper)
    {
        var lines = upper.SelectMany(u => u.Below).Select(e => (Upper: e.FarAbove, Lower: e.FarBelow)).Order().ToArray();
        var ranks = lines.Select(l => l.Lower).Distinct().Order().ToArray();
        var tree = new int[ranks.Length + 1];
        long sum = 0;
        for (var i = 0; i < lines.Length;)
        {
            // Lines from one point do not cross each other.
            var same = i;
            while (same < lines.Length && lines[same].Upper == lines[i].Upper)
            {
                sum += i - UpTo(tree, Array.BinarySearch(ranks, lines[same++].Lower) + 1);
            }

            for (; i < same; i++)
            {
                for (var at = Array.BinarySearch(ranks, lines[i].Lower) + 1; at < tree.Length; at += at & -at)
                {
                    tree[at]++;
                }
            }
        }

        return sum;
    }

    static int UpTo(int[] tree, int at)
    {
        var sum = 0;
        for (; at > 0; at -= at & -at)
        {
            sum += tree[at];
        }

        return sum;
    }

    /// <summary>Crossings between the lines of two units when the first stands left, less those when it stands right.</summary>
    public static int Gain(Unit a, Unit b)
    {
        var gain = 0;
        foreach (var one in a.Above)
        {
            foreach (var other in b.Above)
            {
                gain += one.FarAbove.CompareTo(other.FarAbove);
            }
        }

        foreach (var one in a.Below)
        {
            foreach (var other in b.Below)
            {
                gain += one.FarBelow.CompareTo(other.FarBelow);
            }
        }

        return gain;
    }

    /// <summary>Crossings among the lines of one unit, less those when it is turned.</summary>
    public static int GainOfTurn(Unit unit) =>
        Among(unit.Above, e => e.LowerSpot, e => e.FarAbove) + Among(unit.Below, e => e.UpperSpot, e => e.FarBelow);

    static int Among(List<Edge> edges, Func<Edge, double> near, Func<Edge, double> far)
    {
        var gain = 0;
        for (var i = 0; i < edges.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                gain -= near(edges[i]).CompareTo(near(edges[j])) * far(edges[i]).CompareTo(far(edges[j]));
            }
        }

        return gain;
    }
}
