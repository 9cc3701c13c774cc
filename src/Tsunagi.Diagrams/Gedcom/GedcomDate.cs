using System.Globalization;
using System.Text.RegularExpressions;
using Tsunagi.Diagrams.Families;

namespace Tsunagi.Diagrams.Gedcom;

/// <summary>The date forms of GEDCOM 5.5.1 and 7; what is none of them is unknown, never an error.</summary>
static partial class GedcomDate
{
    const int Longest = 200;

    static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    public static PartialDate Read(string text)
    {
        if (text.Length > Longest)
            return PartialDate.Unknown;
        var words = Blanks().Replace(Phrase().Replace(text, " "), " ").Trim().ToUpperInvariant();
        return words.Split(' ', 2) switch
        {
            ["ABT" or "ABT." or "ABOUT" or "CAL" or "EST" or "CIRCA" or "CA" or "C.", var date] => Simple(date).Roughly(),
            ["INT", var date] => Simple(date),
            ["BEF" or "BEF." or "BEFORE", var date] => PartialDate.Between(null, DayBefore(Simple(date).Earliest)),
            ["AFT" or "AFT." or "AFTER", var date] => PartialDate.Between(DayAfter(Simple(date).Latest), null),
            ["BET" or "BET.", var dates] => Between(dates.Split(" AND ", 2)),
            ["FROM", var dates] => Between(dates.Split(" TO ", 2)),
            ["TO", var date] => PartialDate.Between(null, Simple(date).Latest),
            _ => Simple(words),
        };
    }

    static DateOnly? DayBefore(DateOnly? day) => day > DateOnly.MinValue ? day.Value.AddDays(-1) : null;

    static DateOnly? DayAfter(DateOnly? day) => day < DateOnly.MaxValue ? day.Value.AddDays(1) : null;

    static PartialDate Between(string[] ends)
    {
        var first = Simple(ends[0]);
        if (ends.Length == 1)
            return PartialDate.Between(first.Earliest, null);
        var last = Simple(ends[1]);
        return first.Earliest > last.Latest ? PartialDate.Between(last.Earliest, first.Latest) : PartialDate.Between(first.Earliest, last.Latest);
    }

    static PartialDate Simple(string text)
    {
        var match = Form().Match(text);
        if (!match.Success || match.Groups["bc"].Success || match.Groups["calendar"].Value is { Length: > 0 } calendar && calendar is not ("GREGORIAN" or "JULIAN"))
            return PartialDate.Unknown;
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        // 1699/00 is old style: the year in which January already counts to the next.
        year += match.Groups["dual"].Success ? 1 : 0;
        if (year is < 1 or > 9999)
            return PartialDate.Unknown;
        var month = Array.IndexOf(Months, match.Groups["month"].Value) + 1;
        if (month == 0)
            return PartialDate.Of(year);
        var isJulian = match.Groups["calendar"].Value == "JULIAN";
        return int.TryParse(match.Groups["day"].Value, CultureInfo.InvariantCulture, out var day) ? Day(year, month, day, isJulian) : PartialDate.Of(year, month);
    }

    static PartialDate Day(int year, int month, int day, bool isJulian)
    {
        if (isJulian && year < 9999 && day > 0 && day <= new JulianCalendar().GetDaysInMonth(year, month) && year > 1)
            return PartialDate.Of(DateOnly.FromDateTime(new DateTime(year, month, day, new JulianCalendar())));
        return day > 0 && day <= DateTime.DaysInMonth(year, month) ? PartialDate.Of(new DateOnly(year, month, day)) : PartialDate.Of(year, month);
    }

    [GeneratedRegex(@"\([^)]*\)?")]
    private static partial Regex Phrase();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(?:(?:@#D)?(?<calendar>GREGORIAN|JULIAN|FRENCH R|FRENCH_R|HEBREW|ROMAN|UNKNOWN|[A-Z_]{6,})@? )?(?:(?:(?<day>\d{1,2}) )?(?<month>[A-Z]{3}) )?(?<year>\d{1,4})(?:/(?<dual>\d{1,4}))?(?<bc> ?(?:BCE|B\.?C\.?))?$")]
    private static partial Regex Form();
}
