namespace Tsunagi.Diagrams.Layout;

/// <summary>Which way a first order is found.</summary>
enum Walk
{
    /// <summary>Down to the children first, then up to the families married into.</summary>
    ChildrenFirst,
    /// <summary>Up to the families married into first.</summary>
    MarriagesFirst,
}

/// <summary>A first order of the rows: walks from parents to children by age, and then on to the families married into.</summary>
sealed class FirstOrder
{
    readonly Rows rows;
    readonly Walk walk;
    readonly List<List<Unit>> order;
    readonly HashSet<Unit> placed = [];
    readonly Stack<Unit> ahead = [];

    FirstOrder(Rows rows, Walk walk)
    {
        (this.rows, this.walk) = (rows, walk);
        order = [.. rows.Units.Select(_ => new List<Unit>())];
    }

    public static void Apply(Rows rows, Walk walk)
    {
        var first = new FirstOrder(rows, walk);
        first.From(first.Start());
        foreach (var unit in rows.Units.SelectMany(row => row))
        {
            first.From(unit);
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

    void From(Unit start)
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

    // On a stack the last pushed comes first.
    void PushNext(Unit unit)
    {
        if (walk == Walk.ChildrenFirst)
            PushAbove(unit);
        PushBelow(unit);
        if (walk == Walk.MarriagesFirst)
            PushAbove(unit);
    }

    void PushAbove(Unit unit)
    {
        foreach (var edge in unit.Above.Where(e => !placed.Contains(e.Upper)).OrderByDescending(e => e.LowerSpot))
        {
            ahead.Push(edge.Upper);
        }
    }

    /// <summary>Children by age; those who marry into families not yet placed come after their brothers and sisters.</summary>
    void PushBelow(Unit unit)
    {
        var below = unit.Below.Where(e => !placed.Contains(e.Lower)).OrderBy(e => e.UpperSpot).ThenBy(e => JoinsOthers(e.Lower)).ThenBy(Age);
        foreach (var edge in below.Reverse())
        {
            ahead.Push(edge.Lower);
        }
    }

    static (DateOnly, int) Nobody => (DateOnly.MaxValue, int.MaxValue);

    (DateOnly, int) Age(Edge edge) => edge.Child is { } child ? rows.Kin.Seniority(child.Child) : Nobody;

    bool JoinsOthers(Unit unit) => unit.Above.Any(e => !placed.Contains(e.Upper));
}
