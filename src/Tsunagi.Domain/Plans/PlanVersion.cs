using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Plans;

/// <summary>支援プランの版: one wording of a plan and what became of it. Changed only through its <see cref="Plan"/>.</summary>
public sealed class PlanVersion
{
    private PlanVersion() { }

    internal PlanVersion(Id<Plan> plan, Id<Case> @case, int number, PlanContent content, Stamp by)
    {
        (PlanId, CaseId, Number, DraftedBy) = (plan, @case, number, by);
        Say(content);
    }

    /// <summary>The plan.</summary>
    public Id<Plan> PlanId { get; private set; }

    /// <summary>The case the plan belongs to.</summary>
    public Id<Case> CaseId { get; private set; }

    /// <summary>From 1, counted up within the plan.</summary>
    public int Number { get; private set; }

    /// <summary>作成中・提出済み・実施中・….</summary>
    public PlanVersionState State { get; private set; }

    /// <summary>What it says.</summary>
    public PlanContent Content { get; private set; } = null!;

    /// <summary>主担当: always exactly one; the same as the content's.</summary>
    public Id<Organisation> MainAgencyId { get; private set; }

    /// <summary>Who drafted it, and when.</summary>
    public Stamp DraftedBy { get; private set; }

    /// <summary>How often it was submitted.</summary>
    public int Round { get; private set; }

    /// <summary>The ward's order of gates at the last submission.</summary>
    public IReadOnlyList<PlanGate> Order { get; private set; } = [];

    /// <summary>Who signed, void signatures included.</summary>
    public IReadOnlyList<PlanSignature> Signatures { get; private set; } = [];

    /// <summary>What was judged and decided about it.</summary>
    public IReadOnlyList<PlanJudgement> Judgements { get; private set; } = [];

    /// <summary>What was found on the way.</summary>
    public IReadOnlyList<Monitoring> Monitorings { get; private set; } = [];

    /// <summary>What was achieved.</summary>
    public IReadOnlyList<Evaluation> Evaluations { get; private set; } = [];

    /// <summary>The look-ins after its end.</summary>
    public IReadOnlyList<FollowUp> FollowUps { get; private set; } = [];

    /// <summary>When to look next: the next monitoring while it runs, the next try while it is interrupted.</summary>
    public DateOnly? NextMonitoringOn { get; private set; }

    /// <summary>The earliest follow-up not done yet.</summary>
    public DateOnly? NextFollowUpOn { get; private set; }

    /// <summary>When it came into force.</summary>
    public DateTimeOffset? ActivatedAt { get; private set; }

    /// <summary>How its state changed, oldest first.</summary>
    public IReadOnlyList<PlanStep> Steps { get; private set; } = [];

    /// <summary>The gates of the present submission that are passed.</summary>
    public IReadOnlyList<PlanGate> GatesPassed =>
        [.. Judgements.Where(j => j.Round == Round).Select(j => j.Gate).OfType<PlanGate>()];

    /// <summary>The gate to pass next; null when all are passed or nothing is submitted.</summary>
    public PlanGate? NextGate => State is PlanVersionState.Submitted or PlanVersionState.Appropriate
        ? Order.Where(g => !GatesPassed.Contains(g)).Select(g => (PlanGate?)g).FirstOrDefault()
        : null;

    /// <summary>モニタリング期限超過: computed from the clock; while interrupted, that a new try is overdue.</summary>
    public bool IsMonitoringOverdue(DateOnly today) =>
        State is PlanVersionState.Active or PlanVersionState.Interrupted && NextMonitoringOn < today;

    /// <summary>True from some days before the date on.</summary>
    public bool IsMonitoringDue(DateOnly today, int daysBefore) =>
        State is PlanVersionState.Active or PlanVersionState.Interrupted && NextMonitoringOn <= today.AddDays(daysBefore);

    /// <summary>True when it still runs after its last day.</summary>
    public bool IsPastPeriod(DateOnly today) => State.IsInForce() && Content.Until < today;

    /// <summary>True when every subject has a signature that is not void.</summary>
    public bool IsSigned => Content.Subjects.All(s => Signatures.Any(g => g.Subject == s && !g.Voided));

    internal bool Allows(PlanVersionAction action) => PlanVersionStates.Next(State, action) is not null;

    internal bool HasUsed(PlanConference conference) => Judgements.Any(j => j.Conference == conference.Id);

    internal bool HasUsed(Decision decision) => Judgements.Any(j => j.Decision == decision.Id);

    internal void Say(PlanContent content) => (Content, MainAgencyId) = (content, content.MainAgency);

    internal void VoidSignatures() => Signatures = [.. Signatures.Select(s => s with { Voided = true })];

    internal void Add(PlanSignature signature) => Signatures = [.. Signatures, signature];

    internal void BeginRound(IReadOnlyList<PlanGate> order) => (Round, Order) = (Round + 1, [.. order]);

    internal void Add(PlanJudgement judgement) => Judgements = [.. Judgements, judgement];

    internal void Add(Monitoring monitoring)
    {
        Monitorings = [.. Monitorings, monitoring];
        NextMonitoringOn = monitoring.Content.NextOn ?? NextMonitoringOn;
    }

    internal void Add(Evaluation evaluation) => Evaluations = [.. Evaluations, evaluation];

    internal void Set(IReadOnlyList<FollowUp> followUps)
    {
        FollowUps = followUps;
        NextFollowUpOn = followUps.Where(f => f.DoneOn is null).Select(f => (DateOnly?)f.DueOn).Min();
    }

    internal void LookAgainOn(DateOnly? on) => NextMonitoringOn = on;

    internal void BeginForce(DateTimeOffset at, DateOnly monitoringOn) => (ActivatedAt, NextMonitoringOn) = (at, monitoringOn);

    internal void Move(PlanVersionAction action, string? reason, Stamp by)
    {
        State = PlanVersionStates.Next(State, action)
            ?? throw new InvalidOperationException($"{State} does not allow {action}.");
        if (!State.IsInForce() && State != PlanVersionState.Interrupted)
            NextMonitoringOn = null;
        Steps = [.. Steps, new(action, State, reason, by)];
    }
}
