using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Handoffs;

/// <summary>つなぎの状態. There is no state for "refused": whatever is sent has been received.</summary>
public enum HandoffState
{
    /// <summary>下書き.</summary>
    Drafted,
    /// <summary>外部の受け手へ連絡中: the sender answers for it until a named receiver has confirmed.</summary>
    AwaitingContact,
    /// <summary>届いた: sent and, in the same instant, received.</summary>
    Received,
    /// <summary>確認中（多機関協働の受付判断）.</summary>
    Screening,
    /// <summary>追加情報を依頼中: the receiver's clock stands still.</summary>
    Questioned,
    /// <summary>決裁待ち: a return or an acceptance lies with the receiver's supervisor.</summary>
    InDecision,
    /// <summary>つなぎ戻し（送った側の確認待ち）.</summary>
    Returned,
    /// <summary>つなぎ戻しを確認済み.</summary>
    ReturnAcknowledged,
    /// <summary>適した部署へつないだ: another handoff with the same sender goes on.</summary>
    Redirected,
    /// <summary>受けた.</summary>
    Accepted,
    /// <summary>一緒に対応: the sender stays 主担当.</summary>
    AcceptedJointly,
    /// <summary>助言した（依頼した側の確認待ち）.</summary>
    Advised,
    /// <summary>助言を確認済み.</summary>
    Closed,
    /// <summary>取り下げた.</summary>
    Withdrawn,
}

/// <summary>What can be done to the state of a handoff.</summary>
public enum HandoffAction
{
    /// <summary>送る: inside the system, which is also its receipt.</summary>
    Send,
    /// <summary>外部の受け手へ連絡を始める.</summary>
    SendOutside,
    /// <summary>連絡を試みた.</summary>
    Attempt,
    /// <summary>外部の受け手が引き受けを確認した.</summary>
    Confirm,
    /// <summary>受付判断をする.</summary>
    Judge,
    /// <summary>追加情報を依頼.</summary>
    Ask,
    /// <summary>一部に回答する; other questions stay open.</summary>
    Answer,
    /// <summary>質問がなくなった: all were answered or taken back.</summary>
    Resume,
    /// <summary>起案する: a return or an acceptance goes to the supervisor.</summary>
    Propose,
    /// <summary>起案を取り下げる・決裁されなかった.</summary>
    DropProposal,
    /// <summary>つなぎ戻す.</summary>
    Return,
    /// <summary>つなぎ戻しを確認する.</summary>
    AcknowledgeReturn,
    /// <summary>適した部署へつなぐ.</summary>
    Redirect,
    /// <summary>受ける・多機関協働で受ける.</summary>
    Accept,
    /// <summary>一緒に対応する.</summary>
    AcceptJointly,
    /// <summary>助言する.</summary>
    Advise,
    /// <summary>助言を確認する.</summary>
    AcknowledgeAdvice,
    /// <summary>取り下げる.</summary>
    Withdraw,
}

/// <summary>つなぎの状態遷移. Which acts a kind or a judgement allows on top of this is told by <see cref="HandoffActs"/>.</summary>
public static class HandoffStates
{
    /// <summary>The state after <paramref name="action"/>, or null where it is refused.</summary>
    public static HandoffState? Next(HandoffState state, HandoffAction action) => (state, action) switch
    {
        (HandoffState.Drafted, HandoffAction.Send) => HandoffState.Received,
        (HandoffState.Drafted, HandoffAction.SendOutside) => HandoffState.AwaitingContact,
        (HandoffState.AwaitingContact, HandoffAction.Attempt) => HandoffState.AwaitingContact,
        (HandoffState.AwaitingContact, HandoffAction.Confirm) => HandoffState.Accepted,

        (HandoffState.Received or HandoffState.Screening, HandoffAction.Judge) => HandoffState.Screening,
        (HandoffState.Received or HandoffState.Screening or HandoffState.Questioned, HandoffAction.Ask) => HandoffState.Questioned,
        (HandoffState.Questioned, HandoffAction.Answer) => HandoffState.Questioned,
        (HandoffState.Questioned, HandoffAction.Resume) => HandoffState.Screening,

        (HandoffState.Screening, HandoffAction.Propose) => HandoffState.InDecision,
        (HandoffState.InDecision, HandoffAction.DropProposal) => HandoffState.Screening,
        (HandoffState.Screening or HandoffState.InDecision, HandoffAction.Return) => HandoffState.Returned,
        (HandoffState.Returned, HandoffAction.AcknowledgeReturn) => HandoffState.ReturnAcknowledged,

        (HandoffState.Received or HandoffState.Screening or HandoffState.InDecision, HandoffAction.Accept) => HandoffState.Accepted,
        (HandoffState.Received or HandoffState.Screening, HandoffAction.AcceptJointly) => HandoffState.AcceptedJointly,
        (HandoffState.Received or HandoffState.Screening or HandoffState.Questioned, HandoffAction.Redirect) => HandoffState.Redirected,

        (HandoffState.Received or HandoffState.Screening or HandoffState.Questioned, HandoffAction.Advise) => HandoffState.Advised,
        (HandoffState.Advised, HandoffAction.AcknowledgeAdvice) => HandoffState.Closed,

        (HandoffState.Drafted or HandoffState.AwaitingContact or HandoffState.Received or HandoffState.Screening
            or HandoffState.Questioned or HandoffState.InDecision, HandoffAction.Withdraw) => HandoffState.Withdrawn,

        (HandoffState.Drafted, HandoffAction.Attempt or HandoffAction.Confirm or HandoffAction.Judge or HandoffAction.Ask
            or HandoffAction.Answer or HandoffAction.Resume or HandoffAction.Propose or HandoffAction.DropProposal
            or HandoffAction.Return or HandoffAction.AcknowledgeReturn or HandoffAction.Redirect or HandoffAction.Accept
            or HandoffAction.AcceptJointly or HandoffAction.Advise or HandoffAction.AcknowledgeAdvice) => null,
        (HandoffState.AwaitingContact, HandoffAction.Send or HandoffAction.SendOutside or HandoffAction.Judge or HandoffAction.Ask
            or HandoffAction.Answer or HandoffAction.Resume or HandoffAction.Propose or HandoffAction.DropProposal
            or HandoffAction.Return or HandoffAction.AcknowledgeReturn or HandoffAction.Redirect or HandoffAction.Accept
            or HandoffAction.AcceptJointly or HandoffAction.Advise or HandoffAction.AcknowledgeAdvice) => null,
        (HandoffState.Received, HandoffAction.Send or HandoffAction.SendOutside or HandoffAction.Attempt or HandoffAction.Confirm
            or HandoffAction.Answer or HandoffAction.Resume or HandoffAction.Propose or HandoffAction.DropProposal
            or HandoffAction.Return or HandoffAction.AcknowledgeReturn or HandoffAction.AcknowledgeAdvice) => null,
        (HandoffState.Screening, HandoffAction.Send or HandoffAction.SendOutside or HandoffAction.Attempt or HandoffAction.Confirm
            or HandoffAction.Answer or HandoffAction.Resume or HandoffAction.DropProposal
            or HandoffAction.AcknowledgeReturn or HandoffAction.AcknowledgeAdvice) => null,
        (HandoffState.Questioned, HandoffAction.Send or HandoffAction.SendOutside or HandoffAction.Attempt or HandoffAction.Confirm
            or HandoffAction.Judge or HandoffAction.Propose or HandoffAction.DropProposal or HandoffAction.Return
            or HandoffAction.AcknowledgeReturn or HandoffAction.Accept or HandoffAction.AcceptJointly
            or HandoffAction.AcknowledgeAdvice) => null,
        (HandoffState.InDecision, HandoffAction.Send or HandoffAction.SendOutside or HandoffAction.Attempt or HandoffAction.Confirm
            or HandoffAction.Judge or HandoffAction.Ask or HandoffAction.Answer or HandoffAction.Resume or HandoffAction.Propose
            or HandoffAction.AcknowledgeReturn or HandoffAction.Redirect or HandoffAction.AcceptJointly
            or HandoffAction.Advise or HandoffAction.AcknowledgeAdvice) => null,
        (HandoffState.Returned, HandoffAction.Send or HandoffAction.SendOutside or HandoffAction.Attempt or HandoffAction.Confirm
            or HandoffAction.Judge or HandoffAction.Ask or HandoffAction.Answer or HandoffAction.Resume or HandoffAction.Propose
            or HandoffAction.DropProposal or HandoffAction.Return or HandoffAction.Redirect or HandoffAction.Accept
            or HandoffAction.AcceptJointly or HandoffAction.Advise or HandoffAction.AcknowledgeAdvice
            or HandoffAction.Withdraw) => null,
        (HandoffState.Advised, HandoffAction.Send or HandoffAction.SendOutside or HandoffAction.Attempt or HandoffAction.Confirm
            or HandoffAction.Judge or HandoffAction.Ask or HandoffAction.Answer or HandoffAction.Resume or HandoffAction.Propose
            or HandoffAction.DropProposal or HandoffAction.Return or HandoffAction.AcknowledgeReturn or HandoffAction.Redirect
            or HandoffAction.Accept or HandoffAction.AcceptJointly or HandoffAction.Advise or HandoffAction.Withdraw) => null,
        (HandoffState.ReturnAcknowledged or HandoffState.Redirected or HandoffState.Accepted or HandoffState.AcceptedJointly
            or HandoffState.Closed or HandoffState.Withdrawn,
            HandoffAction.Send or HandoffAction.SendOutside or HandoffAction.Attempt or HandoffAction.Confirm
            or HandoffAction.Judge or HandoffAction.Ask or HandoffAction.Answer or HandoffAction.Resume or HandoffAction.Propose
            or HandoffAction.DropProposal or HandoffAction.Return or HandoffAction.AcknowledgeReturn or HandoffAction.Redirect
            or HandoffAction.Accept or HandoffAction.AcceptJointly or HandoffAction.Advise or HandoffAction.AcknowledgeAdvice
            or HandoffAction.Withdraw) => null,
    };

    /// <summary>Whether nothing more can happen to a handoff in this state.</summary>
    public static bool IsFinal(HandoffState state) => WhoActs(state) == HandoffSide.Neither;

    /// <summary>Whose to-do list a handoff in this state is on; <see cref="HandoffSide.Neither"/> once it has ended.</summary>
    public static HandoffSide WhoActs(HandoffState state) => state switch
    {
        HandoffState.Drafted or HandoffState.AwaitingContact or HandoffState.Questioned
            or HandoffState.Returned or HandoffState.Advised => HandoffSide.Sender,
        HandoffState.Received or HandoffState.Screening or HandoffState.InDecision => HandoffSide.Receiver,
        HandoffState.ReturnAcknowledged or HandoffState.Redirected or HandoffState.Accepted
            or HandoffState.AcceptedJointly or HandoffState.Closed or HandoffState.Withdrawn => HandoffSide.Neither,
    };

    /// <summary>The states in which <paramref name="side"/> is to act, for list queries.</summary>
    public static IReadOnlyList<HandoffState> WaitingFor(HandoffSide side) =>
        [.. Enum.GetValues<HandoffState>().Where(s => WhoActs(s) == side)];

    /// <summary>The machine, listed.</summary>
    public static StateTable Table { get; } =
        StateTable.Of<HandoffState, HandoffAction>("Handoff", "つなぎ", Next, HandoffState.Drafted, HandoffState.Received, HandoffState.AwaitingContact);
}
