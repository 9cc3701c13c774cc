using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.People;

public sealed partial class Person
{
    private readonly List<SupportTie> supportTies = [];

    /// <summary>つながり of this person, past ones too; loaded only where it is asked for.</summary>
    public IReadOnlyList<SupportTie> SupportTies => supportTies;

    /// <summary>つながりを書く: the person is tied to somebody or something from a day on.</summary>
    public Outcome TieTo(string? contact, ContactKind kind, TieTerms terms, DateOnly today, Stamp by)
    {
        var name = TypedText.Field(contact);
        var checks = CheckTie(terms, today)
            .Require(nameof(SupportTie.Contact), name)
            .Text(nameof(SupportTie.Contact), name, FieldChecks.Short)
            .RefuseIf(IsLocationProtected, RefusalCode.LocationProtected, nameof(SupportTie.Contact))
            .RefuseIf(supportTies.Any(t => t.Stands && t.Until is null && t.Contact == name && t.Kind == kind), RefusalCode.AlreadyRelated, nameof(SupportTie.Contact));
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        supportTies.Add(new(supportTies.Count + 1, Id, name!, kind, terms, by.At));
        Record(new PersonTied(Id, supportTies.Count, kind));
        return Outcome.Done;
    }

    /// <summary>つながりが変わった: how it is from a day on; what it was stays on record.</summary>
    public Outcome ChangeTie(int tie, TieTerms terms, DateOnly today, Stamp by)
    {
        if (Lasting(tie) is not { } before) return Outcome.Refused(RefusalCode.WrongState);
        var checks = CheckTie(terms, today)
            .RefuseIf(terms.From is null, RefusalCode.Required, nameof(TieTerms.From))
            .RefuseIf(terms.From < before.From, RefusalCode.PeriodReversed, nameof(TieTerms.From));
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        before.End(terms.From!.Value);
        supportTies.Add(new(supportTies.Count + 1, Id, before.Contact, before.Kind, terms, by.At));
        Record(new PersonTieChanged(Id, tie));
        return Outcome.Done;
    }

    /// <summary>つながりが終わった.</summary>
    public Outcome EndTie(int tie, DateOnly? on, DateOnly today)
    {
        if (Lasting(tie) is not { } ended) return Outcome.Refused(RefusalCode.WrongState);
        var checks = new FieldChecks()
            .RefuseIf(on is null, RefusalCode.Required, nameof(SupportTie.Until))
            .RefuseIf(on > today, RefusalCode.DateInFuture, nameof(SupportTie.Until))
            .RefuseIf(on < ended.From, RefusalCode.PeriodReversed, nameof(SupportTie.Until));
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        ended.End(on!.Value);
        Record(new PersonTieChanged(Id, tie));
        return Outcome.Done;
    }

    /// <summary>書き間違いだった: there never was such a tie.</summary>
    public Outcome TakeBackTie(int tie, string? reason)
    {
        var checks = new FieldChecks().Require("Reason", reason).Text("Reason", reason, FieldChecks.Short);
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        if (supportTies.Find(t => t.Number == tie && t.Stands) is not { } wrong) return Outcome.Refused(RefusalCode.NotFound);
        wrong.TakeBack(TypedText.Field(reason)!);
        Record(new PersonTieTakenBack(Id, tie));
        return Outcome.Done;
    }

    // Nothing of it stays: neither whom it was to, nor what it was about.
    private List<string> WithholdTies()
    {
        var told = supportTies.Where(tie => !tie.IsWithheld).SelectMany(tie => new[] { tie.Contact, tie.What }).OfType<string>().Distinct().ToList();
        foreach (var tie in supportTies) tie.Withhold();
        return told;
    }

    private static FieldChecks CheckTie(TieTerms terms, DateOnly today) => new FieldChecks()
        .Text(nameof(TieTerms.What), terms.What, FieldChecks.Short)
        .RefuseIf(terms.From > today, RefusalCode.DateInFuture, nameof(TieTerms.From));

    private SupportTie? Lasting(int tie) => supportTies.Find(t => t.Number == tie && t.Stands && t.Until is null);
}

/// <summary>A person is tied to somebody or something.</summary>
public sealed record PersonTied(Id<Person> Person, int Tie, ContactKind Kind) : DomainEvent;

/// <summary>A tie of a person changed or ended.</summary>
public sealed record PersonTieChanged(Id<Person> Person, int Tie) : DomainEvent;

/// <summary>A tie of a person never was.</summary>
public sealed record PersonTieTakenBack(Id<Person> Person, int Tie) : DomainEvent;
