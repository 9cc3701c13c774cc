namespace Tsunagi.Diagrams.Layout;

/// <summary>Gives each unit its place from left to right: parents over the middle of their children, children under their parents.</summary>
sealed class Placement(Rows rows, double gap)
{
    const int Rounds = 24;
    const double Faint = 0.02;

    public static void Apply(Rows rows, double gap)
    {
        var placement = new Placement(rows, gap);
        placement.PackRows();
        for (var i = 0; i < Rounds; i++)
        {
            placement.Down();
            placement.Up();
        }

        placement.Settle();
    }

    void PackRows()
    {
        foreach (var row in rows.Units)
        {
            var left = 0.0;
            foreach (var unit in row)
            {
                unit.Left = left;
                left += unit.Width + gap;
            }
        }
    }

    void Down()
    {
        foreach (var row in rows.Units)
        {
            Place(row, u => Wish(u, AboveWishes(u), []));
        }
    }

    void Up()
    {
        foreach (var row in rows.Units.AsEnumerable().Reverse())
        {
            Place(row, u => Wish(u, [], BelowWishes(u)));
        }
    }

    // At last both count, from the bottom up and down again.
    void Settle()
    {
        for (var i = 0; i < 3; i++)
        {
            foreach (var row in rows.Units.AsEnumerable().Reverse().Concat(rows.Units))
            {
                Place(row, u => Wish(u, AboveWishes(u), BelowWishes(u)));
            }
        }

        Up();
        Down();
        foreach (var row in rows.Units.AsEnumerable().Reverse())
        {
            Place(row, u => Wish(u, AboveWishes(u), BelowWishes(u)));
        }
    }

    static (double Wish, double Weight) Wish(Unit unit, List<double> above, List<double> below)
    {
        var weight = above.Count + below.Count;
        return weight == 0 ? (unit.Left, Faint) : ((above.Sum() + below.Sum()) / weight, weight);
    }

    static List<double> AboveWishes(Unit unit) => [.. unit.Above.Select(e => e.Upper.Left + e.UpperX - e.LowerX)];

    static List<double> BelowWishes(Unit unit) => [.. unit.Below.Select(e => e.Hop).Distinct().Select(h => h.Edges.Min(Lower) / 2 + h.Edges.Max(Lower) / 2 - h.Edges[0].UpperX)];

    static double Lower(Edge edge) => edge.Lower.Left + edge.LowerX;

    void Place(List<Unit> row, Func<Unit, (double Wish, double Weight)> wish)
    {
        if (row.Count == 0)
            return;
        var wishes = row.Select(wish).ToList();
        var steps = row.Select((_, i) => i == 0 ? 0 : row[i - 1].Width + gap).ToArray();
        var places = Spacing.Solve([.. wishes.Select(w => w.Wish)], [.. wishes.Select(w => w.Weight)], steps);
        foreach (var (i, unit) in row.Index())
        {
            unit.Left = places[i];
        }
    }
}
