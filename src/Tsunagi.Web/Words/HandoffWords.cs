using Tsunagi.Domain.Handoffs;
using Tsunagi.Web.DesignSystem;

namespace Tsunagi.Web.Words;

/// <summary>つなぎの言葉: what states, kinds, acts and enclosures are called (rules §11).</summary>
public static class HandoffWords
{
    public static string Of(HandoffKind kind) => kind switch
    {
        HandoffKind.ToDesk => "窓口・専門機関へつなぐ",
        HandoffKind.ToHub => "多機関協働へつなぐ",
        HandoffKind.Advice => "助言を依頼",
    };

    /// <summary>The kind in a list.</summary>
    public static string Short(HandoffKind kind) => kind switch
    {
        HandoffKind.ToDesk => "窓口・専門機関",
        HandoffKind.ToHub => "多機関協働",
        HandoffKind.Advice => "助言依頼",
    };

    public static string Of(HandoffState state, HandoffKind kind) => state switch
    {
        HandoffState.Drafted => "下書き",
        HandoffState.AwaitingContact => "外部の受け手へ連絡中",
        HandoffState.Received => "届いた（対応待ち）",
        HandoffState.Screening => kind == HandoffKind.ToHub ? "多機関協働の受付判断" : "確認中",
        HandoffState.Questioned => "追加情報を依頼中",
        HandoffState.InDecision => "決裁待ち",
        HandoffState.Returned => "つなぎ戻し（確認待ち）",
        HandoffState.ReturnAcknowledged => "つなぎ戻し（確認済み）",
        HandoffState.Redirected => "適した部署へつないだ",
        HandoffState.Accepted => kind == HandoffKind.ToHub ? "多機関協働で受けた" : "受けた",
        HandoffState.AcceptedJointly => "一緒に対応",
        HandoffState.Advised => "助言あり（確認待ち）",
        HandoffState.Closed => "助言を確認済み",
        HandoffState.Withdrawn => "取下げ",
    };

    public static Tone ToneOf(HandoffState state) => state switch
    {
        HandoffState.Accepted or HandoffState.AcceptedJointly or HandoffState.Closed => Tone.Success,
        HandoffState.Returned or HandoffState.Questioned or HandoffState.AwaitingContact => Tone.Warning,
        HandoffState.Received or HandoffState.Screening or HandoffState.InDecision or HandoffState.Advised => Tone.Info,
        HandoffState.Drafted or HandoffState.ReturnAcknowledged or HandoffState.Redirected or HandoffState.Withdrawn => Tone.Neutral,
    };

    /// <summary>The button of an act; the same act has another word at a desk than at the hub.</summary>
    public static string Of(HandoffAct act, HandoffKind kind) => act switch
    {
        HandoffAct.Revise => "下書きを直す",
        HandoffAct.Send => "送る",
        HandoffAct.LogAttempt => "連絡を記録する",
        HandoffAct.ConfirmOutside => "引き受けの確認を記録する",
        HandoffAct.Judge => "受付判断をする",
        HandoffAct.Ask => "追加情報を依頼",
        HandoffAct.Answer => "質問に答える",
        HandoffAct.TakeBackQuestion => "質問を取り下げる",
        HandoffAct.Accept => kind == HandoffKind.ToHub ? "多機関協働で受ける" : "受ける（主担当になる）",
        HandoffAct.AcceptJointly => "一緒に対応",
        HandoffAct.ProposeAcceptance => "多機関協働で受ける（決裁へ）",
        HandoffAct.Return => "つなぎ戻す",
        HandoffAct.ProposeReturn => "つなぎ戻す（決裁へ）",
        HandoffAct.CarryOut => "決裁の結果を反映する",
        HandoffAct.DropProposal => "起案を取り下げる",
        HandoffAct.AcknowledgeReturn => "つなぎ戻しを確認した",
        HandoffAct.Redirect => "適した部署へつなぐ",
        HandoffAct.Advise => "助言する",
        HandoffAct.AcknowledgeAdvice => "助言を確認した",
        HandoffAct.Withdraw => "取り下げる",
        HandoffAct.ReleaseEnclosure => "同封の根拠を確かめる",
        HandoffAct.RecordTold => "本人への結果報告を記録する",
    };

    /// <summary>What was done, as the next page tells.</summary>
    public static string Done(HandoffAct act) => act switch
    {
        HandoffAct.Revise => "下書きを保存しました。",
        HandoffAct.Send => "つなぎました。相手に届いています。",
        HandoffAct.LogAttempt => "連絡を記録しました。",
        HandoffAct.ConfirmOutside => "引き受けの確認を記録しました。",
        HandoffAct.Judge => "受付判断を記録しました。",
        HandoffAct.Ask => "追加情報を依頼しました。回答がそろうまで、こちらの日数は進みません。",
        HandoffAct.Answer => "回答を送りました。",
        HandoffAct.TakeBackQuestion => "質問を取り下げました。",
        HandoffAct.Accept => "受けました。支援ケースを開きました。",
        HandoffAct.AcceptJointly => "一緒に対応します。主担当はつないだ機関のままです。",
        HandoffAct.ProposeAcceptance or HandoffAct.ProposeReturn => "決裁へ送りました。",
        HandoffAct.Return => "つなぎ戻しました。",
        HandoffAct.CarryOut => "決裁を記録しました。",
        HandoffAct.DropProposal => "起案を差し戻し・取下げにしました。",
        HandoffAct.AcknowledgeReturn => "つなぎ戻しを確認しました。",
        HandoffAct.Redirect => "適した部署へつなぎました。",
        HandoffAct.Advise => "助言を送りました。",
        HandoffAct.AcknowledgeAdvice => "助言を確認しました。",
        HandoffAct.Withdraw => "取り下げました。",
        HandoffAct.ReleaseEnclosure => "根拠を記録し、相手が読めるようにしました。",
        HandoffAct.RecordTold => "本人への結果報告を記録しました。",
    };

    /// <summary>What whoever is to act next has to do.</summary>
    public static string NextStep(HandoffState state, HandoffKind kind) => state switch
    {
        HandoffState.Drafted => "送る",
        HandoffState.AwaitingContact => "受け手に連絡し、引き受けを確認する",
        HandoffState.Received => kind switch
        {
            HandoffKind.ToDesk => "受けるかどうかを決める",
            HandoffKind.ToHub => "受付判断をする",
            HandoffKind.Advice => "助言する",
        },
        HandoffState.Screening => kind switch
        {
            HandoffKind.ToDesk => "受けるかどうかを決める",
            HandoffKind.ToHub => "受付判断に沿って進める",
            HandoffKind.Advice => "助言する",
        },
        HandoffState.Questioned => "質問に答える",
        HandoffState.InDecision => "決裁する",
        HandoffState.Returned => "つなぎ戻しを確認する",
        HandoffState.Advised => "助言を確認する",
        HandoffState.ReturnAcknowledged or HandoffState.Redirected or HandoffState.Accepted
            or HandoffState.AcceptedJointly or HandoffState.Closed or HandoffState.Withdrawn => "",
    };

    public static string Of(EnclosedPart part) => part switch
    {
        EnclosedPart.Identity => "氏名・生年月日",
        EnclosedPart.Contact => "住所・電話",
        EnclosedPart.Household => "世帯",
        EnclosedPart.Narrative => "主訴・経過",
        EnclosedPart.Assessment => "アセスメント",
        EnclosedPart.Special => "配慮が要る情報（病歴・虐待・債務など）",
    };

    public static string Of(EnclosureOpens opens) => opens switch
    {
        EnclosureOpens.OnAcceptance => "受けたあと",
        EnclosureOpens.OnReceipt => "届いたとき",
    };

    public static string Mark(Criterion criterion) => criterion switch
    {
        Criterion.Complex => "①",
        Criterion.Roles => "②",
        Criterion.BeyondMeetings => "③",
    };

    public static string Of(Criterion criterion) => criterion switch
    {
        Criterion.Complex => "複雑化・狭間",
        Criterion.Roles => "役割整理",
        Criterion.BeyondMeetings => "既存会議では困難",
    };

    /// <summary>The criterion's code in the ward's profile.</summary>
    public static string CodeOf(Criterion criterion) => criterion switch
    {
        Criterion.Complex => "C1",
        Criterion.Roles => "C2",
        Criterion.BeyondMeetings => "C3",
    };

    public static string Of(CriterionAnswer answer) => answer switch
    {
        CriterionAnswer.Yes => "はい",
        CriterionAnswer.No => "いいえ",
        CriterionAnswer.NotEnoughInformation => "情報不足",
    };
}
