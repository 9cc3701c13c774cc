using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

/// <summary>引継ぎの状態.</summary>
public enum HandoverState
{
    /// <summary>申出中: nothing has changed yet, the sender is responsible.</summary>
    Offered,
    /// <summary>引受け: the receiver is responsible since that instant.</summary>
    Accepted,
    /// <summary>引受け困難.</summary>
    Declined,
    /// <summary>取下げ.</summary>
    Withdrawn,
}

/// <summary>What can be done to a handover.</summary>
public enum HandoverAction
{
    /// <summary>引き受ける.</summary>
    Accept,
    /// <summary>引受けが難しいと答える.</summary>
    Decline,
    /// <summary>取り下げる.</summary>
    Withdraw,
}

/// <summary>引継ぎの状態遷移.</summary>
public static class HandoverStates
{
    /// <summary>The state after <paramref name="action"/>, or null where it is refused.</summary>
    public static HandoverState? Next(HandoverState state, HandoverAction action) => (state, action) switch
    {
        (HandoverState.Offered, HandoverAction.Accept) => HandoverState.Accepted,
        (HandoverState.Offered, HandoverAction.Decline) => HandoverState.Declined,
        (HandoverState.Offered, HandoverAction.Withdraw) => HandoverState.Withdrawn,
        (HandoverState.Accepted or HandoverState.Declined or HandoverState.Withdrawn,
            HandoverAction.Accept or HandoverAction.Decline or HandoverAction.Withdraw) => null,
    };

    /// <summary>The machine, listed.</summary>
    public static StateTable Table { get; } =
        StateTable.Of<HandoverState, HandoverAction>("Handover", "引継ぎ", Next, HandoverState.Offered);
}
