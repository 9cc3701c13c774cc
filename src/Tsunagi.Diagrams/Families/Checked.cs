using System.Text;

namespace Tsunagi.Diagrams.Families;

/// <summary>What ids and names may be.</summary>
static class Checked
{
    const int LongestId = 100;
    const int LongestName = 200;

    public static string Id(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Length is > 0 and <= LongestId && IsWhole(id) && !id.Any(char.IsWhiteSpace)
            ? id
            : throw new DiagramException("id", $"\"{Shown(id)}\" is no id. Give 1 to {LongestId} characters without spaces.");
    }

    public static string Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length <= LongestName && IsWhole(name)
            ? name
            : throw new DiagramException("name", $"\"{Shown(name)}\" is no name. Give at most {LongestName} characters on one line.");
    }

    static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i += Rune.GetRuneAt(text, i).Utf16SequenceLength)
        {
            if (!Rune.TryGetRuneAt(text, i, out _))
                return false;
        }

        return text.All(IsText);
    }

    // XML has no place for these two either.
    static bool IsText(char c) => !char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF' or '\u2028' or '\u2029');

    static string Shown(string text) => new([.. text.Take(30).Select(c => IsText(c) && !char.IsSurrogate(c) ? c : '·')]);
}
