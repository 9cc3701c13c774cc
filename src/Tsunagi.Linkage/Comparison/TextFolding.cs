using System.Globalization;
using System.Text;
using Tsunagi.Linkage.Japanese;

namespace Tsunagi.Linkage.Comparison;

/// <summary>Brings texts to the form in which they are compared.</summary>
static class TextFolding
{
    private const int SoundLength = 5;

    /// <summary>Lower case letters and digits without accents, Japanese characters in one form, each run of anything else one blank.</summary>
    public static string Words(string text)
    {
        if (Ascii.IsValid(text)) return WordsOf(text);
        return IsJapanese(text) ? WordsOf(CharacterFolding.Fold(text, keepBlanks: true)) : WordsOf(text.Normalize(NormalizationForm.FormKD));
    }

    private static string WordsOf(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is 'ー' or '々') plain.Append(char.ToLowerInvariant(c));
            else if (c == '\'' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }
        if (plain.Length > 0 && plain[^1] == ' ') plain.Length--;
        return plain.ToString();
    }

    /// <summary>The same without blanks.</summary>
    public static string Letters(string text) => Words(text).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The letters and digits of a code, upper and lower case alike.</summary>
    public static string Code(string text) => Letters(text);

    /// <summary>True when a text has kanji or kana in it.</summary>
    public static bool IsJapanese(string text) => text.AsSpan().IndexOfAnyInRange('\u3005', '\u9FFF') >= 0 || text.AsSpan().IndexOfAnyInRange('\uF900', '\uFA6D') >= 0
        || text.AsSpan().IndexOfAnyInRange('\uFF66', '\uFF9F') >= 0;

    /// <summary>
    /// How a word in Latin letters sounds, roughly: its first letter and the consonants after it, those that are confused written as
    /// one; at most five.
    /// </summary>
    public static string Sound(string letters)
    {
        var sound = new StringBuilder(SoundLength);
        var last = '\0';
        for (var i = 0; i < letters.Length && sound.Length < SoundLength; i++)
        {
            var c = ClassOf(letters[i], i + 1 < letters.Length ? letters[i + 1] : '\0');
            if (c != last && (c != '\0' || i == 0)) sound.Append(c == '\0' ? 'a' : c);
            if (c != '\0') last = c;
        }
        return sound.ToString();
    }

    private static char ClassOf(char c, char next) => c switch
    {
        'p' when next == 'h' => 'f',
        'b' or 'p' => 'p',
        'f' or 'v' => 'f',
        'c' or 'k' or 'q' or 'g' or 'j' or 'x' => 'k',
        's' or 'z' => 's',
        'd' or 't' => 't',
        'm' or 'n' => 'n',
        'l' or 'r' => c,
        _ => '\0',
    };
}
