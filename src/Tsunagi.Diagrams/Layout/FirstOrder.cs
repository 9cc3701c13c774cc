namespace Tsunagi.Diagrams.Layout;

/// <summary>A first order of the rows: walks from parents to children by age, and then on to the families married into.</summary>
sealed class FirstOrder
{
    readonly Rows rows;
    readonly List<List<Unit>> order;
    readonly HashSet<Unit> placed = [];
    readonly Stack<Unit> ahead = [];

    FirstOrder(Rows rows)
    {
        this.rows = rows;
        order = [.. rows.Units.Select(_ => new List<Unit>())];
    }

    public static void Apply(Rows rows)
    {
        var first = new FirstOrder(rows);
        first.Walk(first.Start());
        foreach (var unit in rows.Units.SelectMany(row => row))
        {
            first.Walk(unit);
        }

        rows.Restore(first.order);
    }

    /// <summary>The eldest of the fathers' line of the index person, else of the first person.</summary>
    Unit Start()
    {
        var persons = rows.Units.SelectMany(row => row).SelectMany(u => u.Members).Where(rows.Kin.IsPerson).ToList();
        var unit = rows.UnitOf(persons.Where(p => rows.Kin.PersonAt(p).IsIndex).DefaultIfEmpty(persons.Min()).First());
        while (unit.Above.Count > 0)
        {
            unit = unit.Above.MinBy(e => e.LowerSpot)!.Upper;
        }

        return unit;
    }

    void Walk(Unit start)
    {
        ahead.Push(start);
        while (ahead.TryPop(out var unit))
        {
            if (!placed.Add(unit))
                continue;
            order[unit.Row].Add(unit);
            PushNext(unit);
        }
    }

    // On a stack the last pushed comes first: children without other parents by age, children who marry into other families, then those families.
    void PushNext(Unit unit)
    {
        foreach (var edge in unit.Above.Where(e => !placed.Contains(e.Upper)).OrderByDescending(e => e.LowerSpot))
        {
            ahead.Push(edge.Upper);
        }

        var below = unit.Below.Where(e => !placed.Contains(e.Lower)).OrderBy(e => e.UpperSpot).ThenBy(e => JoinsOthers(e.Lower)).ThenBy(Age).Reverse();
        foreach (var edge in below)
        {
            ahead.Push(edge.Lower);
        }
    }

    static (DateOnly, int) Nobody => (DateOnly.MaxValue, int.MaxValue);

    (DateOnly, int) Age(Edge edge) => edge.Child is { } child ? rows.Kin.Seniority(child.Child) : Nobody;

    bool JoinsOthers(Unit unit) => unit.Above.Any(e => !placed.Contains(e.Upper));
}
