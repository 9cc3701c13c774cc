namespace Tsunagi.Domain.Profiles;

/// <summary>
/// 国民の祝日に関する法律による休日, by the law as it stands since 2022. The equinoxes are reckoned by the common approximation, which holds
/// until 2099; the government announces them a year ahead.
/// </summary>
public static class NationalHolidays
{
    /// <summary>Whether a day is a holiday: one of those named, the day in place of one on a Sunday, or the day between two.</summary>
    public static bool Include(DateOnly day) => IsNamed(day) || IsSubstitute(day) || (IsNamed(day.AddDays(-1)) && IsNamed(day.AddDays(1)));

    private static bool IsNamed(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) or (2, 11) or (2, 23) or (4, 29) or (5, 3) or (5, 4) or (5, 5) or (8, 11) or (11, 3) or (11, 23) => true,
        (3, var d) => d == Equinox(day.Year, 20.8431),
        (9, var d) when d == Equinox(day.Year, 23.2488) => true,
        (1 or 10, _) => IsMonday(day, 2),
        (7 or 9, _) => IsMonday(day, 3),
        _ => false,
    };

    // 3条2項: the next day that is no holiday itself.
    private static bool IsSubstitute(DateOnly day)
    {
        if (IsNamed(day)) return false;
        var before = day.AddDays(-1);
        while (IsNamed(before) && before.DayOfWeek != DayOfWeek.Sunday) before = before.AddDays(-1);
        return before.DayOfWeek == DayOfWeek.Sunday && IsNamed(before);
    }

    private static bool IsMonday(DateOnly day, int week) => day.DayOfWeek == DayOfWeek.Monday && (day.Day - 1) / 7 == week - 1;

    private static int Equinox(int year, double of1980) => (int)(of1980 + 0.242194 * (year - 1980)) - (year - 1980) / 4;
}
