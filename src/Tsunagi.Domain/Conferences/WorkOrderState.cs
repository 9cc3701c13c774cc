using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>依頼票の状態.</summary>
public enum WorkOrderState
{
    /// <summary>届いた（未回答）.</summary>
    Issued,
    /// <summary>済み.</summary>
    Done,
    /// <summary>不在: nobody met; it can be answered again.</summary>
    Absent,
    /// <summary>困難: the sender has to find another way; it can be answered again.</summary>
    Difficult,
    /// <summary>取下げ.</summary>
    Withdrawn,
}

/// <summary>What can be done to the state of a work order.</summary>
public enum WorkOrderAction
{
    /// <summary>済みと答える.</summary>
    AnswerDone,
    /// <summary>不在と答える.</summary>
    AnswerAbsent,
    /// <summary>困難と答える.</summary>
    AnswerDifficult,
    /// <summary>取り下げる.</summary>
    Withdraw,
}

/// <summary>依頼票の状態遷移.</summary>
public static class WorkOrderStates
{
    /// <summary>The state after <paramref name="action"/>, or null where it is refused.</summary>
    public static WorkOrderState? Next(WorkOrderState state, WorkOrderAction action) => (state, action) switch
    {
        (WorkOrderState.Issued or WorkOrderState.Absent or WorkOrderState.Difficult, WorkOrderAction.AnswerDone) => WorkOrderState.Done,
        (WorkOrderState.Issued or WorkOrderState.Absent or WorkOrderState.Difficult, WorkOrderAction.AnswerAbsent) => WorkOrderState.Absent,
        (WorkOrderState.Issued or WorkOrderState.Absent or WorkOrderState.Difficult, WorkOrderAction.AnswerDifficult) => WorkOrderState.Difficult,
        (WorkOrderState.Issued or WorkOrderState.Absent or WorkOrderState.Difficult, WorkOrderAction.Withdraw) => WorkOrderState.Withdrawn,
        (WorkOrderState.Done or WorkOrderState.Withdrawn,
            WorkOrderAction.AnswerDone or WorkOrderAction.AnswerAbsent or WorkOrderAction.AnswerDifficult or WorkOrderAction.Withdraw) => null,
    };

    /// <summary>The machine, listed.</summary>
    public static StateTable Table { get; } =
        StateTable.Of<WorkOrderState, WorkOrderAction>("WorkOrder", "依頼票", Next, WorkOrderState.Issued);
}
