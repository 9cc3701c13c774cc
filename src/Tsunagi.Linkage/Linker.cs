using Tsunagi.Linkage.Blocking;
using Tsunagi.Linkage.Clustering;
using Tsunagi.Linkage.Comparison;
using Tsunagi.Linkage.Scoring;
using Tsunagi.Linkage.Tables;

namespace Tsunagi.Linkage;

/// <summary>Two records that are probably of one person.</summary>
/// <param name="Left">The index of one, the lower.</param>
/// <param name="Right">The index of the other.</param>
/// <param name="Probability">From the threshold, inclusive, up to 1.</param>
public readonly record struct LinkedPair(int Left, int Right, double Probability);

/// <summary>What a linkage came to.</summary>
/// <param name="Pairs">The pairs, ordered by their indexes.</param>
/// <param name="GroupOf">For each record the lowest index among the records of the same person.</param>
/// <param name="Compared">How many pairs were compared to find them.</param>
/// <param name="Model">What was learned; it explains any pair.</param>
public sealed record LinkageResult(IReadOnlyList<LinkedPair> Pairs, IReadOnlyList<int> GroupOf, long Compared, LinkageModel Model);

/// <summary>
/// Finds records of one person, by the model of Fellegi and Sunter, without having been shown a single match. The same table and
/// options give the same result (docs/linkage.md).
/// </summary>
public static class Linker
{
    private const int RandomPairs = 1_000_000;
    private const long PairsToLearnFrom = 100_000;
    // Pairs less probable than about one in a thousand are let go.
    private const double LetGo = 7;

    /// <summary>Compares the records of a table: with one another, or those of its first source with those of its second.</summary>
    /// <exception cref="ArgumentException">No column that is compared is named, or too many are, or the threshold is not between 0 and 1.</exception>
    public static LinkageResult Link(RecordTable table, LinkageOptions options)
    {
        if (options.Threshold is not (> 0 and < 1)) throw new ArgumentException("The threshold must lie between 0 and 1.", nameof(options));
        var set = FieldPlan.Make(table, options.Columns);
        if (set.SlotCount > FieldSet.MostSlots) throw new ArgumentException("Too many columns to compare: leave some out, fewer than twenty always do.", nameof(options));
        if (set.Fields.Count == 0) throw new ArgumentException("No column is known by which records could be compared.", nameof(options));
        var scan = new Scan(table, set);
        var all = RuleChoice.Choose(set, table.Count, RuleChoice.Keys(set)).AsParallel().AsOrdered()
            .Select(rule => new Blocks(rule, table.Count, RuleChoice.LargestBlock)).ToList();
        var model = Learn(scan, table, set, all);
        var persons = Math.Max(1, table.Count - model.Prevalence.Match * Estimation.PairsOf(table));
        var weights = new PairWeights(set, model.Result, persons);
        var (pairs, compared) = scan.Score(all, weights, (float)(-Math.Log(model.Prevalence.Match) - LetGo));
        var prevalence = Settle(pairs, model.Prevalence, Estimation.PairsOf(table));
        return Conclude(
            table, new(set, weights, prevalence), pairs.Select(p => (p.Left, p.Right, p.LogOdds(prevalence))), compared, Math.Log(options.Threshold / (1 - options.Threshold)));
    }

    private static Estimation Learn(Scan scan, RecordTable table, FieldSet set, List<Blocks> all)
    {
        var random = scan.Random(RandomPairs);
        var rules = all.AsParallel().AsOrdered().Select(blocks => (
            (IReadOnlySet<int>)Enumerable.Range(0, set.Fields.Count).Where(blocks.Rule.Uses).ToHashSet(), (double)blocks.PairCount, scan.Sample(blocks, PairsToLearnFrom))).ToList();
        return new Estimation(set, random, Estimation.PairsOf(table), rules).Run();
    }

    // How many matches there are is what the pairs that were found say themselves.
    private static Shares Settle(List<ScoredPair> pairs, Shares prevalence, double allPairs)
    {
        for (var step = 0; step < 30; step++)
        {
            var (match, household) = (0.0, 0.0);
            foreach (var pair in pairs)
            {
                var p = new Shares(prevalence.Match * Math.Exp(pair.Weight.Match), prevalence.Household * Math.Exp(pair.Weight.Household), prevalence.Strangers).Scaled;
                match += p.Match;
                household += p.Household;
            }
            prevalence = new(Math.Max(0.5, match) / allPairs, Math.Max(household / allPairs, prevalence.Household), 1 - (match + household) / allPairs);
        }
        return prevalence;
    }

    private static LinkageResult Conclude(RecordTable table, LinkageModel model, IEnumerable<(int, int, double)> links, long compared, double threshold)
    {
        var cache = new PairCache();
        var clusters = new Clusters(table.Count, (left, right) => model.LogOdds(left, right, cache), threshold).Build(links);
        return new(
            [.. clusters.Pairs.Where(p => table.MayPair(p.Left, p.Right)).Select(p => new LinkedPair(p.Left, p.Right, 1 / (1 + Math.Exp(-p.LogOdds))))],
            clusters.GroupOf, compared, model);
    }
}
