using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Plans;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Features.Shared;

namespace Tsunagi.Web.Words;

/// <summary>The words of consents, plan conferences, plans and decisions: one place, for wards that say it differently.</summary>
public static class PlanWords
{
    public static string Of(ConsentStanding standing) => standing switch
    {
        ConsentStanding.Explained => "説明済み（返事待ち）",
        ConsentStanding.NotYetValid => "期間前",
        ConsentStanding.Active => "同意あり",
        ConsentStanding.Expired => "期限切れ",
        ConsentStanding.Declined => "同意しない",
        ConsentStanding.AskAgain => "あらためて説明する予定",
        ConsentStanding.Withdrawn => "撤回",
        ConsentStanding.NoOneCanConsent => "判断困難・代理人なし",
        ConsentStanding.Annulled => "誤記録につき取消し",
    };

    public static Tone ToneOf(ConsentStanding standing) => standing switch
    {
        ConsentStanding.Active => Tone.Success,
        ConsentStanding.Expired or ConsentStanding.Withdrawn or ConsentStanding.NoOneCanConsent => Tone.Warning,
        ConsentStanding.Explained or ConsentStanding.NotYetValid or ConsentStanding.AskAgain => Tone.Info,
        ConsentStanding.Declined or ConsentStanding.Annulled => Tone.Neutral,
    };

    public static string Of(ConsentAction action) => action switch
    {
        ConsentAction.Explain => "説明",
        ConsentAction.Give => "同意を受けた",
        ConsentAction.Decline => "同意しないとの返事",
        ConsentAction.PlanToAskAgain => "あらためて説明する日を決めた",
        ConsentAction.Withdraw => "撤回",
        ConsentAction.FindNobody => "判断困難・代理人なしとした",
        ConsentAction.CorrectWithdrawal => "撤回の記録の訂正（この時から共有を再開）",
        ConsentAction.Annul => "同意の記録の取消し（初めから無効）",
    };

    public static string Of(ConsentGiver giver) => giver switch
    {
        ConsentGiver.Self => "本人",
        ConsentGiver.LegalRepresentative => "法定代理人（親権者・未成年後見人）",
        ConsentGiver.AdultGuardian => "成年後見人",
        ConsentGiver.Curator => "保佐人",
        ConsentGiver.Assistant => "補助人",
        ConsentGiver.VoluntaryGuardian => "任意後見人",
    };

    public static string Of(ConsentForm form) => form switch { ConsentForm.Written => "書面", ConsentForm.Oral => "口頭" };

    public static string Of(SignatureKind kind) => kind switch
    {
        SignatureKind.Signed => "自署",
        SignatureKind.Seal => "記名押印",
        SignatureKind.Thumbprint => "拇印",
        SignatureKind.WrittenByOther => "代筆",
    };

    public static string Of(RepresentativeStanding standing) => standing switch
    {
        RepresentativeStanding.Clear => "支障なし",
        RepresentativeStanding.Suspected => "虐待などの疑いがある",
        RepresentativeStanding.Conflicted => "利益相反がある",
    };

    public static string Of(PlanKind kind) => kind switch
    {
        PlanKind.Collaboration => "支援プラン",
        PlanKind.Outreach => "アウトリーチプラン",
        PlanKind.Participation => "参加支援プラン",
    };

    public static string Of(PlanVersionState state) => state switch
    {
        PlanVersionState.Draft => "作成中",
        PlanVersionState.ConsentSigned => "本人署名済み",
        PlanVersionState.Submitted => "提出済み",
        PlanVersionState.Appropriate => "会議で適切と判断",
        PlanVersionState.Decided => "区の決定済み",
        PlanVersionState.Active => "実施中",
        PlanVersionState.Evaluating => "評価中",
        PlanVersionState.Terminated => "終結",
        PlanVersionState.FollowUp => "フォローアップ中",
        PlanVersionState.Closed => "完了",
        PlanVersionState.Interrupted => "中断",
        PlanVersionState.Superseded => "次の版に更新済み",
        PlanVersionState.Dropped => "取下げ",
    };

    public static string Of(PlanVersionAction action) => action switch
    {
        PlanVersionAction.Edit => "内容を直した",
        PlanVersionAction.Sign => "本人の署名がそろった",
        PlanVersionAction.Submit => "提出した",
        PlanVersionAction.SendBack => "作成中に戻した",
        PlanVersionAction.JudgeAppropriate => "会議で適切と判断された",
        PlanVersionAction.Decide => "区の決定を受けた",
        PlanVersionAction.Activate => "実施を始めた",
        PlanVersionAction.Monitor => "モニタリングを記録した",
        PlanVersionAction.StartEvaluation => "評価を始めた",
        PlanVersionAction.Evaluate => "評価を記録した",
        PlanVersionAction.Continue => "会議で継続となった",
        PlanVersionAction.Terminate => "終結した",
        PlanVersionAction.Interrupt => "中断した",
        PlanVersionAction.Resume => "再開した",
        PlanVersionAction.StartFollowUp => "フォローアップを予定した",
        PlanVersionAction.Close => "完了した",
        PlanVersionAction.Supersede => "次の版に引き継いだ",
        PlanVersionAction.Drop => "取り下げた",
    };

    public static Tone ToneOf(PlanVersionState state) => state switch
    {
        PlanVersionState.Active => Tone.Success,
        PlanVersionState.Interrupted => Tone.Warning,
        PlanVersionState.Superseded or PlanVersionState.Dropped or PlanVersionState.Closed or PlanVersionState.Terminated => Tone.Neutral,
        PlanVersionState.Draft or PlanVersionState.ConsentSigned or PlanVersionState.Submitted or PlanVersionState.Appropriate
            or PlanVersionState.Decided or PlanVersionState.Evaluating or PlanVersionState.FollowUp => Tone.Info,
    };

    public static string Of(PlanGate gate) => gate switch
    {
        PlanGate.Acceptance => "受理",
        PlanGate.Conference => "会議での適否の判断",
        PlanGate.PlanDecision => "プラン決定",
    };

    public static string Of(MonitoringOutcome outcome) => outcome switch
    {
        MonitoringOutcome.Continue => "このまま続ける",
        MonitoringOutcome.RePlan => "再プランを作る",
        MonitoringOutcome.Evaluate => "評価に進む",
    };

    /// <summary>How a goal or an action stands, by its code.</summary>
    public static IReadOnlyList<(string Code, string Words)> Results { get; } = [("going", "進んでいる"), ("achieved", "達成"), ("partly", "一部達成"), ("stuck", "進んでいない")];

    public static string ResultOf(string code) => Results.FirstOrDefault(r => r.Code == code).Words ?? code;

    public static string Of(PlanChangeKind kind) => kind switch
    {
        PlanChangeKind.Added => "追加",
        PlanChangeKind.Removed => "削除",
        PlanChangeKind.Changed => "変更",
    };

    /// <summary>The name of a field, as the form calls it.</summary>
    public static string FieldOf(string field) => field switch
    {
        "Subjects" => "対象者",
        "MainAgency" => "主担当",
        "Goals" or "Goals.Words" => "本人の目標",
        "Goals.Horizon" => "目標の長さ",
        "Goals.Person" => "だれの目標か",
        "Approach" => "支援の進め方",
        "Policy" => "支援の方針",
        "Actions" or "Actions.What" => "支援の内容",
        "Actions.Who" => "だれが",
        "Actions.Until" => "いつまで",
        "Actions.Goal" => "どの目標のため",
        "InformalHelp" => "身近な支え",
        "Roles" or "Roles.Role" => "機関の役割",
        "Roles.Category" => "提供先の区分",
        "Roles.Organisation" => "組織",
        "From" => "期間の始まり",
        "Until" => "期間の終わり",
        "MonitoringOn" => "モニタリングの日",
        _ => field,
    };

    public static string Of(PlanConferencePurpose purpose) => purpose switch
    {
        PlanConferencePurpose.PlanReview => "プランの検討",
        PlanConferencePurpose.RePlan => "再プランの検討",
        PlanConferencePurpose.TerminationReview => "終結の検討",
        PlanConferencePurpose.InterruptionReview => "中断の検討",
    };

    public static string Of(PlanConferenceState state) => state switch
    {
        PlanConferenceState.Planned => "予定",
        PlanConferenceState.ConsentChecked => "同意確認済み",
        PlanConferenceState.Held => "開催中",
        PlanConferenceState.Decided => "結論あり（会議録未確定）",
        PlanConferenceState.MinutesFixed => "会議録確定",
        PlanConferenceState.Cancelled => "中止",
    };

    public static string Of(PlanConferenceDecision decision) => decision switch
    {
        PlanConferenceDecision.Appropriate => "適切",
        PlanConferenceDecision.Revise => "見直し",
        PlanConferenceDecision.Terminate => "終結",
        PlanConferenceDecision.Continue => "継続",
        PlanConferenceDecision.Interrupt => "中断",
        PlanConferenceDecision.ReturnToDesk => "包括的相談支援で対応",
    };

    public static string Of(ConferenceContent content) => content switch
    {
        ConferenceContent.Goals => "本人の目標",
        ConferenceContent.Approach => "支援の方針",
        ConferenceContent.Actions => "支援の内容",
        ConferenceContent.Roles => "各機関の役割",
        ConferenceContent.MonitoringDate => "モニタリングの時期",
        ConferenceContent.Changes => "状況の変化",
        ConferenceContent.CurrentPlan => "現プランの評価",
        ConferenceContent.Achievement => "目標の達成状況",
        ConferenceContent.Supporters => "支援者の状況",
        ConferenceContent.Evaluation => "評価",
        ConferenceContent.FollowUpNeed => "フォローアップの要否",
        ConferenceContent.FollowUpMethod => "フォローアップの方法",
        ConferenceContent.ContactHistory => "中断の理由と連絡の経過",
        ConferenceContent.WayBack => "再開の手がかり",
    };

    public static string Of(ConferenceVoice voice) => voice switch
    {
        ConferenceVoice.Agrees => "賛成",
        ConferenceVoice.AgreesWithReservation => "留保つきで賛成",
        ConferenceVoice.Objects => "異議",
    };

    public static string Of(ConferenceItemOrigin origin) => origin switch
    {
        ConferenceItemOrigin.AgencyRecord => "機関の記録から",
        ConferenceItemOrigin.ToldBySubject => "本人の話から",
    };

    public static string Of(DecisionKind kind) => kind switch
    {
        DecisionKind.PlanAcceptance => "プランの受理",
        DecisionKind.PlanDecision => "プラン決定",
        DecisionKind.PlanTermination => "プランの終結",
        DecisionKind.PlanInterruption => "プランの中断",
        DecisionKind.HandoffReturn => "つなぎ戻し",
        DecisionKind.Disclosure => "開示・提供",
        DecisionKind.AbuseResponse => "虐待対応",
    };

    public static string Of(DecisionState state) => state switch
    {
        DecisionState.Drafted => "確認待ち",
        DecisionState.Checked => "決裁待ち",
        DecisionState.Decided => "決裁済み",
        DecisionState.DecidedByDeputy => "代決済み（後閲待ち）",
        DecisionState.SentBack => "差戻し",
        DecisionState.Withdrawn => "取下げ",
        DecisionState.Lapsed => "廃案",
    };

    public static string Of(DecisionStepKind kind) => kind switch
    {
        DecisionStepKind.Draft => "起案",
        DecisionStepKind.Redraft => "再起案",
        DecisionStepKind.Check => "確認",
        DecisionStepKind.Decide => "決裁",
        DecisionStepKind.DecideAsDeputy => "代決",
        DecisionStepKind.View => "後閲",
        DecisionStepKind.SendBack => "差戻し",
        DecisionStepKind.Withdraw => "取下げ",
        DecisionStepKind.Lapse => "廃案",
    };

    public static string Of(DecisionVerb verb) => verb switch
    {
        DecisionVerb.Check => "確認する",
        DecisionVerb.Decide => "決裁する",
        DecisionVerb.DecideAsDeputy => "代決する",
        DecisionVerb.View => "後閲する",
        DecisionVerb.SendBack => "差し戻す",
    };
}
