namespace Tsunagi.Diagrams.Layout;

/// <summary>Orders the units of each row so that few lines cross, and otherwise by age.</summary>
sealed class Ordering(Rows rows)
{
    const int Sweeps = 10;
    const int Passes = 12;

    public static void Apply(Rows rows)
    {
        FirstOrder.Apply(rows);
        var ordering = new Ordering(rows);
        ordering.Refine();
        ordering.Sweep();
        ordering.SortByAge();
    }

    /// <summary>Orders by the middle of what lies above, then below, again and again; keeps the best order found.</summary>
    void Sweep()
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
        ? unit.Above.Average(e => e.Upper.Start + e.UpperSpot)
        : unit.Below.Average(e => e.Lower.Start + e.LowerSpot);

    void Refine()
    {
        for (var pass = 0; pass < Passes; pass++)
        {
            var changed = TurnAll();
            for (var row = 0; row < rows.Units.Count; row++)
            {
                changed |= SwapNeighbours(row, (a, b) => Crossings.Gain(a, b) > 0);
            }

            if (!changed)
                return;
        }
    }

    bool TurnAll()
    {
        var changed = false;
        foreach (var unit in rows.Units.SelectMany(row => row).Where(u => u.Members.Count > 1 && Crossings.GainOfTurn(u) > 0))
        {
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
