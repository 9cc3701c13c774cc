using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Plans;

/// <summary>How one goal or action stands.</summary>
public sealed record ResultInput
{
    public int Number { get; init; }
    public string? Result { get; init; }
    public string? Words { get; init; }
}

/// <summary>What a monitoring found.</summary>
public sealed record MonitorInput
{
    public string? On { get; init; }
    public List<ResultInput> Goals { get; init; } = [];
    public List<ResultInput> Actions { get; init; } = [];
    public List<string> Changes { get; init; } = [];
    public string? Words { get; init; }
    public MonitoringOutcome Outcome { get; init; }
    public string? NextOn { get; init; }
}

/// <summary>What was achieved.</summary>
public sealed record EvaluateInput
{
    public string? On { get; init; }
    public List<ResultInput> Goals { get; init; } = [];
    public List<string> Reasons { get; init; } = [];
    public string? Supporters { get; init; }
    public string? Words { get; init; }
}

/// <summary>プランを見守る: monitoring, evaluation, follow-up. The main agency of the version may, as well as the case's organisation.</summary>
public sealed class FollowPlan(AppDb db, Work work, PlanWard ward, PlanSight sight)
{
    private readonly PlanChanges changes = new(db, work);

    public Task<Outcome> MonitorAsync(Id<Plan> id, int version, MonitorInput input, CancellationToken ct) => RunAsync(id, version, plan =>
    {
        var typed = new TypedInput();
        if (!input.Changes.All(c => ward.Knows(CodeLists.ChangeSeen, c))) return Outcome.Refused(RefusalCode.UnknownCode, nameof(input.Changes));
        var content = new MonitoringContent(
            typed.Date(nameof(input.On), input.On) ?? work.Today, Results(input.Goals, nameof(input.Goals), typed),
            Results(input.Actions, nameof(input.Actions), typed), input.Changes, typed.Text(nameof(input.Words), input.Words), input.Outcome,
            typed.Date(nameof(input.NextOn), input.NextOn));
        return typed.Outcome.IsDone ? plan.Monitor(version, content, work.Stamp) : typed.Outcome;
    }, ct);

    // What was interrupted may outlast its case; it is not taken up again without one.
    public Task<Outcome> StartEvaluationAsync(Id<Plan> id, int version, string? reason, CancellationToken ct) => RunAsync(id, version, async plan =>
    {
        if (!await db.TakesNewWorkAsync(plan.CaseId, ct)) return Outcome.Refused(RefusalCode.CaseIsClosed);
        var typed = new TypedInput();
        var why = typed.Needed("Reason", reason);
        return typed.Outcome.IsDone ? plan.StartEvaluation(version, why, work.Stamp) : typed.Outcome;
    }, ct);

    public Task<Outcome> EvaluateAsync(Id<Plan> id, int version, EvaluateInput input, CancellationToken ct) => RunAsync(id, version, plan =>
    {
        var typed = new TypedInput();
        if (!input.Reasons.All(r => ward.Knows(CodeLists.TerminationReason, r))) return Outcome.Refused(RefusalCode.UnknownCode, nameof(input.Reasons));
        var content = new EvaluationContent(
            typed.Date(nameof(input.On), input.On) ?? work.Today, Results(input.Goals, nameof(input.Goals), typed), input.Reasons,
            typed.Text(nameof(input.Supporters), input.Supporters), typed.Text(nameof(input.Words), input.Words) ?? "");
        return typed.Outcome.IsDone ? plan.Evaluate(version, content, work.Stamp) : typed.Outcome;
    }, ct);

    public Task<Outcome> PlanFollowUpAsync(Id<Plan> id, int version, string? dueOn, string? method, CancellationToken ct) => RunAsync(id, version, plan =>
    {
        var typed = new TypedInput();
        var (on, how) = (typed.Date("DueOn", dueOn, required: true) ?? default, typed.Needed("Method", method, 200));
        return typed.Outcome.IsDone ? plan.PlanFollowUp(version, on, how, work.Stamp) : typed.Outcome;
    }, ct);

    public Task<Outcome> DoFollowUpAsync(Id<Plan> id, int version, int followUp, string? doneOn, string? words, CancellationToken ct) => RunAsync(id, version, plan =>
    {
        var typed = new TypedInput();
        var (on, found) = (typed.Date("DoneOn", doneOn) ?? work.Today, typed.Needed("Words", words));
        return typed.Outcome.IsDone ? plan.DoFollowUp(version, followUp, on, found, work.Stamp) : typed.Outcome;
    }, ct);

    private Task<Outcome> RunAsync(Id<Plan> id, int version, Func<Plan, Outcome> change, CancellationToken ct) =>
        RunAsync(id, version, plan => Task.FromResult(change(plan)), ct);

    // A version the reader may not see is none to them.
    private Task<Outcome> RunAsync(Id<Plan> id, int version, Func<Plan, Task<Outcome>> change, CancellationToken ct) =>
        changes.RunAsync(id, Permission.MonitorPlan, async plan =>
            (await sight.OfAsync(plan, ward.Plans.Need, ct)).Numbered(version) is null ? Outcome.Refused(RefusalCode.NotFound) : await change(plan), ct);

    private static List<PlanResult> Results(IReadOnlyList<ResultInput> rows, string field, TypedInput typed) =>
        [
            .. rows.Select((row, i) => (Row: row, At: $"{field}[{i}]")).Where(r => !string.IsNullOrWhiteSpace(r.Row.Result + r.Row.Words))
                .Select(r => new PlanResult(r.Row.Number, typed.Needed($"{r.At}.{nameof(r.Row.Result)}", r.Row.Result), typed.Text($"{r.At}.{nameof(r.Row.Words)}", r.Row.Words))),
        ];
}
