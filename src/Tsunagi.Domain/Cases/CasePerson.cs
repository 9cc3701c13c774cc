using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

/// <summary>ケースの対象者: a person the case concerns, from when to when.</summary>
public sealed class CasePerson
{
    private CasePerson() { }

    internal CasePerson(Id<Case> @case, int number, Id<Person> person, CasePersonRole role, bool isReference, Stamp by) =>
        (CaseId, Number, PersonId, Role, IsReference, IncludedAt, IncludedBy) =
        (@case, number, person, role, isReference, by.At, by.Account);

    /// <summary>The case.</summary>
    public Id<Case> CaseId { get; private set; }

    /// <summary>From 1, counted up within the case.</summary>
    public int Number { get; private set; }

    /// <summary>Who.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>本人・同一世帯員・その他関係者.</summary>
    public CasePersonRole Role { get; private set; }

    /// <summary>基準者: the one the others' relations are told from.</summary>
    public bool IsReference { get; private set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset IncludedAt { get; private set; }

    /// <summary>Who included them.</summary>
    public Id<Account> IncludedBy { get; private set; }

    /// <summary>Until when; null while they are part of it.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>Who ended it.</summary>
    public Id<Account>? LeftBy { get; private set; }

    /// <summary>Why it ended.</summary>
    public string? LeftReason { get; private set; }

    internal void SetReference(bool reference) => IsReference = reference;

    internal void Leave(string reason, Stamp by) =>
        (IsReference, LeftAt, LeftBy, LeftReason) = (false, by.At, by.Account, reason);
}

/// <summary>ケースでの立場.</summary>
public enum CasePersonRole
{
    /// <summary>本人.</summary>
    Subject,
    /// <summary>同一世帯員.</summary>
    HouseholdMember,
    /// <summary>その他関係者.</summary>
    Related,
}

/// <summary>関連ケース: a tie between two cases, seen from one of them.</summary>
public sealed class CaseLink
{
    private CaseLink() { }

    internal CaseLink(Id<Case> @case, int number, Id<Case> other, CaseLinkKind kind, DateTimeOffset at) =>
        (CaseId, Number, OtherId, Kind, LinkedAt) = (@case, number, other, kind, at);

    /// <summary>The case it is seen from.</summary>
    public Id<Case> CaseId { get; private set; }

    /// <summary>From 1, counted up within the case.</summary>
    public int Number { get; private set; }

    /// <summary>The other case.</summary>
    public Id<Case> OtherId { get; private set; }

    /// <summary>How they hang together.</summary>
    public CaseLinkKind Kind { get; private set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset LinkedAt { get; private set; }
}

/// <summary>How two cases hang together.</summary>
public enum CaseLinkKind
{
    /// <summary>つなぎの相手方のケース.</summary>
    OtherSideOfHandoff,
    /// <summary>終結した前のケース: closed is final, a new case continues it.</summary>
    Previous,
}
