using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.People;

/// <summary>What is written about a relation.</summary>
/// <param name="Since">Since when, as far as known: the wedding, the adoption; null when unknown, which counts as always.</param>
/// <param name="HasCustody">親権・監護: the parent is the one the child lives with after a separation.</param>
public sealed record KinTerms(PartialDate? Since = null, bool HasCustody = false);

/// <summary>家族・親族の関係: what one person is to another, and since when. Told from either end.</summary>
/// <remarks>It belongs to people and not to a household, so it goes with them wherever they live, and stands in every household they are in.</remarks>
public sealed class KinTie
{
    private KinTie() { }

    internal KinTie(Id<KinTie> id, Id<Person> person, KinRole role, Id<Person> other, KinTerms terms, DateTimeOffset writtenAt) =>
        (Id, PersonId, Role, OtherId, Since, HasCustody, WrittenAt) = (id, person, role, other, terms.Since, terms.HasCustody, writtenAt);

    /// <summary>Its id. Numbers that count up would tell of those whose other end the viewer may not see.</summary>
    public Id<KinTie> Id { get; private set; }

    /// <summary>The person it is written with.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>What the other one is to that person.</summary>
    public KinRole Role { get; private set; }

    /// <summary>The other one.</summary>
    public Id<Person> OtherId { get; private set; }

    /// <summary>Since when; null when unknown.</summary>
    public PartialDate? Since { get; private set; }

    /// <summary>別居: since when a couple lives apart; null while they do not.</summary>
    public PartialDate? SeparatedOn { get; private set; }

    /// <summary>離婚・離縁など: when it ended; null while it lasts.</summary>
    public PartialDate? EndedOn { get; private set; }

    /// <summary>親権・監護.</summary>
    public bool HasCustody { get; private set; }

    /// <summary>When it was written down.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Why it was taken back: it never was so. Null while it stands.</summary>
    public string? TakenBackBecause { get; private set; }

    /// <summary>True when it was never taken back.</summary>
    public bool Stands => TakenBackBecause is null;

    /// <summary>True when it held on a day; what is known in part counts from its first possible day.</summary>
    public bool HoldsOn(DateOnly day) => Stands && (Since is null || Since.Earliest <= day) && (EndedOn is null || day < EndedOn.Earliest);

    /// <summary>Whether one of the two is this person.</summary>
    public bool Concerns(Id<Person> person) => person == PersonId || person == OtherId;

    /// <summary>The one of the two who is not this person.</summary>
    public Id<Person> OtherThan(Id<Person> person) => person == PersonId ? OtherId : PersonId;

    /// <summary>What the other of the two is to this person.</summary>
    public KinRole RoleSeenFrom(Id<Person> person) => person == PersonId ? Role : Role.Inverse();

    internal void Separate(PartialDate on) => SeparatedOn = on;

    internal void End(PartialDate on) => EndedOn = on;

    internal void TakeBack(string reason) => TakenBackBecause = reason;
}
