using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.ProtectedLocations;

/// <summary>支援措置の状態.</summary>
public enum ProtectionState
{
    /// <summary>実施中. A review that is due ends nothing: protection lasts until two people end it.</summary>
    Active,
    /// <summary>終了の申し出あり: still protected, waiting for the second person.</summary>
    EndProposed,
    /// <summary>終了.</summary>
    Ended,
}

/// <summary>What can be done to the state of a measure.</summary>
public enum ProtectionAction
{
    /// <summary>終了を申し出る.</summary>
    ProposeEnd,
    /// <summary>終了を認める.</summary>
    ConfirmEnd,
    /// <summary>終了を認めない.</summary>
    DeclineEnd,
}

/// <summary>支援措置の状態遷移.</summary>
public static class ProtectionStates
{
    /// <summary>The state after <paramref name="action"/>, or null where it is refused.</summary>
    public static ProtectionState? Next(ProtectionState state, ProtectionAction action) => (state, action) switch
    {
        (ProtectionState.Active, ProtectionAction.ProposeEnd) => ProtectionState.EndProposed,
        (ProtectionState.Active, ProtectionAction.ConfirmEnd or ProtectionAction.DeclineEnd) => null,
        (ProtectionState.EndProposed, ProtectionAction.ProposeEnd) => null,
        (ProtectionState.EndProposed, ProtectionAction.ConfirmEnd) => ProtectionState.Ended,
        (ProtectionState.EndProposed, ProtectionAction.DeclineEnd) => ProtectionState.Active,
        (ProtectionState.Ended, ProtectionAction.ProposeEnd or ProtectionAction.ConfirmEnd or ProtectionAction.DeclineEnd) => null,
    };

    /// <summary>The machine, listed.</summary>
    public static StateTable Table { get; } =
        StateTable.Of<ProtectionState, ProtectionAction>("ProtectionMeasure", "支援措置", Next, ProtectionState.Active);
}
