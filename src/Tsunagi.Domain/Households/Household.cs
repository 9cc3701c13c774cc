using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Households;

/// <summary>世帯: people who belong together, as one organisation wrote them down.</summary>
/// <remarks>
/// Belonging is dated, so the household can be rebuilt for any day. A person may be in two households at once (a child with
/// separated parents). It has no address of its own: where people are is told by the people, so that the protected location of
/// one is never told by another's household.
/// </remarks>
public sealed partial class Household : Aggregate, IHeldRecord
{
    private readonly List<HouseholdMember> members = [];

    private Household() { }

    /// <summary>Forms a household around the person the others are related to.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="reference">The reference person (世帯の基準になる人).</param>
    /// <param name="from">Since when that person belongs to it; null when unknown.</param>
    /// <param name="by">Who writes it down.</param>
    public static Outcome<Household> Form(Id<Household> id, Person reference, DateOnly? from, Stamp by)
    {
        if (reference.HolderId != by.Organisation) return new Refusal(RefusalCode.OtherHolder, "Person");
        var household = new Household { Id = id, HolderId = by.Organisation, ReferencePersonId = reference.Id, FormedAt = by.At };
        household.members.Add(new(1, reference.Id, new(HouseholdMember.ReferenceRelation, LivingTogether.Together, from), by.At));
        household.Record(new HouseholdFormed(id, by.Organisation, reference.Id));
        return household;
    }

    /// <summary>Its id.</summary>
    public Id<Household> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Household, Id);

    /// <summary>保有者: the organisation that wrote it down, or that took over the case of all who belong to it.</summary>
    public Id<Organisation> HolderId { get; private set; }

    /// <summary>世帯の基準になる人: relations are told from this person.</summary>
    public Id<Person> ReferencePersonId { get; private set; }

    /// <summary>When it was written down.</summary>
    public DateTimeOffset FormedAt { get; private set; }

    /// <summary>Every membership, past ones too, in the order written.</summary>
    public IReadOnlyList<HouseholdMember> Members => members;

    /// <summary>The memberships that hold on a day.</summary>
    public IEnumerable<HouseholdMember> On(DateOnly day) => members.Where(member => member.HoldsOn(day));

    /// <summary>A person joins.</summary>
    public Outcome Join(Person person, Belonging membership, DateOnly today, Stamp by)
    {
        var checks = new FieldChecks();
        CheckBelonging(checks, membership, today);
        checks
            .RefuseIf(person.HolderId != HolderId, RefusalCode.OtherHolder, "Person")
            .RefuseIf(members.Any(member => member.PersonId == person.Id && member.OverlapsFrom(membership.From)),
                RefusalCode.AlreadyMember, "Person");
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        members.Add(new(members.Count + 1, person.Id, membership, by.At));
        Record(new HouseholdMemberJoined(Id, person.Id, membership.From));
        return Outcome.Done;
    }

    /// <summary>A person leaves. The reference person leaves last; until then another one must be named.</summary>
    public Outcome Leave(Id<Person> person, DateOnly on, DateOnly today, Stamp by)
    {
        if (Current(person) is not { } member) return Outcome.Refused(RefusalCode.NotMember, "Person");
        var othersStay = members.Any(other => other.Until is null && other.PersonId != person);
        var checks = new FieldChecks()
            .RefuseIf(on > today, RefusalCode.DateInFuture, "Until")
            .RefuseIf(on < member.From, RefusalCode.PeriodReversed, "Until")
            .RefuseIf(person == ReferencePersonId && othersStay, RefusalCode.ReferencePersonStays, "Person");
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        member.End(on);
        Record(new HouseholdMemberLeft(Id, person, on));
        return Outcome.Done;
    }

    /// <summary>加えたのが間違いだった: the person never belonged here, on no day. What was written stays readable, with the reason.</summary>
    public Outcome TakeBack(Id<Person> person, string? reason)
    {
        if (Current(person) is not { } member) return Outcome.Refused(RefusalCode.NotMember, "Person");
        var checks = new FieldChecks()
            .Require("Reason", reason).Text("Reason", reason, FieldChecks.Short)
            .RefuseIf(person == ReferencePersonId, RefusalCode.ReferencePersonStays, "Person");
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        // A relation that changed meanwhile was as wrong as the first one.
        for (var wrong = member; wrong is not null; wrong = members.Find(m => m.Number == wrong.Continues)) wrong.TakeBack(TypedText.Field(reason)!);
        Record(new HouseholdMemberTakenBack(Id, person));
        return Outcome.Done;
    }

    /// <summary>The relation or the living together changes from a day on; what held before stays on record.</summary>
    public Outcome Change(Id<Person> person, Belonging membership, DateOnly today, Stamp by)
    {
        if (Current(person) is not { } member) return Outcome.Refused(RefusalCode.NotMember, "Person");
        var checks = new FieldChecks();
        CheckBelonging(checks, membership, today);
        checks
            .RefuseIf(membership.From is null, RefusalCode.Required, nameof(Belonging.From))
            .RefuseIf(membership.From < member.From, RefusalCode.PeriodReversed, nameof(Belonging.From));
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        GoOn(member, membership, by);
        Record(new HouseholdMemberChanged(Id, person, membership.From!.Value));
        return Outcome.Done;
    }

    /// <summary>
    /// Relations are told from another member from now on; the caller gives every current member's relation to them. What is
    /// missing is refused beside that member's own field, <c>Relations[id]</c>.
    /// </summary>
    public Outcome NameReference(
        Id<Person> person, IReadOnlyDictionary<Id<Person>, string> relations, DateOnly from, DateOnly today, Stamp by)
    {
        var current = members.Where(member => member.Until is null).ToList();
        var checks = new FieldChecks()
            .RefuseIf(current.All(member => member.PersonId != person), RefusalCode.NotMember, "Person")
            .RefuseIf(person == ReferencePersonId, RefusalCode.NothingChanged)
            .RefuseIf(from > today, RefusalCode.DateInFuture, nameof(Belonging.From))
            .RefuseIf(current.Any(member => member.From > from), RefusalCode.PeriodReversed, nameof(Belonging.From));
        foreach (var member in current.Where(member => member.PersonId != person))
        {
            var field = $"Relations[{member.PersonId}]";
            checks.Require(field, relations.GetValueOrDefault(member.PersonId))
                .Text(field, relations.GetValueOrDefault(member.PersonId), FieldChecks.Short);
        }
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        foreach (var member in current)
        {
            var relation = member.PersonId == person ? HouseholdMember.ReferenceRelation : relations[member.PersonId];
            GoOn(member, new(relation, member.Living, from), by);
        }
        ReferencePersonId = person;
        Record(new HouseholdReferenceNamed(Id, person, from));
        return Outcome.Done;
    }

    void IHeldRecord.PassTo(Id<Organisation> holder)
    {
        Record(new HouseholdPassedOn(Id, HolderId, holder));
        HolderId = holder;
    }

    private void GoOn(HouseholdMember member, Belonging from, Stamp by)
    {
        member.End(from.From!.Value);
        members.Add(new(members.Count + 1, member.PersonId, from, by.At, member.Number));
    }

    private HouseholdMember? Current(Id<Person> person) =>
        members.FirstOrDefault(member => member.PersonId == person && member.Until is null);

    private static void CheckBelonging(FieldChecks checks, Belonging membership, DateOnly today) => checks
        .Require(nameof(Belonging.Relation), membership.Relation)
        .Text(nameof(Belonging.Relation), membership.Relation, FieldChecks.Short)
        .RefuseIf(membership.From > today, RefusalCode.DateInFuture, nameof(Belonging.From));
}

/// <summary>A household was written down.</summary>
public sealed record HouseholdFormed(Id<Household> Household, Id<Organisation> Holder, Id<Person> Reference) : DomainEvent;

/// <summary>A household's record went to the organisation that took over the case of its members.</summary>
public sealed record HouseholdPassedOn(Id<Household> Household, Id<Organisation> From, Id<Organisation> To) : DomainEvent;

/// <summary>A person joined a household.</summary>
public sealed record HouseholdMemberJoined(Id<Household> Household, Id<Person> Person, DateOnly? From) : DomainEvent;

/// <summary>A person left a household.</summary>
public sealed record HouseholdMemberLeft(Id<Household> Household, Id<Person> Person, DateOnly Until) : DomainEvent;

/// <summary>A person was taken out of a household they never belonged to.</summary>
public sealed record HouseholdMemberTakenBack(Id<Household> Household, Id<Person> Person) : DomainEvent;

/// <summary>A member's relation or living together changed.</summary>
public sealed record HouseholdMemberChanged(Id<Household> Household, Id<Person> Person, DateOnly From) : DomainEvent;

/// <summary>Another member became the one relations are told from.</summary>
public sealed record HouseholdReferenceNamed(Id<Household> Household, Id<Person> Person, DateOnly From) : DomainEvent;
