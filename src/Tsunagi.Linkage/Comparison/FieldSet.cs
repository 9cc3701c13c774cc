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
    // Record by record, so that all of one record lies together: pairs come from all over the table.
    private readonly int[] codes;

    public FieldSet(IReadOnlyList<Field> fields, IReadOnlyList<Crossing> crossings)
    {
        (this.fields, this.crossings) = ([.. fields], [.. crossings]);
        var sets = fields.Select(f => f.Values).Distinct().ToList();
        for (var number = 0; number < sets.Count; number++) sets[number].Number = number;
        var count = fields.Count == 0 ? 0 : fields[0].Codes.Length;
        codes = new int[count * fields.Count];
        for (var record = 0; record < count; record++)
            for (var f = 0; f < fields.Count; f++) codes[record * fields.Count + f] = fields[f].Codes[record];
    }

    public IReadOnlyList<Field> Fields => fields;

    public IReadOnlyList<Crossing> Crossings => crossings;

    /// <summary>How many levels a comparison has.</summary>
    public int SlotCount => fields.Length + crossings.Length;

    /// <summary>How many levels there are in a slot, that of "missing" among them.</summary>
    public int LevelCount(int slot) => slot < fields.Length ? fields[slot].Values.Levels.Count : Crossed + 1;

    /// <summary>The values of a record, one for each field; -1 where it has none.</summary>
    public ReadOnlySpan<int> CodesOf(int record) => codes.AsSpan(record * fields.Length, fields.Length);

    /// <summary>Compares two records.</summary>
    /// <param name="left">The index of one.</param>
    /// <param name="right">The index of the other.</param>
    /// <param name="cache">What this thread remembers.</param>
    /// <param name="levels">As many as there are slots; filled.</param>
    public void Compare(int left, int right, PairCache cache, Span<byte> levels)
    {
        var one = CodesOf(left);
        var other = CodesOf(right);
        for (var f = 0; f < one.Length; f++) levels[f] = fields[f].Values.Compare(one[f], other[f], cache);
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
