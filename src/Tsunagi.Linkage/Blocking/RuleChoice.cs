using System.Numerics;
using Tsunagi.Linkage.Comparison;

namespace Tsunagi.Linkage.Blocking;

/// <summary>
/// Chooses the rules by which records are brought together: those that would find the most of a population of imagined matches
/// for the fewest pairs. Nothing is known of the true ones, but what is missing in each field is, and how many records share its values.
/// </summary>
static class RuleChoice
{
    /// <summary>The most records of a block.</summary>
    public const int LargestBlock = 300;

    private const int Words = 64, MostRules = 16, SampleSize = 20_000;
    private const long LeastBudget = 3_000_000;
    private const int PairsPerRecord = 24;
    // How often the fields of two records of one person are the same, differ by a slip, or are quite other.
    private const double Same = 0.70, Slip = 0.15, SlipStillAgrees = 0.5;

    public static IReadOnlyList<BlockingRule> Choose(FieldSet set, int count, IReadOnlyList<BlockingKey> keys)
    {
        var budget = Math.Max(LeastBudget, (long)PairsPerRecord * count);
        var candidates = Candidates(set, count, keys, budget);
        List<BlockingRule> chosen = [];
        var (once, twice) = (new ulong[Words], new ulong[Words]);
        while (chosen.Count < MostRules && Best(candidates, once, twice, budget) is { } best)
        {
            chosen.Add(best.Rule);
            candidates.Remove(best);
            budget -= best.Cost;
            for (var w = 0; w < Words; w++)
            {
                twice[w] |= once[w] & best.Finds[w];
                once[w] |= best.Finds[w];
            }
        }
        return chosen;
    }

    /// <summary>The keys of all fields.</summary>
    public static IReadOnlyList<BlockingKey> Keys(FieldSet set)
    {
        List<BlockingKey> keys = [];
        for (var f = 0; f < set.Fields.Count; f++)
        {
            var field = set.Fields[f];
            foreach (var (name, ofValue) in field.Values.Keys)
                keys.Add(new(f, name, name == "same", [.. field.Codes.Select(code => code < 0 ? -1 : ofValue[code])]));
        }
        return keys;
    }

    private sealed record Candidate(BlockingRule Rule, long Cost, ulong[] Finds);

    private static Candidate? Best(List<Candidate> candidates, ulong[] once, ulong[] twice, long budget)
    {
        Candidate? best = null;
        var most = 0.0;
        foreach (var candidate in candidates)
        {
            if (candidate.Cost > budget) continue;
            var (first, second) = (0, 0);
            for (var w = 0; w < Words; w++)
            {
                first += BitOperations.PopCount(candidate.Finds[w] & ~once[w]);
                second += BitOperations.PopCount(candidate.Finds[w] & ~twice[w]);
            }
            // To be found by a second rule counts a little: the true matches are not the imagined ones.
            var gain = first + 0.2 * second;
            if (gain < Words * 64 * 0.001) continue;
            var value = gain / (candidate.Cost + budget / 16.0);
            if (value > most) (most, best) = (value, candidate);
        }
        return best;
    }

    private static List<Candidate> Candidates(FieldSet set, int count, IReadOnlyList<BlockingKey> keys, long budget)
    {
        var agreements = Imagine(set, count, keys);
        var sample = Sample(count);
        var scale = count < 2 ? 1 : (double)count * (count - 1) / ((double)sample.Length * (sample.Length - 1));
        List<BlockingRule> rules = [];
        for (var i = 0; i < keys.Count; i++)
        {
            rules.Add(new(keys[i]));
            for (var j = i + 1; j < keys.Count; j++)
            {
                if (keys[j].Field == keys[i].Field) continue;
                rules.Add(new(keys[i], keys[j]));
                for (var k = j + 1; k < keys.Count && keys[i].IsExact && keys[j].IsExact; k++)
                    if (keys[k].Field != keys[j].Field && keys[k].Field != keys[i].Field && keys[k].IsExact) rules.Add(new(keys[i], keys[j], keys[k]));
            }
        }
        var index = keys.Select((key, at) => (key, at)).ToDictionary(k => k.key, k => k.at);
        return [.. rules.AsParallel().AsOrdered().Select(rule => new Candidate(rule, (long)(CostIn(sample, rule) * scale), Both(rule, index, agreements))).Where(c => c.Cost <= budget)];
    }

    private static ulong[] Both(BlockingRule rule, Dictionary<BlockingKey, int> index, ulong[][] agreements)
    {
        var both = new ulong[Words];
        Array.Fill(both, ulong.MaxValue);
        foreach (var key in rule.Keys)
            for (var w = 0; w < Words; w++) both[w] &= agreements[index[key]][w];
        return both;
    }

    // For each key in which of the imagined matches it agrees.
    private static ulong[][] Imagine(FieldSet set, int count, IReadOnlyList<BlockingKey> keys)
    {
        var random = new Random(20_260_401);
        var agreements = new ulong[keys.Count][];
        for (var k = 0; k < keys.Count; k++) agreements[k] = new ulong[Words];
        for (var match = 0; match < Words * 64; match++)
        {
            for (var f = 0; f < set.Fields.Count; f++)
            {
                var known = Math.Pow((double)set.Fields[f].Known / count, 2);
                var drawn = random.NextDouble();
                for (var k = 0; k < keys.Count; k++)
                {
                    if (keys[k].Field != f) continue;
                    var agrees = drawn < known * Same || (drawn < known * (Same + Slip) && !keys[k].IsExact && random.NextDouble() < SlipStillAgrees);
                    if (agrees) agreements[k][match / 64] |= 1UL << (match % 64);
                }
            }
        }
        return agreements;
    }

    private static int[] Sample(int count)
    {
        if (count <= SampleSize) return [.. Enumerable.Range(0, count)];
        var random = new Random(20_260_402);
        return [.. Enumerable.Range(0, SampleSize).Select(i => (int)((long)i * count / SampleSize) + random.Next(Math.Max(1, count / SampleSize))).Select(r => Math.Min(r, count - 1))];
    }

    private static long CostIn(int[] sample, BlockingRule rule)
    {
        Dictionary<ulong, int> sizes = new(sample.Length);
        var pairs = 0L;
        foreach (var record in sample)
        {
            if (rule.KeyOf(record) is not (> 0 and var key)) continue;
            ref var size = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sizes, key, out _);
            pairs += size++;
        }
        return pairs;
    }
}
