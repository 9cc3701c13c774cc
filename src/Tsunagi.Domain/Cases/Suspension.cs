using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

/// <summary>休止の内容: why support pauses, how contact is kept, and when it is looked at again.</summary>
/// <param name="Reason">The ward's code (入院・収監…).</param>
/// <param name="ContactPlan">How contact is kept meanwhile.</param>
/// <param name="ReviewOn">When it is looked at again.</param>
public sealed record SuspensionTerms(string Reason, string ContactPlan, DateOnly ReviewOn);

/// <summary>一時休止: one pause of a case.</summary>
public sealed class Suspension
{
    private Suspension() { }

    internal Suspension(Id<Case> @case, int number, SuspensionTerms terms, Stamp by) =>
        (CaseId, Number, Reason, ContactPlan, ReviewOn, From, SuspendedBy) =
        (@case, number, terms.Reason, CaseText.Stored(terms.ContactPlan), terms.ReviewOn, by.At, by.Account);

    /// <summary>The case.</summary>
    public Id<Case> CaseId { get; private set; }

    /// <summary>From 1, counted up within the case.</summary>
    public int Number { get; private set; }

    /// <summary>The ward's code.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>How contact is kept meanwhile.</summary>
    public string ContactPlan { get; private set; } = "";

    /// <summary>When it is looked at again; overdue is computed from the clock.</summary>
    public DateOnly ReviewOn { get; private set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>Who paused it.</summary>
    public Id<Account> SuspendedBy { get; private set; }

    /// <summary>Until when; null while it lasts.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Who ended it.</summary>
    public Id<Account>? EndedBy { get; private set; }

    /// <summary>What changed; null where the case was closed out of the pause.</summary>
    public string? EndReason { get; private set; }

    internal void End(string? reason, Stamp by) => (Until, EndedBy, EndReason) = (by.At, by.Account, reason);
}
