using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Hosting.Requests;

/// <summary>
/// Reads what was typed into fields, and gathers what could not be read with the field it stands in. Pages and API read by the
/// same means, so a date may be 和暦 in both.
/// </summary>
public sealed partial class TypedInput
{
    private const int TextMax = 2000;

    /// <summary>The longest text in which a time is looked for. Somebody who types more has not typed a time.</summary>
    private const int TimeMax = 60;

    private readonly List<Refusal> refusals = [];

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<Refusal> Refusals => refusals;

    /// <summary>Done when nothing was wrong.</summary>
    public Outcome Outcome => Outcome.From(refusals);

    /// <summary>Adds a refusal found elsewhere.</summary>
    public void Refuse(RefusalCode code, string field) => refusals.Add(new(code, field));

    /// <summary>Adds what the rules refuse, except beside a field where something is wrong already.</summary>
    public void Add(IEnumerable<Refusal> found) => refusals.AddRange(found.Where(f => f.Field is null || !refusals.Exists(r => IsBeside(r.Field, f.Field))).ToList());

    // A row of a list stands for the list.
    private static bool IsBeside(string? refused, string field) => refused == field || refused?.StartsWith(field + "[", StringComparison.Ordinal) == true;

    /// <summary>A day; null when nothing was typed or it could not be read.</summary>
    public DateOnly? Date(string field, string? text, bool required = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required) Refuse(RefusalCode.Required, field);
            return null;
        }
        if (JapaneseDate.TryParse(text, out var date, out var error)) return date;
        Refuse(CodeOf(error), field);
        return null;
    }

    /// <summary>A day as far as known, or an age.</summary>
    public PartialDate? PartialDate(string field, string? text, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (Domain.People.PartialDate.TryRead(text, today, out var date, out var error)) return date;
        Refuse(CodeOf(error), field);
        return null;
    }

    /// <summary>A time of day: 14:02, 1402, 14時2分, 午後2時.</summary>
    public TimeOnly? Time(string field, string? text, bool required = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required) Refuse(RefusalCode.Required, field);
            return null;
        }
        if (Short(text) is { } plain && TimeWritten().Match(plain) is { Success: true } match)
        {
            var hour = int.Parse(match.Groups["hour"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            var minute = match.Groups["minute"] is { Success: true } m ? int.Parse(m.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
                : match.Groups["half"].Success ? 30 : 0;
            if (match.Groups["pm"].Success && hour < 12) hour += 12;
            if (hour < 24 && minute < 60) return new(hour, minute);
        }
        Refuse(RefusalCode.TimeUnreadable, field);
        return null;
    }

    /// <summary>A day and a time of day in one field: R8.11.21 14:30, or as a browser's own field sends it.</summary>
    public DateTime? Moment(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (Short(text) is not { } plain || MomentWritten().Match(plain) is not { Success: true } parts)
        {
            Refuse(RefusalCode.TimeUnreadable, field);
            return null;
        }
        return Date(field, parts.Groups["day"].Value) is { } day && Time(field, parts.Groups["time"].Value) is { } time ? day.ToDateTime(time) : null;
    }

    /// <summary>An instant as addresses carry it, in universal time whatever its offset.</summary>
    public DateTimeOffset? Instant(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)) return instant;
        Refuse(RefusalCode.TimeUnreadable, field);
        return null;
    }

    /// <summary>A day and a time of day; now when neither was typed, noon when only another day was.</summary>
    public DateTimeOffset Instant(string dayField, string? day, string timeField, string? time, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(day) && string.IsNullOrWhiteSpace(time)) return now;
        var today = JapanTime.DateOf(now);
        var on = Date(dayField, day) ?? today;
        return Time(timeField, time) is { } at ? JapanTime.At(on, at) : on == today ? now : JapanTime.At(on, new(12, 0));
    }

    /// <summary>A day and a time of day, both needed.</summary>
    public DateTimeOffset Appointment(string dayField, string? day, string timeField, string? time)
    {
        var (on, at) = (Date(dayField, day, required: true), Time(timeField, time, required: true));
        return on is { } known && at is { } hour ? JapanTime.At(known, hour) : default;
    }

    /// <summary>A text without an Individual Number (R-10); trimmed, null when empty.</summary>
    public string? Text(string field, string? text, int max = TextMax)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length > max) Refuse(RefusalCode.TooLong, field);
        if (IndividualNumber.Appears(text)) Refuse(RefusalCode.IndividualNumber, field);
        return text.Trim();
    }

    /// <summary>A text that must not be empty.</summary>
    public string Needed(string field, string? text, int max = TextMax)
    {
        if (string.IsNullOrWhiteSpace(text)) Refuse(RefusalCode.Required, field);
        return Text(field, text, max) ?? "";
    }

    /// <summary>A whole number.</summary>
    public int? Number(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (int.TryParse(Plain(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        Refuse(RefusalCode.NumberUnreadable, field);
        return null;
    }

    /// <summary>A telephone number.</summary>
    public PhoneNumber? Phone(string field, string? text, string? areaCode)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (PhoneNumber.TryParse(text, areaCode, out var number)) return number;
        Refuse(RefusalCode.PhoneUnreadable, field);
        return null;
    }

    /// <summary>One of an enumeration's names; null when nothing was chosen.</summary>
    public T? Choice<T>(string field, string? text) where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0])) return value;
        Refuse(RefusalCode.UnknownCode, field);
        return null;
    }

    private static RefusalCode CodeOf(JapaneseDateError error) => error.Problem switch
    {
        JapaneseDateProblem.Empty => RefusalCode.Required,
        JapaneseDateProblem.Unreadable => RefusalCode.DateUnreadable,
        JapaneseDateProblem.EraMissing => RefusalCode.EraMissing,
        JapaneseDateProblem.BeforeEra or JapaneseDateProblem.AfterEra => RefusalCode.OutsideEra,
        JapaneseDateProblem.NoSuchDay => RefusalCode.NoSuchDay,
    };

    /// <summary>Text that may be a time; null when it is too long for one, before and after the composing of characters that may stand for several.</summary>
    private static string? Short(string text) => text.Length <= TimeMax && Plain(text) is { Length: <= TimeMax } plain ? plain : null;

    private static string Plain(string text) => TypedText.Clean(text).Normalize(NormalizationForm.FormKC).Trim();

    [GeneratedRegex(@"^(午前|(?<pm>午後))?\s*(?<hour>\d{1,2})(\s*[:時]\s*((?<minute>\d{1,2})分?|(?<half>半))?|(?<minute>\d{2}))$", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex TimeWritten();

    [GeneratedRegex(@"^(?<day>.+?)(T|\s+|(?=午[前後]))(?<time>(午[前後])?\s*\d{1,2}\s*[:時]\s*(\d{1,2}分?|半)?|\d{3,4})(:\d{2}(\.\d+)?)?$", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex MomentWritten();
}
