using System.Globalization;
using System.Text;

namespace Tsunagi.Diagrams.Drawings;

/// <summary>Estimates how wide a text is, since a library draws nothing: a full-width character is one em.</summary>
public static class TextWidth
{
    /// <summary>The width of a text in the units of its size; never less than what common fonts take.</summary>
    public static double Of(string text, double size)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().Sum(Em) * size;
    }

    static double Em(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or 'f' or 't' or 'r' or '.' or ',' or ' ' or '\'' or '|' or '!' or ':' or ';' => 0.36,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.95,
        >= 'A' and <= 'Z' => 0.74,
        >= 0x20 and < 0x7F => 0.6,
        >= 0xFF61 and <= 0xFF9F => 0.55,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        < 0x590 => 0.7,
        _ => 1,
    };

    /// <summary>Breaks a text into lines no wider than a width, at blanks where there are any; what does not fit ends in ….</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, int mostLines)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = new List<string>();
        var rest = text.Trim();
        width = Even(rest, size, width);
        while (rest.Length > 0 && lines.Count < mostLines)
        {
            var length = Fitting(rest, size, width);
            if (length < rest.Length && lines.Count == mostLines - 1)
                return [.. lines, string.Concat(rest.AsSpan(0, Fitting(rest, size, width - size)).TrimEnd(), "…")];
            var blank = length < rest.Length ? rest.LastIndexOf(' ', length) : -1;
            var end = blank > 0 ? blank : length;
            lines.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }

        return lines;
    }

    // A text without blanks is shared evenly among its lines: no single character stays behind.
    static double Even(string text, double size, double width)
    {
        var whole = Of(text, size);
        return text.Contains(' ') || whole <= width ? width : Math.Min(width, whole / Math.Ceiling(whole / (width - size)) + size);
    }

    static int Fitting(string text, double size, double width)
    {
        var (length, wide) = (0, 0.0);
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            wide += Of(element, size);
            if (wide > width && length > 0)
                break;
            length += element.Length;
        }

        return length;
    }
}
