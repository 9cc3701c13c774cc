using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

/// <summary>自由記述の長さ: how long the free texts of a case may be.</summary>
public static class CaseText
{
    /// <summary>A line: a title, a reason, a next step.</summary>
    public const int Line = 400;

    /// <summary>A paragraph of narrative.</summary>
    public const int Paragraph = 20_000;

    /// <summary>The refusal of a missing or over-long text; null when it will do.</summary>
    internal static Outcome? Needed(string? text, int longest, string field) =>
        string.IsNullOrWhiteSpace(text) ? Outcome.Refused(RefusalCode.Required, field) : Fits(text, longest, field);

    /// <summary>The refusal of an over-long text, or of one that holds an Individual Number; null when it will do or is absent.</summary>
    internal static Outcome? Fits(string? text, int longest, string field) =>
        text?.Trim().Length > longest ? Outcome.Refused(RefusalCode.TooLong, field)
        : IndividualNumber.Appears(text) ? Outcome.Refused(RefusalCode.IndividualNumber, field)
        : null;

    /// <summary>The text as it is stored: without blank ends and characters no field means.</summary>
    internal static string Stored(string text) => TypedText.Field(text) ?? "";

    /// <summary>The same; null when nothing is left.</summary>
    internal static string? OrNull(string? text) => TypedText.Field(text);
}
