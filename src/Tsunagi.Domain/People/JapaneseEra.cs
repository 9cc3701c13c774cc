namespace Tsunagi.Domain.People;

/// <summary>元号.</summary>
public enum JapaneseEra
{
    /// <summary>明治.</summary>
    Meiji,
    /// <summary>大正.</summary>
    Taisho,
    /// <summary>昭和.</summary>
    Showa,
    /// <summary>平成.</summary>
    Heisei,
    /// <summary>令和.</summary>
    Reiwa,
}

/// <summary>元号の期間: how each era is written, and which dates may be written in it.</summary>
/// <remarks>
/// The day an era changed in 1912 and in 1926 belongs to both eras (one emperor's last day is the next one's first), and
/// papers show either; both are read, the newer is written. 明治 is read from 明治6年1月1日: before it Japan counted by the
/// lunisolar calendar, in which the same numbers name another day.
/// </remarks>
/// <param name="Era">The era.</param>
/// <param name="Name">Two characters, 令和.</param>
/// <param name="Letter">The letter of forms, R.</param>
/// <param name="Square">The single-character form, ㋿.</param>
/// <param name="FirstYear">The Gregorian year of its first year.</param>
/// <param name="From">The first day it is read for.</param>
/// <param name="To">Its last day.</param>
public sealed record EraPeriod(
    JapaneseEra Era, string Name, char Letter, char Square, int FirstYear, DateOnly From, DateOnly To)
{
    /// <summary>All eras, oldest first.</summary>
    public static IReadOnlyList<EraPeriod> All { get; } =
    [
        new(JapaneseEra.Meiji, "明治", 'M', '㍾', 1868, new(1873, 1, 1), new(1912, 7, 30)),
        new(JapaneseEra.Taisho, "大正", 'T', '㍽', 1912, new(1912, 7, 30), new(1926, 12, 25)),
        new(JapaneseEra.Showa, "昭和", 'S', '㍼', 1926, new(1926, 12, 25), new(1989, 1, 7)),
        new(JapaneseEra.Heisei, "平成", 'H', '㍻', 1989, new(1989, 1, 8), new(2019, 4, 30)),
        new(JapaneseEra.Reiwa, "令和", 'R', '㋿', 2019, new(2019, 5, 1), DateOnly.MaxValue),
    ];

    /// <summary>The period of an era.</summary>
    public static EraPeriod Of(JapaneseEra era) => All[(int)era];

    /// <summary>The era a date is written in; null before 明治6年.</summary>
    public static EraPeriod? At(DateOnly date) => All.LastOrDefault(period => period.From <= date && date <= period.To);

    /// <summary>The year of the era, from 1.</summary>
    public int YearOf(int gregorianYear) => gregorianYear - FirstYear + 1;

    /// <summary>The Gregorian year of a year of the era.</summary>
    public int GregorianYearOf(int eraYear) => FirstYear + eraYear - 1;
}
