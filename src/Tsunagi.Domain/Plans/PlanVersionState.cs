using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Plans;

/// <summary>支援プランの版の状態. "Monitoring due" is told by the clock, never stored.</summary>
public enum PlanVersionState
{
    /// <summary>作成中.</summary>
    Draft,
    /// <summary>本人署名済み.</summary>
    ConsentSigned,
    /// <summary>提出済み.</summary>
    Submitted,
    /// <summary>会議で適切と判断.</summary>
    Appropriate,
    /// <summary>区の決定済み.</summary>
    Decided,
    /// <summary>実施中.</summary>
    Active,
    /// <summary>評価中.</summary>
    Evaluating,
    /// <summary>終結.</summary>
    Terminated,
    /// <summary>フォローアップ中.</summary>
    FollowUp,
    /// <summary>完了.</summary>
    Closed,
    /// <summary>中断.</summary>
    Interrupted,
    /// <summary>次の版に更新済み.</summary>
    Superseded,
    /// <summary>取下げ: never came into force.</summary>
    Dropped,
}

/// <summary>What can be done to a version of a plan.</summary>
public enum PlanVersionAction
{
    /// <summary>内容を直す: what was signed has to be signed again.</summary>
    Edit,
    /// <summary>本人全員の署名がそろう.</summary>
    Sign,
    /// <summary>提出する.</summary>
    Submit,
    /// <summary>見直しのため作成に戻す.</summary>
    SendBack,
    /// <summary>会議で適切と判断される.</summary>
    JudgeAppropriate,
    /// <summary>区の決定がそろう.</summary>
    Decide,
    /// <summary>実施を始める.</summary>
    Activate,
    /// <summary>モニタリングを記録する.</summary>
    Monitor,
    /// <summary>評価を始める.</summary>
    StartEvaluation,
    /// <summary>評価を記録する.</summary>
    Evaluate,
    /// <summary>会議で継続となる.</summary>
    Continue,
    /// <summary>終結する.</summary>
    Terminate,
    /// <summary>中断する.</summary>
    Interrupt,
    /// <summary>再開する.</summary>
    Resume,
    /// <summary>フォローアップを予定する.</summary>
    StartFollowUp,
    /// <summary>完了する.</summary>
    Close,
    /// <summary>次の版が実施に入る.</summary>
    Supersede,
    /// <summary>取り下げる.</summary>
    Drop,
}

/// <summary>支援プランの版の状態遷移 (W5).</summary>
public static class PlanVersionStates
{
    /// <summary>The state after <paramref name="action"/>, or null where it is refused.</summary>
    public static PlanVersionState? Next(PlanVersionState state, PlanVersionAction action) => (state, action) switch
    {
        (PlanVersionState.Draft, PlanVersionAction.Edit) => PlanVersionState.Draft,
        (PlanVersionState.Draft, PlanVersionAction.Sign) => PlanVersionState.ConsentSigned,
        (PlanVersionState.Draft, PlanVersionAction.Drop) => PlanVersionState.Dropped,
        (PlanVersionState.Draft, PlanVersionAction.Submit or PlanVersionAction.SendBack
            or PlanVersionAction.JudgeAppropriate or PlanVersionAction.Decide or PlanVersionAction.Activate
            or PlanVersionAction.Monitor or PlanVersionAction.StartEvaluation or PlanVersionAction.Evaluate
            or PlanVersionAction.Continue or PlanVersionAction.Terminate or PlanVersionAction.Interrupt
            or PlanVersionAction.Resume or PlanVersionAction.StartFollowUp or PlanVersionAction.Close
            or PlanVersionAction.Supersede) => null,

        (PlanVersionState.ConsentSigned, PlanVersionAction.Edit) => PlanVersionState.Draft,
        (PlanVersionState.ConsentSigned, PlanVersionAction.Submit) => PlanVersionState.Submitted,
        (PlanVersionState.ConsentSigned, PlanVersionAction.Drop) => PlanVersionState.Dropped,
        (PlanVersionState.ConsentSigned, PlanVersionAction.Sign or PlanVersionAction.SendBack
            or PlanVersionAction.JudgeAppropriate or PlanVersionAction.Decide or PlanVersionAction.Activate
            or PlanVersionAction.Monitor or PlanVersionAction.StartEvaluation or PlanVersionAction.Evaluate
            or PlanVersionAction.Continue or PlanVersionAction.Terminate or PlanVersionAction.Interrupt
            or PlanVersionAction.Resume or PlanVersionAction.StartFollowUp or PlanVersionAction.Close
            or PlanVersionAction.Supersede) => null,

        (PlanVersionState.Submitted, PlanVersionAction.SendBack) => PlanVersionState.Draft,
        (PlanVersionState.Submitted, PlanVersionAction.JudgeAppropriate) => PlanVersionState.Appropriate,
        (PlanVersionState.Submitted, PlanVersionAction.Drop) => PlanVersionState.Dropped,
        (PlanVersionState.Submitted, PlanVersionAction.Edit or PlanVersionAction.Sign
            or PlanVersionAction.Submit or PlanVersionAction.Decide or PlanVersionAction.Activate
            or PlanVersionAction.Monitor or PlanVersionAction.StartEvaluation or PlanVersionAction.Evaluate
            or PlanVersionAction.Continue or PlanVersionAction.Terminate or PlanVersionAction.Interrupt
            or PlanVersionAction.Resume or PlanVersionAction.StartFollowUp or PlanVersionAction.Close
            or PlanVersionAction.Supersede) => null,

        (PlanVersionState.Appropriate, PlanVersionAction.SendBack) => PlanVersionState.Draft,
        (PlanVersionState.Appropriate, PlanVersionAction.Decide) => PlanVersionState.Decided,
        (PlanVersionState.Appropriate, PlanVersionAction.Drop) => PlanVersionState.Dropped,
        (PlanVersionState.Appropriate, PlanVersionAction.Edit or PlanVersionAction.Sign
            or PlanVersionAction.Submit or PlanVersionAction.JudgeAppropriate or PlanVersionAction.Activate
            or PlanVersionAction.Monitor or PlanVersionAction.StartEvaluation or PlanVersionAction.Evaluate
            or PlanVersionAction.Continue or PlanVersionAction.Terminate or PlanVersionAction.Interrupt
            or PlanVersionAction.Resume or PlanVersionAction.StartFollowUp or PlanVersionAction.Close
            or PlanVersionAction.Supersede) => null,

        (PlanVersionState.Decided, PlanVersionAction.Activate) => PlanVersionState.Active,
        (PlanVersionState.Decided, PlanVersionAction.SendBack) => PlanVersionState.Draft,
        (PlanVersionState.Decided, PlanVersionAction.Drop) => PlanVersionState.Dropped,
        (PlanVersionState.Decided, PlanVersionAction.Edit or PlanVersionAction.Sign or PlanVersionAction.Submit
            or PlanVersionAction.JudgeAppropriate or PlanVersionAction.Decide or PlanVersionAction.Monitor
            or PlanVersionAction.StartEvaluation or PlanVersionAction.Evaluate or PlanVersionAction.Continue
            or PlanVersionAction.Terminate or PlanVersionAction.Interrupt or PlanVersionAction.Resume
            or PlanVersionAction.StartFollowUp or PlanVersionAction.Close or PlanVersionAction.Supersede) => null,

        (PlanVersionState.Active, PlanVersionAction.Monitor) => PlanVersionState.Active,
        (PlanVersionState.Active, PlanVersionAction.StartEvaluation) => PlanVersionState.Evaluating,
        (PlanVersionState.Active, PlanVersionAction.Interrupt) => PlanVersionState.Interrupted,
        (PlanVersionState.Active, PlanVersionAction.Supersede) => PlanVersionState.Superseded,
        (PlanVersionState.Active, PlanVersionAction.Continue) => PlanVersionState.Active,
        (PlanVersionState.Active, PlanVersionAction.Edit or PlanVersionAction.Sign or PlanVersionAction.Submit
            or PlanVersionAction.SendBack or PlanVersionAction.JudgeAppropriate or PlanVersionAction.Decide
            or PlanVersionAction.Activate or PlanVersionAction.Evaluate
            or PlanVersionAction.Terminate or PlanVersionAction.Resume or PlanVersionAction.StartFollowUp
            or PlanVersionAction.Close or PlanVersionAction.Drop) => null,

        (PlanVersionState.Evaluating, PlanVersionAction.Evaluate) => PlanVersionState.Evaluating,
        (PlanVersionState.Evaluating, PlanVersionAction.Continue) => PlanVersionState.Active,
        (PlanVersionState.Evaluating, PlanVersionAction.Terminate) => PlanVersionState.Terminated,
        (PlanVersionState.Evaluating, PlanVersionAction.Interrupt) => PlanVersionState.Interrupted,
        (PlanVersionState.Evaluating, PlanVersionAction.Supersede) => PlanVersionState.Superseded,
        (PlanVersionState.Evaluating, PlanVersionAction.Edit or PlanVersionAction.Sign
            or PlanVersionAction.Submit or PlanVersionAction.SendBack or PlanVersionAction.JudgeAppropriate
            or PlanVersionAction.Decide or PlanVersionAction.Activate or PlanVersionAction.Monitor
            or PlanVersionAction.StartEvaluation or PlanVersionAction.Resume or PlanVersionAction.StartFollowUp
            or PlanVersionAction.Close or PlanVersionAction.Drop) => null,

        (PlanVersionState.Terminated, PlanVersionAction.StartFollowUp) => PlanVersionState.FollowUp,
        (PlanVersionState.Terminated, PlanVersionAction.Close) => PlanVersionState.Closed,
        (PlanVersionState.Terminated, PlanVersionAction.Edit or PlanVersionAction.Sign
            or PlanVersionAction.Submit or PlanVersionAction.SendBack or PlanVersionAction.JudgeAppropriate
            or PlanVersionAction.Decide or PlanVersionAction.Activate or PlanVersionAction.Monitor
            or PlanVersionAction.StartEvaluation or PlanVersionAction.Evaluate or PlanVersionAction.Continue
            or PlanVersionAction.Terminate or PlanVersionAction.Interrupt or PlanVersionAction.Resume
            or PlanVersionAction.Supersede or PlanVersionAction.Drop) => null,

        (PlanVersionState.FollowUp, PlanVersionAction.StartFollowUp) => PlanVersionState.FollowUp,
        (PlanVersionState.FollowUp, PlanVersionAction.Close) => PlanVersionState.Closed,
        (PlanVersionState.FollowUp, PlanVersionAction.Edit or PlanVersionAction.Sign or PlanVersionAction.Submit
            or PlanVersionAction.SendBack or PlanVersionAction.JudgeAppropriate or PlanVersionAction.Decide
            or PlanVersionAction.Activate or PlanVersionAction.Monitor or PlanVersionAction.StartEvaluation
            or PlanVersionAction.Evaluate or PlanVersionAction.Continue or PlanVersionAction.Terminate
            or PlanVersionAction.Interrupt or PlanVersionAction.Resume or PlanVersionAction.Supersede
            or PlanVersionAction.Drop) => null,

        (PlanVersionState.Interrupted, PlanVersionAction.Resume) => PlanVersionState.Active,
        (PlanVersionState.Interrupted, PlanVersionAction.StartEvaluation) => PlanVersionState.Evaluating,
        (PlanVersionState.Interrupted, PlanVersionAction.Supersede) => PlanVersionState.Superseded,
        (PlanVersionState.Interrupted, PlanVersionAction.Edit or PlanVersionAction.Sign
            or PlanVersionAction.Submit or PlanVersionAction.SendBack or PlanVersionAction.JudgeAppropriate
            or PlanVersionAction.Decide or PlanVersionAction.Activate or PlanVersionAction.Monitor
            or PlanVersionAction.Evaluate or PlanVersionAction.Continue or PlanVersionAction.Terminate
            or PlanVersionAction.Interrupt or PlanVersionAction.StartFollowUp or PlanVersionAction.Close
            or PlanVersionAction.Drop) => null,

        (PlanVersionState.Closed or PlanVersionState.Superseded or PlanVersionState.Dropped,
            PlanVersionAction.Edit or PlanVersionAction.Sign or PlanVersionAction.Submit
            or PlanVersionAction.SendBack or PlanVersionAction.JudgeAppropriate or PlanVersionAction.Decide
            or PlanVersionAction.Activate or PlanVersionAction.Monitor or PlanVersionAction.StartEvaluation
            or PlanVersionAction.Evaluate or PlanVersionAction.Continue or PlanVersionAction.Terminate
            or PlanVersionAction.Interrupt or PlanVersionAction.Resume or PlanVersionAction.StartFollowUp
            or PlanVersionAction.Close or PlanVersionAction.Supersede or PlanVersionAction.Drop) => null,
    };

    /// <summary>True while the version is what the helpers work by.</summary>
    public static bool IsInForce(this PlanVersionState state) =>
        state is PlanVersionState.Active or PlanVersionState.Evaluating;

    /// <summary>True before the version came into force.</summary>
    public static bool IsInPreparation(this PlanVersionState state) => state is PlanVersionState.Draft
        or PlanVersionState.ConsentSigned or PlanVersionState.Submitted or PlanVersionState.Appropriate or PlanVersionState.Decided;

    /// <summary>True before the version was submitted.</summary>
    public static bool IsBeingWritten(this PlanVersionState state) => state is PlanVersionState.Draft or PlanVersionState.ConsentSigned;

    /// <summary>True once nothing can happen to the version any more.</summary>
    public static bool IsOver(this PlanVersionState state) =>
        state is PlanVersionState.Closed or PlanVersionState.Superseded or PlanVersionState.Dropped;

    /// <summary>The machine, listed.</summary>
    public static StateTable Table { get; } = StateTable.Of<PlanVersionState, PlanVersionAction>(
        "PlanVersion", "支援プランの版", Next, PlanVersionState.Draft);
}
