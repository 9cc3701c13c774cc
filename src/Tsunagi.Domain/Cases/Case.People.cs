using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

public sealed partial class Case
{
    private readonly List<CasePerson> persons = [];
    private readonly List<CaseLink> links = [];

    /// <summary>Every person the case concerns or concerned, in the order they were included.</summary>
    public IReadOnlyList<CasePerson> Persons => [.. persons.OrderBy(p => p.Number)];

    /// <summary>Cases that hang together with this one. A link opens nothing: each case is seen by its own grants.</summary>
    public IReadOnlyList<CaseLink> Links => [.. links.OrderBy(l => l.Number)];

    /// <summary>The persons it concerns now.</summary>
    public IEnumerable<CasePerson> CurrentPersons => persons.Where(p => p.LeftAt is null).OrderBy(p => p.Number);

    /// <summary>匿名: the case names nobody (yet).</summary>
    public bool IsAnonymous => !CurrentPersons.Any();

    /// <summary>Includes a person. The first one becomes the reference person (基準者).</summary>
    /// <param name="person">Whom.</param>
    /// <param name="role">What they are in this case.</param>
    /// <param name="by">By whom.</param>
    public Outcome Include(Id<Person> person, CasePersonRole role, Stamp by)
    {
        if (Refuse(by) is { } refused)
            return refused;
        if (CurrentPersons.Any(p => p.PersonId == person))
            return Outcome.Refused(RefusalCode.PersonAlreadyInCase, nameof(person));
        persons.Add(new(Id, persons.Count + 1, person, role, isReference: IsAnonymous, by));
        Record(new CasePersonIncluded(Id, person, role));
        return Outcome.Done;
    }

    /// <summary>
    /// Includes everybody a consultation is about and the case does not name yet. A third person who only called in is not
    /// brought into it: they reported, they are not being supported.
    /// </summary>
    /// <param name="consultation">The consultation, loaded with its persons.</param>
    /// <param name="by">By whom.</param>
    public Outcome IncludeThoseOf(Consultation consultation, Stamp by)
    {
        if (Refuse(by) is { } refused)
            return refused;
        foreach (var concerned in consultation.Persons.Where(p => p.TakenBackAt is null).OrderBy(p => p.As))
            if (RoleOf(concerned.As) is { } role && CurrentPersons.All(p => p.PersonId != concerned.PersonId))
                Include(concerned.PersonId, role, by);
        return Outcome.Done;
    }

    /// <summary>
    /// また相談があった: another consultation of the people of this case goes on in it. Where the person themself came or called,
    /// it counts for the contact gap.
    /// </summary>
    /// <param name="consultation">The consultation, loaded with its persons.</param>
    /// <param name="by">By whom.</param>
    public Outcome TakeIn(Consultation consultation, Stamp by)
    {
        var included = IncludeThoseOf(consultation, by);
        if (!included.IsDone)
            return included;
        if (consultation.IsByThePerson)
            NoteContact(JapanTime.DateOf(consultation.At));
        Record(new CaseConsultationTaken(Id, consultation.Id));
        return Outcome.Done;
    }

    /// <summary>Makes a person the one the others are told in relation to.</summary>
    public Outcome MakeReference(Id<Person> person, Stamp by)
    {
        if (Refuse(by) is { } refused)
            return refused;
        if (CurrentPersons.FirstOrDefault(p => p.PersonId == person) is not { } chosen)
            return Outcome.Refused(RefusalCode.PersonNotInCase, nameof(person));
        if (chosen.IsReference)
            return Outcome.Refused(RefusalCode.NothingChanged, nameof(person));
        foreach (var other in CurrentPersons)
            other.SetReference(other == chosen);
        Record(new CaseReferenceChanged(Id, person));
        return Outcome.Done;
    }

    /// <summary>Ends a person's part in the case; they stay in its history. The last named person stays until another is named.</summary>
    /// <param name="person">Whom.</param>
    /// <param name="reason">Why: moved out of the household, entered by mistake….</param>
    /// <param name="by">By whom.</param>
    public Outcome Leave(Id<Person> person, string reason, Stamp by)
    {
        if (Refuse(by) is { } refused)
            return refused;
        if (CaseText.Needed(reason, CaseText.Line, nameof(reason)) is { } missing)
            return missing;
        if (CurrentPersons.FirstOrDefault(p => p.PersonId == person) is not { } leaving)
            return Outcome.Refused(RefusalCode.PersonNotInCase, nameof(person));
        if (CurrentPersons.Count() == 1)
            return Outcome.Refused(RefusalCode.CaseKeepsAPerson, nameof(person));
        var wasReference = leaving.IsReference;
        leaving.Leave(CaseText.Stored(reason), by);
        if (wasReference)
            CurrentPersons.First().SetReference(true);
        Record(new CasePersonLeft(Id, person));
        return Outcome.Done;
    }

    /// <summary>Ties this case to another one: the other side of a handoff, or the closed case it continues.</summary>
    public Outcome LinkTo(Id<Case> other, CaseLinkKind kind, Stamp by)
    {
        if (other == Id)
            return Outcome.Refused(RefusalCode.NotAllowed, nameof(other));
        if (links.Any(l => l.OtherId == other && l.Kind == kind))
            return Outcome.Refused(RefusalCode.NothingChanged, nameof(other));
        links.Add(new(Id, links.Count + 1, other, kind, by.At));
        Record(new CaseLinked(Id, other, kind));
        return Outcome.Done;
    }

    private static CasePersonRole? RoleOf(ConcernedAs concerned) => concerned switch
    {
        ConcernedAs.Subject => CasePersonRole.Subject,
        ConcernedAs.HouseholdMember => CasePersonRole.HouseholdMember,
        ConcernedAs.Other => CasePersonRole.Related,
        ConcernedAs.Visitor => null,
    };
}

/// <summary>A person became part of a case.</summary>
public sealed record CasePersonIncluded(Id<Case> Case, Id<Person> Person, CasePersonRole Role) : DomainEvent;

/// <summary>A later consultation went on in a running case.</summary>
public sealed record CaseConsultationTaken(Id<Case> Case, Id<Consultation> Consultation) : DomainEvent;

/// <summary>Another person became the reference person of a case.</summary>
public sealed record CaseReferenceChanged(Id<Case> Case, Id<Person> Person) : DomainEvent;

/// <summary>A person's part in a case ended.</summary>
public sealed record CasePersonLeft(Id<Case> Case, Id<Person> Person) : DomainEvent;

/// <summary>Two cases were tied together.</summary>
public sealed record CaseLinked(Id<Case> Case, Id<Case> Other, CaseLinkKind Kind) : DomainEvent;
