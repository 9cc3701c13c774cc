using System.Globalization;

namespace Tsunagi.Domain.People;

/// <summary>個人番号（マイナンバー）: there is no field for it, and text that holds one is refused (番号法20条; R-10).</summary>
public static class IndividualNumber
{
    private const int Length = 12;
    private const int MaximumUnequalGroups = 3;

    /// <summary>True when a text holds twelve digits that pass the check digit test.</summary>
    /// <remarks>
    /// Found in any width, in one run or in groups set apart by one and the same separator: groups of equal length
    /// (1234 5678 9018), or up to three of any length. A date with a time, a telephone number and the 13 digits of a
    /// 法人番号 are thereby left alone.
    /// </remarks>
    public static bool Appears(string? text) => text is not null && Find(text).Any();

    /// <summary>The text with every digit of a number found replaced by ●: what a draft saves, since a draft is kept whatever was typed.</summary>
    public static string Mask(string text)
    {
        char[]? masked = null;
        foreach (var position in Find(text).SelectMany(found => found))
        {
            masked ??= text.ToCharArray();
            masked[position] = '●';
        }
        return masked is null ? text : new(masked);
    }

    /// <summary>The check digit test of 番号法施行令8条 and the ministerial rule: weights 2–7 and 2–6 from the right, modulo 11.</summary>
    public static bool HasValidCheckDigit(ReadOnlySpan<int> digits)
    {
        if (digits.Length != Length) return false;
        var sum = 0;
        for (var n = 1; n <= Length - 1; n++) sum += digits[Length - 1 - n] * (n <= 6 ? n + 1 : n - 5);
        var remainder = sum % 11;
        return digits[Length - 1] == (remainder <= 1 ? 0 : 11 - remainder);
    }

    private static IEnumerable<IReadOnlyList<int>> Find(string text)
    {
        var groups = Groups(text);
        for (var first = 0; first < groups.Count; first++)
        {
            var positions = new List<int>(Length);
            for (var last = first; last < groups.Count && positions.Count < Length; last++)
            {
                if (last > first && !Continues(groups, first, last)) break;
                positions.AddRange(groups[last].Positions);
                if (positions.Count == Length && Plausible(groups, first, last)
                    && HasValidCheckDigit([.. positions.Select(at => (int)CharUnicodeInfo.GetDecimalDigitValue(text, at))]))
                {
                    yield return positions;
                }
            }
        }
    }

    private static bool Continues(List<DigitGroup> groups, int first, int last) =>
        groups[last].Separator is { } separator && (last == first + 1 || groups[first + 1].Separator == separator);

    private static bool Plausible(List<DigitGroup> groups, int first, int last) =>
        last - first < MaximumUnequalGroups
        || Enumerable.Range(first, last - first + 1).All(i => groups[i].Positions.Count == groups[first].Positions.Count);

    /// <summary>Runs of decimal digits, each with the single separator that joins it to the run before, if one does.</summary>
    private static List<DigitGroup> Groups(string text)
    {
        var groups = new List<DigitGroup>();
        List<int>? run = null;
        char? separator = null;
        var apart = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF') continue;
            if (CharUnicodeInfo.GetDecimalDigitValue(text, i) >= 0)
            {
                if (run is null) groups.Add(new(run = [], apart ? null : separator));
                run.Add(i);
                (apart, separator) = (false, null);
                continue;
            }
            // A second separator in a row, or anything else, sets two groups apart.
            apart = apart || separator is not null || Separator(c) is null;
            (run, separator) = (null, Separator(c));
        }
        return groups;
    }

    private static char? Separator(char c) => c switch
    {
        '-' or '－' or '−' or '‐' or '‑' or '–' or '—' or 'ー' or 'ｰ' => '-',
        ' ' or '　' or '\u00A0' or '\t' => ' ',
        '.' or '．' or '・' or '･' => '.',
        '_' or '＿' => '_',
        '/' or '／' => '/',
        _ => null,
    };

    private sealed record DigitGroup(List<int> Positions, char? Separator);
}
