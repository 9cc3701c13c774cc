using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Handoffs;

/// <summary>経過の一歩: a state the handoff came into, who brought it there, when and why. The same at both ends.</summary>
/// <param name="Number">From 1.</param>
/// <param name="State">The state.</param>
/// <param name="At">Since when.</param>
/// <param name="By">Who.</param>
/// <param name="For">For which organisation.</param>
/// <param name="Reason">Why, where the rules ask.</param>
public sealed record HandoffStep(
    int Number, HandoffState State, DateTimeOffset At, Id<Account> By, Id<Organisation> For, string? Reason);

/// <summary>受付判断の記録: one judgement by the hub; a later one stands beside it, never over it.</summary>
public sealed record CriteriaJudgement(int Number, CriteriaSheet Sheet, DateTimeOffset At, Id<Account> By);

/// <summary>つなぎの時計: how long a handoff has been where, from its steps alone.</summary>
public static class HandoffClock
{
    /// <summary>How long the state lasts or lasted that began with step <paramref name="index"/>.</summary>
    public static TimeSpan Length(IReadOnlyList<HandoffStep> steps, int index, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var end = index + 1 < steps.Count ? steps[index + 1].At : now;
        return end > steps[index].At ? end - steps[index].At : TimeSpan.Zero;
    }

    /// <summary>
    /// 受けた側の日数: the time it was the receiver's turn. It stands still while a question is open, because then the
    /// sender is to act, and after a return or an answer has been given.
    /// </summary>
    public static TimeSpan InReceiversHands(IReadOnlyList<HandoffStep> steps, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var sum = TimeSpan.Zero;
        for (var i = 0; i < steps.Count; i++)
        {
            if (HandoffStates.WhoActs(steps[i].State) == HandoffSide.Receiver)
            {
                sum += Length(steps, i, now);
            }
        }
        return sum;
    }
}
