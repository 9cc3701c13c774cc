using System.ComponentModel.DataAnnotations;

namespace Tsunagi.Domain.Profiles;

/// <summary>会議の権限: what a conference may do. Wards differ here.</summary>
public enum ConferencePower
{
    /// <summary>情報の共有.</summary>
    ShareInformation,

    /// <summary>見守りの役割分担.</summary>
    AssignWatchRoles,

    /// <summary>緊急対応の決定.</summary>
    DecideUrgentResponse,

    /// <summary>支援方針の検討.</summary>
    DiscussSupportDirection,

    /// <summary>支援方針の決定.</summary>
    DecideSupportDirection,

    /// <summary>プランの作成.</summary>
    MakePlan,

    /// <summary>プランの適切性の判断.</summary>
    JudgePlan,

    /// <summary>プランの進捗管理.</summary>
    TrackPlan,

    /// <summary>終結の評価.</summary>
    ReviewTermination,

    /// <summary>中断の決定.</summary>
    DecideInterruption,

    /// <summary>資源の不足の把握.</summary>
    FindResourceGap,
}

/// <summary>会議の主催者: who convenes it.</summary>
public enum Convener
{
    /// <summary>区（市町村）.</summary>
    Ward,

    /// <summary>多機関協働事業者.</summary>
    Hub,
}

/// <summary>事務上の役職: the post that acts, without naming a person.</summary>
public enum OfficePost
{
    /// <summary>担当者.</summary>
    Officer,

    /// <summary>係長.</summary>
    Subchief,

    /// <summary>課長.</summary>
    Chief,

    /// <summary>調整担当: a coordinator of the hub.</summary>
    Coordinator,

    /// <summary>会議の事務局.</summary>
    Secretary,
}

/// <summary>会議の定め: how one of the two conferences works in this ward.</summary>
/// <param name="Name">支援会議 / 重層的支援会議（まるごと支援会議）.</param>
/// <param name="LawCode">The law text it rests on.</param>
/// <param name="Convener">Who convenes.</param>
/// <param name="Chair">Who presides.</param>
/// <param name="Secretary">Who keeps the minutes.</param>
/// <param name="RequiresConsent">Whether the person's consent is needed.</param>
/// <param name="IsSealed">Whether what is learnt from others stays inside (rules §2).</param>
/// <param name="IsPublic">Whether it is held in public.</param>
/// <param name="Powers">What it may do.</param>
/// <param name="UsualMinutes">How long it usually takes.</param>
/// <param name="OtherName">What residents or the ward also call it.</param>
/// <param name="Source">Where the facts were taken from.</param>
public sealed record ConferenceRules(
    string Name,
    string LawCode,
    Convener Convener,
    OfficePost Chair,
    OfficePost Secretary,
    bool RequiresConsent,
    bool IsSealed,
    bool IsPublic,
    IReadOnlyList<ConferencePower> Powers,
    [property: Range(10, 480)] int UsualMinutes = 60,
    string? OtherName = null,
    string? Source = null)
{
    /// <summary>Whether the conference has the power.</summary>
    public bool Has(ConferencePower power) => Powers.Contains(power);
}

/// <summary>区の決定の順序の一歩: the two decisions of the ward and the conference between, before or after them.</summary>
public enum DecisionStage
{
    /// <summary>受理: the ward takes the case on.</summary>
    Acceptance,

    /// <summary>重層的支援会議.</summary>
    PlanConference,

    /// <summary>プラン決定.</summary>
    PlanDecision,
}

/// <summary>資源の不足の行き先: the meeting a resource gap goes to.</summary>
public sealed record CommunityMeeting(string Code, string Name, string? Source = null);

/// <summary>会議のきまり: the meetings of the ward from a day on.</summary>
/// <param name="ValidFrom">First day.</param>
/// <param name="SupportConference">支援会議.</param>
/// <param name="PlanConference">重層的支援会議.</param>
/// <param name="DecisionOrder">受理 and プラン決定 against the conference; each stage once.</param>
/// <param name="GapMeeting">Where resource gaps go.</param>
/// <param name="CommunityMeetings">Other meetings of the districts and the ward.</param>
/// <param name="ValidTo">Last day, included.</param>
public sealed record MeetingRules(
    DateOnly ValidFrom,
    ConferenceRules SupportConference,
    ConferenceRules PlanConference,
    IReadOnlyList<DecisionStage> DecisionOrder,
    CommunityMeeting GapMeeting,
    IReadOnlyList<CommunityMeeting> CommunityMeetings,
    DateOnly? ValidTo = null)
{
    /// <summary>Whether the rules hold on the day.</summary>
    public bool IsValidOn(DateOnly day) => Validity.Covers(ValidFrom, ValidTo, day);
}
