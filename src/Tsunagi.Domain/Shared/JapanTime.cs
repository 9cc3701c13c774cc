namespace Tsunagi.Domain.Shared;

/// <summary>Civil time in Japan: instants are stored in UTC, "today" and the fiscal year are those of Asia/Tokyo.</summary>
public sealed class JapanTime(TimeProvider clock)
{
    /// <summary>Asia/Tokyo. Japan keeps UTC+9 all year and has since 1952.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    /// <summary>The present instant, UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The present date in Tokyo.</summary>
    public DateOnly Today => DateOf(clock.GetUtcNow());

    /// <summary>The date in Tokyo at an instant.</summary>
    public static DateOnly DateOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The wall-clock time in Tokyo at an instant.</summary>
    public static DateTime LocalOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    /// <summary>The instant at which a date begins in Tokyo.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>The instant of a wall-clock time in Tokyo, as UTC; the first of all instants for the hours of the year 1 that lie before it.</summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        var offset = Zone.GetUtcOffset(local);
        return local.Ticks < offset.Ticks ? DateTimeOffset.MinValue : new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The fiscal year a date belongs to: April to March, named by the year it begins in.</summary>
    public static int FiscalYearOf(DateOnly date) => date.Month >= 4 ? date.Year : date.Year - 1;

    /// <summary>Whole days in Tokyo between an instant and now, never negative; "since today" is 0.</summary>
    public int DaysSince(DateTimeOffset instant) => Math.Max(0, Today.DayNumber - DateOf(instant).DayNumber);
}
