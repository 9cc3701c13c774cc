using System.Globalization;
using Tsunagi.Diagrams.Families;

namespace Tsunagi.Diagrams;

/// <summary>Dates as Japanese words that are read aloud well.</summary>
static class JapaneseDates
{
    /// <summary>2026年4月1日.</summary>
    public static string Of(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>As much of it as is known; empty when nothing is.</summary>
    public static string Of(PartialDate date) => (date.IsAbout ? "およそ" : "") + (date.Earliest, date.Latest) switch
    {
        (null, null) => "",
        (null, { } last) => $"{Of(last)}以前",
        ({ } first, null) => $"{Of(first)}以後",
        ({ } first, { } last) when first == last => Of(first),
        ({ } first, { } last) when PartialDate.Of(first.Year) == PartialDate.Between(first, last) => $"{Number(first.Year)}年",
        ({ } first, { } last) when PartialDate.Of(first.Year, first.Month) == PartialDate.Between(first, last) => $"{Number(first.Year)}年{Number(first.Month)}月",
        ({ } first, { } last) => $"{Of(first)}から{Of(last)}までの間",
    };

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
