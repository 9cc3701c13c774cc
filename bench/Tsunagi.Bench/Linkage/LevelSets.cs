using System.Globalization;
using Tsunagi.Linkage.Comparison;

namespace Tsunagi.Bench.Linkage;

/// <summary>Texts that are the same, up to so many edits apart (a level for each number), or different.</summary>
sealed class EditLevels(IReadOnlyList<string> texts, int most) : ValueSet
{
    private readonly string[] texts = [.. texts];

    public override IReadOnlyList<string> Levels { get; } = [.. Enumerable.Range(0, most + 3).Select(level => level.ToString(CultureInfo.InvariantCulture))];

    public override int Count => texts.Length;

    // One term for all: the weights are fixed, whatever the value.
    public override IReadOnlyList<int> Terms => new int[Count];

    public override IReadOnlyList<(string, int[])> Keys => [];

    protected override byte CompareDifferent(int left, int right) =>
        most == 0 ? Different : (byte)Math.Min(Different, Same + Edits(texts[left], texts[right]));

    // Distances.Edits also counts an exchange of neighbours as one, which SQL's levenshtein does not.
    private static int Edits(string left, string right)
    {
        Span<int> row = stackalloc int[right.Length + 1];
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (left[i - 1] == right[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}

/// <summary>Dates of eight figures: the same, a part (year, month or day) the same, or different.</summary>
sealed class DateLevels(IReadOnlyList<string> texts) : ValueSet
{
    private readonly (int Year, int Month, int Day)[] dates =
        [.. texts.Select(t => int.Parse(t, CultureInfo.InvariantCulture)).Select(d => (d / 10_000, d / 100 % 100, d % 100))];

    public override IReadOnlyList<string> Levels { get; } = ["missing", "same", "a part the same", "different"];

    public override int Count => dates.Length;

    public override IReadOnlyList<int> Terms => new int[Count];

    public override IReadOnlyList<(string, int[])> Keys => [];

    protected override byte CompareDifferent(int left, int right)
    {
        var (a, b) = (dates[left], dates[right]);
        return a.Year == b.Year || a.Month == b.Month || a.Day == b.Day ? (byte)2 : Different;
    }
}
