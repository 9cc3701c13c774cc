using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Handoffs;

/// <summary>つなぎでできること: every act either end may perform.</summary>
public enum HandoffAct
{
    /// <summary>下書きを直す.</summary>
    Revise,
    /// <summary>送る.</summary>
    Send,
    /// <summary>外部への連絡を記録する.</summary>
    LogAttempt,
    /// <summary>外部の受け手の引き受けを記録する.</summary>
    ConfirmOutside,
    /// <summary>受付判断をする.</summary>
    Judge,
    /// <summary>追加情報を依頼.</summary>
    Ask,
    /// <summary>質問に答える.</summary>
    Answer,
    /// <summary>質問を取り下げる.</summary>
    TakeBackQuestion,
    /// <summary>受ける・多機関協働で受ける.</summary>
    Accept,
    /// <summary>一緒に対応.</summary>
    AcceptJointly,
    /// <summary>多機関協働で受ける（起案）.</summary>
    ProposeAcceptance,
    /// <summary>つなぎ戻す.</summary>
    Return,
    /// <summary>つなぎ戻す（起案）.</summary>
    ProposeReturn,
    /// <summary>決裁の結果を反映する.</summary>
    CarryOut,
    /// <summary>起案を取り下げる.</summary>
    DropProposal,
    /// <summary>つなぎ戻しを確認する.</summary>
    AcknowledgeReturn,
    /// <summary>適した部署へつなぐ.</summary>
    Redirect,
    /// <summary>助言する.</summary>
    Advise,
    /// <summary>助言を確認する.</summary>
    AcknowledgeAdvice,
    /// <summary>取り下げる.</summary>
    Withdraw,
    /// <summary>同封の根拠を確かめる.</summary>
    ReleaseEnclosure,
    /// <summary>本人へ結果を伝えたかを記録する.</summary>
    RecordTold,
}

/// <summary>
/// だれが今何をできるか: one definition for the verbs of <see cref="Handoff"/> and for the page, which therefore offers only
/// the acts that follow from the judgement.
/// </summary>
public static class HandoffActs
{
    /// <summary>The acts <paramref name="side"/> may perform now, in the order of <see cref="HandoffAct"/>.</summary>
    public static IReadOnlyList<HandoffAct> Allowed(Handoff handoff, HandoffSide side, HandoffRules rules) =>
        [.. Enum.GetValues<HandoffAct>().Where(act => Against(handoff, side, act, rules) is null)];

    /// <summary>What stands against an act, or null when nothing does.</summary>
    public static Refusal? Against(Handoff handoff, HandoffSide side, HandoffAct act, HandoffRules rules)
    {
        ArgumentNullException.ThrowIfNull(handoff);
        ArgumentNullException.ThrowIfNull(rules);
        if (side != SideOf(act))
        {
            return new(RefusalCode.NotAllowed);
        }
        if (!FitsState(handoff, act))
        {
            return new(RefusalCode.WrongState);
        }
        return AgainstKind(handoff, act) ?? AgainstDecision(act, handoff.Kind, rules);
    }

    private static HandoffSide SideOf(HandoffAct act) => act switch
    {
        HandoffAct.Revise or HandoffAct.Send or HandoffAct.LogAttempt or HandoffAct.ConfirmOutside or HandoffAct.Answer
            or HandoffAct.AcknowledgeReturn or HandoffAct.AcknowledgeAdvice or HandoffAct.Withdraw
            or HandoffAct.ReleaseEnclosure or HandoffAct.RecordTold => HandoffSide.Sender,
        HandoffAct.Judge or HandoffAct.Ask or HandoffAct.TakeBackQuestion or HandoffAct.Accept or HandoffAct.AcceptJointly
            or HandoffAct.ProposeAcceptance or HandoffAct.Return or HandoffAct.ProposeReturn or HandoffAct.CarryOut
            or HandoffAct.DropProposal or HandoffAct.Redirect or HandoffAct.Advise => HandoffSide.Receiver,
    };

    private static bool FitsState(Handoff handoff, HandoffAct act) => act switch
    {
        HandoffAct.Revise => handoff.State == HandoffState.Drafted,
        HandoffAct.Send => handoff.State == HandoffState.Drafted,
        HandoffAct.LogAttempt => Can(handoff, HandoffAction.Attempt),
        HandoffAct.ConfirmOutside => Can(handoff, HandoffAction.Confirm),
        HandoffAct.Judge => Can(handoff, HandoffAction.Judge),
        HandoffAct.Ask => Can(handoff, HandoffAction.Ask),
        HandoffAct.Answer or HandoffAct.TakeBackQuestion => Can(handoff, HandoffAction.Answer),
        // A decided acceptance or return is carried out; it is not given afresh.
        HandoffAct.Accept => Can(handoff, HandoffAction.Accept) && handoff.State != HandoffState.InDecision,
        HandoffAct.AcceptJointly => Can(handoff, HandoffAction.AcceptJointly),
        HandoffAct.Return => Can(handoff, HandoffAction.Return) && handoff.State != HandoffState.InDecision,
        HandoffAct.ProposeAcceptance or HandoffAct.ProposeReturn => Can(handoff, HandoffAction.Propose),
        HandoffAct.CarryOut or HandoffAct.DropProposal => Can(handoff, HandoffAction.DropProposal),
        HandoffAct.AcknowledgeReturn => Can(handoff, HandoffAction.AcknowledgeReturn),
        HandoffAct.Redirect => Can(handoff, HandoffAction.Redirect),
        HandoffAct.Advise => Can(handoff, HandoffAction.Advise),
        HandoffAct.AcknowledgeAdvice => Can(handoff, HandoffAction.AcknowledgeAdvice),
        HandoffAct.Withdraw => Can(handoff, HandoffAction.Withdraw),
        HandoffAct.ReleaseEnclosure => handoff.MayStillDisclose && handoff.Enclosures.Any(e => e.IsHeldBack),
        HandoffAct.RecordTold => handoff.MustTellPerson,
    };

    private static bool Can(Handoff handoff, HandoffAction action) => HandoffStates.Next(handoff.State, action) is not null;

    /// <summary>The kind and, for the hub, the judgement decide which answers there are (rules §1).</summary>
    private static Refusal? AgainstKind(Handoff handoff, HandoffAct act) => act switch
    {
        HandoffAct.Judge when handoff.Kind != HandoffKind.ToHub => new(RefusalCode.WrongHandoffKind),
        HandoffAct.AcceptJointly when handoff.Kind != HandoffKind.ToDesk => new(RefusalCode.WrongHandoffKind),
        HandoffAct.Advise when handoff.Kind != HandoffKind.Advice => new(RefusalCode.WrongHandoffKind),
        HandoffAct.Accept or HandoffAct.ProposeAcceptance => handoff.Kind switch
        {
            HandoffKind.ToDesk => act == HandoffAct.Accept ? null : new(RefusalCode.WrongHandoffKind),
            HandoffKind.ToHub => handoff.Judgement?.Sheet.AllMet() == true ? null : new(RefusalCode.CriteriaNotAllMet),
            HandoffKind.Advice => new(RefusalCode.WrongHandoffKind),
        },
        HandoffAct.Return or HandoffAct.ProposeReturn => handoff.Kind switch
        {
            HandoffKind.ToHub => handoff.Judgement?.Sheet.AnyFails() == true ? null : new(RefusalCode.NoCriterionFails),
            // A desk has no refusal, and advice moves nothing that could be returned.
            HandoffKind.ToDesk or HandoffKind.Advice => new(RefusalCode.WrongHandoffKind),
        },
        _ => null,
    };

    private static Refusal? AgainstDecision(HandoffAct act, HandoffKind kind, HandoffRules rules) => act switch
    {
        HandoffAct.Return when rules.ReturnNeedsDecision => new(RefusalCode.DecisionNeeded),
        HandoffAct.ProposeReturn when !rules.ReturnNeedsDecision => new(RefusalCode.DecisionNotNeeded),
        HandoffAct.Accept when kind == HandoffKind.ToHub && rules.AcceptanceNeedsDecision => new(RefusalCode.DecisionNeeded),
        HandoffAct.ProposeAcceptance when !rules.AcceptanceNeedsDecision => new(RefusalCode.DecisionNotNeeded),
        _ => null,
    };
}
