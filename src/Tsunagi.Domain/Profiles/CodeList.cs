namespace Tsunagi.Domain.Profiles;

/// <summary>コード項目: one answer of a code list. It is never deleted, only closed by its last day, so old answers keep their words.</summary>
/// <param name="Code">Stable code, unique in its list.</param>
/// <param name="Name">The words on screen and paper.</param>
/// <param name="ShortName">The words in tables.</param>
/// <param name="ValidFrom">First day it may be chosen.</param>
/// <param name="ValidTo">Last day it may be chosen, included.</param>
/// <param name="ReportedToState">国への報告項目: counted in the return to the state.</param>
/// <param name="SortOrder">Place in the list, ascending.</param>
/// <param name="Group">The heading it stands under.</param>
/// <param name="Note">A hint beside the choice.</param>
/// <param name="LifeDanger">命にかかわる印: choosing it calls for the urgent report at once (rules §4).</param>
public sealed record CodeItem(
    string Code,
    string Name,
    string? ShortName = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null,
    bool ReportedToState = false,
    int SortOrder = 0,
    string? Group = null,
    string? Note = null,
    bool LifeDanger = false)
{
    /// <summary>The short name, or the name where there is none.</summary>
    public string Label => ShortName ?? Name;

    /// <summary>Whether it may be chosen on the day.</summary>
    public bool IsValidOn(DateOnly day) => Validity.Covers(ValidFrom, ValidTo, day);
}

/// <summary>コード表: a versioned list of answers.</summary>
/// <param name="Code">Stable code of the list; see <see cref="CodeLists"/>.</param>
/// <param name="Name">What the list is called.</param>
/// <param name="Version">The version in force, rising with every change.</param>
/// <param name="ValidFrom">First day of that version.</param>
/// <param name="Items">The answers in order.</param>
/// <param name="Source">Where the list was taken from.</param>
public sealed record CodeList(
    string Code,
    string Name,
    int Version,
    DateOnly ValidFrom,
    IReadOnlyList<CodeItem> Items,
    string? Source = null)
{
    /// <summary>The answers that may be chosen on the day, in order.</summary>
    public IReadOnlyList<CodeItem> ItemsAsOf(DateOnly day) => [.. Items.Where(i => i.IsValidOn(day))];

    /// <summary>The item with the code, closed ones too, or null.</summary>
    public CodeItem? Find(string code) => Items.FirstOrDefault(i => i.Code == code);

    /// <summary>The words for a stored code; the code itself if the list does not know it.</summary>
    public string NameOf(string code) => Find(code)?.Name ?? code;
}

/// <summary>コード表の名: the lists every profile must have.</summary>
public static class CodeLists
{
    /// <summary>相談内容.</summary>
    public const string ConsultationTopic = "consultation-topic";

    /// <summary>つなぐ内容: the topic boxes of the referral sheet.</summary>
    public const string ReferralTopic = "referral-topic";

    /// <summary>相談経路.</summary>
    public const string Route = "route";

    /// <summary>連絡・相談の手段.</summary>
    public const string Channel = "channel";

    /// <summary>課題と特性.</summary>
    public const string Issue = "issue";

    /// <summary>スクリーニング結果.</summary>
    public const string ScreeningResult = "screening-result";

    /// <summary>プラン評価の結果.</summary>
    public const string PlanResult = "plan-result";

    /// <summary>終結の理由.</summary>
    public const string TerminationReason = "termination-reason";

    /// <summary>見られた変化.</summary>
    public const string ChangeSeen = "change-seen";

    /// <summary>記録の書き方.</summary>
    public const string NoteForm = "note-form";

    /// <summary>分野.</summary>
    public const string Field = "field";

    /// <summary>緊急度.</summary>
    public const string Urgency = "urgency";

    /// <summary>危険の印.</summary>
    public const string DangerFlag = "danger-flag";

    /// <summary>来談者の続柄.</summary>
    public const string VisitorRelation = "visitor-relation";

    /// <summary>件数だけの区分.</summary>
    public const string Tally = "tally";

    /// <summary>世帯内の続柄.</summary>
    public const string HouseholdRelation = "household-relation";

    /// <summary>性別（任意）.</summary>
    public const string Gender = "gender";

    /// <summary>同意の方法.</summary>
    public const string ConsentForm = "consent-form";

    /// <summary>同意の状態: refusal, ask again, and what stands in the way.</summary>
    public const string ConsentState = "consent-state";

    /// <summary>同意の目的.</summary>
    public const string ConsentPurpose = "consent-purpose";

    /// <summary>提供先の区分.</summary>
    public const string RecipientCategory = "recipient-category";

    /// <summary>情報の区分.</summary>
    public const string FieldClass = "field-class";

    /// <summary>代わりに同意する人.</summary>
    public const string ConsentRepresentative = "consent-representative";

    /// <summary>資源の不足の種類.</summary>
    public const string GapKind = "gap-kind";

    /// <summary>外部の受け手.</summary>
    public const string OutsideReceiverKind = "outside-receiver-kind";

    /// <summary>外部の受け手へのつなぎ方.</summary>
    public const string ContactMethod = "contact-method";

    /// <summary>休止の理由.</summary>
    public const string SuspensionReason = "suspension-reason";

    /// <summary>支援終了時の結果.</summary>
    public const string ClosingOutcome = "closing-outcome";

    /// <summary>相談対応の結果.</summary>
    public const string ConsultationOutcome = "consultation-outcome";

    /// <summary>つなぐ理由.</summary>
    public const string HandoffReason = "handoff-reason";

    /// <summary>つなぎ戻す理由.</summary>
    public const string ReturnReason = "return-reason";

    /// <summary>引継ぎの理由.</summary>
    public const string HandoverReason = "handover-reason";

    /// <summary>通告・通報の種類.</summary>
    public const string UrgentReportKind = "urgent-report-kind";

    /// <summary>支援会議にかける理由.</summary>
    public const string ConferenceReason = "conference-reason";

    /// <summary>会議構成員の区分.</summary>
    public const string MemberCategory = "member-category";

    /// <summary>お知らせの契機: a recorded 行き詰まり・孤立・危険.</summary>
    public const string NoticeTrigger = "notice-trigger";

    /// <summary>訪問時の注意.</summary>
    public const string SafetyNote = "safety-note";

    /// <summary>訪問の結果.</summary>
    public const string VisitResult = "visit-result";

    /// <summary>参加の希望.</summary>
    public const string ParticipationWish = "participation-wish";

    /// <summary>社会資源の種類.</summary>
    public const string ResourceKind = "resource-kind";

    /// <summary>他の法定会議.</summary>
    public const string OtherStatutoryMeeting = "other-statutory-meeting";

    /// <summary>依頼票への回答.</summary>
    public const string RequestAnswer = "request-answer";

    /// <summary>緊急時閲覧の理由.</summary>
    public const string BreakGlassReason = "break-glass-reason";

    /// <summary>Every list a profile must have.</summary>
    public static IReadOnlyList<string> Required { get; } =
    [
        ConsultationTopic, ReferralTopic, Route, Channel, Issue, ScreeningResult, PlanResult, TerminationReason, ChangeSeen,
        NoteForm, Field, Urgency, DangerFlag, VisitorRelation, Tally, HouseholdRelation, Gender, ConsentForm, ConsentState,
        ConsentPurpose, RecipientCategory, FieldClass, ConsentRepresentative, GapKind, OutsideReceiverKind, ContactMethod,
        SuspensionReason, ClosingOutcome, ConsultationOutcome, HandoffReason, ReturnReason, HandoverReason, UrgentReportKind,
        ConferenceReason, MemberCategory, NoticeTrigger, SafetyNote, VisitResult, ParticipationWish, ResourceKind,
        OtherStatutoryMeeting, RequestAnswer, BreakGlassReason,
    ];
}
