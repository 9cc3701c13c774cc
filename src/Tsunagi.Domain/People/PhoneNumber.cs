using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Tsunagi.Domain.People;

/// <summary>電話番号: compared by its digits, shown with hyphens where they are known.</summary>
/// <param name="Digits">The national number beginning with 0, digits only: what numbers are compared by.</param>
/// <param name="Text">How it is shown, an extension included.</param>
public sealed record PhoneNumber(string Digits, string Text)
{
    /// <summary>Reads a number in any writing: full-width, brackets, blanks, +81, an extension after 内線.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="areaCode">The area code people leave out here (03), put before a number that begins with no 0; null for none.</param>
    /// <param name="number">The number, when true.</param>
    public static bool TryParse(string? text, string? areaCode, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = null;
        if (TypedText.Field(text) is not { } written) return false;
        var plain = written.Normalize(NormalizationForm.FormKC);
        var (main, extension) = SplitExtension(plain);
        if (main.Any(c => !char.IsAsciiDigit(c) && !IsSeparator(c))) return false;
        var digits = string.Concat(main.Where(char.IsAsciiDigit));
        if (main.TrimStart().StartsWith("+81", StringComparison.Ordinal)) digits = digits.Length > 2 && digits[2] == '0' ? digits[2..] : "0" + digits[2..];
        if (digits.Length is > 5 and < 9 && digits[0] != '0' && areaCode is not null) digits = areaCode + digits;
        if (digits.Length is < 10 or > 11 || digits[0] != '0' || digits.Length == 11 && !HasElevenDigits(digits)) return false;
        number = new(digits, Hyphenated(digits, main) + (extension is null ? "" : " 内線" + extension));
        return true;
    }

    private static (string Main, string? Extension) SplitExtension(string plain)
    {
        var at = plain.IndexOf("内線", StringComparison.Ordinal);
        if (at < 0) return (plain.Trim(), null);
        var extension = string.Concat(plain[(at + 2)..].Where(char.IsAsciiDigit));
        return (plain[..at].Trim().TrimEnd('('), extension.Length == 0 ? null : extension);
    }

    // 050, 060, 070, 080, 090 and the 0800 free numbers; all others have ten digits.
    private static bool HasElevenDigits(string digits) => digits[2] == '0' && digits[1] is '5' or '6' or '7' or '8' or '9';

    private static string Hyphenated(string digits, string main)
    {
        if (digits.StartsWith("0800", StringComparison.Ordinal) && digits.Length == 11) return $"{digits[..4]}-{digits[4..7]}-{digits[7..]}";
        if (digits.Length == 11) return $"{digits[..3]}-{digits[3..7]}-{digits[7..]}";
        if (digits.StartsWith("03", StringComparison.Ordinal) || digits.StartsWith("06", StringComparison.Ordinal)) return $"{digits[..2]}-{digits[2..6]}-{digits[6..]}";
        if (digits.StartsWith("0120", StringComparison.Ordinal) || digits.StartsWith("0570", StringComparison.Ordinal)) return $"{digits[..4]}-{digits[4..7]}-{digits[7..]}";
        // Area codes of two to five digits cannot be told from the number: keep the writer's grouping when it was given.
        var groups = main.Split(main.Where(IsSeparator).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries);
        return groups.Length == 3 && string.Concat(groups) == digits ? string.Join('-', groups) : digits;
    }

    private static bool IsSeparator(char c) =>
        c is '-' or '−' or '‐' or '–' or '—' or 'ー' or '(' or ')' or '.' or '/' or '+' || char.IsWhiteSpace(c);
}
