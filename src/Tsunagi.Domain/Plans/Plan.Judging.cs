using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Plans;

/// <content>What conferences conclude and the ward decides. Each source is used once, on the very text it was about.</content>
public sealed partial class Plan
{
    /// <summary>適切: enters the conference's conclusion as a passed gate, in the ward's order.</summary>
    public Outcome JudgeAppropriate(int number, PlanConference conference, Stamp by)
    {
        if (Concluded(number, PlanVersionAction.JudgeAppropriate, conference, PlanConferenceDecision.Appropriate, out var version) is { } refused)
            return refused;
        if (version.NextGate != PlanGate.Conference)
            return Outcome.Refused(RefusalCode.PlanDecisionOrder);
        Enter(version, conference, PlanGate.Conference, by);
        Move(version, PlanVersionAction.JudgeAppropriate, null, by);
        DecideWhenThrough(version, by);
        return Outcome.Done;
    }

    /// <summary>見直し: the conference sends the version back into draft; it is signed, submitted and judged anew.</summary>
    public Outcome Revise(int number, PlanConference conference, Stamp by)
    {
        if (Concluded(number, PlanVersionAction.SendBack, conference, PlanConferenceDecision.Revise, out var version) is { } refused)
            return refused;
        Enter(version, conference, null, by);
        version.VoidSignatures();
        Move(version, PlanVersionAction.SendBack, null, by);
        return Outcome.Done;
    }

    /// <summary>包括的相談支援で対応: the conference finds no plan is needed; the desk stays main.</summary>
    public Outcome ReturnToDesk(int number, PlanConference conference, Stamp by)
    {
        if (Concluded(number, PlanVersionAction.Drop, conference, PlanConferenceDecision.ReturnToDesk, out var version) is { } refused)
            return refused;
        Enter(version, conference, null, by);
        Move(version, PlanVersionAction.Drop, null, by);
        return Outcome.Done;
    }

    /// <summary>継続: the present plan goes on; a re-plan that was reviewed is dropped.</summary>
    public Outcome Continue(int number, PlanConference conference, Stamp by)
    {
        var action = Numbered(number)?.State.IsInPreparation() == true ? PlanVersionAction.Drop : PlanVersionAction.Continue;
        if (Concluded(number, action, conference, PlanConferenceDecision.Continue, out var version) is { } refused)
            return refused;
        Enter(version, conference, null, by);
        Move(version, action, null, by);
        return Outcome.Done;
    }

    /// <summary>受理・プラン決定: enters a ward decision in force as a passed gate, in the ward's order.</summary>
    public Outcome EnterDecision(int number, Decision decision, Stamp by)
    {
        if (Numbered(number) is not { } version)
            return Outcome.Refused(RefusalCode.NotFound, nameof(number));
        if (GateOf(decision.Kind) is not { } gate || !IsAbout(decision, version, decision.Kind))
            return Outcome.Refused(RefusalCode.PlanDecisionNotAboutThis);
        if (version.State is not (PlanVersionState.Submitted or PlanVersionState.Appropriate))
            return Outcome.Refused(RefusalCode.WrongState);
        if (version.NextGate != gate)
            return Outcome.Refused(RefusalCode.PlanDecisionOrder);
        Enter(version, decision, gate, by);
        DecideWhenThrough(version, by);
        return Outcome.Done;
    }

    /// <summary>終結: only on the conclusion of a 終結の検討, after an evaluation, and by the supervisors where the ward wants it.</summary>
    public Outcome Terminate(int number, PlanConference conference, Decision? decision, PlanRules rules, Stamp by)
    {
        if (Concluded(number, PlanVersionAction.Terminate, conference, PlanConferenceDecision.Terminate, out var version) is { } refused)
            return refused;
        if (version.Evaluations.Count == 0)
            return Outcome.Refused(RefusalCode.PlanNotEvaluated);
        if (InPreparation is not null)
            return Outcome.Refused(RefusalCode.PlanSuccessorOpen);
        if (Undecided(version, decision, DecisionKind.PlanTermination, rules.TerminationNeedsDecision) is { } undecided)
            return undecided;
        Enter(version, conference, null, by);
        if (decision is not null)
            Enter(version, decision, null, by);
        Move(version, PlanVersionAction.Terminate, null, by);
        return Outcome.Done;
    }

    /// <summary>
    /// 中断: only on the conclusion of a 中断の検討, and by the supervisors where the ward wants it; the day of the next try is
    /// set, so that nobody is forgotten.
    /// </summary>
    public Outcome Interrupt(int number, PlanConference conference, DateOnly lookAgainOn, Decision? decision, PlanRules rules, Stamp by)
    {
        if (Concluded(number, PlanVersionAction.Interrupt, conference, PlanConferenceDecision.Interrupt, out var version) is { } refused)
            return refused;
        if (lookAgainOn < JapanTime.DateOf(by.At))
            return Outcome.Refused(RefusalCode.DateInPast, nameof(lookAgainOn));
        if (Undecided(version, decision, DecisionKind.PlanInterruption, rules.InterruptionNeedsDecision) is { } undecided)
            return undecided;
        Enter(version, conference, null, by);
        if (decision is not null)
            Enter(version, decision, null, by);
        Move(version, PlanVersionAction.Interrupt, null, by);
        version.LookAgainOn(lookAgainOn);
        return Outcome.Done;
    }

    /// <summary>再開: the way back from an interruption, with consent.</summary>
    public Outcome Resume(
        int number, string reason, DateOnly nextMonitoringOn, IReadOnlyCollection<Consent> consents, PlanRules rules, Stamp by)
    {
        if (Refuses(number, PlanVersionAction.Resume, out var version) is { } refused)
            return refused;
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.Refused(RefusalCode.Required, nameof(reason));
        if (nextMonitoringOn < JapanTime.DateOf(by.At))
            return Outcome.Refused(RefusalCode.DateInPast, nameof(nextMonitoringOn));
        if (Uncovered(version, consents, rules, by) is { } gaps)
            return gaps;
        Move(version, PlanVersionAction.Resume, reason, by);
        version.LookAgainOn(nextMonitoringOn);
        return Outcome.Done;
    }

    /// <summary>Whether a decision on this very text would still do something; what is put up and no longer awaited lapses.</summary>
    public bool Awaits(DecisionSubject subject) =>
        Numbered(subject.Part) is { } version && version.Round == subject.Round && subject.Kind switch
        {
            DecisionKind.PlanAcceptance or DecisionKind.PlanDecision => version.NextGate == GateOf(subject.Kind),
            DecisionKind.PlanTermination => version.Allows(PlanVersionAction.Terminate),
            DecisionKind.PlanInterruption => version.Allows(PlanVersionAction.Interrupt),
            DecisionKind.HandoffReturn or DecisionKind.Disclosure or DecisionKind.AbuseResponse => false,
        };

    private static PlanGate? GateOf(DecisionKind kind) => kind switch
    {
        DecisionKind.PlanAcceptance => PlanGate.Acceptance,
        DecisionKind.PlanDecision => PlanGate.PlanDecision,
        DecisionKind.PlanTermination or DecisionKind.PlanInterruption or DecisionKind.HandoffReturn or DecisionKind.Disclosure
            or DecisionKind.AbuseResponse => null,
    };

    private Outcome? Undecided(PlanVersion version, Decision? decision, DecisionKind kind, bool isNeeded) => decision switch
    {
        null => isNeeded ? Outcome.Refused(RefusalCode.PlanDecisionNotMade) : null,
        _ => IsAbout(decision, version, kind) ? null : Outcome.Refused(RefusalCode.PlanDecisionNotAboutThis),
    };

    private bool IsAbout(Decision decision, PlanVersion version, DecisionKind kind) =>
        decision.IsInForce && decision.Subject == new DecisionSubject(kind, Id.Value, version.Number, version.Round)
        && !version.HasUsed(decision);

    private Outcome? Concluded(
        int number, PlanVersionAction action, PlanConference conference, PlanConferenceDecision conclusion, out PlanVersion version)
    {
        if (Refuses(number, action, out version) is { } refused)
            return refused;
        return conference.Concludes(Id, number, conclusion) && !version.HasUsed(conference)
            ? null
            : Outcome.Refused(RefusalCode.PlanNotConcluded);
    }

    private void Enter(PlanVersion version, PlanConference conference, PlanGate? gate, Stamp by)
    {
        version.Add(new PlanJudgement(version.Round, gate, conference.Id, conference.Decision, null, by));
        Record(new PlanJudged(Id, version.Number, conference.Id, conference.Decision!.Value));
    }

    private void Enter(PlanVersion version, Decision decision, PlanGate? gate, Stamp by)
    {
        version.Add(new PlanJudgement(version.Round, gate, null, null, decision.Id, by));
        Record(new PlanWardDecided(Id, version.Number, decision.Id, decision.Kind));
    }

    // A ward may decide before the conference or after it: the version is decided once every gate is passed.
    private void DecideWhenThrough(PlanVersion version, Stamp by)
    {
        if (version.State == PlanVersionState.Appropriate && version.NextGate is null)
            Move(version, PlanVersionAction.Decide, null, by);
    }
}
