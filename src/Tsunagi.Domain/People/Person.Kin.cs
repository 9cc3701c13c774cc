using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.People;

public sealed partial class Person
{
    private readonly List<KinTie> kinTies = [];

    /// <summary>家族・親族の関係 written with this person, past ones too; loaded only where it is asked for.</summary>
    public IReadOnlyList<KinTie> KinTies => kinTies;

    /// <summary>関係を書く: another person of the same holder is something to this one.</summary>
    /// <param name="id">The id of the relation.</param>
    /// <param name="role">What the other one is to this person.</param>
    /// <param name="other">The other one.</param>
    /// <param name="terms">Since when, and what else is known.</param>
    /// <param name="known">The relations around both, whoever they are written with.</param>
    /// <param name="today">Today in Tokyo.</param>
    /// <param name="by">Who writes it down.</param>
    public Outcome Relate(Id<KinTie> id, KinRole role, Person other, KinTerms terms, Kin known, DateOnly today, Stamp by)
    {
        var checks = new FieldChecks()
            .RefuseIf(other.Id == Id, RefusalCode.KinOfSelf, "Other")
            .RefuseIf(other.HolderId != HolderId, RefusalCode.OtherHolder, "Other")
            .RefuseIf(terms.Since?.Precision == PartialDatePrecision.Age, RefusalCode.DateUnreadable, nameof(KinTerms.Since))
            .RefuseIf(terms.Since?.Earliest > today, RefusalCode.DateInFuture, nameof(KinTerms.Since))
            .RefuseIf(known.Knows(Id, role, other.Id), RefusalCode.AlreadyRelated, "Role");
        var (child, parent) = role.IsParent() ? (this, other) : (other, this);
        if (role.IsParent() || role.Inverse().IsParent()) CheckParent(checks, child, role.IsParent() ? role : role.Inverse(), parent, known);
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        kinTies.Add(new(id, Id, role, other.Id, terms, by.At));
        Record(new PersonRelated(Id, id, role, other.Id));
        return Outcome.Done;
    }

    /// <summary>別居した: a couple lives apart from a day on.</summary>
    public Outcome SeparateFrom(Id<KinTie> tie, PartialDate? on, DateOnly today) => ChangeKin(tie, on, today, nameof(KinTie.SeparatedOn),
        t => t.Role.IsCouple() && t.SeparatedOn is null, (t, day) => t.Separate(day));

    /// <summary>離婚・離縁・役割の終わり: the relation ends. What is so by birth does not.</summary>
    public Outcome EndKin(Id<KinTie> tie, PartialDate? on, DateOnly today) => ChangeKin(tie, on, today, nameof(KinTie.EndedOn),
        t => !t.Role.IsByBirth(), (t, day) => t.End(day));

    /// <summary>書き間違いだった: it never was so. What was written stays readable, with the reason.</summary>
    public Outcome TakeBackKin(Id<KinTie> tie, string? reason)
    {
        var checks = new FieldChecks().Require("Reason", reason).Text("Reason", reason, FieldChecks.Short);
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        if (Standing(tie) is not { } wrong) return Outcome.Refused(RefusalCode.NotFound);
        wrong.TakeBack(TypedText.Field(reason)!);
        Record(new PersonKinTakenBack(Id, tie));
        return Outcome.Done;
    }

    private Outcome ChangeKin(Id<KinTie> tie, PartialDate? on, DateOnly today, string field, Func<KinTie, bool> may, Action<KinTie, PartialDate> change)
    {
        if (Standing(tie) is not { EndedOn: null } changed || !may(changed)) return Outcome.Refused(RefusalCode.WrongState);
        var checks = new FieldChecks()
            .RefuseIf(on is null, RefusalCode.Required, field)
            .RefuseIf(on?.Precision == PartialDatePrecision.Age, RefusalCode.DateUnreadable, field)
            .RefuseIf(on?.Earliest > today, RefusalCode.DateInFuture, field)
            .RefuseIf(on?.Latest < (changed.SeparatedOn ?? changed.Since)?.Earliest, RefusalCode.PeriodReversed, field);
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        change(changed, on!);
        Record(new PersonKinChanged(Id, tie));
        return Outcome.Done;
    }

    private static void CheckParent(FieldChecks checks, Person child, KinRole role, Person parent, Kin known) => checks
        .RefuseIf(known.IsAncestor(child.Id, parent.Id), RefusalCode.OwnAncestor, "Other")
        .RefuseIf(known.Parents(child.Id, role) >= Kin.MostParents, RefusalCode.TooManyParents, "Other")
        .RefuseIf(role == KinRole.Parent && parent.BirthDate?.Earliest >= child.BirthDate?.Latest, RefusalCode.ParentBornLater, "Other");

    private KinTie? Standing(Id<KinTie> tie) => kinTies.Find(t => t.Id == tie && t.Stands);
}

/// <summary>Another person is something to this one.</summary>
public sealed record PersonRelated(Id<Person> Person, Id<KinTie> Tie, KinRole Role, Id<Person> Other) : DomainEvent;

/// <summary>A relation of a person changed or ended.</summary>
public sealed record PersonKinChanged(Id<Person> Person, Id<KinTie> Tie) : DomainEvent;

/// <summary>A relation of a person never was so.</summary>
public sealed record PersonKinTakenBack(Id<Person> Person, Id<KinTie> Tie) : DomainEvent;
