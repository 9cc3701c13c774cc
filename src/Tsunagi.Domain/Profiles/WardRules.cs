using System.ComponentModel.DataAnnotations;

namespace Tsunagi.Domain.Profiles;

/// <summary>多機関協働の基準: one of the criteria a case must meet, all of them together.</summary>
/// <param name="Code">Stable code: c1, c2, c3.</param>
/// <param name="Mark">The circled number.</param>
/// <param name="ShortName">Screen words: 複雑化・狭間 / 役割整理 / 既存会議では困難.</param>
/// <param name="Description">What it asks, in the ward's sense.</param>
/// <param name="Source">Where it was taken from.</param>
public sealed record HubCriterion(string Code, string Mark, string ShortName, string Description, string? Source = null);

/// <summary>多機関協働のきまり: what the hub is asked and how it is staffed.</summary>
/// <param name="Criteria">The criteria, all of which must hold.</param>
/// <param name="CoordinatorsPerArea">調整担当: how many named coordinators each area's hub has.</param>
public sealed record HubRules(
    IReadOnlyList<HubCriterion> Criteria,
    [property: Range(1, 20)] int CoordinatorsPerArea);

/// <summary>期限: days and hours after which someone is reminded.</summary>
/// <param name="MonitoringMonths">モニタリング: default interval.</param>
/// <param name="ConsentMonths">同意: default life.</param>
/// <param name="ConsentExpiryWarningDays">How long before expiry the worker is reminded.</param>
/// <param name="AskConsentAgainDays">After a refusal, when asking again is suggested.</param>
/// <param name="ContactGapDays">つながり続ける: no contact for so long raises an alert, unless the plan agrees otherwise.</param>
/// <param name="BounceAlertOver">More returns and redirects than this tell the area manager.</param>
/// <param name="HandoffNoticeDays">A handoff waiting longer is marked at both ends.</param>
/// <param name="HandoffAlertDays">A handoff waiting longer climbs to the supervisor.</param>
/// <param name="CallBackDays">本人への結果報告: by when the person hears what became of it.</param>
/// <param name="ChildSafetyCheckHours">児童の安全確認.</param>
/// <param name="OtherSafetyCheckHours">Safety check of others after an urgent report.</param>
/// <param name="ResourceConfirmMonths">After so long without confirmation a resource is asked about again.</param>
/// <param name="IncidentPreliminaryDays">漏えい等報告（速報）.</param>
/// <param name="IncidentFinalDays">漏えい等報告（確報）.</param>
/// <param name="IncidentFinalMaliciousDays">漏えい等報告（確報、不正の目的のおそれ）.</param>
public sealed record DeadlineRules(
    [property: Range(1, 24)] int MonitoringMonths,
    [property: Range(1, 60)] int ConsentMonths,
    [property: Range(1, 180)] int ConsentExpiryWarningDays,
    [property: Range(1, 365)] int AskConsentAgainDays,
    [property: Range(1, 365)] int ContactGapDays,
    [property: Range(0, 10)] int BounceAlertOver,
    [property: Range(1, 90)] int HandoffNoticeDays,
    [property: Range(1, 180)] int HandoffAlertDays,
    [property: Range(1, 90)] int CallBackDays,
    [property: Range(1, 240)] int ChildSafetyCheckHours,
    [property: Range(1, 720)] int OtherSafetyCheckHours,
    [property: Range(1, 60)] int ResourceConfirmMonths,
    [property: Range(1, 30)] int IncidentPreliminaryDays,
    [property: Range(1, 120)] int IncidentFinalDays,
    [property: Range(1, 240)] int IncidentFinalMaliciousDays);

/// <summary>年齢: the ages rules turn on.</summary>
/// <param name="MinorConsentAge">同意年齢: below it the legal representative consents; the child's own wish is always recorded.</param>
/// <param name="AdultAge">成年.</param>
/// <param name="ChildAge">児童: below this age (児童福祉法4条).</param>
/// <param name="ElderAge">高齢者 (高齢者虐待防止法2条).</param>
public sealed record AgeRules(
    [property: Range(10, 20)] int MinorConsentAge,
    [property: Range(18, 20)] int AdultAge,
    [property: Range(18, 20)] int ChildAge,
    [property: Range(60, 80)] int ElderAge);

/// <summary>プランのきまり.</summary>
/// <param name="MaximumMonths">The longest period of a plan.</param>
/// <param name="FollowUpMonths">フォローアップ after termination, by default.</param>
public sealed record PlanRules(
    [property: Range(1, 36)] int MaximumMonths,
    [property: Range(0, 36)] int FollowUpMonths);

/// <summary>連携検討のお知らせ: the coordinators' notice and its published rule (rules §7).</summary>
/// <param name="Enabled">The switch.</param>
/// <param name="ActiveWithinMonths">Organisations count as active if something happened within so many months.</param>
/// <param name="MinimumOrganisations">How many different organisations must be active.</param>
/// <param name="CoordinatorsTold">How many named coordinators are told.</param>
/// <param name="AnswerWithinWorkingDays">By when the coordinators answer.</param>
/// <param name="DeleteAfterDays">Unused notices are deleted after so many days.</param>
/// <param name="SameDayChecksPerWorkerAndMonth">Budget of the duplicate check over others' records at intake.</param>
/// <param name="RegisterEntry">個人情報ファイル簿: the entry whose purpose of use covers the matching, in the ward's words.</param>
/// <param name="MatchingAgreements">照合の協定: codes of the legal bodies whose own records are matched under an agreement.</param>
/// <param name="IsolationIssues">孤立: codes of the assessment's 課題と特性 that count as recorded isolation.</param>
public sealed record NoticeRules(
    bool Enabled,
    [property: Range(1, 24)] int ActiveWithinMonths,
    [property: Range(2, 10)] int MinimumOrganisations,
    [property: Range(1, 10)] int CoordinatorsTold,
    [property: Range(1, 60)] int AnswerWithinWorkingDays,
    [property: Range(1, 730)] int DeleteAfterDays,
    [property: Range(0, 1000)] int SameDayChecksPerWorkerAndMonth,
    string? RegisterEntry = null,
    IReadOnlyList<string>? MatchingAgreements = null,
    IReadOnlyList<string>? IsolationIssues = null);

/// <summary>決裁の種類: what is decided by a line of posts.</summary>
public enum DecisionKind
{
    /// <summary>受理.</summary>
    Acceptance,

    /// <summary>プラン決定.</summary>
    Plan,

    /// <summary>終結.</summary>
    Termination,

    /// <summary>中断.</summary>
    Interruption,

    /// <summary>つなぎ戻し.</summary>
    HandoffReturn,

    /// <summary>開示.</summary>
    Disclosure,

    /// <summary>虐待対応.</summary>
    AbuseResponse,
}

/// <summary>決裁の行為: 起案 → 確認 → 決裁.</summary>
public enum DecisionAct
{
    /// <summary>起案.</summary>
    Draft,

    /// <summary>確認.</summary>
    Check,

    /// <summary>決裁.</summary>
    Decide,
}

/// <summary>決裁の一歩: which post does which act.</summary>
public sealed record DecisionStep(DecisionAct Act, OfficePost Post);

/// <summary>決裁の経路: who drafts, checks and decides one kind of decision.</summary>
/// <param name="Kind">What is decided.</param>
/// <param name="Name">Its words.</param>
/// <param name="Steps">The steps in order: drafting first, deciding last.</param>
/// <param name="AllowsDeputy">代決: whether a deputy may decide.</param>
/// <param name="DeputyNeedsReview">後閲: whether the absent decider reads it afterwards.</param>
public sealed record DecisionLine(
    DecisionKind Kind,
    string Name,
    IReadOnlyList<DecisionStep> Steps,
    bool AllowsDeputy = false,
    bool DeputyNeedsReview = false);

/// <summary>保存する記録の種類.</summary>
public enum RecordKind
{
    /// <summary>相談受付.</summary>
    Consultation,

    /// <summary>支援ケース.</summary>
    Case,

    /// <summary>支援プラン.</summary>
    Plan,

    /// <summary>同意.</summary>
    Consent,

    /// <summary>支援会議の記録（会議案件）.</summary>
    SealedMatter,

    /// <summary>重層的支援会議の記録.</summary>
    PlanConference,

    /// <summary>通告・通報.</summary>
    UrgentReport,

    /// <summary>電話メモ.</summary>
    PhoneMemo,

    /// <summary>気になる情報.</summary>
    Lead,

    /// <summary>閲覧履歴.</summary>
    AccessLog,

    /// <summary>地域課題・社会資源.</summary>
    Community,
}

/// <summary>保存年限: years from the fiscal year after completion.</summary>
public sealed record RetentionRule(
    RecordKind Record,
    string Name,
    [property: Range(1, 100)] int Years,
    string? Source = null);

/// <summary>通告・通報のきまり: duty, threshold, recipients and next safety check of one kind of urgent report.</summary>
/// <param name="KindCode">Code in the list of urgent report kinds.</param>
/// <param name="LawCode">The law it rests on.</param>
/// <param name="Duty">What the law asks of whom, in short.</param>
/// <param name="Recipients">Who receives it (categories, no invented offices).</param>
/// <param name="SafetyCheckHours">Next safety check, if the ward sets one.</param>
public sealed record UrgentReportRule(
    string KindCode,
    string LawCode,
    string Duty,
    IReadOnlyList<string> Recipients,
    [property: Range(1, 720)] int? SafetyCheckHours = null);

/// <summary>様式の種類.</summary>
public enum FormKind
{
    /// <summary>相談受付・申込票.</summary>
    Intake,

    /// <summary>アセスメントシート.</summary>
    Assessment,

    /// <summary>つなぐシート.</summary>
    ReferralSheet,

    /// <summary>同意書.</summary>
    Consent,

    /// <summary>支援プラン.</summary>
    SupportPlan,

    /// <summary>アウトリーチプラン.</summary>
    OutreachPlan,

    /// <summary>参加支援プラン.</summary>
    ParticipationPlan,

    /// <summary>支援経過記録.</summary>
    ProgressNote,

    /// <summary>評価シート.</summary>
    Evaluation,

    /// <summary>会議準備シート.</summary>
    PreMeetingSheet,

    /// <summary>会議録.</summary>
    Minutes,

    /// <summary>守秘義務の説明・誓約.</summary>
    Pledge,

    /// <summary>依頼票.</summary>
    Request,

    /// <summary>本人への結果報告.</summary>
    PersonSheet,

    /// <summary>つなぎの送付状.</summary>
    HandoffCover,

    /// <summary>つなぎの受領確認書.</summary>
    HandoffReceipt,

    /// <summary>通告・通報票.</summary>
    UrgentReport,

    /// <summary>引継書.</summary>
    Handover,

    /// <summary>起案用紙.</summary>
    Decision,

    /// <summary>モニタリング票.</summary>
    Monitoring,
}

/// <summary>様式の名: what the ward prints at the head of a form.</summary>
public sealed record FormName(FormKind Kind, string Name, string? Source = null);

/// <summary>故人の描き方: the regional difference in genograms.</summary>
public enum DeceasedMark
{
    /// <summary>×印.</summary>
    Cross,

    /// <summary>塗りつぶし.</summary>
    Filled,
}

/// <summary>統計のきまり.</summary>
/// <param name="SmallCellBelow">Counts below this are not shown at district level.</param>
public sealed record StatisticsRules([property: Range(1, 20)] int SmallCellBelow);

/// <summary>運用のきまり: everything a ward may decide differently, from a day on.</summary>
/// <param name="ValidFrom">First day.</param>
/// <param name="Hub">多機関協働.</param>
/// <param name="Deadlines">期限.</param>
/// <param name="Ages">年齢.</param>
/// <param name="Plans">プラン.</param>
/// <param name="Notice">連携検討のお知らせ.</param>
/// <param name="Statistics">統計.</param>
/// <param name="DecisionLines">決裁の経路, one for each <see cref="DecisionKind"/>.</param>
/// <param name="Retention">保存年限, one for each <see cref="RecordKind"/>.</param>
/// <param name="UrgentReports">通告・通報, one for each kind of the code list.</param>
/// <param name="Forms">様式の名, one for each <see cref="FormKind"/>.</param>
/// <param name="DeceasedMark">故人の描き方.</param>
/// <param name="OfficeHours">執務時間.</param>
/// <param name="ValidTo">Last day, included.</param>
/// <param name="Note">What the ward has still to confirm.</param>
public sealed record WardRules(
    DateOnly ValidFrom,
    HubRules Hub,
    DeadlineRules Deadlines,
    AgeRules Ages,
    PlanRules Plans,
    NoticeRules Notice,
    StatisticsRules Statistics,
    IReadOnlyList<DecisionLine> DecisionLines,
    IReadOnlyList<RetentionRule> Retention,
    IReadOnlyList<UrgentReportRule> UrgentReports,
    IReadOnlyList<FormName> Forms,
    DeceasedMark DeceasedMark,
    OfficeHours OfficeHours,
    DateOnly? ValidTo = null,
    string? Note = null)
{
    /// <summary>Whether the rules hold on the day.</summary>
    public bool IsValidOn(DateOnly day) => Validity.Covers(ValidFrom, ValidTo, day);

    /// <summary>The line of posts for a kind of decision.</summary>
    public DecisionLine DecisionLineFor(DecisionKind kind) => DecisionLines.First(l => l.Kind == kind);

    /// <summary>Years of retention for a kind of record.</summary>
    public int RetentionYears(RecordKind kind) => Retention.First(r => r.Record == kind).Years;

    /// <summary>The name of a form.</summary>
    public string FormName(FormKind kind) => Forms.First(f => f.Kind == kind).Name;
}
