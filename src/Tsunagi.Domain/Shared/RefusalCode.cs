namespace Tsunagi.Domain.Shared;

/// <summary>The closed set of reasons for which the rules refuse an act. Each has its Japanese words in the web project.</summary>
public enum RefusalCode
{
    /// <summary>The record is absent, or the actor may not know that it exists: the two look the same.</summary>
    NotFound,
    /// <summary>The actor's role or relation does not allow this act on a record they may see.</summary>
    NotAllowed,
    /// <summary>The act does not fit the state the record is in.</summary>
    WrongState,
    /// <summary>Somebody else has changed the record since it was read.</summary>
    Stale,
    /// <summary>A needed value is missing.</summary>
    Required,
    /// <summary>A text is longer than its field holds.</summary>
    TooLong,
    /// <summary>A value is not among those offered.</summary>
    UnknownCode,
    /// <summary>A date lies in the future where only the past or today makes sense.</summary>
    DateInFuture,
    /// <summary>A date lies in the past where only the future or today makes sense.</summary>
    DateInPast,
    /// <summary>A period ends before it begins.</summary>
    PeriodReversed,
    /// <summary>The text contains a 12-digit Individual Number (番号法20条; R-10).</summary>
    IndividualNumber,
    // Accounts
    /// <summary>Another one has this name already.</summary>
    AlreadyTaken,
    /// <summary>The password is too easy to guess.</summary>
    WeakPassword,
    // Consents (同意)
    /// <summary>A consent would run longer than the ward allows.</summary>
    ConsentPeriodTooLong,
    /// <summary>A consent cannot be given before it was explained.</summary>
    ConsentBeforeExplanation,
    /// <summary>A child below the ward's age consents through the legal representative (rules §3).</summary>
    ConsentNeedsRepresentative,
    /// <summary>A legal representative of minors cannot consent for an adult.</summary>
    ConsentNotAMinor,
    /// <summary>The person can judge the matter: nobody consents over their head.</summary>
    ConsentPersonCanDecide,
    /// <summary>The person cannot judge the matter: a guardian is needed, or 判断困難・代理人なし.</summary>
    ConsentPersonCannotJudge,
    /// <summary>A suspected or conflicted representative is not asked (rules §3).</summary>
    ConsentRepresentativeNotAsked,
    /// <summary>保佐・補助・任意後見 consent only within proven authority (rules §3).</summary>
    ConsentAuthorityNotProven,
    /// <summary>A child never interprets for the family (rules §3).</summary>
    ConsentChildInterpreter,
    /// <summary>A person's consent towards a recipient has not been given.</summary>
    ConsentMissing,
    /// <summary>A person's consent has run out.</summary>
    ConsentExpired,
    /// <summary>A person has withdrawn their consent.</summary>
    ConsentWithdrawn,
    /// <summary>A person has declined to consent.</summary>
    ConsentDeclined,
    /// <summary>判断困難・代理人なし: nobody can consent; the way on is 支援会議.</summary>
    ConsentNobodyCan,
    /// <summary>A person's consent does not cover this purpose, recipient or field class.</summary>
    ConsentNotCovering,
    // Plan conferences (重層的支援会議)
    /// <summary>No agency is invited, or none came.</summary>
    ConferenceNobodyInvited,
    /// <summary>Agencies bring no records of a household member without consent (rules §3).</summary>
    ConferenceMemberWithoutConsent,
    /// <summary>The plan is not in a state this conference can treat.</summary>
    ConferencePlanNotReady,
    /// <summary>The conference would have begun before its consent was checked.</summary>
    ConferenceHeldBeforeCheck,
    /// <summary>The conclusion does not belong to the purpose of the conference.</summary>
    ConferenceDecisionNotForPurpose,
    /// <summary>A content the purpose requires has not been treated.</summary>
    ConferenceContentMissing,
    /// <summary>Somebody who came has not been asked.</summary>
    ConferenceVoiceMissing,
    /// <summary>Somebody objects: no conclusion without agreement (合議).</summary>
    ConferenceObjectionOpen,
    // Plans (支援プラン)
    /// <summary>A plan would run longer than the ward allows.</summary>
    PlanPeriodTooLong,
    /// <summary>The plan's period is already over.</summary>
    PlanPeriodOver,
    /// <summary>Somebody named is not one the plan is for.</summary>
    PlanSubjectUnknown,
    /// <summary>A goal, action or agency appears twice.</summary>
    PlanEntryTwice,
    /// <summary>The main agency has no role in the plan.</summary>
    PlanMainAgencyWithoutRole,
    /// <summary>The monitoring date lies outside the plan's period.</summary>
    PlanMonitoringOutsidePeriod,
    /// <summary>This person has already signed this version.</summary>
    PlanSignedAlready,
    /// <summary>A next version is being prepared.</summary>
    PlanSuccessorOpen,
    /// <summary>No conference has come to this conclusion on this version, or it was used before.</summary>
    PlanNotConcluded,
    /// <summary>The ward's order wants another judgement or decision first.</summary>
    PlanDecisionOrder,
    /// <summary>The supervisors have not decided yet.</summary>
    PlanDecisionNotMade,
    /// <summary>The decision is not in force, not about this wording, or was used before.</summary>
    PlanDecisionNotAboutThis,
    /// <summary>The plan has not been evaluated.</summary>
    PlanNotEvaluated,
    /// <summary>A planned follow-up has not been done.</summary>
    PlanFollowUpOpen,
    // Decisions (決裁)
    /// <summary>This step belongs to another role.</summary>
    DecisionNotThisRole,
    /// <summary>Nobody checks or decides what they drafted themselves.</summary>
    DecisionOwnDraft,
    /// <summary>Only the author takes a draft back.</summary>
    DecisionNotTheAuthor,
    /// <summary>後閲 is the principal's, not the deputy's.</summary>
    DecisionDeputyMayNotView,
}
