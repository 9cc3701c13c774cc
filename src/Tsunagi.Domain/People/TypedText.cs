using System.Text;

namespace Tsunagi.Domain.People;

/// <summary>入力文字列: makes what was typed or pasted storable without changing what it says.</summary>
public static class TypedText
{
    /// <summary>The longest time, in milliseconds, that a pattern is held against a text. None that is fit for use comes near it; one that is not must not hold a core.</summary>
    public const int MatchLimit = 1000;

    /// <summary>
    /// Replaces broken surrogates with U+FFFD and drops the control characters no text field means (NUL among them, which the
    /// database cannot hold); line ends become LF. Characters of names are never folded: 髙 stays 髙.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (c == '\r')
            {
                clean.Append('\n');
                if (i + 1 < text.Length && text[i + 1] == '\n') i++;
            }
            else if (char.IsSurrogate(c))
            {
                clean.Append('\uFFFD');
            }
            else if (!char.IsControl(c) || c is '\n' or '\t')
            {
                clean.Append(c);
            }
        }
        return clean.ToString();
    }

    /// <summary>A field's text: cleaned and trimmed, null when nothing is left.</summary>
    public static string? Field(string? text)
    {
        if (text is null) return null;
        var clean = Clean(text).Trim();
        return clean.Length == 0 ? null : clean;
    }
}
