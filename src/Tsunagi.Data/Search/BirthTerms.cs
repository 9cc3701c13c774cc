using System.Globalization;
using Tsunagi.Domain.People;
using Tsunagi.Linkage.Japanese;

namespace Tsunagi.Data.Search;

/// <summary>生年月日 as terms, full or in parts, and what of them a written date asks for.</summary>
static class BirthTerms
{
    // Years of two figures without an era: 昭和, 平成, 令和, 大正, and those of the western calendar.
    private static readonly int[] Beginnings = [1925, 1988, 2018, 1911, 1900];

    /// <summary>The terms of a birth date as far as it is known.</summary>
    public static void Add(PartialDate? born, ICollection<int> terms)
    {
        if (born is null) return;
        for (var year = born.Earliest.Year; year <= born.Latest.Year; year++)
        {
            terms.Add(Of(year, null, null));
            if (born.Precision is PartialDatePrecision.Year or PartialDatePrecision.Age) terms.Add(Vague(year, null));
        }
        if (born.Precision is not (PartialDatePrecision.Day or PartialDatePrecision.Month)) return;
        terms.Add(Of(born.Earliest.Year, born.Earliest.Month, null));
        if (born.Precision == PartialDatePrecision.Month) terms.Add(Vague(born.Earliest.Year, born.Earliest.Month));
        else
        {
            terms.Add(Of(born.Earliest.Year, born.Earliest.Month, born.Earliest.Day));
            terms.Add(Of(null, born.Earliest.Month, born.Earliest.Day));
        }
    }

    /// <summary>What a written date may ask for, the likeliest first; nothing when it is none.</summary>
    public static IEnumerable<int> Asked(string text)
    {
        var date = BirthDate.Read(text);
        if (date.IsUnknown || (date.Month is null && date.Day is not null)) yield break;
        if (date.ShortYear is { } two)
        {
            if (date.Month is null) yield break;
            foreach (var beginning in Beginnings) yield return Of(beginning + two, date.Month, date.Day);
            yield break;
        }
        if (date.Year is null && date.Day is null) yield break;
        yield return Of(date.Year, date.Month, date.Day);
        if (date is not { Year: { } year, Month: not null }) yield break;
        // Records that know less than what is asked for.
        if (date.Day is not null) yield return Vague(year, date.Month);
        yield return Vague(year, null);
    }

    private static int Of(int? year, int? month, int? day) =>
        SearchTerm.Of(TermKind.Birth, string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"));

    private static int Vague(int year, int? month) => SearchTerm.Of(TermKind.Birth, string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}~"));
}
