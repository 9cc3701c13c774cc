using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

/// <summary>支援ケースの状態.</summary>
public enum CaseState
{
    /// <summary>支援中.</summary>
    Open,
    /// <summary>一時休止（入院・収監など）: paused with contact kept, not closed (rules §8).</summary>
    Suspended,
    /// <summary>終結.</summary>
    Closed,
}

/// <summary>What can be done to the state of a case.</summary>
public enum CaseAction
{
    /// <summary>一時休止にする.</summary>
    Suspend,
    /// <summary>支援を再開する.</summary>
    Resume,
    /// <summary>終結する.</summary>
    Close,
}

/// <summary>支援ケースの状態遷移.</summary>
public static class CaseStates
{
    /// <summary>The state after <paramref name="action"/>, or null where it is refused.</summary>
    public static CaseState? Next(CaseState state, CaseAction action) => (state, action) switch
    {
        (CaseState.Open, CaseAction.Suspend) => CaseState.Suspended,
        (CaseState.Open, CaseAction.Close) => CaseState.Closed,
        (CaseState.Open, CaseAction.Resume) => null,
        (CaseState.Suspended, CaseAction.Resume) => CaseState.Open,
        (CaseState.Suspended, CaseAction.Close) => CaseState.Closed,
        (CaseState.Suspended, CaseAction.Suspend) => null,
        (CaseState.Closed, CaseAction.Suspend or CaseAction.Resume or CaseAction.Close) => null,
    };

    /// <summary>The machine, listed.</summary>
    public static StateTable Table { get; } = StateTable.Of<CaseState, CaseAction>("Case", "支援ケース", Next, CaseState.Open);
}
