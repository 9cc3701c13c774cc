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
}
