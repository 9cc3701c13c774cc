using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Shared;

/// <summary>決裁の対象: a feature whose acts are decided says here what a decision is about, and does what comes of it – in the decision's own transaction.</summary>
public interface IDecisionEffect
{
    /// <summary>Whether decisions of a kind are this feature's.</summary>
    bool Serves(DecisionKind kind);

    /// <summary>It was decided, by the decider or a deputy.</summary>
    Task<Outcome> DecidedAsync(Decision decision, CancellationToken ct);

    /// <summary>It was sent back, or its author took it back.</summary>
    Task<Outcome> TakenBackAsync(Decision decision, string reason, CancellationToken ct);

    /// <summary>It was put up again in other words.</summary>
    Task<Outcome> RedraftedAsync(Decision decision, CancellationToken ct);

    /// <summary>What decisions are about, by the id of the record, as far as the viewer may see it.</summary>
    Task<IReadOnlyDictionary<Guid, DecisionMatter>> MattersAsync(IReadOnlyList<Decision> decisions, CancellationToken ct);
}

/// <summary>決裁の対象の見出し.</summary>
/// <param name="Words">Which record, in words that name nobody.</param>
/// <param name="Href">Where it is.</param>
public sealed record DecisionMatter(string Words, string Href);
