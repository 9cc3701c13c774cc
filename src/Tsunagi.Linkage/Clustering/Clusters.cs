namespace Tsunagi.Linkage.Clustering;

/// <summary>
/// Puts records together into persons. Two groups become one while the evidence for it, taken over every pair of their records, is
/// stronger than that against it: a chain of weak links does not hold, and one strong link does not bind what all else parts.
/// </summary>
/// <param name="count">How many records there are.</param>
/// <param name="score">The logarithm of the odds of any two records.</param>
/// <param name="threshold">The logarithm of the odds from which on two records are taken for one person.</param>
sealed class Clusters(int count, Func<int, int, double> score, double threshold)
{
    // Beyond this a comparison is certain either way; a single slip must not outweigh everything.
    private const double Certain = 14;
    private const int LargestComponent = 400;

    private readonly List<(int, int, double)> together = [];

    /// <summary>The pairs of records of one person, with the logarithm of their odds within the group, ordered.</summary>
    public IReadOnlyList<(int Left, int Right, double LogOdds)> Pairs => together;

    /// <summary>The group of each record; a record alone is a group of its own.</summary>
    public int[] GroupOf { get; } = [.. Enumerable.Range(0, count)];

    public Clusters Build(IEnumerable<(int Left, int Right, double LogOdds)> links)
    {
        foreach (var component in Components([.. links.Where(l => l.LogOdds >= threshold)]))
            Part(component);
        together.Sort((a, b) => (a.Item1, a.Item2).CompareTo((b.Item1, b.Item2)));
        return this;
    }

    // What hangs together at all; a component too large to be looked at pair by pair is cut at its weakest links first.
    private List<int[]> Components(List<(int Left, int Right, double LogOdds)> links)
    {
        var parents = Enumerable.Range(0, count).ToArray();
        foreach (var (left, right, _) in links) Join(parents, left, right);
        List<int[]> small = [];
        List<(int, int, double)> again = [];
        var components = links.SelectMany(l => new[] { l.Left, l.Right }).Distinct().GroupBy(r => Root(parents, r)).ToDictionary(g => g.Key, g => g.Order().ToArray());
        var linksOf = components.Values.Any(c => c.Length > LargestComponent) ? links.ToLookup(l => Root(parents, l.Left)) : null;
        foreach (var (root, component) in components.OrderBy(c => c.Key))
        {
            if (component.Length <= LargestComponent) small.Add(component);
            else again.AddRange(Thinned([.. linksOf![root]], component));
        }
        if (again.Count > 0) small.AddRange(Components(again));
        return small;
    }

    // Without the weakest links; where all are alike, only those between near neighbours are left.
    private static IEnumerable<(int, int, double)> Thinned(List<(int Left, int Right, double LogOdds)> links, int[] component)
    {
        var (least, most) = (links.Min(l => l.LogOdds), links.Max(l => l.LogOdds));
        var floor = least + (most - least) / 8;
        if (most > least) return links.Where(l => l.LogOdds > floor);
        var part = component.Select((record, at) => (record, at / LargestComponent)).ToDictionary(p => p.record, p => p.Item2);
        return links.Where(l => part[l.Left] == part[l.Right]);
    }

    private static int Root(int[] parents, int record)
    {
        while (parents[record] != record) record = parents[record] = parents[parents[record]];
        return record;
    }

    private static void Join(int[] parents, int left, int right)
    {
        var (a, b) = (Root(parents, left), Root(parents, right));
        parents[Math.Max(a, b)] = Math.Min(a, b);
    }

    private void Part(int[] records)
    {
        var size = records.Length;
        var odds = new double[size, size];
        for (var i = 0; i < size; i++)
            for (var j = i + 1; j < size; j++)
                odds[i, j] = odds[j, i] = Math.Clamp(score(records[i], records[j]) - threshold, -Certain, Certain);
        foreach (var group in Merge(odds, size))
        {
            foreach (var member in group) GroupOf[records[member]] = records[group[0]];
            Tell(records, group, odds);
        }
    }

    private static List<List<int>> Merge(double[,] odds, int size)
    {
        var sums = (double[,])odds.Clone();
        List<List<int>?> groups = [.. Enumerable.Range(0, size).Select(i => new List<int> { i })];
        while (true)
        {
            var (best, at) = (0.0, (A: -1, B: -1));
            for (var a = 0; a < size; a++)
            {
                if (groups[a] is not { } one) continue;
                for (var b = a + 1; b < size; b++)
                {
                    if (groups[b] is not { } other) continue;
                    var average = sums[a, b] / (one.Count * other.Count);
                    if (average > best) (best, at) = (average, (a, b));
                }
            }
            if (at.A < 0) break;
            groups[at.A]!.AddRange(groups[at.B]!);
            groups[at.B] = null;
            for (var c = 0; c < size; c++) sums[at.A, c] = sums[c, at.A] = sums[at.A, c] + sums[at.B, c];
        }
        List<List<int>> merged = [.. groups.OfType<List<int>>().Where(g => g.Count > 1)];
        merged.ForEach(g => g.Sort());
        return merged;
    }

    // Two records are as surely one person as the weakest link of the strongest chain between them within the group.
    private void Tell(int[] records, List<int> group, double[,] odds)
    {
        var size = group.Count;
        var strongest = new double[size, size];
        for (var i = 0; i < size; i++)
            for (var j = 0; j < size; j++) strongest[i, j] = odds[group[i], group[j]];
        for (var k = 0; k < size; k++)
            for (var i = 0; i < size; i++)
                for (var j = 0; j < size; j++)
                    if (i != j && i != k && j != k) strongest[i, j] = Math.Max(strongest[i, j], Math.Min(strongest[i, k], strongest[k, j]));
        for (var i = 0; i < size; i++)
            for (var j = i + 1; j < size; j++) together.Add((records[group[i]], records[group[j]], strongest[i, j] + threshold));
    }
}
