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

    // Consultations and leads
    /// <summary>The worst topic (◎) is not among the topics ticked (○).</summary>
    WorstTopicNotAmongTopics,
    /// <summary>The same person is named twice.</summary>
    SamePersonTwice,
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

    // Protected locations
    /// <summary>Only a named reader reads a protected location, and only until their time is over .</summary>
    NotNamedReader,
    /// <summary>The telephone approver is not a 係長・課長 of the holder.</summary>
    NotOnDutyList,
    /// <summary>They are shut out of the record and cannot be named.</summary>
    ShutOut,
}
