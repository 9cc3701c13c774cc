namespace Tsunagi.Diagrams.Layout;

/// <summary>Orders the units of each row so that few lines cross, and otherwise by age.</summary>
sealed class Ordering(Rows rows)
{
    const int Sweeps = 10;
    const int Passes = 12;

    public static void Apply(Rows rows)
    {
        var ordering = new Ordering(rows);
        var (best, least) = (rows.Copy(), long.MaxValue);
        foreach (var walk in Enum.GetValues<Walk>())
        {
            FirstOrder.Apply(rows, walk);
            ordering.Refine();
            var count = ordering.Sweep();
            if (count < least)
                (best, least) = (rows.Copy(), count);
            if (count == 0)
                break;
        }

        rows.Restore(best);
        ordering.TurnAll();
        ordering.SortByAge();
    }

    /// <summary>Orders by the middle of what lies above, then below, again and again; keeps the best order found.</summary>
    long Sweep()
    {
        var best = rows.Copy();
        var least = Crossings.Count(rows);
        for (var i = 0; i < Sweeps && least > 0; i++)
        {
            SweepOnce(i % 2 == 0);
            Refine();
            var count = Crossings.Count(rows);
            if (count >= least)
                continue;
            (best, least) = (rows.Copy(), count);
        }

        rows.Restore(best);
        TurnAll();
        return least;
    }

    void SweepOnce(bool isDown)
    {
        for (var i = 1; i < rows.Units.Count; i++)
        {
            SortRow(isDown ? i : rows.Units.Count - 1 - i, isDown);
        }
    }

    void SortRow(int row, bool isDown)
    {
        var units = rows.Units[row];
        var spots = units.Index().Where(u => (isDown ? u.Item.Above : u.Item.Below).Count > 0).Select(u => u.Index).ToList();
        var sorted = spots.Select(i => units[i]).OrderBy(u => Middle(u, isDown)).ToList();
        foreach (var (i, spot) in spots.Index())
        {
            units[spot] = sorted[i];
        }

        rows.Renumber(row);
    }

    static double Middle(Unit unit, bool isDown) => isDown
        ? unit.Above.Average(e => e.FarAbove)
        : unit.Below.Average(e => e.FarBelow);

    /// <summary>Turns units and swaps neighbours while that saves crossings; a row is looked at again when one beside it changed.</summary>
    void Refine()
    {
        var changed = Enumerable.Repeat(true, rows.Units.Count + 2).ToArray();
        for (var pass = 0; pass < Passes && changed.Contains(true); pass++)
        {
            var now = new bool[changed.Length];
            for (var row = 0; row < rows.Units.Count; row++)
            {
                if (changed[row] || changed[row + 1] || changed[row + 2])
                    now[row + 1] = TurnRow(row) | SwapNeighbours(row, IsCrossed);
            }

            changed = now;
        }
    }

    static bool IsCrossed(Unit left, Unit right) => Crossings.Gain(left, right) > 0;

    void TurnAll()
    {
        for (var row = 0; row < rows.Units.Count; row++)
        {
            TurnRow(row);
        }
    }

    bool TurnRow(int row)
    {
        var changed = false;
        foreach (var unit in rows.Units[row])
        {
            if (unit.Members.Count < 2 || Crossings.GainOfTurn(unit) <= 0)
                continue;
            unit.Turn();
            changed = true;
        }

        return changed;
    }

    bool SwapNeighbours(int row, Func<Unit, Unit, bool> isBetter)
    {
        var units = rows.Units[row];
        var changed = false;
        for (var i = 0; i + 1 < units.Count; i++)
        {
            if (!isBetter(units[i], units[i + 1]))
                continue;
            (units[i], units[i + 1]) = (units[i + 1], units[i]);
            changed = true;
        }

        if (changed)
            rows.Renumber(row);
        return changed;
    }

    /// <summary>Brothers and sisters who stand beside each other go by age where no crossing comes of it.</summary>
    void SortByAge()
    {
        for (var row = 1; row < rows.Units.Count; row++)
        {
            for (var pass = 0; pass < rows.Units[row].Count && SwapNeighbours(row, IsOlderRight); pass++)
            {
            }
        }
    }

    bool IsOlderRight(Unit left, Unit right)
    {
        foreach (var edge in left.Above.Where(e => e.Child is not null))
        {
            if (right.Above.Find(e => e.Hop == edge.Hop && e.Child is not null) is { } other)
            {
                return rows.Kin.Seniority(edge.Child!.Child).CompareTo(rows.Kin.Seniority(other.Child!.Child)) > 0 && Crossings.Gain(left, right) >= 0;
            }
        }

        return false;
    }
}
