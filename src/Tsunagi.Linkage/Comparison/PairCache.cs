using System.Runtime.CompilerServices;

namespace Tsunagi.Linkage.Comparison;

/// <summary>Remembers how values compared, for one thread: the same two names meet many times. A newer pair displaces an older one.</summary>
/// <param name="bits">The logarithm of how many comparisons are remembered.</param>
sealed class PairCache(int bits = 17)
{
    private readonly ulong[] keys = new ulong[1 << bits];
    private readonly byte[] levels = new byte[1 << bits];
    private readonly int shift = 64 - bits;

    /// <summary>For a single comparison, which meets nothing twice.</summary>
    public static PairCache Little() => new(1);

    /// <summary>A key of two different values of a set; never zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong KeyOf(int set, int left, int right) =>
        left < right ? ((ulong)(uint)left << 34) | ((ulong)(uint)right << 5) | (uint)set : ((ulong)(uint)right << 34) | ((ulong)(uint)left << 5) | (uint)set;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFind(ulong key, out byte level)
    {
        var slot = SlotOf(key);
        level = levels[slot];
        return keys[slot] == key;
    }

    public void Keep(ulong key, byte level)
    {
        var slot = SlotOf(key);
        (keys[slot], levels[slot]) = (key, level);
    }

    private int SlotOf(ulong key) => (int)(key * 0x9E3779B97F4A7C15UL >> shift);
}
