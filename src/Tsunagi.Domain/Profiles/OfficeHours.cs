using System.ComponentModel.DataAnnotations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Profiles;

/// <summary>閉庁の日: days of a month on which the offices are closed every year, both included.</summary>
public sealed record ClosedDays(
    [property: Range(1, 12)] int Month,
    [property: Range(1, 31)] int From,
    [property: Range(1, 31)] int To)
{
    /// <summary>Whether a day is one of them.</summary>
    public bool Include(DateOnly day) => day.Month == Month && From <= day.Day && day.Day <= To;
}

/// <summary>執務時間: when supervisors are at their desks, on weekdays that are no holiday.</summary>
/// <param name="Opens">From when.</param>
/// <param name="Closes">Until when, not included.</param>
/// <param name="Closed">年末年始 and whatever else the ward closes for.</param>
public sealed record OfficeHours(TimeOnly Opens, TimeOnly Closes, IReadOnlyList<ClosedDays> Closed)
{
    /// <summary>Whether the offices are open at an instant.</summary>
    public bool AreOpenAt(DateTimeOffset now)
    {
        var local = JapanTime.LocalOf(now);
        var (day, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        return IsWorkingDay(day) && Opens <= time && time < Closes;
    }

    /// <summary>執務日・営業日: no weekend, no holiday, and no day the ward closes for.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !NationalHolidays.Include(day) && !Closed.Any(c => c.Include(day));

    /// <summary>The working day so many working days after a day, which is not counted itself.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int workingDays)
    {
        // A ward that were closed all year round would never answer: it has a year.
        for (var last = day.AddYears(1); workingDays > 0 && day < last;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) workingDays--;
        }
        return day;
    }
}
