using Tsunagi.Domain.Consents;

namespace Tsunagi.Domain.Plans;

/// <summary>プランが実施されるまでの判断: what a submitted version passes; the order is the ward's.</summary>
public enum PlanGate
{
    /// <summary>受理.</summary>
    Acceptance,
    /// <summary>重層的支援会議での適否の判断.</summary>
    Conference,
    /// <summary>プラン決定.</summary>
    PlanDecision,
}

/// <summary>プランの決まり: what a ward's profile decides about plans.</summary>
/// <param name="MaxMonths">The longest a version may run.</param>
/// <param name="DecisionOrder">The gates in the ward's order; each exactly once (rules §3).</param>
/// <param name="TerminationNeedsDecision">Whether a termination is decided by the supervisors too (rules §6).</param>
/// <param name="InterruptionNeedsDecision">Whether an interruption is decided by the supervisors too (rules §6).</param>
/// <param name="Need">What consent a plan needs of its subjects towards every agency with a role.</param>
public sealed record PlanRules(
    int MaxMonths, IReadOnlyList<PlanGate> DecisionOrder, bool TerminationNeedsDecision, bool InterruptionNeedsDecision, ConsentNeed Need)
{
    /// <summary>True when the order names each gate exactly once; a profile is refused otherwise.</summary>
    public bool IsWhole => DecisionOrder.Order().SequenceEqual(Enum.GetValues<PlanGate>());
}
