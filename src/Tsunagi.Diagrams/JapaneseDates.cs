using System.Globalization;
using Tsunagi.Diagrams.Families;

namespace Tsunagi.Diagrams;

/// <summary>Dates as Japanese words that are read aloud well.</summary>
/// <remarks>A year of which no day is known may lie in two eras; then both are said, since either may be on the paper: 昭和64年・平成元年.</remarks>
static class JapaneseDates
{
    static readonly (string Name, char Letter, int FirstYear, DateOnly From)[] Eras =
    [
        ("令和", 'R', 2019, new(2019, 5, 1)),
        ("平成", 'H', 1989, new(1989, 1, 8)),
        ("昭和", 'S', 1926, new(1926, 12, 25)),
        ("大正", 'T', 1912, new(1912, 7, 30)),
        ("明治", 'M', 1868, new(1873, 1, 1)),
    ];

    /// <summary>2026年4月1日, 令和8年4月1日.</summary>
    public static string Of(DateOnly day, Years years) => $"{YearAt(day, years)}{Number(day.Month)}月{Number(day.Day)}日";

    /// <summary>As much of it as is known; empty when nothing is.</summary>
    public static string Of(PartialDate date, Years years) => (date.IsAbout ? "およそ" : "") + (date.Earliest, date.Latest) switch
    {
        (null, null) => "",
        (null, { } last) => $"{Of(last, years)}以前",
        ({ } first, null) => $"{Of(first, years)}以後",
        ({ } first, { } last) when first == last => Of(first, years),
        ({ } first, { } last) when IsWholeYear(first, last) => OfYear(first.Year, years),
        ({ } first, { } last) when IsWholeMonth(first, last) => $"{YearAt(last, years)}{Number(first.Month)}月",
        ({ } first, { } last) => $"{Of(first, years)}から{Of(last, years)}までの間",
    };

    /// <summary>Its year alone, 昭和23年; of a span of several years the first. Empty when nothing is known.</summary>
    public static string YearOf(PartialDate date, Years years) => date.CountsFrom is not { } day ? ""
        : IsYearAlone(date) ? OfYear(day.Year, years) : YearAt(date.Latest ?? day, years);

    /// <summary>Its year as there is room for under a symbol: 1948, S23, S64・H1.</summary>
    public static string ShortYearOf(PartialDate date, Years years)
    {
        if (date.CountsFrom is not { } day)
            return "";
        var (first, last) = IsYearAlone(date) ? SpanOf(day.Year) : (date.Latest ?? day, date.Latest ?? day);
        var eras = years == Years.Era ? ErasOf(first, last) : [];
        return eras.Count > 0 ? string.Join('・', eras.Select(e => e.Letter + Number(day.Year - e.FirstYear + 1))) : Number(day.Year);
    }

    static string OfYear(int year, Years years)
    {
        var (first, last) = SpanOf(year);
        var eras = years == Years.Era ? ErasOf(first, last) : [];
        return eras.Count > 0 ? string.Join('・', eras.Select(e => Named(e.Name, e.FirstYear, year))) : Number(year) + "年";
    }

    static string YearAt(DateOnly day, Years years) =>
        years == Years.Era && ErasOf(day, day) is [var era] ? Named(era.Name, era.FirstYear, day.Year) : Number(day.Year) + "年";

    static string Named(string era, int firstYear, int year) => $"{era}{(year == firstYear ? "元" : Number(year - firstYear + 1))}年";

    /// <summary>The eras of a span of days within a year, the older first.</summary>
    static List<(string Name, char Letter, int FirstYear)> ErasOf(DateOnly first, DateOnly last) =>
        [.. Eras.Where((e, i) => e.From <= last && (i == 0 || first < Eras[i - 1].From)).Reverse().Select(e => (e.Name, e.Letter, e.FirstYear))];

    // A day or a month is in the era of its last day, as papers have it.
    static bool IsYearAlone(PartialDate date) => date is not { Earliest: { } first, Latest: { } last } || first != last && !IsWholeMonth(first, last);

    static bool IsWholeYear(DateOnly first, DateOnly last) => (first, last) == SpanOf(first.Year);

    static bool IsWholeMonth(DateOnly first, DateOnly last) => first.Day == 1 && last == first.AddMonths(1).AddDays(-1);

    static (DateOnly First, DateOnly Last) SpanOf(int year) => (new(year, 1, 1), new(year, 12, 31));

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
