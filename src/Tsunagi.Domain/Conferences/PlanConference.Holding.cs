using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <content>During and after the conference: the record, the agreement, the conclusion, the minutes.</content>
public sealed partial class PlanConference
{
    /// <summary>Writes what was said on one content. An earlier entry stays; the latest counts.</summary>
    public Outcome Write(ConferenceContent content, string text, Stamp by)
    {
        if (Refuses(PlanConferenceAction.Write) is { IsDone: false } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(text))
            return Outcome.Refused(RefusalCode.Required, nameof(text));
        Entries = [.. Entries, new(content, text, by)];
        return Wrote(content.ToString());
    }

    /// <summary>Writes down who does what until when.</summary>
    public Outcome AddTask(string who, string what, DateOnly? until, Stamp by)
    {
        if (Refuses(PlanConferenceAction.Write) is { IsDone: false } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(who))
            return Outcome.Refused(RefusalCode.Required, nameof(who));
        if (string.IsNullOrWhiteSpace(what))
            return Outcome.Refused(RefusalCode.Required, nameof(what));
        Tasks = [.. Tasks, new(Tasks.Count + 1, who, what, until, by)];
        return Wrote("Task");
    }

    /// <summary>Notes a need nothing fits, anonymised; it becomes work for the district.</summary>
    public Outcome NoteGap(string kind, string text, Stamp by)
    {
        if (Refuses(PlanConferenceAction.Write) is { IsDone: false } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(kind))
            return Outcome.Refused(RefusalCode.Required, nameof(kind));
        if (string.IsNullOrWhiteSpace(text))
            return Outcome.Refused(RefusalCode.Required, nameof(text));
        Gaps = [.. Gaps, new(Gaps.Count + 1, kind, text, by)];
        Record(new PlanConferenceGapNoted(Id, Gaps.Count, kind));
        return Outcome.Done;
    }

    /// <summary>合議: takes one attendee's voice; a reservation or objection needs words. Changeable until the conclusion.</summary>
    public Outcome Speak(int number, ConferenceVoice voice, string? words)
    {
        if (State != PlanConferenceState.Held)
            return Outcome.Refused(RefusalCode.WrongState);
        if (!Attendees.Any(a => a.Number == number && a.Attended == true))
            return Outcome.Refused(RefusalCode.NotFound, nameof(number));
        if (voice != ConferenceVoice.Agrees && string.IsNullOrWhiteSpace(words))
            return Outcome.Refused(RefusalCode.Required, nameof(words));
        Attendees = [.. Attendees.Select(a => a.Number == number ? a with { Voice = voice, Words = words } : a)];
        return Wrote("Voice");
    }

    /// <summary>Comes to the conclusion: every required content treated, everybody who came asked, no objection left.</summary>
    public Outcome Decide(PlanConferenceDecision decision, DateOnly? nextOn, Stamp by)
    {
        if (Refuses(PlanConferenceAction.Decide) is { IsDone: false } refused)
            return refused;
        if (DecideRefusals(decision) is { Count: > 0 } refusals)
            return Outcome.Refused(refusals);
        (Decision, DecidedAt, NextOn) = (decision, by.At, nextOn);
        Move(PlanConferenceAction.Decide);
        Record(new PlanConferenceConcluded(Id, PlanId, PlanVersion, decision));
        return Outcome.Done;
    }

    /// <summary>Fixes the minutes; from now on only corrections are appended.</summary>
    public Outcome FixMinutes(string minutes, Stamp by)
    {
        if (Refuses(PlanConferenceAction.FixMinutes) is { IsDone: false } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(minutes))
            return Outcome.Refused(RefusalCode.Required, nameof(minutes));
        (Minutes, MinutesFixedAt) = (minutes, by.At);
        Move(PlanConferenceAction.FixMinutes);
        Record(new PlanConferenceMinutesFixed(Id));
        return Outcome.Done;
    }

    /// <summary>Appends a correction to fixed minutes.</summary>
    public Outcome Correct(string text, string reason, Stamp by)
    {
        if (Refuses(PlanConferenceAction.Correct) is { IsDone: false } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(text))
            return Outcome.Refused(RefusalCode.Required, nameof(text));
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.Refused(RefusalCode.Required, nameof(reason));
        Corrections = [.. Corrections, new(Corrections.Count + 1, text, reason, by)];
        Record(new PlanConferenceMinutesCorrected(Id, Corrections.Count));
        return Outcome.Done;
    }

    private List<Refusal> DecideRefusals(PlanConferenceDecision decision)
    {
        List<Refusal> refusals = [];
        if (!Purpose.Decisions().Contains(decision))
            refusals.Add(new(RefusalCode.ConferenceDecisionNotForPurpose, nameof(Decision)));
        refusals.AddRange(MissingContents().Select(c => new Refusal(RefusalCode.ConferenceContentMissing, c.ToString())));
        foreach (var attendee in Attendees.Where(a => a.Attended == true))
        {
            var field = $"{nameof(Attendees)}/{attendee.Number}";
            if (attendee.Voice is null)
                refusals.Add(new(RefusalCode.ConferenceVoiceMissing, field));
            else if (attendee.Voice == ConferenceVoice.Objects)
                refusals.Add(new(RefusalCode.ConferenceObjectionOpen, field));
        }
        return refusals;
    }

    private Outcome Wrote(string part)
    {
        Record(new PlanConferenceWritten(Id, part));
        return Outcome.Done;
    }
}
