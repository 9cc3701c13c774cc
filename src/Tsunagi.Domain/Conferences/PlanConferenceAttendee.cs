using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>出席予定者: an agency's representative, the person the plan is for, or somebody they wish beside them.</summary>
/// <param name="Name">Name and post.</param>
/// <param name="AgencyName">The agency; null for the person and their company.</param>
/// <param name="Category">The agency's recipient category; null for the person and their company.</param>
/// <param name="Organisation">The agency's id, where it works in this system.</param>
/// <param name="Account">The representative's account, where they have one.</param>
/// <param name="Person">The plan subject, when it is they who attend.</param>
public sealed record Invitation(
    string Name, string? AgencyName, string? Category, Id<Organisation>? Organisation, Id<Account>? Account,
    Id<Person>? Person)
{
    /// <summary>True for an agency's representative: their agency's category needs consent.</summary>
    public bool IsAgency => AgencyName is not null;

    internal IReadOnlyList<Refusal> Check()
    {
        List<Refusal> refusals = [];
        if (string.IsNullOrWhiteSpace(Name))
            refusals.Add(new(RefusalCode.Required, nameof(Name)));
        if (IsAgency && string.IsNullOrWhiteSpace(Category))
            refusals.Add(new(RefusalCode.Required, nameof(Category)));
        return refusals;
    }
}

/// <summary>合議での意見.</summary>
public enum ConferenceVoice
{
    /// <summary>賛成.</summary>
    Agrees,
    /// <summary>留保つきで賛成: with words, which stay in the minutes.</summary>
    AgreesWithReservation,
    /// <summary>異議: with words; no conclusion until it is settled.</summary>
    Objects,
}

/// <summary>開会: how a conference began.</summary>
/// <param name="At">When; not before the consent was checked.</param>
/// <param name="Attended">The numbers of those who came.</param>
/// <param name="Early">予定日より前に開いた: said by whoever opens it before its day, so that nobody does so by mistake.</param>
public sealed record ConferenceOpening(DateTimeOffset At, IReadOnlyCollection<int> Attended, bool Early = false);

/// <summary>出席者.</summary>
/// <param name="Number">From 1, never used again.</param>
/// <param name="Invitation">Who.</param>
/// <param name="Attended">Whether they came; null until the conference is held.</param>
/// <param name="Voice">What they said to the conclusion; null until asked.</param>
/// <param name="Words">Their reservation or objection.</param>
public sealed record PlanConferenceAttendee(
    int Number, Invitation Invitation, bool? Attended, ConferenceVoice? Voice, string? Words);
