using System.Runtime.InteropServices;
using Tsunagi.Linkage.Comparison;

namespace Tsunagi.Linkage.Scoring;

/// <summary>How often each combination of levels occurred among some pairs.</summary>
sealed class Patterns(FieldSet set)
{
    private readonly Dictionary<ulong, double> counts = [];
    private (byte[] Levels, double Count)[]? list;

    /// <summary>The combinations and how often each occurred, in a fixed order.</summary>
    public IReadOnlyList<(byte[] Levels, double Count)> All =>
        list ??= [.. counts.OrderBy(c => c.Key).Select(c => (Unpack(c.Key), c.Value))];

    /// <summary>How many pairs there were.</summary>
    public double Total => counts.Values.Sum();

    public void Add(ReadOnlySpan<byte> levels)
    {
        list = null;
        CollectionsMarshal.GetValueRefOrAddDefault(counts, Pack(levels), out _)++;
    }

    public void Add(Patterns others)
    {
        list = null;
        foreach (var (key, count) in others.counts) CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += count;
    }

    private static ulong Pack(ReadOnlySpan<byte> levels)
    {
        var packed = 0UL;
        foreach (var level in levels) packed = (packed << 3) | level;
        return packed;
    }

    private byte[] Unpack(ulong packed)
    {
        var levels = new byte[set.SlotCount];
        for (var slot = levels.Length - 1; slot >= 0; slot--, packed >>= 3) levels[slot] = (byte)(packed & 7);
        return levels;
    }
}
