namespace Tsunagi.Linkage.Blocking;

/// <summary>A part of a field under which records are brought together.</summary>
/// <param name="Field">The index of the field.</param>
/// <param name="Name">Which part of it.</param>
/// <param name="IsExact">True when only records with the same value fall together.</param>
/// <param name="OfRecord">For each record its key, or below zero where it has none.</param>
sealed record BlockingKey(int Field, string Name, bool IsExact, int[] OfRecord);

/// <summary>Records that agree in all of these keys are compared.</summary>
sealed class BlockingRule(params BlockingKey[] keys)
{
    public IReadOnlyList<BlockingKey> Keys => keys;

    /// <summary>True when the field is one of those that make the rule, and so tells nothing more among its pairs.</summary>
    public bool Uses(int field) => Array.Exists(keys, k => k.Field == field);

    /// <summary>One number for what a record has in all keys; zero where it lacks one.</summary>
    public ulong KeyOf(int record)
    {
        var joined = 0x2545F4914F6CDD1DUL;
        foreach (var key in keys)
        {
            if (key.OfRecord[record] is not (>= 0 and var part)) return 0;
            // Multiplied and shifted so that every bit of every part reaches the whole (xorshift-multiply).
            joined = (joined ^ (uint)part) * 0x9E3779B97F4A7C15UL;
            joined ^= joined >> 29;
        }
        return joined == 0 ? 1 : joined;
    }
}
