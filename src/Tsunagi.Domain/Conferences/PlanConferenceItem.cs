using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>情報の出どころ.</summary>
public enum ConferenceItemOrigin
{
    /// <summary>機関の記録から.</summary>
    AgencyRecord,
    /// <summary>本人の話から（自分の生活の一部として）.</summary>
    ToldBySubject,
}

/// <summary>議題・情報の内容: one piece brought to the table, always about somebody or about the plan as a whole.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Text">What is said.</param>
/// <param name="FieldClass">Its field class code.</param>
/// <param name="About">Whom it concerns; null when the plan as a whole.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="BroughtBy">The number of the attendee whose agency brings it; null when a plan subject tells it.</param>
/// <param name="ToldBy">The plan subject who tells it.</param>
public sealed record ConferenceItemContent(
    string Title, string Text, string FieldClass, Id<Person>? About, ConferenceItemOrigin Origin, int? BroughtBy,
    Id<Person>? ToldBy);

/// <summary>議題・情報.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Content">What it says.</param>
/// <param name="By">Who wrote it down.</param>
public sealed record PlanConferenceItem(int Number, ConferenceItemContent Content, Stamp By);

/// <summary>会議の記録の一節: what was said on one required content; the latest entry of a content counts, all stay.</summary>
public sealed record ConferenceEntry(ConferenceContent Content, string Text, Stamp By);

/// <summary>決定事項: who does what until when.</summary>
public sealed record ConferenceTask(int Number, string Who, string What, DateOnly? Until, Stamp By);

/// <summary>資源の不足: a need nothing fits, told without anybody being recognisable.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">Code of the kind of need.</param>
/// <param name="Text">Anonymised text.</param>
/// <param name="By">Who noted it.</param>
public sealed record ConferenceGap(int Number, string Kind, string Text, Stamp By);

/// <summary>会議録の訂正: appended, never overwriting.</summary>
public sealed record PlanConferenceCorrection(int Number, string Text, string Reason, Stamp By);
