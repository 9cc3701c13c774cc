using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Tsunagi.Domain.People;

namespace Tsunagi.Domain.Cases;

/// <summary>ケース番号: what people are quoted, counted up within a fiscal year, such as 令和8-00123.</summary>
/// <param name="FiscalYear">The fiscal year (April to March), as a Gregorian year ≥ 2019.</param>
/// <param name="Sequence">From 1.</param>
public readonly partial record struct CaseNumber(int FiscalYear, int Sequence)
{
    /// <summary>Reads what people type: 令和8-00123, R8-123, 8-123, in full width or with spaces; null for anything else.</summary>
    public static CaseNumber? Read(string text)
    {
        var match = Written().Match(TypedText.Clean(text).Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal));
        if (!match.Success) return null;
        var era = match.Groups["year"].Value == "元" ? 1 : int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return new(era + 2018, int.Parse(match.Groups["sequence"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
    }

    /// <summary>The form people write, such as 令和8-00123 (令和元 for 2019).</summary>
    public override string ToString()
    {
        var year = FiscalYear - 2018;
        var era = year == 1 ? "元" : year.ToString(CultureInfo.InvariantCulture);
        return $"令和{era}-{Sequence.ToString("00000", CultureInfo.InvariantCulture)}";
    }

    [GeneratedRegex(@"^(令和|R|r)?(?<year>元|[0-9]{1,2})-(?<sequence>[0-9]{1,6})$", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex Written();
}
