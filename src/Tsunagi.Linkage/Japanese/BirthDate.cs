namespace Tsunagi.Linkage.Japanese;

/// <summary>
/// 生年月日 as it was written: the figures are kept even where no calendar has such a day, so that a date with a slip in it
/// can still be compared.
/// </summary>
/// <param name="Year">The year of the western calendar; null if none was written, or only one of two figures without an era.</param>
/// <param name="Month">The month as written, which may be one that does not exist; null if none or 0 was written.</param>
/// <param name="Day">The day as written, likewise.</param>
/// <remarks>The default value is a date of which nothing is known. Equality is by every figure and flag.</remarks>
public readonly partial record struct BirthDate(int? Year, int? Month, int? Day)
{
    /// <summary>The era the year was written in.</summary>
    public JapaneseEra Era { get; init; }

    /// <summary>A year of two figures without an era (「23.5.1」), which could be several years; <see cref="Year"/> is null then.</summary>
    public int? ShortYear { get; init; }

    /// <summary>Whether month and day could be the other way round (06/07/1971); they are read as month, day.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>Whether nothing at all could be read.</summary>
    public bool IsUnknown => this is { Year: null, Month: null, Day: null, ShortYear: null };

    /// <summary>Whether year, month and day are all known.</summary>
    public bool IsFull => this is { Year: not null, Month: not null, Day: not null };

    /// <summary>Whether the western calendar has such a day; false for a partial date.</summary>
    public bool IsOnCalendar =>
        this is { Year: >= 1 and <= 9999, Month: >= 1 and <= 12, Day: >= 1 } && Day <= DateTime.DaysInMonth(Year.Value, Month.Value);

    /// <summary>The date in eight figures, 0 for what is not known: a key, and what is counted in for slips.</summary>
    public int Digits => ((Year ?? 0) * 10_000) + ((Month ?? 0) * 100) + (Day ?? 0);

    /// <summary>Reads a date in any writing: see the remarks. What cannot be read is unknown; nothing throws.</summary>
    /// <param name="text">What was written, null for nothing.</param>
    /// <remarks>
    /// 1948-05-01, 1948/5/1, 1948.5.1, 19480501, 1948年5月1日 and the same with a time behind; S23.5.1, 昭和23年5月1日, 昭23/5/1, ㍼23年,
    /// 昭和二十三年五月一日, 元年, S230501, 3230501 (the era digits 1–5 of municipal forms); 1948, 1948-05, 昭和23年頃; 05/01/1948,
    /// 13/05/1948, 1 May 1948, May 1, 1948; 23.5.1 (see <see cref="ShortYear"/>). Of any width, with blanks, a weekday in brackets, 生 or 約.
    /// Month 0 and day 0 stand for unknown, as do the years 0 and 9999.
    /// </remarks>
    public static BirthDate Read(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > 60 ? default : new DateReader(text).Read();
}
