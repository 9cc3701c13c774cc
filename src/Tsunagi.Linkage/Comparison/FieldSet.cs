namespace Tsunagi.Linkage.Comparison;

/// <summary>
/// Everything that is compared of two records. A comparison is one level per slot: the fields first, then for each pair of fields
/// that may have been exchanged whether they were.
/// </summary>
sealed class FieldSet
{
    /// <summary>The most slots a comparison may have, inclusive: so many fit a pattern.</summary>
    public const int MostSlots = 21;

    /// <summary>The levels of an exchange: not to be told, in order, exchanged.</summary>
    public const byte Straight = 1, Crossed = 2;

    // Levels that are agreement good enough to believe that two fields were exchanged.
    private const byte Agreement = 3;

    private readonly Field[] fields;
    private readonly Crossing[] crossings;

    public FieldSet(IReadOnlyList<Field> fields, IReadOnlyList<Crossing> crossings)
    {
        (this.fields, this.crossings) = ([.. fields], [.. crossings]);
        var sets = fields.Select(f => f.Values).Distinct().ToList();
        for (var number = 0; number < sets.Count; number++) sets[number].Number = number;
    }

    public IReadOnlyList<Field> Fields => fields;

    public IReadOnlyList<Crossing> Crossings => crossings;

    /// <summary>How many levels a comparison has.</summary>
    public int SlotCount => fields.Length + crossings.Length;

    /// <summary>How many levels there are in a slot, that of "missing" among them.</summary>
    public int LevelCount(int slot) => slot < fields.Length ? fields[slot].Values.Levels.Count : Crossed + 1;

    /// <summary>Compares two records.</summary>
    /// <param name="left">The index of one.</param>
    /// <param name="right">The index of the other.</param>
    /// <param name="cache">What this thread remembers.</param>
    /// <param name="levels">As many as there are slots; filled.</param>
    public void Compare(int left, int right, PairCache cache, Span<byte> levels)
    {
        for (var f = 0; f < fields.Length; f++) levels[f] = fields[f].Values.Compare(fields[f].Codes[left], fields[f].Codes[right], cache);
        for (var c = 0; c < crossings.Length; c++) levels[fields.Length + c] = Cross(crossings[c], left, right, cache, levels);
    }

    private byte Cross(Crossing crossing, int left, int right, PairCache cache, Span<byte> levels)
    {
        ref var first = ref levels[crossing.First];
        ref var second = ref levels[crossing.Second];
        if (first is > 0 and <= Agreement || second is > 0 and <= Agreement) return Straight;
        var (one, other) = (fields[crossing.First], fields[crossing.Second]);
        var across = one.Values.Compare(one.Codes[left], other.Codes[right], cache);
        var back = one.Values.Compare(other.Codes[left], one.Codes[right], cache);
        if (!IsExchange(across, back) && !IsExchange(back, across)) return first == 0 && second == 0 ? (byte)0 : Straight;
        (first, second) = (across, back);
        return Crossed;
    }

    private static bool IsExchange(byte sure, byte other) => sure is > 0 and <= Agreement && other <= Agreement + 1;
}
