using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Tsunagi.Domain.People;

/// <summary>What is wrong with a written date.</summary>
public enum JapaneseDateProblem
{
    /// <summary>Nothing was written.</summary>
    Empty,
    /// <summary>It is not a date in any usual writing.</summary>
    Unreadable,
    /// <summary>The year has one or two digits and no era, so it could be several years.</summary>
    EraMissing,
    /// <summary>The era had not begun yet on that day.</summary>
    BeforeEra,
    /// <summary>The era had ended before that day (昭和は64年1月7日まで).</summary>
    AfterEra,
    /// <summary>There is no such month or day (2月30日).</summary>
    NoSuchDay,
}

/// <summary>What is wrong with a written date, and the era concerned if one is.</summary>
public sealed record JapaneseDateError(JapaneseDateProblem Problem, EraPeriod? Era = null);

/// <summary>
/// 和暦・西暦の日付: reads a date in every usual writing, so that nobody has to convert one with the telephone in hand, and
/// writes it in 和暦.
/// </summary>
/// <remarks>
/// Read: 2026-11-21, 2026/11/21, 2026.11.21, 20261121, 2026年11月21日, R8.11.21, 令8/11/21, 令和8年11月21日, ㋿8年11月21日,
/// 令和元年, 令和八年十一月二十一日, 5081121 (the era digits 1–5 of municipal forms), with full-width or half-width
/// characters, blanks and a weekday in brackets.
/// </remarks>
public static partial class JapaneseDate
{
    /// <summary>Reads a date.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="date">The date, when true.</param>
    /// <param name="error">What is wrong, when false.</param>
    public static bool TryParse(string? text, out DateOnly date, [NotNullWhen(false)] out JapaneseDateError? error)
    {
        date = default;
        var parts = DateParts.Read(text);
        if (parts.Error is not null || parts.Month is null || parts.Day is null)
        {
            error = parts.Error ?? new(JapaneseDateProblem.Unreadable);
            return false;
        }
        return TryBuild(parts, out date, out error);
    }

    /// <summary>The date in full, such as 令和8年11月21日; ISO before 明治6年.</summary>
    public static string Format(DateOnly date) =>
        EraPeriod.At(date) is { } era
            ? $"{era.Name}{YearText(era.YearOf(date.Year))}年{date.Month}月{date.Day}日"
            : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The date as tables show it, such as R8.11.21; ISO before 明治6年.</summary>
    public static string FormatShort(DateOnly date) =>
        EraPeriod.At(date) is { } era
            ? string.Create(CultureInfo.InvariantCulture, $"{era.Letter}{era.YearOf(date.Year)}.{date.Month}.{date.Day}")
            : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A year as one says it, such as 昭和23年 (1989: 昭和64年・平成元年).</summary>
    public static string FormatYear(int year)
    {
        var names = EraPeriod.All
            .Where(era => era.From.Year <= year && year <= era.To.Year)
            .Select(era => $"{era.Name}{YearText(era.YearOf(year))}年");
        var text = string.Join('・', names);
        return text.Length > 0 ? text : year.ToString(CultureInfo.InvariantCulture) + "年";
    }

    /// <summary>A month of a year, such as 昭和23年5月.</summary>
    public static string FormatMonth(int year, int month) =>
        EraPeriod.At(new DateOnly(year, month, DateTime.DaysInMonth(year, month))) is { } era
            ? $"{era.Name}{YearText(era.YearOf(year))}年{month}月"
            : string.Create(CultureInfo.InvariantCulture, $"{year}年{month}月");

    internal static bool TryBuild(DateParts parts, out DateOnly date, [NotNullWhen(false)] out JapaneseDateError? error)
    {
        var (year, month, day) = (parts.Year, parts.Month ?? 1, parts.Day ?? 1);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            date = default;
            error = new(JapaneseDateProblem.NoSuchDay, parts.Era);
            return false;
        }
        date = new(year, month, day);
        error = parts.Era is null ? null
            : date > parts.Era.To ? new(JapaneseDateProblem.AfterEra, parts.Era)
            : date < parts.Era.From ? new(JapaneseDateProblem.BeforeEra, parts.Era)
            : null;
        return error is null;
    }

    private static string YearText(int eraYear) =>
        eraYear == 1 ? "元" : eraYear.ToString(CultureInfo.InvariantCulture);

    /// <summary>The numbers of a written date before they are held against the calendar.</summary>
    internal readonly partial record struct DateParts(
        int Year, int? Month, int? Day, EraPeriod? Era, JapaneseDateError? Error)
    {
        internal static DateParts Read(string? text)
        {
            var plain = Plain(text);
            if (plain.Length == 0) return Wrong(JapaneseDateProblem.Empty);
            if (plain.Length > 40) return Wrong(JapaneseDateProblem.Unreadable);
            if (Packed(plain) is { } packed) return packed;
            var match = Written().Match(plain);
            return match.Success ? FromGroups(match) : Wrong(JapaneseDateProblem.Unreadable);
        }

        private static DateParts FromGroups(Match match)
        {
            var era = match.Groups["era"] is { Success: true } written ? EraNamed(written.Value) : null;
            var yearText = match.Groups["year"].Value;
            var month = Number(match.Groups["month"]);
            var day = Number(match.Groups["day"]);
            if (era is null)
            {
                return yearText.Length == 4 && int.TryParse(yearText, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                    ? new(year, month, day, null, null)
                    : Wrong(JapaneseDateProblem.EraMissing);
            }
            var eraYear = yearText == "元" ? 1 : Kanji(yearText);
            return eraYear is >= 1 and <= 999
                ? new(era.GregorianYearOf(eraYear.Value), month, day, era, null)
                : Wrong(JapaneseDateProblem.Unreadable);
        }

        /// <summary>Eight digits are a Gregorian date; seven are the era digit and six more, as municipal forms have it.</summary>
        private static DateParts? Packed(string plain)
        {
            if (plain.Length is not (7 or 8) || !plain.All(char.IsAsciiDigit)) return null;
            int Part(int from, int length) => int.Parse(plain.AsSpan(from, length), NumberStyles.None, CultureInfo.InvariantCulture);
            if (plain.Length == 8) return new(Part(0, 4), Part(4, 2), Part(6, 2), null, null);
            if (plain[0] is < '1' or > '5' || Part(1, 2) == 0) return Wrong(JapaneseDateProblem.Unreadable);
            var era = EraPeriod.All[plain[0] - '1'];
            return new(era.GregorianYearOf(Part(1, 2)), Part(3, 2), Part(5, 2), era, null);
        }

        private static DateParts Wrong(JapaneseDateProblem problem) => new(0, null, null, null, new(problem));

        private static EraPeriod EraNamed(string written) =>
            EraPeriod.All.First(era => era.Name == written || era.Name[..1] == written
                || era.Letter == char.ToUpperInvariant(written[0]));

        private static int? Number(Group group) => group.Success ? Kanji(group.Value) : null;

        /// <summary>Arabic digits, or kanji up to 九十九.</summary>
        private static int? Kanji(string text)
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var arabic)) return arabic;
            const string Digits = "〇一二三四五六七八九";
            var ten = text.IndexOf('十', StringComparison.Ordinal);
            var tens = ten switch { < 0 => 0, 0 => 1, 1 => Digits.IndexOf(text[0], StringComparison.Ordinal), _ => -1 };
            var rest = ten < 0 ? text : text[(ten + 1)..];
            var units = rest.Length switch { 0 => 0, 1 => Digits.IndexOf(rest[0], StringComparison.Ordinal), _ => -1 };
            return tens < 0 || units < 0 ? null : (tens * 10) + units;
        }

        /// <summary>Half-width, without blanks, weekday or 生.</summary>
        private static string Plain(string? text)
        {
            if (text is null) return "";
            var plain = new StringBuilder(text.Length);
            foreach (var c in TypedText.Clean(text).Normalize(NormalizationForm.FormKC))
            {
                if (!char.IsWhiteSpace(c)) plain.Append(c is '−' or '‐' or '–' or '—' or 'ー' ? '-' : c);
            }
            return Weekday().Replace(plain.ToString(), "");
        }

        [GeneratedRegex(@"\([月火水木金土日](曜日?)?\)$|生(まれ)?$", RegexOptions.None, TypedText.MatchLimit)]
        private static partial Regex Weekday();

        [GeneratedRegex("^(?<era>明治|大正|昭和|平成|令和|[明大昭平令]|[MTSHRmtshr])?"
            + @"(?<year>元|[0-9]{1,4}|[〇一二三四五六七八九十]{1,3})"
            + @"(年|[-./](?=[0-9])|$)"
            + @"((?<month>[0-9]{1,2}|[一二三四五六七八九十]{1,2})(月|[-./](?=[0-9])|$)"
            + @"((?<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})日?)?)?$", RegexOptions.None, TypedText.MatchLimit)]
        private static partial Regex Written();
    }
}
