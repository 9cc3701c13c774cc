namespace Tsunagi.Linkage.Japanese;

/// <summary>A number in half-width figures or in kanji, where an address may have one.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Length">How many characters it takes; 0 for no number.</param>
readonly record struct Numeral(int Value, int Length)
{
    private const int MostDigits = 7;

    internal static Numeral At(string text, int at)
    {
        var (value, length) = (0, 0);
        while (at + length < text.Length && char.IsAsciiDigit(text[at + length]) && length < MostDigits) value = (value * 10) + (text[at + length++] - '0');
        return length > 0 ? new(value, length) : Kanji(text, at);
    }

    internal static int Digits(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;

    /// <summary>Whether the number belongs to a name: 北24条, 3線, 第5地割, 一番町.</summary>
    internal bool IsNamePart(string text, int at)
    {
        var behind = text.AsSpan(at + Length);
        return behind.StartsWith("条") || behind.StartsWith("線") || behind.StartsWith("地割") || behind.StartsWith("区") || behind.StartsWith("番町") || behind.StartsWith("番丁");
    }

    /// <summary>Whether a number that is no part of a name begins the numbers of the address.</summary>
    internal bool IsAddressNumber(string text, int at)
    {
        var behind = text.AsSpan(at + Length);
        if (behind.StartsWith("町")) return false;
        if (char.IsAsciiDigit(text[at])) return true;
        if (behind.StartsWith("丁目") || behind.StartsWith("番地")) return true;
        // 十番 before a figure is a name (麻布十番2-3), as is 八丁 before a letter (八丁堀); before kanji numbers, or alone, they are numbers.
        if (behind.StartsWith("番")) return behind.Length == 1 || !char.IsAsciiDigit(behind[1]);
        if (behind.StartsWith("丁")) return behind.Length == 1 || behind[1] == '-' || At(text, at + Length + 1).Length > 0;
        return behind.Length > 1 && behind[0] == '-' && At(text, at + Length + 1).Length > 0;
    }

    private static Numeral Kanji(string text, int at)
    {
        var (value, part, length) = (0, 0, 0);
        for (; at + length < text.Length && length < MostDigits; length++)
        {
            var c = text[at + length];
            if (c is '十' or '百') (value, part) = (value + (Math.Max(1, part) * (c == '十' ? 10 : 100)), 0);
            else if (Figure(c) is var figure and >= 0) part = (part * 10) + figure;
            else break;
        }
        return new(value + part, length);
    }

    private static int Figure(char c) => "〇一二三四五六七八九".AsSpan().IndexOf(c);
}
