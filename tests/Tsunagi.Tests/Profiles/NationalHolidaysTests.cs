using Tsunagi.Domain.Profiles;

namespace Tsunagi.Tests.Profiles;

public class NationalHolidaysTests
{
    // 内閣府「国民の祝日」: the days as they were announced.
    [Theory]
    [InlineData(2024, "1-1 1-8 2-11 2-12 2-23 3-20 4-29 5-3 5-4 5-5 5-6 7-15 8-11 8-12 9-16 9-22 9-23 10-14 11-3 11-4 11-23")]
    [InlineData(2025, "1-1 1-13 2-11 2-23 2-24 3-20 4-29 5-3 5-4 5-5 5-6 7-21 8-11 9-15 9-23 10-13 11-3 11-23 11-24")]
    [InlineData(2026, "1-1 1-12 2-11 2-23 3-20 4-29 5-3 5-4 5-5 5-6 7-20 8-11 9-21 9-22 9-23 10-12 11-3 11-23")]
    public void Are_those_of_the_law_in_turn(int year, string days) =>
        Assert.Equal(days, string.Join(' ', Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365)
            .Select(new DateOnly(year, 1, 1).AddDays).Where(NationalHolidays.Include).Select(d => $"{d.Month}-{d.Day}")));
}
