using System.Text;

namespace Tsunagi.Domain.People;

/// <summary>かな: brings readings to one form, so that ﾔﾏﾀﾞ, やまだ and ヤマダ are the same.</summary>
public static class KanaText
{
    /// <summary>Half-width kana made full-width, their voicing marks joined; everything else untouched.</summary>
    public static string ToFullWidth(string text)
    {
        var full = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && text[i] is >= '\uFF61' and <= '\uFF9F') i++;
            // A run is folded as a whole so that a mark finds the letter before it.
            if (i > start) full.Append(text[start..i].Normalize(NormalizationForm.FormKC).Replace('\u3099', '゛').Replace('\u309A', '゜'));
            else full.Append(text[i++]);
        }
        return full.ToString();
    }

    /// <summary>Hiragana and half-width kana as full-width katakana. The long vowel mark is kept as written.</summary>
    public static string ToKatakana(string text) => Shift(ToFullWidth(text), 'ぁ', 'ゖ', 'ァ' - 'ぁ');

    /// <summary>Katakana as hiragana (ヷ–ヺ have none and stay).</summary>
    public static string ToHiragana(string text) => Shift(ToFullWidth(text), 'ァ', 'ヶ', 'ぁ' - 'ァ');

    /// <summary>True when a text consists of kana, the long vowel mark, middle dots and blanks only.</summary>
    public static bool IsKana(string text) =>
        ToFullWidth(text).All(c => c is >= 'ぁ' and <= 'ゖ' or >= 'ァ' and <= 'ヺ' or 'ー' or '・' or 'ゝ' or 'ゞ' or 'ヽ' or 'ヾ' || char.IsWhiteSpace(c));

    private static string Shift(string text, char from, char to, int by) =>
        string.Create(text.Length, (text, from, to, by), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var c = state.text[i];
                span[i] = c >= state.from && c <= state.to ? (char)(c + state.by) : c;
            }
        });
}
