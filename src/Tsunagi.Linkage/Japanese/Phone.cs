using System.Text;

namespace Tsunagi.Linkage.Japanese;

/// <summary>How far two telephone numbers agree.</summary>
public enum PhoneAgreement
{
    /// <summary>One of them is no number.</summary>
    Unknown,
    /// <summary>The same digits.</summary>
    Same,
    /// <summary>One of them lacks the area code, and the rest is the same.</summary>
    SameWithoutAreaCode,
    /// <summary>One digit is another, missing or too many.</summary>
    OneDigitOff,
    /// <summary>Two neighbouring digits have changed places.</summary>
    Transposed,
    /// <summary>Anything else.</summary>
    Different,
}

/// <summary>電話番号: compared by digits, however a number was written.</summary>
public static class Phone
{
    private const int ShortestLocal = 5;
    private const int LongestLocal = 8;

    /// <summary>
    /// The digits of a number: full-width, brackets, hyphens and blanks dropped, +81 made 0, an extension (内線, ext, x, #) cut.
    /// </summary>
    /// <param name="text">What was written, null for nothing.</param>
    /// <returns>Empty when fewer than five digits remain or all of them are the same, as in 0000000000.</returns>
    public static string Digits(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var digits = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var half = c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;
            if (char.IsAsciiDigit(half)) digits.Append(half);
            else if (digits.Length > 0 && half is ('内' or 'x' or 'X' or 'e' or 'E' or '#')) break;
            // A second number.
            else if (digits.Length >= 9 && half is (',' or ';' or '、' or '/' or '・')) break;
        }
        Nationalise(digits, text);
        var number = digits.ToString();
        return number.Length < ShortestLocal || number.AsSpan().IndexOfAnyExcept(number[0]) < 0 ? "" : number;
    }

    /// <summary>How far two numbers agree, each as <see cref="Digits"/> returns it. Symmetric.</summary>
    public static PhoneAgreement Compare(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Length == 0 || b.Length == 0) return PhoneAgreement.Unknown;
        if (a == b) return PhoneAgreement.Same;
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        if (LacksAreaCode(shorter, longer)) return PhoneAgreement.SameWithoutAreaCode;
        return (longer.Length - shorter.Length) switch
        {
            0 => CompareSameLength(shorter, longer),
            1 when HasOneMore(longer, shorter) => PhoneAgreement.OneDigitOff,
            _ => PhoneAgreement.Different,
        };
    }

    private static void Nationalise(StringBuilder digits, string text)
    {
        if (digits.Length < 11 || digits[0] != '8' || digits[1] != '1' || text.AsSpan().IndexOfAny('+', '＋') < 0) return;
        digits.Remove(0, digits[2] == '0' ? 2 : 1);
        digits[0] = '0';
    }

    private static bool LacksAreaCode(string shorter, string longer) =>
        shorter.Length <= LongestLocal && longer.Length > LongestLocal && longer[0] == '0' && longer.EndsWith(shorter, StringComparison.Ordinal);

    private static PhoneAgreement CompareSameLength(string a, string b)
    {
        var first = a.AsSpan().CommonPrefixLength(b);
        if (a.AsSpan(first + 1).SequenceEqual(b.AsSpan(first + 1))) return PhoneAgreement.OneDigitOff;
        return first + 1 < a.Length && a[first] == b[first + 1] && a[first + 1] == b[first] && a.AsSpan(first + 2).SequenceEqual(b.AsSpan(first + 2))
            ? PhoneAgreement.Transposed
            : PhoneAgreement.Different;
    }

    private static bool HasOneMore(string longer, string shorter)
    {
        var first = shorter.AsSpan().CommonPrefixLength(longer);
        return longer.AsSpan(first + 1).SequenceEqual(shorter.AsSpan(first));
    }
}
