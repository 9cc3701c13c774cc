namespace Tsunagi.Linkage.Comparison;

/// <summary>Numbers and codes, in which every character counts: postcodes, house numbers, telephone and insurance numbers.</summary>
sealed class CodeValues : ValueSet
{
    private const byte Slip = 2, Like = 3;
    private readonly string[] codes;
    private readonly int[] endings;

    public CodeValues(IReadOnlyList<string> codes)
    {
        this.codes = [.. codes];
        var ending = new Interning();
        endings = [.. codes.Select(c => c.Length < 6 ? -1 : ending.CodeOf(c[^4..]))];
    }

    public override IReadOnlyList<string> Levels { get; } = ["missing", "same", "one slip", "alike", "different"];

    public override int Count => codes.Length;

    public override IReadOnlyList<(string, int[])> Keys => [("same", [.. Enumerable.Range(0, Count)]), ("ending", endings)];

    protected override byte CompareDifferent(int left, int right)
    {
        var (a, b) = (codes[left], codes[right]);
        var edits = Distances.Edits(a, b, 2);
        if (edits <= 1 && Math.Max(a.Length, b.Length) >= 2) return Slip;
        var length = Math.Min(a.Length, b.Length);
        return length >= 4 && (edits <= 2 || length >= 6 && (a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal))) ? Like : Different;
    }
}
