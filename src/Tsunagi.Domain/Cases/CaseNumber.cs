using System.Globalization;

namespace Tsunagi.Domain.Cases;

/// <summary>ケース番号: what people are quoted, counted up within a fiscal year, such as 令和8-00123.</summary>
/// <param name="FiscalYear">The fiscal year (April to March), as a Gregorian year ≥ 2019.</param>
/// <param name="Sequence">From 1.</param>
public readonly record struct CaseNumber(int FiscalYear, int Sequence)
{
    /// <summary>The form people write, such as 令和8-00123 (令和元 for 2019).</summary>
    public override string ToString()
    {
        var year = FiscalYear - 2018;
        var era = year == 1 ? "元" : year.ToString(CultureInfo.InvariantCulture);
        return $"令和{era}-{Sequence.ToString("00000", CultureInfo.InvariantCulture)}";
    }
}
