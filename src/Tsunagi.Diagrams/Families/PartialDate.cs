using System.Globalization;

namespace Tsunagi.Diagrams.Families;

/// <summary>一部だけ分かる日付: the span of days on which something happened, as far as anybody knows.</summary>
/// <remarks>
/// Both ends are inclusive; a missing end is open. The default value is <see cref="Unknown"/>: it happened, nobody knows when.
/// <see cref="ToString"/> and <see cref="TryParse"/> are inverse: <c>1975-04-01</c>, <c>1975-04</c>, <c>1975</c>, <c>~1975</c> (about),
/// <c>1970..1975</c>, <c>..1975</c> (then or before), <c>1975..</c> (then or later), <c>?</c>.
/// </remarks>
public readonly record struct PartialDate
{
    PartialDate(DateOnly? earliest, DateOnly? latest, bool isAbout) => (Earliest, Latest, IsAbout) = (earliest, latest, isAbout);

    /// <summary>Nobody knows when.</summary>
    public static PartialDate Unknown => default;

    /// <summary>The first day it may be (inclusive); null when open.</summary>
    public DateOnly? Earliest { get; }

    /// <summary>The last day it may be (inclusive); null when open.</summary>
    public DateOnly? Latest { get; }

    /// <summary>True when the span itself is only a guess (ABT, 頃).</summary>
    public bool IsAbout { get; }

    /// <summary>The day from which on it is taken to have happened: the earliest known, else the latest; null when unknown.</summary>
    public DateOnly? CountsFrom => Earliest ?? Latest;

    /// <summary>One day.</summary>
    public static PartialDate Of(DateOnly day) => new(day, day, false);

    /// <summary>Some day of a month.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such month in the years 1–9999.</exception>
    public static PartialDate Of(int year, int month) =>
        new(new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)), false);

    /// <summary>Some day of a year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not one of the years 1–9999.</exception>
    public static PartialDate Of(int year) => new(new(year, 1, 1), new(year, 12, 31), false);

    /// <summary>Some day between two (both inclusive); null leaves an end open.</summary>
    /// <exception cref="ArgumentException">The first lies after the second.</exception>
    public static PartialDate Between(DateOnly? earliest, DateOnly? latest) =>
        earliest > latest ? throw new ArgumentException("A span of days ends before it begins.", nameof(latest)) : new(earliest, latest, false);

    /// <summary>The same span, known only roughly.</summary>
    public PartialDate Roughly() => this == Unknown ? this : new(Earliest, Latest, true);

    /// <summary>True when it is taken to have happened on the day or before; what is unknown has.</summary>
    public bool HasCome(DateOnly day) => CountsFrom is not { } from || from <= day;

    /// <summary>True when it certainly lies before the day (the day itself excluded); what is unknown does.</summary>
    public bool IsBefore(DateOnly day) => (Latest ?? Earliest) is not { } last || last < day;

    /// <summary>The least and greatest whole number of years from this date to another; null when either is open.</summary>
    public (int Least, int Most)? YearsUntil(PartialDate end)
    {
        if (Earliest is not { } first || Latest is not { } last || end.Earliest is not { } from || end.Latest is not { } to || to < first)
            return null;
        return (Math.Max(0, Years(last, from)), Years(first, to));
    }

    static int Years(DateOnly from, DateOnly to) =>
        to.Year - from.Year - ((to.Month, to.Day).CompareTo((from.Month, from.Day)) < 0 ? 1 : 0);

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = Unknown;
        if (text is "?")
            return true;
        var isAbout = text is ['~', ..];
        var ends = (isAbout ? text![1..] : text ?? "").Split("..");
        if (ends.Length > 2 || !TrySpan(ends[0], out var first) || !TrySpan(ends[^1], out var last) || first == Unknown && last == Unknown)
            return false;
        if (first.Earliest > last.Latest)
            return false;
        date = new(first.Earliest, last.Latest, isAbout);
        return true;
    }

    static bool TrySpan(string text, out PartialDate span)
    {
        span = Unknown;
        var none = CultureInfo.InvariantCulture;
        if (text.Length == 0)
            return true;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", none, DateTimeStyles.None, out var day))
            span = Of(day);
        else if (DateOnly.TryParseExact(text, "yyyy-MM", none, DateTimeStyles.None, out var month))
            span = Of(month.Year, month.Month);
        else if (DateOnly.TryParseExact(text, "yyyy", none, DateTimeStyles.None, out var year))
            span = Of(year.Year);
        return span != Unknown;
    }

    /// <summary>The shortest form that <see cref="TryParse"/> reads back to the same value.</summary>
    public override string ToString() => (IsAbout ? "~" : "") + (Earliest, Latest) switch
    {
        (null, null) => "?",
        (null, { } last) => ".." + Last(last),
        ({ } first, null) => First(first) + "..",
        ({ } first, { } last) => Span(first, last),
    };

    static string Span(DateOnly first, DateOnly last)
    {
        if (first == last)
            return Day(first);
        if (first.Day == 1 && last == LastOfMonth(first))
            return Month(first);
        return Of(first.Year) == new PartialDate(first, last, false) ? Year(first) : $"{First(first)}..{Last(last)}";
    }

    static string First(DateOnly day) => day switch { (_, 1, 1) => Year(day), (_, _, 1) => Month(day), _ => Day(day) };

    static string Last(DateOnly day) => day == LastOfMonth(day) ? day.Month == 12 ? Year(day) : Month(day) : Day(day);

    static DateOnly LastOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    static string Year(DateOnly day) => day.ToString("yyyy", CultureInfo.InvariantCulture);
}
