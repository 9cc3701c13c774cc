using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

public sealed partial class Case
{
    private readonly List<Suspension> suspensions = [];

    /// <summary>次の対応, if one is planned.</summary>
    public NextAction? NextAction { get; private set; }

    /// <summary>The day lists are ordered by: that of the next action, the end of time where none is planned.</summary>
    public DateOnly NextDueOn { get; private set; } = DateOnly.MaxValue;

    /// <summary>課題解決型・つながり続ける支援.</summary>
    public SupportApproach Approach { get; private set; }

    /// <summary>The agreed days between two contacts (伴走); none where only the ward's default holds.</summary>
    public int? AgreedContactDays { get; private set; }

    /// <summary>The date in Tokyo of the last contact with the person; none yet if null.</summary>
    public DateOnly? LastContactOn { get; private set; }

    /// <summary>Every pause, oldest first.</summary>
    public IReadOnlyList<Suspension> Suspensions => [.. suspensions.OrderBy(s => s.Number)];

    /// <summary>How it ended, if it did.</summary>
    public CaseClosing? Closing { get; private set; }

    /// <summary>What the follow-up after closing found, once done.</summary>
    public string? FollowUpResult { get; private set; }

    /// <summary>When the follow-up was done.</summary>
    public DateTimeOffset? FollowUpDoneAt { get; private set; }

    /// <summary>Plans what happens next, replacing the plan before it.</summary>
    /// <param name="next">What, when, who; null when nothing further is planned for now.</param>
    /// <param name="by">By whom.</param>
    public Outcome PlanNext(NextAction? next, Stamp by)
    {
        if (Refuse(by) is { } refused)
            return refused;
        if (next is not null && CaseText.Needed(next.Text, CaseText.Line, nameof(next.Text)) is { } missing)
            return missing;
        if (next is not null && next.Due < JapanTime.DateOf(by.At) && next.Due != NextAction?.Due)
            return Outcome.Refused(RefusalCode.DateInPast, nameof(next.Due));
        SetNext(next is null ? null : next with { Text = CaseText.Stored(next.Text) });
        Record(new NextActionPlanned(Id, next?.Due, next?.Who));
        return Outcome.Done;
    }

    /// <summary>Agrees how the person is supported, and how many days may pass between two contacts.</summary>
    public Outcome Agree(SupportApproach approach, int? contactDays, Stamp by)
    {
        if (Refuse(by) is { } refused)
            return refused;
        if (contactDays is < 1 or > 366)
            return Outcome.Refused(RefusalCode.ContactDaysOutOfRange, nameof(contactDays));
        (Approach, AgreedContactDays) = (approach, contactDays);
        Record(new ContactAgreed(Id, approach, contactDays));
        return Outcome.Done;
    }

    /// <summary>Learns of a contact. Also on a closed case: a late entry or the follow-up is still a contact.</summary>
    internal void NoteContact(DateOnly on) => LastContactOn = LastContactOn is { } last && last > on ? last : on;

    /// <summary>Takes back a contact that never was: the note was retracted, <paramref name="last"/> is the one before it.</summary>
    public void RecallContact(DateOnly? last) => LastContactOn = last;

    /// <summary>
    /// 連絡の空き: the day by which contact is due, or null where none is agreed. Paused cases keep their contact;
    /// closed ones have none.
    /// </summary>
    /// <param name="usualDays">The ward's default for つながり続ける支援.</param>
    public DateOnly? ContactDueOn(int usualDays)
    {
        if (State == CaseState.Closed)
            return null;
        var days = AgreedContactDays ?? (Approach == SupportApproach.StayingConnected ? usualDays : null as int?);
        return days is null ? null : (LastContactOn ?? JapanTime.DateOf(OpenedAt)).AddDays(days.Value);
    }

    /// <summary>Pauses the support with contact kept (入院・収監…), which is not an end (rules §8).</summary>
    /// <param name="pause">Why, how contact is kept, and when it is looked at again.</param>
    /// <param name="reasons">The codes the ward offers.</param>
    /// <param name="by">By whom.</param>
    public Outcome Suspend(SuspensionTerms pause, IReadOnlySet<string> reasons, Stamp by)
    {
        if (Refuse(by) is { } refused)
            return refused;
        if (CaseStates.Next(State, CaseAction.Suspend) is not { } next)
            return Outcome.Refused(RefusalCode.WrongState);
        if (!reasons.Contains(pause.Reason))
            return Outcome.Refused(RefusalCode.UnknownCode, nameof(pause.Reason));
        if (CaseText.Needed(pause.ContactPlan, CaseText.Paragraph, nameof(pause.ContactPlan)) is { } missing)
            return missing;
        if (pause.ReviewOn <= JapanTime.DateOf(by.At))
            return Outcome.Refused(RefusalCode.DateInPast, nameof(pause.ReviewOn));
        State = next;
        suspensions.Add(new(Id, suspensions.Count + 1, pause, by));
        Record(new CaseSuspended(Id, pause.Reason, pause.ReviewOn));
        return Outcome.Done;
    }

    /// <summary>Takes the support up again.</summary>
    /// <param name="reason">What changed.</param>
    /// <param name="by">By whom.</param>
    public Outcome Resume(string reason, Stamp by)
    {
        if (Refuse(by) is { } refused)
            return refused;
        if (CaseStates.Next(State, CaseAction.Resume) is not { } next)
            return Outcome.Refused(RefusalCode.WrongState);
        if (CaseText.Needed(reason, CaseText.Line, nameof(reason)) is { } missing)
            return missing;
        State = next;
        suspensions.MaxBy(s => s.Number)!.End(CaseText.Stored(reason), by);
        Record(new CaseResumed(Id));
        return Outcome.Done;
    }

    /// <summary>Closes the case for good. Refused while any work that would be left hanging is open.</summary>
    /// <param name="closing">With which outcome.</param>
    /// <param name="open">What is still open around the case.</param>
    /// <param name="outcomes">The codes the ward offers.</param>
    /// <param name="by">By whom.</param>
    public Outcome Close(CaseClosing closing, OpenWork open, IReadOnlySet<string> outcomes, Stamp by)
    {
        if (Refuse(by) is { } refused)
            return refused;
        if (CaseStates.Next(State, CaseAction.Close) is not { } next)
            return Outcome.Refused(RefusalCode.WrongState);
        if (Outcome.From([.. open.Refusals, .. closing.Check(outcomes, JapanTime.DateOf(by.At))]) is { IsDone: false } unfit)
            return unfit;
        var at = Later(by.At, LastPeriod.From);
        if (State == CaseState.Suspended)
            suspensions.MaxBy(s => s.Number)!.End(null, by);
        (State, Closing, ClosedAt, ResponsibleUntil) = (next, closing with { Words = CaseText.Stored(closing.Words) }, at, null);
        SetNext(null);
        LastPeriod.End(at);
        EndWorkersAt(at);
        Record(new CaseClosed(Id, closing.Outcome, closing.FollowUpOn));
        return Outcome.Done;
    }

    /// <summary>Records what the follow-up after closing found (フォローアップ). It does not reopen: a new case would.</summary>
    public Outcome FollowUp(string result, Stamp by)
    {
        if (State != CaseState.Closed || FollowUpDoneAt is not null)
            return Outcome.Refused(RefusalCode.WrongState);
        if (by.Organisation != OrganisationId)
            return Outcome.Refused(RefusalCode.NotAllowed);
        if (CaseText.Needed(result, CaseText.Paragraph, nameof(result)) is { } missing)
            return missing;
        (FollowUpResult, FollowUpDoneAt) = (CaseText.Stored(result), by.At);
        Record(new CaseFollowedUp(Id));
        return Outcome.Done;
    }

    private void SetNext(NextAction? next) => (NextAction, NextDueOn) = (next, next?.Due ?? DateOnly.MaxValue);
}

/// <summary>次の対応: what happens next, by when, by whom.</summary>
/// <param name="Text">What.</param>
/// <param name="Due">By when.</param>
/// <param name="Who">By whom; the worker in charge when null.</param>
public sealed record NextAction(string Text, DateOnly Due, Id<Account>? Who = null);

/// <summary>支援の型: the two approaches of 伴走型支援.</summary>
public enum SupportApproach
{
    /// <summary>課題解決を目指す支援.</summary>
    ProblemSolving,
    /// <summary>つながり続けることを目指す支援.</summary>
    StayingConnected,
}

/// <summary>終結: how a case ended.</summary>
/// <param name="Outcome">The ward's code.</param>
/// <param name="Words">What was reached, what the person said.</param>
/// <param name="FollowUpOn">When somebody asks after them, if agreed.</param>
public sealed record CaseClosing(string Outcome, string Words, DateOnly? FollowUpOn = null)
{
    /// <summary>What is missing or unfit, all at once.</summary>
    public IReadOnlyList<Refusal> Check(IReadOnlySet<string> outcomes, DateOnly today)
    {
        List<Refusal> refusals = [];
        if (!outcomes.Contains(Outcome))
            refusals.Add(new(RefusalCode.UnknownCode, nameof(Outcome)));
        if (CaseText.Needed(Words, CaseText.Paragraph, nameof(Words)) is { } unfit)
            refusals.AddRange(unfit.Refusals);
        if (FollowUpOn <= today)
            refusals.Add(new(RefusalCode.DateInPast, nameof(FollowUpOn)));
        return refusals;
    }
}

/// <summary>終結前に残る仕事: what around a case is still open, as the caller found it.</summary>
/// <param name="OpenHandoffs">つなぎ that its organisation sent from it or received, not yet at an end.</param>
/// <param name="HandoverOpen">A 引継ぎ waiting for its answer.</param>
/// <param name="PlanActive">A 支援プラン that is submitted or in force; one that is interrupted waits for nothing the case could give.</param>
/// <param name="OpenTasks">タスク without an answer.</param>
/// <param name="FormerHandoffs">Open つなぎ that an organisation sent which was responsible before a 引継ぎ: only that one can bring them to an end.</param>
/// <param name="PlanDrafted">A version of a 支援プラン that was never submitted: it is dropped or goes on, and not forgotten.</param>
public readonly record struct OpenWork(
    int OpenHandoffs, bool HandoverOpen, bool PlanActive, int OpenTasks, int FormerHandoffs = 0, bool PlanDrafted = false)
{
    /// <summary>Nothing is open.</summary>
    public static OpenWork None => default;

    /// <summary>What two callers found, put together.</summary>
    public static OpenWork operator +(OpenWork a, OpenWork b) => new(
        a.OpenHandoffs + b.OpenHandoffs, a.HandoverOpen || b.HandoverOpen, a.PlanActive || b.PlanActive, a.OpenTasks + b.OpenTasks, a.FormerHandoffs + b.FormerHandoffs,
        a.PlanDrafted || b.PlanDrafted);

    /// <summary>Why the case cannot close yet; every reason at once, so that the worker sees them together.</summary>
    public IReadOnlyList<Refusal> Refusals
    {
        get
        {
            List<Refusal> found = [];
            if (OpenHandoffs > 0)
                found.Add(new(RefusalCode.CaseHasOpenHandoff));
            if (FormerHandoffs > 0)
                found.Add(new(RefusalCode.CaseHasFormerHandoff));
            if (HandoverOpen)
                found.Add(new(RefusalCode.CaseHasOpenHandover));
            if (PlanActive)
                found.Add(new(RefusalCode.CaseHasActivePlan));
            if (PlanDrafted)
                found.Add(new(RefusalCode.CaseHasDraftedPlan));
            if (OpenTasks > 0)
                found.Add(new(RefusalCode.CaseHasOpenTasks));
            return found;
        }
    }
}

/// <summary>The next action of a case was planned, or cleared.</summary>
public sealed record NextActionPlanned(Id<Case> Case, DateOnly? Due, Id<Account>? Who) : DomainEvent;

/// <summary>The approach and the contact interval of a case were agreed.</summary>
public sealed record ContactAgreed(Id<Case> Case, SupportApproach Approach, int? ContactDays) : DomainEvent;

/// <summary>A case was paused.</summary>
public sealed record CaseSuspended(Id<Case> Case, string Reason, DateOnly ReviewOn) : DomainEvent;

/// <summary>A paused case was taken up again.</summary>
public sealed record CaseResumed(Id<Case> Case) : DomainEvent;

/// <summary>A case was closed.</summary>
public sealed record CaseClosed(Id<Case> Case, string Outcome, DateOnly? FollowUpOn) : DomainEvent;

/// <summary>The follow-up of a closed case was done.</summary>
public sealed record CaseFollowedUp(Id<Case> Case) : DomainEvent;
