namespace Tsunagi.Diagrams.Layout;

/// <summary>Gives everybody a row: partners and twins on one, children at least one below their parents.</summary>
/// <remarks>Where partners cannot share a row (somebody married into an own later generation), they keep two, and the couple says so.</remarks>
sealed class Generations
{
    readonly Kin kin;
    readonly int[] leader;
    readonly int[] rows;

    Generations(Kin kin)
    {
        this.kin = kin;
        leader = [.. Enumerable.Range(0, kin.Count)];
        rows = new int[kin.Count];
    }

    public static int[] Of(Kin kin)
    {
        var generations = new Generations(kin);
        generations.JoinAll(_ => true);
        var circling = generations.FindCircling();
        if (circling.Count > 0)
        {
            for (var i = 0; i < kin.Count; i++)
            {
                generations.leader[i] = i;
            }

            generations.JoinAll(i => !circling.Contains(i));
        }

        generations.SetRows();
        foreach (var couple in kin.Couples)
        {
            couple.IsAcrossRows = generations.rows[couple.A] != generations.rows[couple.B];
        }

        return generations.rows;
    }

    void JoinAll(Func<int, bool> may)
    {
        var pairs = kin.Couples.Select(c => (c.A, c.B))
            .Concat(kin.Family.Twins.SelectMany(t => t.Children.Zip(t.Children.Skip(1), (a, b) => (kin.NumberOf(a), kin.NumberOf(b)))))
            .Where(p => may(p.Item1) && may(p.Item2)).ToList();
        foreach (var (a, b) in pairs)
        {
            leader[Leader(a)] = Leader(b);
        }
    }

    int Leader(int i)
    {
        while (leader[i] != i)
        {
            i = leader[i] = leader[leader[i]];
        }

        return i;
    }

    IEnumerable<(int Above, int Below)> Steps() => kin.Nets.SelectMany(n => n.Partners.SelectMany(p => n.Children.Select(c => (Leader(p), Leader(c.Child)))));

    /// <summary>Everybody whose group lies on a circle of groups, or between two.</summary>
    HashSet<int> FindCircling()
    {
        var steps = Steps().ToList();
        var left = Peel(Peel(Enumerable.Range(0, kin.Count).Select(Leader).ToHashSet(), steps), [.. steps.Select(s => (s.Below, s.Above))]);
        return [.. Enumerable.Range(0, kin.Count).Where(i => left.Contains(Leader(i)))];
    }

    static HashSet<int> Peel(HashSet<int> groups, List<(int Above, int Below)> steps)
    {
        var below = steps.Where(s => groups.Contains(s.Above) && groups.Contains(s.Below)).ToLookup(s => s.Above, s => s.Below);
        var waiting = groups.ToDictionary(g => g, _ => 0);
        foreach (var child in below.SelectMany(g => g))
        {
            waiting[child]++;
        }

        var free = new Queue<int>(groups.Where(g => waiting[g] == 0));
        while (free.TryDequeue(out var group))
        {
            waiting.Remove(group);
            foreach (var child in below[group])
            {
                if (--waiting[child] == 0)
                    free.Enqueue(child);
            }
        }

        return [.. waiting.Keys];
    }

    void SetRows()
    {
        var steps = Steps().Distinct().ToList();
        var below = steps.ToLookup(s => s.Above, s => s.Below);
        var above = steps.ToLookup(s => s.Below, s => s.Above);
        var groupRows = new int[kin.Count];
        var order = InOrder(below, above);
        foreach (var group in order)
        {
            groupRows[group] = above[group].Select(a => groupRows[a] + 1).DefaultIfEmpty(0).Max();
        }

        // A group with more ties below than above goes down to its children.
        foreach (var group in order.AsEnumerable().Reverse().Where(g => below[g].Any() && below[g].Count() > above[g].Count()))
        {
            groupRows[group] = below[group].Min(b => groupRows[b]) - 1;
        }

        for (var i = 0; i < kin.Count; i++)
        {
            rows[i] = groupRows[Leader(i)];
        }
    }

    List<int> InOrder(ILookup<int, int> below, ILookup<int, int> above)
    {
        var groups = Enumerable.Range(0, kin.Count).Where(i => Leader(i) == i).ToList();
        var waiting = groups.ToDictionary(g => g, g => above[g].Count());
        var order = groups.Where(g => waiting[g] == 0).ToList();
        for (var i = 0; i < order.Count; i++)
        {
            order.AddRange(below[order[i]].Where(b => --waiting[b] == 0));
        }

        return order;
    }
}
