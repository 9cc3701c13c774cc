namespace Tsunagi.Diagrams.Layout;

/// <summary>Gives each unit its place from left to right: parents over the middle of their children, children under their parents.</summary>
sealed class Placement
{
    const int Rounds = 16;
    const double Faint = 0.02;
    const double Nudge = 12;

    readonly double gap;
    readonly List<Hop[]>[] hopsBelow;
    readonly List<Unit>[] rows;

    Placement(Rows rows, double gap)
    {
        this.gap = gap;
        this.rows = [.. rows.Units];
        hopsBelow = [.. this.rows.Select(row => row.ConvertAll(u => u.Below.Select(e => e.Hop).Distinct().ToArray()))];
    }

    public static void Apply(Rows rows, double gap)
    {
        var placement = new Placement(rows, gap);
        placement.PackRows();
        for (var i = 0; i < Rounds; i++)
        {
            placement.PassDown(1, 0);
            placement.PassUp(0, 1);
        }

        for (var i = 0; i < 3; i++)
        {
            placement.PassUp(1, 1);
            placement.PassDown(1, 1);
        }

        placement.PassUp(1, 1);
        placement.StraightenPassages();
    }

    void PackRows()
    {
        foreach (var row in rows)
        {
            var left = 0.0;
            foreach (var unit in row)
            {
                unit.Left = left;
                left += unit.Width + gap;
            }
        }
    }

    void PassDown(double above, double below)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            Place(row, above, below);
        }
    }

    void PassUp(double above, double below)
    {
        for (var row = rows.Length - 1; row >= 0; row--)
        {
            Place(row, above, below);
        }
    }

    /// <summary>Places a row; above and below say how much the neighbouring rows count.</summary>
    void Place(int row, double above, double below)
    {
        var units = rows[row];
        var (wishes, weights, steps) = (new double[units.Count], new double[units.Count], new double[units.Count]);
        for (var i = 0; i < units.Count; i++)
        {
            var unit = units[i];
            var weight = above * unit.Above.Count + below * hopsBelow[row][i].Length;
            wishes[i] = weight == 0 ? unit.Left : (above * SumAbove(unit) + below * SumBelow(unit, hopsBelow[row][i])) / weight;
            weights[i] = weight == 0 ? Faint : weight;
            steps[i] = i == 0 ? 0 : units[i - 1].Width + gap;
        }

        var places = Spacing.Solve(wishes, weights, steps);
        for (var i = 0; i < units.Count; i++)
        {
            units[i].Left = places[i];
        }
    }

    static double SumAbove(Unit unit)
    {
        var sum = 0.0;
        foreach (var edge in unit.Above)
        {
            sum += edge.Upper.Left + edge.UpperX - edge.LowerX;
        }

        return sum;
    }

    static double SumBelow(Unit unit, Hop[] hops)
    {
        var sum = 0.0;
        foreach (var hop in hops)
        {
            var (least, most) = (double.MaxValue, double.MinValue);
            foreach (var edge in hop.Edges)
            {
                var x = edge.Lower.Left + edge.LowerX;
                (least, most) = (Math.Min(least, x), Math.Max(most, x));
            }

            sum += (least + most) / 2 - hop.Edges[0].UpperX;
        }

        return sum;
    }

    /// <summary>A line that passes through a row and is almost straight becomes so, where there is room.</summary>
    void StraightenPassages()
    {
        for (var row = rows.Length - 1; row >= 0; row--)
        {
            foreach (var unit in rows[row].Where(u => u.Passing is not null && u.Below.Count == 1))
            {
                var aside = unit.Below[0].Lower.Left + unit.Below[0].LowerX - unit.Left - unit.Below[0].UpperX;
                if (Math.Abs(aside) <= Nudge && HasRoom(rows[row], unit, aside))
                    unit.Left += aside;
            }
        }
    }

    bool HasRoom(List<Unit> row, Unit unit, double aside)
    {
        var left = unit.Index == 0 ? double.MinValue : row[unit.Index - 1].Left + row[unit.Index - 1].Width;
        var right = unit.Index == row.Count - 1 ? double.MaxValue : row[unit.Index + 1].Left;
        return unit.Left + aside - left >= gap / 2 && right - unit.Left - aside - unit.Width >= gap / 2;
    }
}
