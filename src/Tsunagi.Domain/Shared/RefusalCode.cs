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
    /// <summary>A date lies further back than anything that is written down here.</summary>
    DateTooLongAgo,
    /// <summary>A period ends before it begins.</summary>
    PeriodReversed,
    /// <summary>One question has two answers, and which is meant is not for the program to say.</summary>
    AnsweredTwice,
    /// <summary>The text contains a 12-digit Individual Number (番号法20条; R-10).</summary>
    IndividualNumber,

    /// <summary>A field that was filled in could not be read.</summary>
    Misread,

    // Cases
    /// <summary>No case has this number.</summary>
    CaseNumberUnknown,
    /// <summary>The case is closed; closed is final, a new case continues it.</summary>
    CaseIsClosed,
    /// <summary>The case still waits for an answer to a handoff sent from it.</summary>
    CaseHasOpenHandoff,
    /// <summary>An organisation that was responsible before still waits for the answer to a つなぎ from this case.</summary>
    CaseHasFormerHandoff,
    /// <summary>The case or consultation that a つなぎ is from has gone to another organisation since it was drafted.</summary>
    SourceHandedOn,
    /// <summary>A handover of the case waits for its answer.</summary>
    CaseHasOpenHandover,
    /// <summary>The worker in charge cannot act for themselves.</summary>
    DeputyIsInCharge,
    /// <summary>A plan of the case is not at its end.</summary>
    CaseHasActivePlan,
    /// <summary>A version of a plan of the case is being written.</summary>
    CaseHasDraftedPlan,
    /// <summary>A task of the case has no answer.</summary>
    CaseHasOpenTasks,
    /// <summary>The person already belongs to the case.</summary>
    PersonAlreadyInCase,
    /// <summary>The person does not belong to the case.</summary>
    PersonNotInCase,
    /// <summary>The only named person of a case stays until another is named.</summary>
    CaseKeepsAPerson,
    /// <summary>The days between two contacts lie outside what makes sense (1 to 366).</summary>
    ContactDaysOutOfRange,
    /// <summary>Minutes spent lie outside a day.</summary>
    MinutesOutOfRange,
    /// <summary>A case cannot be handed over to the organisation that has it.</summary>
    HandoverToSelf,
    /// <summary>A fact needs its source.</summary>
    FactNeedsSource,
    /// <summary>A judgement is the writer's own and names no source.</summary>
    JudgementHasNoSource,
    /// <summary>The note was struck out; nothing in it changes any more.</summary>
    NoteIsRetracted,
    /// <summary>A task can be given only to those who may see the case.</summary>
    TaskOutOfReach,
    /// <summary>A disclosure needs a legal basis that its holder may rest on (rules §5).</summary>
    LegalBasisNeeded,

    // Accounts
    /// <summary>Another one has this name already.</summary>
    AlreadyTaken,
    /// <summary>The password is too easy to guess.</summary>
    WeakPassword,
    /// <summary>Nobody administers their own account: another administrator does.</summary>
    OwnAccount,
    /// <summary>A token is issued by its owner alone.</summary>
    OthersToken,

    // Handoffs (つなぎ)
    /// <summary>Sender and receiver would be the same organisation, or the receiver already has it.</summary>
    SameOrganisation,
    /// <summary>This kind of つなぎ knows no such act (rules §1).</summary>
    WrongHandoffKind,
    /// <summary>The day or time lies before the つなぎ was sent.</summary>
    BeforeHandoffWasSent,
    /// <summary>A handoff to the hub carries an assessment sheet; blanks in it are allowed.</summary>
    AssessmentNeeded,
    /// <summary>The hub accepts only when all three criteria were judged "yes".</summary>
    CriteriaNotAllMet,
    /// <summary>The hub returns only when at least one criterion was judged "no".</summary>
    NoCriterionFails,
    /// <summary>The ward's rules ask for the supervisor's decision first (rules §6).</summary>
    DecisionNeeded,
    /// <summary>The ward's rules ask for no decision here: the act is done at once.</summary>
    DecisionNotNeeded,
    /// <summary>The decision belongs to another proposal.</summary>
    DecisionDiffers,
    /// <summary>Nobody decides on what they have drafted themselves (rules §6).</summary>
    OwnProposal,
    /// <summary>The question was answered or taken back before.</summary>
    QuestionClosed,
    /// <summary>The legal basis is not offered to this kind of holder (rules §5).</summary>
    LegalBasisNotOffered,
    /// <summary>The place of a person under 支援措置 is never disclosed .</summary>
    ProtectedLocation,
    /// <summary>Where the person lives is known to the organisation that answers for their record, not to this one.</summary>
    PlaceNotHeld,

    // UrgentReports (通告・通報)
    /// <summary>The report tells neither who it is about nor describes them.</summary>
    SubjectNeeded,
    /// <summary>A report on one's own workplace to that workplace.</summary>
    OwnWorkplace,
    /// <summary>Reporter identity is kept only where a receiving team inside the system can guard it (rules §4).</summary>
    NoReceivingTeam,

    // People and households
    /// <summary>A reading holds something else than kana.</summary>
    KanaOnly,
    /// <summary>The person is under 支援措置: where they are is written in the protected store only .</summary>
    LocationProtected,
    /// <summary>The act takes a second, different person.</summary>
    SecondPersonNeeded,
    /// <summary>Nothing differs from what is written already.</summary>
    NothingChanged,
    /// <summary>The record belongs to another holder.</summary>
    OtherHolder,
    /// <summary>The person belongs to the household already on that day.</summary>
    AlreadyMember,
    /// <summary>The person does not belong to the household now.</summary>
    NotMember,
    /// <summary>Relations are told from this person: another must be named before they leave.</summary>
    ReferencePersonStays,
    /// <summary>Nobody is their own kin.</summary>
    KinOfSelf,
    /// <summary>The same is written already and has not ended.</summary>
    AlreadyRelated,
    /// <summary>A parent would be the child's own descendant.</summary>
    OwnAncestor,
    /// <summary>Two parents of this kind are written already.</summary>
    TooManyParents,
    /// <summary>The parent was born after the child.</summary>
    ParentBornLater,
    /// <summary>A household that is parted leaves somebody behind.</summary>
    NobodyStays,

    // Consultations and leads
    /// <summary>The worst topic (◎) is not among the topics ticked (○).</summary>
    WorstTopicNotAmongTopics,
    /// <summary>The same person is named twice.</summary>
    SamePersonTwice,
    /// <summary>A consultation is about one person; another is named as 本人 already.</summary>
    SubjectIsNamed,
    /// <summary>A number lies outside what makes sense.</summary>
    OutOfRange,

    /// <summary>A date is in no writing that can be read.</summary>
    DateUnreadable,
    /// <summary>A date has a short year and no era.</summary>
    EraMissing,
    /// <summary>A date lies outside the era it is written in.</summary>
    OutsideEra,
    /// <summary>There is no such day.</summary>
    NoSuchDay,
    /// <summary>A time is in no writing that can be read.</summary>
    TimeUnreadable,
    /// <summary>A telephone number is in no writing that can be read.</summary>
    PhoneUnreadable,
    /// <summary>A number is in no writing that can be read.</summary>
    NumberUnreadable,

    // Attachments
    /// <summary>The file is empty.</summary>
    FileEmpty,
    /// <summary>The file is larger than allowed.</summary>
    FileTooLarge,
    /// <summary>What the file contains is not a kind allowed, or not what its name says.</summary>
    FileTypeNotAllowed,
    /// <summary>A photograph cannot be read to its end.</summary>
    FileDamaged,
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
    /// <summary>The person has died; nobody consents for them.</summary>
    ConsentPersonDied,
    /// <summary>No birth date is on record, and no age was told: nobody is taken for an adult unasked.</summary>
    ConsentAgeUnknown,
    /// <summary>The age that was told is not the age by the birth date on record.</summary>
    ConsentAgeDiffers,
    // Plan conferences (重層的支援会議)
    /// <summary>No agency is invited, or none came.</summary>
    ConferenceNobodyInvited,
    /// <summary>Agencies bring no records of a household member without consent (rules §3).</summary>
    ConferenceMemberWithoutConsent,
    /// <summary>The plan is not in a state this conference can treat.</summary>
    ConferencePlanNotReady,
    /// <summary>The conference would have begun before its consent was checked.</summary>
    ConferenceHeldBeforeCheck,
    /// <summary>It would have been held before the day it was called for, and nobody said so.</summary>
    ConferenceBeforeItsDay,
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
    /// <summary>One of those the plan is for has no goal in it.</summary>
    PlanGoalMissing,
    /// <summary>A goal, action or agency appears twice.</summary>
    PlanEntryTwice,
    /// <summary>The main agency has no role in the plan.</summary>
    PlanMainAgencyWithoutRole,
    /// <summary>The monitoring date lies outside the plan's period.</summary>
    PlanMonitoringOutsidePeriod,
    /// <summary>The version has no day for its first monitoring.</summary>
    PlanMonitoringMissing,
    /// <summary>The day of the first monitoring has gone by while the version is being written or signed.</summary>
    PlanMonitoringPast,
    /// <summary>Nothing says what is done.</summary>
    PlanActionMissing,
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
    /// <summary>The same thing is already put up for decision, or decided.</summary>
    DecisionRunning,
    /// <summary>No office of the ward that may decide it has anybody to do so.</summary>
    DecisionNobodyDecides,
    /// <summary>The office named does not decide what this organisation puts up.</summary>
    DecisionNotThisOffice,

    // Conferences (支援会議)
    /// <summary>The chair named is not a section head of the ward: only the ward convenes (W3).</summary>
    ChairNotOfWard,
    /// <summary>The secretary is not of the ward.</summary>
    SecretaryNotOfWard,
    /// <summary>The secretary named may not run a conference by any of their roles.</summary>
    SecretaryWithoutRole,
    /// <summary>The act is the chair's.</summary>
    ChairOnly,
    /// <summary>The act is the conference secretary's.</summary>
    SecretaryOnly,
    /// <summary>No conference secretary has been appointed.</summary>
    NoSecretary,
    /// <summary>The chair must hand the chair on before leaving.</summary>
    ChairMustHandOn,
    /// <summary>The duty of secrecy was not explained and recorded .</summary>
    DutyNotExplained,
    /// <summary>A self-interested party takes no part (W3 guard).</summary>
    SelfInterested,
    /// <summary>The person or thing is already on the list.</summary>
    AlreadyNamed,
    /// <summary>The agency already has somebody in this part: one attendee, one head, one deputy (rules §2).</summary>
    PartTaken,
    /// <summary>Fewer than two agencies would sit together.</summary>
    TooFewMembers,
    /// <summary>There is no item on the agenda.</summary>
    NoItems,
    /// <summary>The person is not a member of the session, so they cannot be named to read it.</summary>
    NotAMember,
    /// <summary>The person may read nothing of the session, so they get no copy of it.</summary>
    NotAReader,
    /// <summary>A guest sees only the items they are named on .</summary>
    GuestReadsItemsOnly,
    /// <summary>No request for cooperation is recorded for this information (rules §2).</summary>
    NoRequestRecorded,
    /// <summary>In this ward a 支援会議 decides on the direction of support, and its minutes do not say it.</summary>
    SupportDirectionMissing,
    /// <summary>The chair has not confirmed the fixed minutes.</summary>
    MinutesNotConfirmed,
    /// <summary>The person's consent is not active.</summary>
    ConsentNotActive,
    /// <summary>Paper copies are still out.</summary>
    CopiesOutstanding,
    /// <summary>The chair has not been told of an act in imminent danger.</summary>
    ChairNotTold,
    /// <summary>A drafted work order waits for the chair.</summary>
    WorkOrderWaits,
    /// <summary>The text names a source or the meeting (rules §2 (a)).</summary>
    SourceInText,
    /// <summary>The text holds a name known in the matter (rules §2 (e)).</summary>
    KnownNameInText,

    // Protected locations and exclusions
    /// <summary>What was declared on a perpetrator's side is taken back by who declared it, or by the privacy officer (rules §9).</summary>
    NotTheDeclarer,
    /// <summary>Only a named reader reads a protected location, and only until their time is over .</summary>
    NotNamedReader,
    /// <summary>The telephone approver is not a 係長・課長 of the holder.</summary>
    NotOnDutyList,
    /// <summary>While the offices are open nobody is named by telephone (rules §9).</summary>
    OfficeIsOpen,
    /// <summary>They are shut out of the record and cannot be named.</summary>
    ShutOut,

    // One person, several records
    /// <summary>A person under 支援措置 is merged only with a record that is protected too .</summary>
    ProtectBothFirst,
    /// <summary>It contradicts another judgement: one person here, two there.</summary>
    JudgedOtherwise,
}
