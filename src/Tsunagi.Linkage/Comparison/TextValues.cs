namespace Tsunagi.Linkage.Comparison;

/// <summary>Words: streets, towns, occupations.</summary>
sealed class TextValues : ValueSet
{
    private const byte Near = 2, Like = 3;
    private readonly string[] letters;
    private readonly string[][] words;
    private readonly int[] beginnings;

    /// <param name="texts">The distinct texts as <see cref="TextFolding.Words"/> gives them.</param>
    public TextValues(IReadOnlyList<string> texts)
    {
        letters = [.. texts.Select(t => t.Replace(" ", "", StringComparison.Ordinal))];
        words = [.. texts.Select(t => t.Split(' '))];
        var beginning = new Interning();
        beginnings = [.. letters.Select(t => beginning.CodeOf(t.Length <= 5 ? t : t[..5]))];
    }

    public override IReadOnlyList<string> Levels { get; } = ["missing", "same", "nearly the same", "alike", "different"];

    public override int Count => letters.Length;

    public override IReadOnlyList<(string, int[])> Keys => [("same", [.. Enumerable.Range(0, Count)]), ("beginning", beginnings)];

    protected override byte CompareDifferent(int left, int right)
    {
        var (a, b) = (letters[left], letters[right]);
        var most = Math.Min(a.Length, b.Length) switch { < 3 => 0, < 8 => 1, < 16 => 2, _ => 3 };
        if (Distances.Edits(a, b, most) <= most) return Near;
        return Distances.JaroWinkler(a, b) >= 0.88 || ShareWords(words[left], words[right]) ? Like : Different;
    }

    private static bool ShareWords(string[] left, string[] right)
    {
        var common = left.Count(w => w.Length > 2 && Array.IndexOf(right, w) >= 0);
        return common > 0 && 2 * common >= Math.Min(left.Length, right.Length);
    }
}
