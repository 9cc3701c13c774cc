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

    // Conferences (支援会議)
    /// <summary>The chair named is not a section head of the ward: only the ward convenes (W3).</summary>
    ChairNotOfWard,
    /// <summary>The secretary is not of the ward.</summary>
    SecretaryNotOfWard,
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
}
