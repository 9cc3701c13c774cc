namespace Tsunagi.Domain.Decisions;

/// <summary>決裁の種類 (rules §6).</summary>
public enum DecisionKind
{
    /// <summary>プランの受理.</summary>
    PlanAcceptance,
    /// <summary>プラン決定（支援決定）.</summary>
    PlanDecision,
    /// <summary>プランの終結.</summary>
    PlanTermination,
    /// <summary>プランの中断.</summary>
    PlanInterruption,
    /// <summary>つなぎ戻し.</summary>
    HandoffReturn,
    /// <summary>開示・提供.</summary>
    Disclosure,
    /// <summary>虐待対応.</summary>
    AbuseResponse,
}

/// <summary>決裁の対象: exactly what is decided on.</summary>
/// <param name="Kind">What is decided about it.</param>
/// <param name="Record">The id of the plan, handoff, disclosure or report.</param>
/// <param name="Part">The version within it, where it has versions; else 0.</param>
/// <param name="Round">How often that version was submitted, so that a decision on an older text cannot be used; else 0.</param>
public sealed record DecisionSubject(DecisionKind Kind, Guid Record, int Part = 0, int Round = 0);

/// <summary>決裁の流れ: the roles one kind of decision passes, from the ward's profile.</summary>
/// <param name="Checks">Role codes that check, in order (係長 …); may be none.</param>
/// <param name="Decides">The role code that decides (課長).</param>
/// <param name="Deputies">Role codes that may decide in the decider's place (代決).</param>
public sealed record DecisionLine(IReadOnlyList<string> Checks, string Decides, IReadOnlyList<string> Deputies)
{
    /// <summary>Role codes that stand above the decider: what is left to a 係長 to decide (専決), a 課長 may decide as well.</summary>
    public IReadOnlyList<string> Superiors { get; init; } = [];
}
