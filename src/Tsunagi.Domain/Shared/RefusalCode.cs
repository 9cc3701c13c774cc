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
    // Handoffs (つなぎ)
    /// <summary>Sender and receiver would be the same organisation, or the receiver already has it.</summary>
    SameOrganisation,
    /// <summary>This kind of つなぎ knows no such act (rules §1).</summary>
    WrongHandoffKind,
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
    /// <summary>Something is to be disclosed without a legal basis (rules §5).</summary>
    LegalBasisNeeded,
    /// <summary>The legal basis is not offered to this kind of holder (rules §5).</summary>
    LegalBasisNotOffered,
    /// <summary>The place of a person under 支援措置 is never disclosed .</summary>
    ProtectedLocation,

    // UrgentReports (通告・通報)
    /// <summary>The report tells neither who it is about nor describes them.</summary>
    SubjectNeeded,
    /// <summary>Reporter identity is kept only where a receiving team inside the system can guard it (rules §4).</summary>
    NoReceivingTeam,
}
