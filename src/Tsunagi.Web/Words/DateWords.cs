using System.Globalization;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Words;

/// <summary>How dates and times are written on the screens: 和暦, in Tokyo.</summary>
public static class DateWords
{
    /// <summary>R8.11.21, as tables and state lines show it.</summary>
    public static string Short(DateOnly date) => JapaneseDate.FormatShort(date);

    /// <summary>R8.11.21, the date in Tokyo.</summary>
    public static string Short(DateTimeOffset at) => Short(JapanTime.DateOf(at));

    /// <summary>R8.11.21 14:02, in Tokyo.</summary>
    public static string Time(DateTimeOffset at) =>
        $"{Short(at)} {JapanTime.LocalOf(at).ToString("HH:mm", CultureInfo.InvariantCulture)}";

    /// <summary>令和8年11月21日.</summary>
    public static string Long(DateOnly date) => JapaneseDate.Format(date);
}
