using System.Globalization;
using System.Text;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Hosting.Requests;

/// <summary>Reads dates and texts as they were typed, on pages and through the API alike, and gathers what was wrong with the field.</summary>
public sealed class Typed
{
    private readonly List<Refusal> refusals = [];

    /// <summary>What could not be read; done when nothing was wrong.</summary>
    public Outcome Outcome => Outcome.From(refusals);

    /// <summary>A day, 和暦 or ISO; the nil day when it could not be read.</summary>
    public DateOnly Day(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) refusals.Add(new(RefusalCode.Required, field));
        return DayIfAny(text, field) ?? default;
    }

    /// <summary>A day, or nothing.</summary>
    public DateOnly? DayIfAny(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (JapaneseDate.TryParse(text, out var day, out _)) return day;
        refusals.Add(new(RefusalCode.DateUnreadable, field));
        return null;
    }

    /// <summary>A day and a time of day (14:02); now when neither was typed.</summary>
    public DateTimeOffset Instant(string? day, string? time, string field, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(day) && string.IsNullOrWhiteSpace(time)) return now;
        var on = DayIfAny(day, field) ?? JapanTime.DateOf(now);
        if (string.IsNullOrWhiteSpace(time)) return on == JapanTime.DateOf(now) ? now : JapanTime.At(on, new(12, 0));
        if (TimeOnly.TryParse(time.Normalize(NormalizationForm.FormKC), CultureInfo.InvariantCulture, out var at)) return JapanTime.At(on, at);
        refusals.Add(new(RefusalCode.TimeUnreadable, field));
        return now;
    }

    /// <summary>A text without an Individual Number; trimmed, null when empty.</summary>
    public string? Text(string? text, string field, int max = 2000)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length > max) refusals.Add(new(RefusalCode.TooLong, field));
        if (IndividualNumber.Appears(text)) refusals.Add(new(RefusalCode.IndividualNumber, field));
        return text.Trim();
    }

    /// <summary>A text that must not be empty.</summary>
    public string Needed(string? text, string field, int max = 2000)
    {
        if (string.IsNullOrWhiteSpace(text)) refusals.Add(new(RefusalCode.Required, field));
        return Text(text, field, max) ?? "";
    }
}
