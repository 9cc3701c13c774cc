using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Plans;

/// <content>The plan at work: monitoring, evaluation, follow-up.</content>
public sealed partial class Plan
{
    /// <summary>Records a monitoring; "re-plan" begins the next version, "evaluate" the evaluation, in the same act.</summary>
    public Outcome Monitor(int number, MonitoringContent content, Stamp by)
    {
        if (Refuses(number, PlanVersionAction.Monitor, out var version) is { } refused)
            return refused;
        if (MonitoringRefusals(content, version, JapanTime.DateOf(by.At)) is { Count: > 0 } refusals)
            return Outcome.Refused(refusals);
        var monitoring = new Monitoring(version.Monitorings.Count + 1, content, by);
        version.Add(monitoring);
        version.Move(PlanVersionAction.Monitor, null, by);
        Record(new PlanMonitored(Id, number, monitoring.Number, content.Outcome, content.NextOn));
        if (content.Outcome == MonitoringOutcome.Evaluate)
            Move(version, PlanVersionAction.StartEvaluation, null, by);
        else if (content.Outcome == MonitoringOutcome.RePlan && InPreparation is null)
            Begin(version.Content.ForNext(), by);
        return Outcome.Done;
    }

    /// <summary>Begins the evaluation of a version in force or interrupted.</summary>
    public Outcome StartEvaluation(int number, string reason, Stamp by) =>
        WithReason(number, PlanVersionAction.StartEvaluation, reason, by);

    /// <summary>Records an evaluation: achievement per goal, reasons, the supporters' situation.</summary>
    public Outcome Evaluate(int number, EvaluationContent content, Stamp by)
    {
        if (Refuses(number, PlanVersionAction.Evaluate, out var version) is { } refused)
            return refused;
        List<Refusal> refusals = [.. version.Content.Goals
            .Where(g => !content.Achievements.Any(a => a.Number == g.Number && !string.IsNullOrWhiteSpace(a.Result)))
            .Select(g => new Refusal(RefusalCode.Required, $"{nameof(EvaluationContent.Achievements)}/{g.Number}"))];
        if (content.Reasons.Count == 0)
            refusals.Add(new(RefusalCode.Required, nameof(EvaluationContent.Reasons)));
        if (content.On > JapanTime.DateOf(by.At))
            refusals.Add(new(RefusalCode.DateInFuture, nameof(EvaluationContent.On)));
        if (refusals.Count > 0)
            return Outcome.Refused(refusals);
        var evaluation = new Evaluation(version.Evaluations.Count + 1, content, by);
        version.Add(evaluation);
        version.Move(PlanVersionAction.Evaluate, null, by);
        Record(new PlanEvaluated(Id, number, evaluation.Number));
        return Outcome.Done;
    }

    /// <summary>Plans a look-in after the end.</summary>
    public Outcome PlanFollowUp(int number, DateOnly dueOn, string method, Stamp by)
    {
        if (Refuses(number, PlanVersionAction.StartFollowUp, out var version) is { } refused)
            return refused;
        if (dueOn < JapanTime.DateOf(by.At))
            return Outcome.Refused(RefusalCode.DateInPast, nameof(dueOn));
        if (string.IsNullOrWhiteSpace(method))
            return Outcome.Refused(RefusalCode.Required, nameof(method));
        var next = version.FollowUps.Count + 1;
        version.Set([.. version.FollowUps, new(next, dueOn, method, null, null, by, null)]);
        Move(version, PlanVersionAction.StartFollowUp, null, by);
        Record(new PlanFollowUpPlanned(Id, number, next, dueOn));
        return Outcome.Done;
    }

    /// <summary>Records that a look-in was done.</summary>
    public Outcome DoFollowUp(int number, int followUp, DateOnly doneOn, string words, Stamp by)
    {
        if (Numbered(number) is not { State: PlanVersionState.FollowUp } version)
            return Outcome.Refused(RefusalCode.WrongState);
        if (!version.FollowUps.Any(f => f.Number == followUp && f.DoneOn is null))
            return Outcome.Refused(RefusalCode.NotFound, nameof(followUp));
        if (doneOn > JapanTime.DateOf(by.At))
            return Outcome.Refused(RefusalCode.DateInFuture, nameof(doneOn));
        if (string.IsNullOrWhiteSpace(words))
            return Outcome.Refused(RefusalCode.Required, nameof(words));
        version.Set([.. version.FollowUps.Select(f => f.Number == followUp ? f with { DoneOn = doneOn, Words = words, DoneBy = by } : f)]);
        Record(new PlanFollowUpDone(Id, number, followUp, doneOn));
        return Outcome.Done;
    }

    /// <summary>Closes an ended version, once every planned look-in is done.</summary>
    public Outcome Close(int number, string reason, Stamp by) =>
        Numbered(number)?.NextFollowUpOn is not null
            ? Outcome.Refused(RefusalCode.PlanFollowUpOpen)
            : WithReason(number, PlanVersionAction.Close, reason, by);

    private static List<Refusal> MonitoringRefusals(MonitoringContent content, PlanVersion version, DateOnly today)
    {
        List<Refusal> refusals = [];
        if (content.On > today)
            refusals.Add(new(RefusalCode.DateInFuture, nameof(MonitoringContent.On)));
        if (content.Goals.Any(r => version.Content.Goals.All(g => g.Number != r.Number)))
            refusals.Add(new(RefusalCode.NotFound, nameof(MonitoringContent.Goals)));
        if (content.Actions.Any(r => version.Content.Actions.All(a => a.Number != r.Number)))
            refusals.Add(new(RefusalCode.NotFound, nameof(MonitoringContent.Actions)));
        if (content.Outcome != MonitoringOutcome.Evaluate && content.NextOn is null)
            refusals.Add(new(RefusalCode.Required, nameof(MonitoringContent.NextOn)));
        if (content.NextOn <= content.On)
            refusals.Add(new(RefusalCode.DateInPast, nameof(MonitoringContent.NextOn)));
        return refusals;
    }
}
