using System.Runtime.CompilerServices;

namespace Tsunagi.Linkage.Comparison;

/// <summary>
/// The distinct values of one or more columns in the form in which they are compared, and how alike any two of them are.
/// </summary>
/// <remarks>Levels: 0 one of the two is missing; 1 the same; from 2 on ever less alike, the last being different.</remarks>
abstract class ValueSet
{
    public const byte Missing = 0, Same = 1;

    /// <summary>Which set this is among those of one run, below 32; told to the cache.</summary>
    public int Number { get; set; }

    /// <summary>The names of the levels.</summary>
    public abstract IReadOnlyList<string> Levels { get; }

    /// <summary>The last level.</summary>
    public byte Different => (byte)(Levels.Count - 1);

    /// <summary>How many values there are.</summary>
    public abstract int Count { get; }

    /// <summary>For each value the number of what is counted to know how frequent it is: values of one term are the same.</summary>
    public virtual IReadOnlyList<int> Terms => [.. Enumerable.Range(0, Count)];

    /// <summary>Keys under which values that are alike fall together, from the finest to the coarsest; below zero where a value has none.</summary>
    public abstract IReadOnlyList<(string Name, int[] KeyOfValue)> Keys { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Compare(int left, int right, PairCache cache)
    {
        if ((left | right) < 0) return Missing;
        return left == right ? Same : CompareCached(left, right, cache);
    }

    private byte CompareCached(int left, int right, PairCache cache)
    {
        var key = PairCache.KeyOf(Number, left, right);
        if (cache.TryFind(key, out var level)) return level;
        level = left < right ? CompareDifferent(left, right) : CompareDifferent(right, left);
        cache.Keep(key, level);
        return level;
    }

    /// <summary>How alike two different values are.</summary>
    protected abstract byte CompareDifferent(int left, int right);
}

/// <summary>Gives each distinct text a number from 0.</summary>
sealed class Interning
{
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];

    public IReadOnlyList<string> Texts => texts;

    public int CodeOf(string text)
    {
        if (text.Length == 0) return -1;
        if (!known.TryGetValue(text, out var code))
        {
            known.Add(text, code = texts.Count);
            texts.Add(text);
        }
        return code;
    }
}
