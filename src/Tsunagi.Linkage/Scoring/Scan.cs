using Tsunagi.Linkage.Blocking;
using Tsunagi.Linkage.Comparison;
using Tsunagi.Linkage.Tables;

namespace Tsunagi.Linkage.Scoring;

/// <summary>Goes through the pairs of a table, over all cores, always in the same order.</summary>
sealed class Scan(RecordTable table, FieldSet set)
{
    private const long PairsPerRun = 200_000;

    /// <summary>What pairs drawn at random look like; of a small table all pairs.</summary>
    public Patterns Random(int most)
    {
        var all = (long)table.Count * (table.Count - 1) / 2;
        var exhaustive = all <= most;
        var runs = exhaustive ? table.Count : 64;
        var parts = new Patterns[runs];
        Parallel.For(0, runs, () => new PairCache(), (run, _, cache) =>
        {
            parts[run] = exhaustive ? AllWith(run, cache) : Drawn(run, most / runs, cache);
            return cache;
        }, _ => { });
        var sum = new Patterns(set);
        foreach (var part in parts) sum.Add(part);
        return sum;
    }

    private Patterns AllWith(int left, PairCache cache)
    {
        var seen = new Patterns(set);
        Span<byte> levels = stackalloc byte[set.SlotCount];
        for (var right = left + 1; right < table.Count; right++)
        {
            if (!table.MayPair(left, right)) continue;
            set.Compare(left, right, cache, levels);
            seen.Add(levels);
        }
        return seen;
    }

    private Patterns Drawn(int run, int count, PairCache cache)
    {
        var seen = new Patterns(set);
        var random = new Random(7919 * run + 1);
        Span<byte> levels = stackalloc byte[set.SlotCount];
        for (var i = 0; i < count; i++)
        {
            var (left, right) = (random.Next(table.Count), random.Next(table.Count));
            if (!table.MayPair(left, right)) continue;
            set.Compare(left, right, cache, levels);
            seen.Add(levels);
        }
        return seen;
    }

    /// <summary>What the pairs of some blocks look like: all of them, or evenly about as many as asked for.</summary>
    public Patterns Sample(Blocks blocks, long most)
    {
        var seen = new Patterns(set);
        var step = Math.Max(1, blocks.PairCount / most);
        var cache = new PairCache();
        Span<byte> levels = stackalloc byte[set.SlotCount];
        var at = 0L;
        for (var b = 0; b < blocks.Count; b++)
        {
            var block = blocks[b];
            for (var i = 0; i < block.Length; i++)
            {
                for (var j = i + 1; j < block.Length; j++)
                {
                    if (at++ % step != 0 || !table.MayPair(block[i], block[j])) continue;
                    set.Compare(block[i], block[j], cache, levels);
                    seen.Add(levels);
                }
            }
        }
        return seen;
    }

    /// <summary>All pairs of all blocks that weigh enough, each once.</summary>
    /// <param name="all">The blocks of each rule.</param>
    /// <param name="weights">What agreement weighs.</param>
    /// <param name="least">The least weight for a match that is kept.</param>
    /// <returns>The pairs, and how many were compared.</returns>
    public (List<ScoredPair> Pairs, long Compared) Score(IReadOnlyList<Blocks> all, PairWeights weights, float least)
    {
        var runs = all.SelectMany((blocks, rule) => blocks.Cut(PairsPerRun).Select(range => (blocks, rule, range))).ToList();
        var keys = KeysOf(all);
        var found = new List<ScoredPair>[runs.Count];
        var compared = 0L;
        Parallel.For(0, runs.Count, () => new PairCache(), (run, _, cache) =>
        {
            var (blocks, rule, range) = runs[run];
            var scoring = new Run(set, table, weights, [.. all.Take(rule)], keys, all.Count, least, cache);
            for (var b = range.Start.Value; b < range.End.Value; b++) scoring.Score(blocks[b]);
            found[run] = scoring.Found;
            Interlocked.Add(ref compared, scoring.Compared);
            return cache;
        }, _ => { });
        var together = new List<ScoredPair>(found.Sum(f => f.Count));
        foreach (var pairs in found) together.AddRange(pairs);
        return (together, compared);
    }

    // The keys of one record side by side: whether a pair was seen by an earlier rule is asked of every pair, and costs what it has to fetch.
    private ulong[] KeysOf(IReadOnlyList<Blocks> all)
    {
        var keys = new ulong[table.Count * all.Count];
        Parallel.For(0, table.Count, record =>
        {
            for (var rule = 0; rule < all.Count; rule++) keys[record * all.Count + rule] = all[rule].Rule.KeyOf(record);
        });
        return keys;
    }

    private sealed class Run(FieldSet set, RecordTable table, PairWeights weights, Blocks[] before, ulong[] keys, int rules, float least, PairCache cache)
    {
        public List<ScoredPair> Found { get; } = [];

        public long Compared { get; private set; }

        public void Score(ReadOnlySpan<int> block)
        {
            Span<byte> levels = stackalloc byte[set.SlotCount];
            for (var i = 0; i < block.Length; i++)
            {
                for (var j = i + 1; j < block.Length; j++)
                {
                    if (!table.MayPair(block[i], block[j]) || WasSeen(block[i], block[j])) continue;
                    set.Compare(block[i], block[j], cache, levels);
                    Compared++;
                    var weight = weights.Of(block[i], block[j], levels);
                    if (weight.Match >= least) Found.Add(new(block[i], block[j], weight));
                }
            }
        }

        private bool WasSeen(int left, int right)
        {
            var one = keys.AsSpan(left * rules, before.Length);
            var other = keys.AsSpan(right * rules, before.Length);
            for (var rule = 0; rule < one.Length; rule++)
                if (one[rule] == other[rule] && before[rule].Has(one[rule])) return true;
            return false;
        }
    }
}
