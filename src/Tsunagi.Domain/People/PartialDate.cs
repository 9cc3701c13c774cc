using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Tsunagi.Domain.People;

/// <summary>How much of a date is known.</summary>
public enum PartialDatePrecision
{
    /// <summary>年月日.</summary>
    Day,
    /// <summary>年月まで.</summary>
    Month,
    /// <summary>年まで.</summary>
    Year,
    /// <summary>おおよその年齢: told or guessed as an age on a given day.</summary>
    Age,
}

/// <summary>一部だけ分かる日付: a date of birth as far as anybody knows it.</summary>
/// <remarks>Always describes the span of days it may lie in; <see cref="ToString"/> is its storable form and <see cref="Parse"/> reads it back.</remarks>
public sealed partial record PartialDate
{
    private PartialDate(PartialDatePrecision precision, DateOnly earliest, DateOnly latest, DateOnly? toldOn = null) =>
        (Precision, Earliest, Latest, ToldOn) = (precision, earliest, latest, toldOn);

    /// <summary>How much is known.</summary>
    public PartialDatePrecision Precision { get; }

    /// <summary>The first day it may be.</summary>
    public DateOnly Earliest { get; }

    /// <summary>The last day it may be.</summary>
    public DateOnly Latest { get; }

    /// <summary>For an age: the day on which it was told.</summary>
    public DateOnly? ToldOn { get; }

    /// <summary>A full date.</summary>
    public static PartialDate Of(DateOnly date) => new(PartialDatePrecision.Day, date, date);

    /// <summary>A month of a year.</summary>
    public static PartialDate Of(int year, int month) =>
        new(PartialDatePrecision.Month, new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>A year.</summary>
    public static PartialDate Of(int year) => new(PartialDatePrecision.Year, new(year, 1, 1), new(year, 12, 31));

    /// <summary>Somebody told or judged on a day to be between two ages.</summary>
    public static PartialDate OfAge(int from, int to, DateOnly toldOn) =>
        new(PartialDatePrecision.Age, toldOn.AddYears(-to - 1).AddDays(1), toldOn.AddYears(-from), toldOn);

    /// <summary>The youngest and oldest possible age on a day; null when the birth may still lie ahead.</summary>
    public (int From, int To)? AgeOn(DateOnly day) =>
        day < Latest ? null : (AgeAt(Latest, day), AgeAt(Earliest, day));

    /// <summary>True when the two could be the same day.</summary>
    public bool CouldBe(PartialDate other) => Earliest <= other.Latest && other.Earliest <= Latest;

    /// <summary>Reads a date in any usual writing (<see cref="JapaneseDate"/>), a month (昭和23年5月, 1948-05), a year (S23, 1948) or an age (70歳, 約70歳, 70代).</summary>
    public static bool TryRead(
        string? text, DateOnly today, [NotNullWhen(true)] out PartialDate? date, [NotNullWhen(false)] out JapaneseDateError? error)
    {
        (date, error) = (null, null);
        if (AgeIn(text, today) is { } age)
        {
            date = age;
            return true;
        }
        var parts = JapaneseDate.DateParts.Read(text);
        if (parts.Error is not null)
        {
            error = parts.Error;
            return false;
        }
        if (parts.Day is null) return TryReadSpan(parts, out date, out error);
        if (!JapaneseDate.TryBuild(parts, out var day, out error)) return false;
        date = Of(day);
        return true;
    }

    /// <summary>The form people read: 昭和23年5月3日, 昭和23年5月, 昭和23年, 約70歳（令和8年11月21日時点）.</summary>
    public string Format() => Precision switch
    {
        PartialDatePrecision.Day => JapaneseDate.Format(Earliest),
        PartialDatePrecision.Month => JapaneseDate.FormatMonth(Earliest.Year, Earliest.Month) + "（日は不明）",
        PartialDatePrecision.Year => JapaneseDate.FormatYear(Earliest.Year) + "（月日は不明）",
        PartialDatePrecision.Age => $"{AgeText()}（{JapaneseDate.Format(ToldOn!.Value)}時点）",
    };

    /// <summary>The storable form: 1948-05-03, 1948-05, 1948, or ages with the day they were told (70-79@2026-11-21).</summary>
    public override string ToString() => Precision switch
    {
        PartialDatePrecision.Day => Iso(Earliest),
        PartialDatePrecision.Month => Earliest.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        PartialDatePrecision.Year => Earliest.ToString("yyyy", CultureInfo.InvariantCulture),
        PartialDatePrecision.Age => string.Create(CultureInfo.InvariantCulture, $"{Ages().From}-{Ages().To}@{Iso(ToldOn!.Value)}"),
    };

    /// <summary>Reads the storable form.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static PartialDate Parse(string stored)
    {
        if (stored.Split('@') is [var ages, var toldOn] && ages.Split('-') is [var from, var to])
        {
            return OfAge(int.Parse(from, CultureInfo.InvariantCulture), int.Parse(to, CultureInfo.InvariantCulture), IsoDate(toldOn));
        }
        var parts = stored.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return parts switch
        {
            [var year] => Of(year),
            [var year, var month] => Of(year, month),
            [_, _, _] => Of(IsoDate(stored)),
            _ => throw new FormatException($"Not a partial date: {stored}"),
        };
    }

    private (int From, int To) Ages() => (AgeAt(Latest, ToldOn!.Value), AgeAt(Earliest, ToldOn!.Value));

    private string AgeText()
    {
        var (from, to) = Ages();
        return from == to ? $"約{from}歳" : to - from == 9 && from % 10 == 0 ? $"{from}代" : $"{from}～{to}歳";
    }

    private static int AgeAt(DateOnly born, DateOnly day) =>
        day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0);

    private static PartialDate? AgeIn(string? text, DateOnly today)
    {
        if (text is null || text.Length > 40) return null;
        var match = AgeWritten().Match(TypedText.Clean(text).Normalize(NormalizationForm.FormKC).Trim());
        if (!match.Success) return null;
        var age = int.Parse(match.Groups["age"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        if (age > 130) return null;
        return OfAge(age, match.Groups["decade"].Success ? age + 9 : age, today);
    }

    private static bool TryReadSpan(
        JapaneseDate.DateParts parts, [NotNullWhen(true)] out PartialDate? date, [NotNullWhen(false)] out JapaneseDateError? error)
    {
        (date, error) = (null, null);
        if (parts.Year is < 1 or > 9999 || parts.Month is < 1 or > 12)
        {
            error = new(JapaneseDateProblem.NoSuchDay, parts.Era);
            return false;
        }
        date = parts.Month is { } month ? Of(parts.Year, month) : Of(parts.Year);
        error = parts.Era is null ? null
            : date.Earliest > parts.Era.To ? new(JapaneseDateProblem.AfterEra, parts.Era)
            : date.Latest < parts.Era.From ? new(JapaneseDateProblem.BeforeEra, parts.Era)
            : null;
        if (error is not null) date = null;
        return error is null;
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly IsoDate(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(約|およそ|おおよそ)?\s*(?<age>[0-9]{1,3})\s*((?<decade>歳?代)|[歳才])\s*(くらい|ぐらい|位|前後|頃|ごろ)?$", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex AgeWritten();
}
