using System.Numerics;

namespace Tsunagi.Linkage.Blocking;

/// <summary>The records of a table brought together by one rule.</summary>
sealed class Blocks
{
    private const int SmallBucket = 24, MostBits = 20;

    private readonly int[] records;
    private readonly List<(int Start, int Length)> blocks = [];
    private readonly HashSet<ulong> tooLarge = [];

    /// <param name="rule">By what.</param>
    /// <param name="count">How many records there are.</param>
    /// <param name="most">The most records of a block, inclusive: a larger one brings together what has nothing in common.</param>
    public Blocks(BlockingRule rule, int count, int most)
    {
        Rule = rule;
        var keys = new ulong[count];
        records = new int[count];
        var filled = 0;
        for (var record = 0; record < count; record++)
        {
            if (rule.KeyOf(record) is not (> 0 and var key)) continue;
            (keys[filled], records[filled++]) = (key, record);
        }
        Sort(ref keys, ref records, filled);
        for (int start = 0, end; start < filled; start = end)
        {
            for (end = start + 1; end < filled && keys[end] == keys[start];) end++;
            if (end - start < 2) continue;
            if (end - start > most) tooLarge.Add(keys[start]);
            else blocks.Add((start, end - start));
            // Not every sort is stable: the order of the records must not depend on it.
            Array.Sort(records, start, end - start);
        }
        PairCount = blocks.Sum(b => (long)b.Length * (b.Length - 1) / 2);
    }

    // Into buckets by the upper bits, which are as good as drawn by lot, and then each bucket: cheaper than comparing throughout.
    private static void Sort(ref ulong[] keys, ref int[] records, int count)
    {
        var shift = 64 - Math.Clamp(BitOperations.Log2((uint)count | 1), 1, MostBits);
        var starts = new int[(1 << (64 - shift)) + 1];
        for (var i = 0; i < count; i++) starts[(keys[i] >> shift) + 1]++;
        for (var bucket = 1; bucket < starts.Length; bucket++) starts[bucket] += starts[bucket - 1];
        var (sortedKeys, sortedRecords) = (new ulong[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            var at = starts[keys[i] >> shift]++;
            (sortedKeys[at], sortedRecords[at]) = (keys[i], records[i]);
        }
        // Each start has moved to where the next bucket begins.
        for (int bucket = 0, start = 0; bucket < starts.Length - 1; start = starts[bucket++]) SortBucket(sortedKeys, sortedRecords, start, starts[bucket]);
        (keys, records) = (sortedKeys, sortedRecords);
    }

    private static void SortBucket(ulong[] keys, int[] records, int start, int end)
    {
        if (end - start > SmallBucket)
        {
            Array.Sort(keys, records, start, end - start);
            return;
        }
        for (var i = start + 1; i < end; i++)
        {
            var (key, record, at) = (keys[i], records[i], i);
            for (; at > start && keys[at - 1] > key; at--) (keys[at], records[at]) = (keys[at - 1], records[at - 1]);
            (keys[at], records[at]) = (key, record);
        }
    }

    public BlockingRule Rule { get; }

    /// <summary>How many pairs there are in all blocks, of whichever sources.</summary>
    public long PairCount { get; }

    /// <summary>True when the records of a key stand in one of the blocks.</summary>
    public bool Has(ulong key) => key > 0 && (tooLarge.Count == 0 || !tooLarge.Contains(key));

    /// <summary>How many blocks there are.</summary>
    public int Count => blocks.Count;

    /// <summary>The records of a block, ascending.</summary>
    public ReadOnlySpan<int> this[int block] => records.AsSpan(blocks[block].Start, blocks[block].Length);

    /// <summary>Cuts the blocks into runs of about as many pairs each.</summary>
    public IReadOnlyList<Range> Cut(long pairsPerRun)
    {
        List<Range> runs = [];
        var (start, pairs) = (0, 0L);
        for (var block = 0; block < Count; block++)
        {
            pairs += (long)blocks[block].Length * (blocks[block].Length - 1) / 2;
            if (pairs < pairsPerRun && block < Count - 1) continue;
            runs.Add(start..(block + 1));
            (start, pairs) = (block + 1, 0);
        }
        return runs;
    }
}
