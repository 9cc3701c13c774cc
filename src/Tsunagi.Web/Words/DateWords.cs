using System.Globalization;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Words;

/// <summary>Dates and times as staff read them: 和暦, Tokyo time.</summary>
public static class DateWords
{
    /// <summary>令和8年11月21日.</summary>
    public static string Of(DateOnly date) => JapaneseDate.Format(date);

    /// <summary>令和8年11月21日（土）.</summary>
    public static string OfDay(DateOnly date) => $"{Of(date)}（{"日月火水木金土"[(int)date.DayOfWeek]}）";

    /// <summary>R8.11.21.</summary>
    public static string Short(DateOnly date) => JapaneseDate.FormatShort(date);

    /// <summary>令和8年11月.</summary>
    public static string Month(DateOnly day) => Of(day)[..(Of(day).IndexOf('月', StringComparison.Ordinal) + 1)];

    /// <summary>令和8年11月21日 14:02.</summary>
    public static string Of(DateTimeOffset at) => $"{JapaneseDate.Format(JapanTime.DateOf(at))} {Time(at)}";

    /// <summary>R8.11.21 14:02.</summary>
    public static string Short(DateTimeOffset at) => $"{JapaneseDate.FormatShort(JapanTime.DateOf(at))} {Time(at)}";

    /// <summary>14:02.</summary>
    public static string Time(DateTimeOffset at) => JapanTime.LocalOf(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>今日, きのう, or how many days ago.</summary>
    public static string Ago(DateTimeOffset at, DateOnly today) => (today.DayNumber - JapanTime.DateOf(at).DayNumber) switch
    {
        <= 0 => $"今日 {Time(at)}",
        1 => "きのう",
        var days => $"{days}日前",
    };

    /// <summary>今日まで, あした, in so many days, or how many days over.</summary>
    public static string Until(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "今日まで",
        1 => "あしたまで",
        > 1 and var days => $"あと{days}日（{Short(day)}）",
        var days => $"{-days}日過ぎています（{Short(day)}）",
    };
}
