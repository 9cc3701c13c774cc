using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consultations;

/// <summary>気になる情報の状態.</summary>
public enum LeadState
{
    /// <summary>新規.</summary>
    New,
    /// <summary>見守り中.</summary>
    Watching,
    /// <summary>相談になった.</summary>
    BecameConsultation,
    /// <summary>支援ケースになった.</summary>
    BecameCase,
    /// <summary>終了.</summary>
    Ended,
}

/// <summary>What can be done to the state of a lead.</summary>
public enum LeadAction
{
    /// <summary>見守る: something was done or seen, and there is a next date.</summary>
    Watch,
    /// <summary>相談として受け付ける.</summary>
    TakeAsConsultation,
    /// <summary>支援ケースにする.</summary>
    TakeAsCase,
    /// <summary>終了する.</summary>
    End,
    /// <summary>再開する.</summary>
    Reopen,
}

/// <summary>気になる情報の状態遷移.</summary>
public static class LeadStates
{
    /// <summary>The state after <paramref name="action"/>, or null where it is refused.</summary>
    public static LeadState? Next(LeadState state, LeadAction action) => (state, action) switch
    {
        (LeadState.New or LeadState.Watching, LeadAction.Watch) => LeadState.Watching,
        (LeadState.New or LeadState.Watching, LeadAction.TakeAsConsultation) => LeadState.BecameConsultation,
        (LeadState.New or LeadState.Watching, LeadAction.TakeAsCase) => LeadState.BecameCase,
        (LeadState.New or LeadState.Watching, LeadAction.End) => LeadState.Ended,
        (LeadState.New or LeadState.Watching, LeadAction.Reopen) => null,
        (LeadState.Ended, LeadAction.Reopen) => LeadState.Watching,
        (LeadState.Ended, LeadAction.Watch or LeadAction.TakeAsConsultation or LeadAction.TakeAsCase or LeadAction.End) => null,
        (LeadState.BecameConsultation or LeadState.BecameCase, LeadAction.Watch or LeadAction.TakeAsConsultation
            or LeadAction.TakeAsCase or LeadAction.End or LeadAction.Reopen) => null,
    };

    /// <summary>The machine, listed.</summary>
    public static StateTable Table { get; } = StateTable.Of<LeadState, LeadAction>("Lead", "気になる情報", Next, LeadState.New);
}
