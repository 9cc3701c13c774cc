using System.Buffers;
using System.Text;

namespace Tsunagi.Linkage.Japanese;

/// <summary>
/// 文字の縮退: brings a text to the one form it is compared in, whoever typed it and on whatever machine.
/// </summary>
/// <remarks>
/// Folding is idempotent, depends on nothing but the text, and never throws; lone surrogates become U+FFFD. It joins writings of
/// the same character only: 斉 and 斎, 佑 and 祐 stay apart, for they are different characters that people mix up. Those are brought
/// together by <see cref="LooseKey"/>, which is evidence of less weight.
/// </remarks>
public static class CharacterFolding
{
    // U+4E00 and its neighbours are letters here: 一 is never taken for a stroke.
    private static readonly SearchValues<char> Strokes = SearchValues.Create("-‐‑‒–—―−─━⎯⁃~〜∼˗");
    private static readonly SearchValues<char> MiddleDots = SearchValues.Create("・·•‧∙⋅");
    private static readonly SearchValues<char> Apostrophes = SearchValues.Create("'’‘`´ʼ′");

    /// <summary>
    /// Folds a text: compatibility forms and width (NFKC), half-width kana with their voicing marks, upper case, hyphens and waves
    /// to one stroke (ー after kana and - elsewhere; a hyphen between kana and a digit stays -), 々 and ゝ written out, variation selectors and invisible
    /// characters dropped, and every kanji to the representative of its variants (渡邊 → 渡辺, 髙 → 高, 𠮷 → 吉).
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="keepBlanks">False drops blanks (U+3000 too) and middle dots; true keeps one blank between words and writes every middle dot ・.</param>
    /// <returns>The folded text; the same instance when nothing changes.</returns>
    public static string Fold(string text, bool keepBlanks = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsPlain(text)) return Write(text, keepBlanks);
        // Dropping a blank can bring a mark to a letter it joins with, so this goes on until nothing changes; marks only become fewer.
        for (var rounds = 0; rounds < 8; rounds++)
        {
            var folded = Write(Normalise(text), keepBlanks);
            if (folded == text) break;
            text = folded;
        }
        return text;
    }

    /// <summary>A key under which characters that look alike or are mixed up in names fall together (斉藤 and 斎藤, 已 and 巳).</summary>
    /// <param name="folded">A text folded by <see cref="Fold"/>.</param>
    /// <returns>The same instance when it holds no such character.</returns>
    public static string LooseKey(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        var at = folded.AsSpan().IndexOfAny(LookAlikes.Characters);
        return at < 0 ? folded : string.Create(folded.Length, folded, static (key, text) =>
        {
            for (var i = 0; i < key.Length; i++) key[i] = LookAlikes.KeyOf(text[i]);
        });
    }

    /// <summary>Whether two folded texts differ, and by nothing but characters that look alike or are mixed up in names.</summary>
    public static bool AreConfusable(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Length != b.Length || a == b) return false;
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i] && LookAlikes.KeyOf(a[i]) != LookAlikes.KeyOf(b[i])) return false;
        }
        return true;
    }

    /// <summary>Whether a character is a kanji of the basic plane, 々 and 〆 not counted.</summary>
    internal static bool IsKanji(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is not (>= ' ' and <= '~' or >= 'ぁ' and <= 'ゖ' or >= 'ァ' and <= 'ー' or '々' or '\u3000' or >= '\u4E00' and <= '\u9FFF')
                && !Width.IsUnusual(c) && !Strokes.Contains(c)) return false;
        }
        return true;
    }

    private static string Normalise(string text)
    {
        // NFKC would part these marks from the letter before them.
        var whole = string.Concat(text.EnumerateRunes().Where(r => r.Value is not (>= 0xE0100 and <= 0xE01EF))).Replace('゛', '\u3099').Replace('゜', '\u309A');
        return KanjiVariants.All.OfRare(whole.Normalize(NormalizationForm.FormKC).ToUpperInvariant());
    }

    private static string Write(string text, bool keepBlanks)
    {
        char[]? rented = null;
        var room = text.Length <= 256 ? stackalloc char[256] : rented = ArrayPool<char>.Shared.Rent(text.Length);
        var variants = KanjiVariants.All;
        var (length, strokes) = (0, false);
        foreach (var written in text)
        {
            var c = Width.Usual(written);
            var previous = length > 0 ? room[length - 1] : '\0';
            if (char.IsAsciiLetterOrDigit(c)) room[length++] = char.ToUpperInvariant(c);
            else if (c is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF') room[length++] = variants.Of(c);
            else if (c is >= 'ぁ' and <= 'ゖ' or >= 'ァ' and <= 'ヺ') room[length++] = c;
            else if (c == 'ー' || Strokes.Contains(c)) (room[length++], strokes) = (c == 'ー' ? c : '-', true);
            else if (char.IsWhiteSpace(c))
            {
                if (keepBlanks && length > 0 && previous != ' ') room[length++] = ' ';
            }
            else if (MiddleDots.Contains(c))
            {
                if (keepBlanks) room[length++] = '・';
            }
            else if (Width.IsVoicing(c) && Kana.Voiced(previous, c) != previous) room[length - 1] = Kana.Voiced(previous, c);
            else if (c is '々' or '〻') room[length++] = IsKanji(previous) ? previous : '々';
            else if (c is 'ゝ' or 'ヽ' or 'ゞ' or 'ヾ') room[length++] = Repeated(previous, c);
            else if (Apostrophes.Contains(c)) room[length++] = '\'';
            else if (!IsInvisible(c)) room[length++] = char.ToUpperInvariant(c);
        }
        if (length > 0 && room[length - 1] == ' ') length--;
        if (strokes) WriteStrokes(room[..length]);
        var folded = room[..length].SequenceEqual(text) ? text : room[..length].ToString();
        if (rented is not null) ArrayPool<char>.Shared.Return(rented);
        return folded;
    }

    private static void WriteStrokes(Span<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('-' or 'ー')) continue;
            var behindKana = i > 0 && Kana.IsLetter(text[i - 1]);
            text[i] = behindKana && (text[i] == 'ー' || !IsFigureAt(text, i + 1)) ? 'ー' : '-';
        }
    }

    private static bool IsFigureAt(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsAsciiDigit(text[at]);

    private static char Repeated(char previous, char mark) =>
        !Kana.IsLetter(previous) || previous == 'ー' ? mark : mark is 'ゝ' or 'ヽ' ? previous : Kana.Voiced(previous);

    private static bool IsInvisible(char c) =>
        c is >= '\uFE00' and <= '\uFE0F' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format;
}
