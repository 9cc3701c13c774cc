using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Decisions;

/// <summary>決裁欄の一つ: one act on the line, with who, when and words.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Role">In which role; null for the author.</param>
/// <param name="Words">What was said, or the wording drafted.</param>
/// <param name="By">Who, for whom, when.</param>
public sealed record DecisionStep(DecisionStepKind Kind, string? Role, string? Words, Stamp By);

/// <summary>What one step of a decision was.</summary>
public enum DecisionStepKind
{
    /// <summary>起案.</summary>
    Draft,
    /// <summary>再起案.</summary>
    Redraft,
    /// <summary>確認.</summary>
    Check,
    /// <summary>決裁.</summary>
    Decide,
    /// <summary>代決.</summary>
    DecideAsDeputy,
    /// <summary>後閲.</summary>
    View,
    /// <summary>差戻し.</summary>
    SendBack,
    /// <summary>取下げ.</summary>
    Withdraw,
    /// <summary>廃案.</summary>
    Lapse,
}

/// <summary>Something was put up for decision, for the first time or again, to the organisation that decides.</summary>
public sealed record DecisionDrafted(Id<Decision> Decision, DecisionSubject Subject, Id<Organisation> Organisation) : DomainEvent;

/// <summary>One check of the line was made.</summary>
public sealed record DecisionChecked(Id<Decision> Decision, int ChecksDone) : DomainEvent;

/// <summary>It was decided.</summary>
public sealed record DecisionMade(Id<Decision> Decision, DecisionSubject Subject, bool AsDeputy) : DomainEvent;

/// <summary>The principal saw what the deputy decided.</summary>
public sealed record DecisionViewed(Id<Decision> Decision) : DomainEvent;

/// <summary>It was sent back to its author.</summary>
public sealed record DecisionSentBack(Id<Decision> Decision) : DomainEvent;

/// <summary>Its author took it back.</summary>
public sealed record DecisionWithdrawn(Id<Decision> Decision) : DomainEvent;

/// <summary>There is nothing left to decide: its subject went another way.</summary>
public sealed record DecisionLapsed(Id<Decision> Decision) : DomainEvent;
