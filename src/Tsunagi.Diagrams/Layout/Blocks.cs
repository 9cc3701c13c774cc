using Tsunagi.Diagrams.Families;

namespace Tsunagi.Diagrams.Layout;

/// <summary>Puts partners side by side: everybody joined by couples on one row is one unit.</summary>
sealed class Blocks(Kin kin)
{
    readonly Dictionary<int, List<(int Other, Couple Couple)>> partners = kin.Couples.Where(c => !c.IsAcrossRows)
        .SelectMany(c => new[] { (c.A, (c.B, c)), (c.B, (c.A, c)) })
        .GroupBy(x => x.Item1, x => x.Item2)
        .ToDictionary(g => g.Key, g => g.OrderBy(x => x.Item2.Union.Began.CountsFrom ?? DateOnly.MaxValue).ToList());

    public List<List<int>> Make()
    {
        var blocks = new List<List<int>>();
        var seen = new bool[kin.Count];
        for (var i = 0; i < kin.Count; i++)
        {
            if (!seen[i])
                blocks.Add(Arrange(Gather(i, seen)));
        }

        return blocks;
    }

    List<(int Other, Couple Couple)> PartnersOf(int i) => partners.GetValueOrDefault(i, []);

    List<int> Gather(int start, bool[] seen)
    {
        var block = new List<int> { start };
        seen[start] = true;
        for (var i = 0; i < block.Count; i++)
        {
            foreach (var (other, _) in PartnersOf(block[i]).Where(p => !seen[p.Other]))
            {
                seen[other] = true;
                block.Add(other);
            }
        }

        return block;
    }

    List<int> Arrange(List<int> block)
    {
        if (block.Count == 1)
            return block;
        var spine = Spine(Farthest(block[0]).Last, out var reached);
        if (spine.Count == 2 ? IsTurnedCouple(spine) : IsLaterFirst(spine))
            spine.Reverse();
        var seen = spine.ToHashSet();
        var placed = new List<int>(spine);
        foreach (var person in spine)
        {
            var beside = Branches(person, seen);
            placed.InsertRange(SpotFor(placed, person, spine), beside);
        }

        return placed;

        List<int> Spine(int start, out Dictionary<int, int> cameFrom)
        {
            var (last, from) = Farthest(start);
            var path = new List<int> { last };
            while (from.TryGetValue(path[^1], out var before))
            {
                path.Add(before);
            }

            cameFrom = from;
            return path;
        }
    }

    static int SpotFor(List<int> placed, int person, List<int> spine)
    {
        var at = placed.IndexOf(person) + 1;
        var isNextLast = spine.Count > 1 && spine[^2] == person;
        return isNextLast ? placed.Count : at;
    }

    (int Last, Dictionary<int, int> From) Farthest(int start)
    {
        var from = new Dictionary<int, int>();
        var order = new List<int> { start };
        for (var i = 0; i < order.Count; i++)
        {
            foreach (var (other, _) in PartnersOf(order[i]).Where(p => p.Other != start && from.TryAdd(p.Other, order[i])))
            {
                order.Add(other);
            }
        }

        return (order[^1], from);
    }

    // A couple stands as is usual in Japan: the man to the left.
    bool IsTurnedCouple(List<int> couple) =>
        (kin.PersonAt(couple[0]).Sex, kin.PersonAt(couple[1]).Sex) switch
        {
            (Sex.Male, Sex.Female) => false,
            (Sex.Female, Sex.Male) => true,
            _ => couple[0] > couple[1],
        };

    // The earlier marriage stands to the left.
    bool IsLaterFirst(List<int> spine) => Began(spine[0], spine[1]).CompareTo(Began(spine[^1], spine[^2])) > 0;

    (DateOnly, int) Began(int a, int b)
    {
        var couple = PartnersOf(a).First(p => p.Other == b).Couple;
        return (couple.Union.Began.CountsFrom ?? couple.Union.Divorced?.CountsFrom ?? (couple.Union.Divorced is null ? DateOnly.MaxValue : DateOnly.MinValue), a);
    }

    List<int> Branches(int person, HashSet<int> seen)
    {
        var found = new List<int>();
        var ahead = new Stack<int>([person]);
        while (ahead.TryPop(out var one))
        {
            foreach (var (other, _) in PartnersOf(one).AsEnumerable().Reverse().Where(p => seen.Add(p.Other)))
            {
                ahead.Push(other);
            }

            if (one != person)
                found.Add(one);
        }

        return found;
    }
}
