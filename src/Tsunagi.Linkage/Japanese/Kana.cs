using System.Text;

namespace Tsunagi.Linkage.Japanese;

/// <summary>かな: readings in one script, and keys by which readings that sound alike fall together.</summary>
/// <remarks>Every method is a pure function of its text and never throws on any text.</remarks>
public static partial class Kana
{
    // The unvoiced letters whose voiced one follows in Unicode, and the voiced ones, at the same places.
    private const string Plain = "カキクケコサシスセソタチツテトハヒフヘホハヒフヘホウ";
    private const string Marked = "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ";

    // Small letters, and letters that another one sounds like; what they are heard as, at the same places.
    private const string Written = "ァィゥェォッャュョヮヵヶヰヱヲヂヅヴ-";
    private const string Heard = "アイウエオツヤユヨワカケイエオジズブー";

    /// <summary>Hiragana and half-width kana as full-width katakana, voicing marks joined; everything else is kept as written.</summary>
    /// <returns>The same instance when nothing changes.</returns>
    public static string ToKatakana(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var wide = text.AsSpan().IndexOfAnyInRange('\uFF61', '\uFF9F') < 0 ? text : Widen(text);
        return wide.AsSpan().IndexOfAnyInRange('ぁ', 'ゖ') < 0 ? wide : string.Create(wide.Length, wide, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = from[i] is >= 'ぁ' and <= 'ゖ' ? (char)(from[i] + ('ァ' - 'ぁ')) : from[i];
        });
    }

    /// <summary>Whether a text holds a kana letter and nothing but kana of either width, long vowel marks, blanks and middle dots.</summary>
    public static bool IsKana(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var letters = false;
        foreach (var c in text)
        {
            var letter = IsLetter(c) || c is >= '\uFF66' and <= '\uFF9F';
            if (!letter && !char.IsWhiteSpace(c) && c is not ('・' or '･' or '゛' or '゜' or 'ゝ' or 'ゞ' or 'ヽ' or 'ヾ')) return false;
            letters |= letter;
        }
        return letters;
    }

    /// <summary>
    /// A key of how a reading sounds: 長音 in any writing (おお, おう, オー; えい, えー), small or large ゃゅょっ, ぢ–じ, づ–ず, を–お,
    /// ゐ–い, ゑ–え and ヴ–ブ fall together. A short vowel and a long one do not (おの, おおの).
    /// </summary>
    /// <param name="text">Kana of any kind; other characters are kept.</param>
    public static string Phonetic(string text) => Sound(text, loose: false);

    /// <summary>
    /// A key under which readings fall together that are misheard or miswritten for each other: as <see cref="Phonetic"/>, and
    /// without 濁点 and 半濁点, without long vowels and っ, with ひ as し and ん before a lip sound as む.
    /// </summary>
    /// <param name="text">Kana of any kind; other characters are kept.</param>
    public static string PhoneticLoose(string text) => Sound(text, loose: true);

    /// <summary>
    /// A reading letter for letter in katakana: small letters large, without 濁点 and 半濁点, long vowels as they are written. Two that
    /// differ by one letter here differ by one slip of the pen.
    /// </summary>
    /// <param name="text">Kana of any kind; other characters are kept, blanks and middle dots are not.</param>
    public static string Unvoiced(string text)
    {
        var kana = ToKatakana(text);
        var letters = new StringBuilder(kana.Length);
        foreach (var c in kana)
        {
            if (!char.IsWhiteSpace(c) && c is not ('・' or '゛' or '゜')) letters.Append(Unvoiced(Large(c)));
        }
        return letters.ToString();
    }

    /// <summary>Whether a character is a full-width kana letter or the long vowel mark.</summary>
    internal static bool IsLetter(char c) => c is >= 'ぁ' and <= 'ゖ' or >= 'ァ' and <= 'ヺ' or 'ー';

    /// <summary>The letter with a combining 濁点 or 半濁点, in its own script; the letter itself where there is none.</summary>
    internal static char Voiced(char letter, char mark = '\u3099')
    {
        var hiragana = letter is >= 'ぁ' and <= 'ゖ';
        var katakana = hiragana ? (char)(letter + ('ァ' - 'ぁ')) : letter;
        var at = mark == '\u3099' ? Plain.IndexOf(katakana, StringComparison.Ordinal) : Plain.LastIndexOf(katakana);
        if (at < 0 || (mark == '\u309A' && Marked[at] is not (>= 'パ' and <= 'ポ'))) return letter;
        return hiragana ? (char)(Marked[at] - ('ァ' - 'ぁ')) : Marked[at];
    }

    private static string Widen(string text)
    {
        var wide = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var usual = c is >= '｡' and <= 'ﾟ' ? Width.Usual(c) : c;
            if (!Width.IsVoicing(usual)) wide.Append(usual);
            else if (wide.Length > 0 && Voiced(wide[^1], usual) is var letter && letter != wide[^1]) wide[^1] = letter;
            else wide.Append(usual == '\u3099' ? '゛' : '゜');
        }
        return wide.ToString();
    }

    private static string Sound(string text, bool loose)
    {
        var kana = ToKatakana(text);
        var key = new StringBuilder(kana.Length);
        foreach (var c in kana)
        {
            if (char.IsWhiteSpace(c) || c is '・' or '゛' or '゜') continue;
            var letter = Large(c);
            var last = key.Length > 0 ? key[^1] : '\0';
            if (letter == 'ー' || (last != '\0' && Lengthens(VowelOf(last == 'ー' && key.Length > 1 ? key[^2] : last), letter)))
            {
                if (last != 'ー') key.Append('ー');
            }
            else
            {
                key.Append(letter);
            }
        }
        return loose ? Blur(key) : key.ToString();
    }

    private static string Blur(StringBuilder key)
    {
        var blurred = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            var letter = Unvoiced(key[i]);
            var next = i + 1 < key.Length ? Unvoiced(key[i + 1]) : '\0';
            if (letter == 'ー' || (letter == 'ツ' && "カキクケコサシスセソタチツテトハヒフヘホ".Contains(next, StringComparison.Ordinal))) continue;
            blurred.Append(letter switch { 'ヒ' => 'シ', 'ン' when "ハヒフヘホマミムメモ".Contains(next, StringComparison.Ordinal) => 'ム', _ => letter });
        }
        return blurred.ToString();
    }

    private static char Unvoiced(char c)
    {
        var at = c is >= 'ガ' and <= 'ヴ' ? Marked.IndexOf(c, StringComparison.Ordinal) : -1;
        return at < 0 ? c : Plain[at];
    }

    private static char Large(char c)
    {
        var at = Written.AsSpan().IndexOf(c);
        return at < 0 ? c : Heard[at];
    }

    private static bool Lengthens(char vowel, char letter) => (vowel, letter) switch
    {
        ('ア', 'ア') or ('イ', 'イ') or ('ウ', 'ウ') or ('エ', 'エ' or 'イ') or ('オ', 'オ' or 'ウ') => true,
        _ => false,
    };

    /// <summary>The vowel a full-width katakana letter ends in; NUL for ン, ー and everything else.</summary>
    private static char VowelOf(char c) => c is >= 'ァ' and <= 'ヺ' ? Vowels[c - 'ァ'] : '\0';

    private const string Vowels =
        "アアイイウウエエオオアアイイウウエエオオアアイイウウエエオオアアイイウウウエエオオアイウエオアアアイイイウウウエエエオオオアイウエオアアウウオオアイウエオアアイエオ\0ウアエアイエオ";
}
