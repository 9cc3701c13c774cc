using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Profiles;
using Tsunagi.Web.DesignSystem;

namespace Tsunagi.Web.Words;

/// <summary>The words of the 支援会議 and the 依頼票, in one place.</summary>
public static class ConferenceWords
{
    public static string Of(MatterState state) => state switch
    {
        MatterState.Proposed => "提案済み",
        MatterState.Declined => "座長の選び直し",
        MatterState.Withdrawn => "取下げ",
        MatterState.MembersSelected => "構成員を選定中",
        MatterState.Convened => "招集済み",
        MatterState.Held => "開催（記録中）",
        MatterState.MinutesFixed => "会議録確定",
        MatterState.Watching => "見守り",
        MatterState.EmergencyAction => "緊急対応",
        MatterState.OutreachStarted => "アウトリーチ開始",
        MatterState.MovedToPlanConference => "重層的支援会議へ移行",
        MatterState.Closed => "終了",
    };

    public static string Of(MatterAction action) => action switch
    {
        MatterAction.DeclineChair => "座長の引受けを辞退する",
        MatterAction.ChooseChair => "座長を選び直す",
        MatterAction.Withdraw => "提案を取り下げる",
        MatterAction.SelectMembers => "次の回の構成員を選ぶ",
        MatterAction.Convene => "招集する",
        MatterAction.Hold => "開催する",
        MatterAction.FixMinutes => "会議録を確定する",
        MatterAction.Watch => "見守りを続ける",
        MatterAction.ActUrgently => "緊急に対応する",
        MatterAction.StartOutreach => "アウトリーチを始める",
        MatterAction.MoveToPlanConference => "重層的支援会議へ移す（本人の同意が必要）",
        MatterAction.Close => "終了する",
    };

    public static string Of(ConferencePower power) => power switch
    {
        ConferencePower.ShareInformation => "情報の共有",
        ConferencePower.AssignWatchRoles => "見守りの役割分担",
        ConferencePower.DecideUrgentResponse => "緊急対応の決定",
        ConferencePower.DiscussSupportDirection => "支援方針の検討",
        ConferencePower.DecideSupportDirection => "支援方針の決定",
        ConferencePower.MakePlan => "プランの作成",
        ConferencePower.JudgePlan => "プランの適切性の判断",
        ConferencePower.TrackPlan => "プランの進捗管理",
        ConferencePower.ReviewTermination => "終結の評価",
        ConferencePower.DecideInterruption => "中断の決定",
        ConferencePower.FindResourceGap => "資源の不足の把握",
    };

    public static string Of(ProposalGround ground) => ground switch
    {
        ProposalGround.ConsentNotYet => "本人の同意が（まだ）得られない",
        ProposalGround.FragmentsHeldApart => "複数の機関が断片的に把握している",
        ProposalGround.EarlyPrevention => "予防的・早期の支援が必要",
    };

    public static string Of(ProposalNoticeKind kind) => kind switch
    {
        ProposalNoticeKind.ChairDeclined => "座長の引受けの辞退",
        ProposalNoticeKind.Withdrawal => "提案者からの取下げの申出",
    };

    public static string Of(ParticipantKind kind) => kind switch
    {
        ParticipantKind.WardStaff => "区職員",
        ParticipantKind.AgencyWorker => "支援関係機関",
        ParticipantKind.Guest => "ゲスト",
    };

    public static string Of(MemberPart part) => part switch
    {
        MemberPart.Attendee => "出席者",
        MemberPart.Head => "所属長",
        MemberPart.Deputy => "代理",
        MemberPart.Guest => "ゲスト",
    };

    public static string Of(ReadingScope scope) => scope switch
    {
        ReadingScope.WholeSession => "この回の全項目",
        ReadingScope.NamedItems => "指名された項目のみ",
    };

    public static string Of(ExplanationManner manner) => manner switch
    {
        ExplanationManner.Oral => "口頭で説明",
        ExplanationManner.Pledge => "誓約書",
    };

    public static string Of(RequestAnswer answer) => answer switch
    {
        RequestAnswer.Waiting => "回答待ち",
        RequestAnswer.Given => "応じた",
        RequestAnswer.Declined => "応じられない",
    };

    public static string Of(InformationTiming timing) => timing switch
    {
        InformationTiming.BeforeSession => "会議前",
        InformationTiming.InSession => "会議中",
        InformationTiming.AfterSession => "会議後",
    };

    public static string Of(OwnKnowledgeKind kind) => kind switch
    {
        OwnKnowledgeKind.HeldBefore => "以前から把握していた",
        OwnKnowledgeKind.LearntLater => "会議とは別に後から知った",
    };

    public static string Of(WayOutKind kind) => kind switch
    {
        WayOutKind.WorkOrder => "依頼票",
        WayOutKind.Consent => "本人の同意",
        WayOutKind.Statutory => "法令による通報・回答",
        WayOutKind.Danger => "差し迫った危険",
        WayOutKind.AnonymisedGap => "匿名の資源不足",
    };

    public static string Of(WorkOrderState state) => state switch
    {
        WorkOrderState.Issued => "未回答",
        WorkOrderState.Done => "済み",
        WorkOrderState.Absent => "不在",
        WorkOrderState.Difficult => "困難",
        WorkOrderState.Withdrawn => "取下げ",
    };

    public static string Of(WorkOrderReply reply) => reply switch
    {
        WorkOrderReply.Done => "済み",
        WorkOrderReply.Absent => "不在",
        WorkOrderReply.Difficult => "困難",
    };

    public static string Of(MatterLevel level) => level switch
    {
        MatterLevel.Nothing => "閲覧不可",
        MatterLevel.OwnProposal => "提案者",
        MatterLevel.ItemLimited => "指名された項目のみ",
        MatterLevel.SessionLimited => "指名された回のみ",
        MatterLevel.FullRead => "すべての回",
        MatterLevel.SecretaryWrite => "会議事務局",
        MatterLevel.Chair => "座長",
    };

    public static Tone ToneOf(WorkOrder order, DateOnly today) => order.State switch
    {
        WorkOrderState.Done => Tone.Success,
        WorkOrderState.Withdrawn => Tone.Neutral,
        WorkOrderState.Issued or WorkOrderState.Absent or WorkOrderState.Difficult => order.IsOverdue(today) ? Tone.Warning : Tone.Info,
    };

    /// <summary>An instant as people in Tokyo read it.</summary>
    public static string When(DateTimeOffset at) => DateWords.Short(at);

    public static string Day(DateOnly day) => DateWords.Short(day);

    /// <summary>Where text stands on several lines, as one shows it.</summary>
    public static string Day(DateOnly? day) => day is { } d ? Day(d) : "";
}
