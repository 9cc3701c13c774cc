using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Decisions;

/// <summary>決裁の状態.</summary>
public enum DecisionState
{
    /// <summary>起案（確認待ち）.</summary>
    Drafted,
    /// <summary>確認済み（決裁待ち）.</summary>
    Checked,
    /// <summary>決裁済み.</summary>
    Decided,
    /// <summary>代決済み（後閲待ち）: in force; the principal has still to see it.</summary>
    DecidedByDeputy,
    /// <summary>差戻し.</summary>
    SentBack,
    /// <summary>取下げ.</summary>
    Withdrawn,
    /// <summary>廃案: its subject went another way before it was decided.</summary>
    Lapsed,
}

/// <summary>What can be done to a decision.</summary>
public enum DecisionAction
{
    /// <summary>確認する: the last check of the line.</summary>
    Check,
    /// <summary>決裁する.</summary>
    Decide,
    /// <summary>代決する.</summary>
    DecideAsDeputy,
    /// <summary>後閲する.</summary>
    View,
    /// <summary>差し戻す.</summary>
    SendBack,
    /// <summary>あらためて起案する.</summary>
    Redraft,
    /// <summary>取り下げる.</summary>
    Withdraw,
    /// <summary>廃案になる.</summary>
    Lapse,
}

/// <summary>決裁の状態遷移 (rules §6).</summary>
public static class DecisionStates
{
    /// <summary>The state after <paramref name="action"/>, or null where it is refused.</summary>
    public static DecisionState? Next(DecisionState state, DecisionAction action) => (state, action) switch
    {
        (DecisionState.Drafted, DecisionAction.Check) => DecisionState.Checked,
        (DecisionState.Drafted, DecisionAction.SendBack) => DecisionState.SentBack,
        (DecisionState.Drafted, DecisionAction.Withdraw) => DecisionState.Withdrawn,
        (DecisionState.Drafted, DecisionAction.Lapse) => DecisionState.Lapsed,
        (DecisionState.Drafted, DecisionAction.Decide or DecisionAction.DecideAsDeputy or DecisionAction.View
            or DecisionAction.Redraft) => null,

        (DecisionState.Checked, DecisionAction.Decide) => DecisionState.Decided,
        (DecisionState.Checked, DecisionAction.DecideAsDeputy) => DecisionState.DecidedByDeputy,
        (DecisionState.Checked, DecisionAction.SendBack) => DecisionState.SentBack,
        (DecisionState.Checked, DecisionAction.Withdraw) => DecisionState.Withdrawn,
        (DecisionState.Checked, DecisionAction.Lapse) => DecisionState.Lapsed,
        (DecisionState.Checked, DecisionAction.Check or DecisionAction.View or DecisionAction.Redraft) => null,

        (DecisionState.DecidedByDeputy, DecisionAction.View) => DecisionState.Decided,
        (DecisionState.DecidedByDeputy, DecisionAction.Check or DecisionAction.Decide or DecisionAction.DecideAsDeputy
            or DecisionAction.SendBack or DecisionAction.Redraft or DecisionAction.Withdraw or DecisionAction.Lapse) => null,

        (DecisionState.SentBack, DecisionAction.Redraft) => DecisionState.Drafted,
        (DecisionState.SentBack, DecisionAction.Withdraw) => DecisionState.Withdrawn,
        (DecisionState.SentBack, DecisionAction.Lapse) => DecisionState.Lapsed,
        (DecisionState.SentBack, DecisionAction.Check or DecisionAction.Decide or DecisionAction.DecideAsDeputy
            or DecisionAction.View or DecisionAction.SendBack) => null,

        (DecisionState.Decided or DecisionState.Withdrawn or DecisionState.Lapsed, DecisionAction.Check or DecisionAction.Decide
            or DecisionAction.DecideAsDeputy or DecisionAction.View or DecisionAction.SendBack
            or DecisionAction.Redraft or DecisionAction.Withdraw or DecisionAction.Lapse) => null,
    };

    /// <summary>The machine, listed.</summary>
    public static StateTable Table { get; } =
        StateTable.Of<DecisionState, DecisionAction>("Decision", "決裁", Next, DecisionState.Drafted);
}
