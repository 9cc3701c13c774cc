using Tsunagi.Domain.Consents;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <content>Before the conference: who comes, what is brought, whether the consent holds.</content>
public sealed partial class PlanConference
{
    /// <summary>Changes date or place.</summary>
    public Outcome Reschedule(DateTimeOffset scheduledAt, string place, Stamp by)
    {
        if (Refuses(PlanConferenceAction.Change) is { IsDone: false } refused)
            return refused;
        if (scheduledAt < by.At)
            return Outcome.Refused(RefusalCode.DateInPast, nameof(ScheduledAt));
        (ScheduledAt, Place) = (scheduledAt, place);
        return Changed();
    }

    /// <summary>Invites somebody.</summary>
    public Outcome Invite(Invitation invitation)
    {
        if (Refuses(PlanConferenceAction.Change) is { IsDone: false } refused)
            return refused;
        if (invitation.Check() is { Count: > 0 } refusals)
            return Outcome.Refused(refusals);
        if (invitation.Person is { } person && !SubjectIds.Contains(person))
            return Outcome.Refused(RefusalCode.PlanSubjectUnknown, nameof(Invitation.Person));
        AttendeesNumbered++;
        Attendees = [.. Attendees, new(AttendeesNumbered, invitation, null, null, null)];
        return Changed();
    }

    /// <summary>Takes an invitation back; what that agency was to bring goes with it.</summary>
    public Outcome Uninvite(int number)
    {
        if (Refuses(PlanConferenceAction.Change) is { IsDone: false } refused)
            return refused;
        if (Attendees.All(a => a.Number != number))
            return Outcome.Refused(RefusalCode.NotFound, nameof(number));
        Attendees = [.. Attendees.Where(a => a.Number != number)];
        Items = [.. Items.Where(i => i.Content.BroughtBy != number)];
        return Changed();
    }

    /// <summary>Brings something to the table, beforehand or while the conference is held.</summary>
    /// <param name="content">What is brought.</param>
    /// <param name="consents">The consents of everybody concerned.</param>
    /// <param name="rules">The ward's rules.</param>
    /// <param name="by">Who writes it down.</param>
    public Outcome AddItem(
        ConferenceItemContent content, IReadOnlyCollection<Consent> consents, PlanConferenceRules rules, Stamp by)
    {
        var during = State == PlanConferenceState.Held;
        if (Refuses(during ? PlanConferenceAction.Write : PlanConferenceAction.Change) is { IsDone: false } refused)
            return refused;
        if (ItemRefusals(content, consents, rules, by.At) is { Count: > 0 } refusals)
            return Outcome.Refused(refusals);
        var before = Items;
        Items = [.. Items, new(Items.Count == 0 ? 1 : Items.Max(i => i.Number) + 1, content, by)];
        if (!during)
            return Changed();
        // A class of information nobody consented to for these agencies cannot be put on the open table.
        if (ConsentGaps(consents, rules, by.At) is { Count: > 0 } gaps)
        {
            Items = before;
            return Outcome.Refused([.. gaps.Select(g => g.ToRefusal())]);
        }
        return Wrote("Item");
    }

    /// <summary>Checks the consent of every subject towards every invited agency, one refusal per gap.</summary>
    public Outcome CheckConsent(IReadOnlyCollection<Consent> consents, PlanConferenceRules rules, Stamp by)
    {
        if (Refuses(PlanConferenceAction.CheckConsent) is { IsDone: false } refused)
            return refused;
        if (!Attendees.Any(a => a.Invitation.IsAgency))
            return Outcome.Refused(RefusalCode.ConferenceNobodyInvited, nameof(Attendees));
        if (ConsentGaps(consents, rules, by.At) is { Count: > 0 } gaps)
            return Outcome.Refused([.. gaps.Select(g => g.ToRefusal())]);
        (ConsentCheckedAt, ConsentIds) = (by.At, Used(consents, by.At));
        Move(PlanConferenceAction.CheckConsent);
        Record(new PlanConferenceConsentChecked(Id));
        return Outcome.Done;
    }

    /// <summary>Opens the conference. The consent is asked once more: a withdrawal since the check stops it.</summary>
    /// <param name="opening">When it began, and who came. The consent must hold at that instant.</param>
    /// <param name="planState">The state of the plan version it treats.</param>
    /// <param name="consents">The consents of everybody concerned.</param>
    /// <param name="rules">The ward's rules.</param>
    /// <param name="by">Who opens it.</param>
    public Outcome Hold(
        ConferenceOpening opening, PlanVersionState planState, IReadOnlyCollection<Consent> consents,
        PlanConferenceRules rules, Stamp by)
    {
        if (Refuses(PlanConferenceAction.Hold) is { IsDone: false } refused)
            return refused;
        PlanConferenceAttendee[] came = [.. Attendees.Where(a => opening.Attended.Contains(a.Number))];
        if (OpeningRefusals(opening, came, by) is { Count: > 0 } refusals)
            return Outcome.Refused(refusals);
        if (!rules.CanTreat(Purpose, planState))
            return Outcome.Refused(RefusalCode.ConferencePlanNotReady);
        if (GapsTowards(came, consents, rules, opening.At) is { Count: > 0 } gaps)
            return Outcome.Refused([.. gaps.Select(g => g.ToRefusal())]);
        Attendees = [.. Attendees.Select(a => a with { Attended = opening.Attended.Contains(a.Number) })];
        (HeldAt, ConsentIds) = (opening.At, Used(consents, opening.At));
        Move(PlanConferenceAction.Hold);
        Record(new PlanConferenceHeld(Id, came.Length));
        return Outcome.Done;
    }

    /// <summary>Calls the conference off.</summary>
    public Outcome Cancel(string reason, Stamp by)
    {
        if (Refuses(PlanConferenceAction.Cancel) is { IsDone: false } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.Refused(RefusalCode.Required, nameof(reason));
        (CancelReason, CancelledAt) = (reason, by.At);
        Move(PlanConferenceAction.Cancel);
        Record(new PlanConferenceCancelled(Id));
        return Outcome.Done;
    }

    private List<Refusal> OpeningRefusals(ConferenceOpening opening, IReadOnlyList<PlanConferenceAttendee> came, Stamp by)
    {
        List<Refusal> refusals = [];
        if (!came.Any(a => a.Invitation.IsAgency))
            refusals.Add(new(RefusalCode.ConferenceNobodyInvited, nameof(opening.Attended)));
        if (opening.At > by.At)
            refusals.Add(new(RefusalCode.DateInFuture, nameof(opening.At)));
        // Times are written to the minute.
        else if (opening.At.AddMinutes(1) <= ConsentCheckedAt)
            refusals.Add(new(RefusalCode.ConferenceHeldBeforeCheck, nameof(opening.At)));
        if (!opening.Early && JapanTime.DateOf(opening.At) < JapanTime.DateOf(ScheduledAt))
            refusals.Add(new(RefusalCode.ConferenceBeforeItsDay, nameof(opening.Early)));
        return refusals;
    }

    private List<Refusal> ItemRefusals(
        ConferenceItemContent item, IReadOnlyCollection<Consent> consents, PlanConferenceRules rules, DateTimeOffset at)
    {
        List<Refusal> refusals = [];
        if (string.IsNullOrWhiteSpace(item.Title))
            refusals.Add(new(RefusalCode.Required, nameof(item.Title)));
        if (string.IsNullOrWhiteSpace(item.FieldClass))
            refusals.Add(new(RefusalCode.Required, nameof(item.FieldClass)));
        if (item.Origin == ConferenceItemOrigin.ToldBySubject)
        {
            if (item.ToldBy is not { } teller || !SubjectIds.Contains(teller))
                refusals.Add(new(RefusalCode.PlanSubjectUnknown, nameof(item.ToldBy)));
            return refusals;
        }
        if (!Attendees.Any(a => a.Number == item.BroughtBy && a.Invitation.IsAgency))
            refusals.Add(new(RefusalCode.Required, nameof(item.BroughtBy)));
        if (item.About is { } about && !SubjectIds.Contains(about) && !HasOwnConsent(about, item, consents, rules, at))
            refusals.Add(new(RefusalCode.ConferenceMemberWithoutConsent, nameof(item.About)));
        return refusals;
    }

    private bool HasOwnConsent(
        Id<Person> member, ConferenceItemContent item, IReadOnlyCollection<Consent> consents, PlanConferenceRules rules,
        DateTimeOffset at)
    {
        var categories = Attendees.Where(a => a.Invitation.IsAgency && (a.Attended ?? true)).Select(a => a.Invitation.Category!);
        return ConsentCoverage.Gaps(
            new(rules.ConsentPurpose, [item.FieldClass]), [member], categories, consents, at).Count == 0;
    }

    private List<Id<Consent>> Used(IReadOnlyCollection<Consent> consents, DateTimeOffset at) =>
        [.. consents.Where(c => SubjectIds.Contains(c.SubjectId) && c.IsActiveAt(at)).Select(c => c.Id)];

    // Whatever changes who sits at the table or what lies on it, the consent has to be checked anew.
    private Outcome Changed()
    {
        ConsentCheckedAt = null;
        Move(PlanConferenceAction.Change);
        Record(new PlanConferenceChanged(Id));
        return Outcome.Done;
    }
}
