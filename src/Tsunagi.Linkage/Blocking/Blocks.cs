namespace Tsunagi.Linkage.Blocking;

/// <summary>The records of a table brought together by one rule.</summary>
sealed class Blocks
{
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
        Array.Sort(keys, records, 0, filled);
        for (int start = 0, end; start < filled; start = end)
        {
            for (end = start + 1; end < filled && keys[end] == keys[start];) end++;
            if (end - start < 2) continue;
            if (end - start > most) tooLarge.Add(keys[start]);
            else blocks.Add((start, end - start));
            // The sort is not stable: the order of the records must not depend on it.
            Array.Sort(records, start, end - start);
        }
        PairCount = blocks.Sum(b => (long)b.Length * (b.Length - 1) / 2);
    }

    public BlockingRule Rule { get; }

    /// <summary>How many pairs there are in all blocks, of whichever sources.</summary>
    public long PairCount { get; }

    /// <summary>True when two records stand in one of the blocks.</summary>
    public bool Join(int left, int right) => Rule.Joins(left, right) && (tooLarge.Count == 0 || !tooLarge.Contains(Rule.KeyOf(left)));

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
