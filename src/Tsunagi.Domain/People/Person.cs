using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.People;

/// <summary>人: a person as one organisation (the holder) wrote them down.</summary>
/// <remarks>
/// Nothing about a person is mandatory: an anonymous caller, somebody a neighbour worries about and somebody who has agreed to
/// nothing yet are persons too. That two holders' records are the same human being is not known here (product: search never
/// reveals that others know someone).
/// </remarks>
public sealed partial class Person : Aggregate, IHeldRecord
{
    private readonly List<PersonPhone> phones = [];
    private readonly List<Correction> corrections = [];

    private Person() { }

    /// <summary>Writes a person down.</summary>
    /// <param name="id">The new id.</param>
    /// <param name="details">What is known.</param>
    /// <param name="today">The date in Tokyo.</param>
    /// <param name="by">By whom, for which organisation.</param>
    /// <param name="outOf">What came from another organisation and told of the person: a つなぎ, a 通告; null for what one's own desk was told.</param>
    public static Outcome<Person> Write(Id<Person> id, PersonDetails details, DateOnly today, Stamp by, Guid? outOf = null)
    {
        var refusals = details.Check(locationProtected: false, today);
        if (refusals.Count > 0) return Outcome<Person>.Carry(Outcome.Refused(refusals));
        var person = new Person { Id = id, HolderId = by.Organisation, WrittenAt = by.At, WrittenOutOf = outOf };
        person.Take(details);
        person.Record(new PersonWritten(id, by.Organisation));
        return person;
    }

    /// <summary>Its id.</summary>
    public Id<Person> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Person, Id);

    /// <summary>保有者: the organisation that answers for the record: the one that wrote it, or that took over its case.</summary>
    public Id<Organisation> HolderId { get; private set; }

    /// <summary>When it was written down.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>The つなぎ or 通告 that told of the person; whoever is shut out of that is shut out of the person (rules §9).</summary>
    public Guid? WrittenOutOf { get; private set; }

    /// <summary>The names; <see cref="PersonName.Unknown"/> for an anonymous person.</summary>
    public PersonName Name { get; private set; } = PersonName.Unknown;

    /// <summary>生年月日, as far as known.</summary>
    public PartialDate? BirthDate { get; private set; }

    /// <summary>性別, in the person's own words.</summary>
    public string? Gender { get; private set; }

    /// <summary>Where they can be found; empty while <see cref="IsLocationProtected"/>.</summary>
    public PersonLocation Location { get; private set; } = PersonLocation.Unknown;

    /// <summary>Telephone numbers; none while <see cref="IsLocationProtected"/>.</summary>
    public IReadOnlyList<PersonPhone> Phones => phones;

    /// <summary>使う言語.</summary>
    public string? Language { get; private set; }

    /// <summary>通訳・手話・筆談などが要る.</summary>
    public bool NeedsInterpreter { get; private set; }

    /// <summary>配慮してほしいこと・連絡のしかた.</summary>
    public string? Notes { get; private set; }

    /// <summary>Who told what is written here.</summary>
    public PersonSource Source { get; private set; }

    /// <summary>支援措置: where this person is lives in the store of protected locations only .</summary>
    public bool IsLocationProtected { get; private set; }

    /// <summary>亡くなった日, as far as known; null while alive as far as anybody knows.</summary>
    public PartialDate? DiedOn { get; private set; }

    /// <summary>True once the death is recorded: no mail goes out any more. It closes nothing (rules §8).</summary>
    public bool IsMailStopped => DiedOn is not null;

    /// <summary>What was corrected, oldest first.</summary>
    public IReadOnlyList<Correction> Corrections => corrections;

    /// <summary>The record as a form holds it.</summary>
    public PersonDetails Details => new(Name, Source)
    {
        BirthDate = BirthDate,
        Gender = Gender,
        Location = Location,
        Phones = [.. phones],
        Language = Language,
        NeedsInterpreter = NeedsInterpreter,
        Notes = Notes,
    };

    /// <summary>訂正・補記: writes what differs anew and keeps what stood there; replacing anything takes a reason.</summary>
    public Outcome Correct(PersonDetails details, string? reason, DateOnly today, Stamp by)
    {
        var changes = FieldChange.Between(Details.Fields(), details.Fields());
        IReadOnlyList<Refusal> refusals =
            [.. details.Check(IsLocationProtected, today), .. FieldChange.Check(changes, reason).Refusals];
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        Take(details);
        foreach (var change in changes) corrections.Add(new(corrections.Count + 1, change, TypedText.Field(reason), by));
        Record(new PersonCorrected(Id, [.. changes.Select(change => change.Field)]));
        return Outcome.Done;
    }

    /// <summary>
    /// 支援措置を始める: gives out everything that tells where the person is, old values included, and keeps none of it. The
    /// caller puts what it gets into the store of protected locations in the same transaction.
    /// </summary>
    public Outcome<WithdrawnLocation> ProtectLocation(Stamp by)
    {
        if (IsLocationProtected) return new Refusal(RefusalCode.LocationProtected);
        var traces = corrections.Where(correction => PersonDetails.PlaceFields.Contains(correction.Field) && !correction.IsWithheld).ToList();
        var withdrawn = new WithdrawnLocation(
            Location, [.. phones],
            [.. traces.Select(trace => new WithdrawnTrace(trace.Field, trace.OldValue, trace.NewValue, trace.At))],
            WithholdTies());
        foreach (var trace in traces) trace.Withhold();
        phones.Clear();
        (Location, IsLocationProtected) = (PersonLocation.Unknown, true);
        Record(new PersonLocationProtected(Id, by.Organisation));
        return withdrawn;
    }

    /// <summary>支援措置を終える: only two different people together lift it, and nothing comes back by itself.</summary>
    /// <param name="second">Who approves besides the one who asks.</param>
    /// <param name="by">Who asks.</param>
    public Outcome LiftLocationProtection(Id<Account> second, Stamp by)
    {
        var checks = new FieldChecks()
            .RefuseIf(!IsLocationProtected, RefusalCode.WrongState)
            .RefuseIf(second.IsNone || second == by.Account, RefusalCode.SecondPersonNeeded, "Second");
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        IsLocationProtected = false;
        Record(new PersonLocationProtectionLifted(Id, second));
        return Outcome.Done;
    }

    /// <summary>死亡を記録する: mail stops at once; cases, plans and the survivors' support go on (rules §8).</summary>
    public Outcome RecordDeath(PartialDate diedOn, DateOnly today, Stamp by)
    {
        var checks = new FieldChecks()
            .RefuseIf(DiedOn is not null, RefusalCode.WrongState)
            .RefuseIf(diedOn.Earliest > today, RefusalCode.DateInFuture, nameof(DiedOn))
            .RefuseIf(BirthDate is { } born && diedOn.Latest < born.Earliest, RefusalCode.PeriodReversed, nameof(DiedOn));
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        DiedOn = diedOn;
        Record(new PersonDied(Id, by.Organisation));
        return Outcome.Done;
    }

    /// <summary>死亡の記録を取り消す: the message was wrong. The trace keeps that it stood there.</summary>
    public Outcome RetractDeath(string? reason, Stamp by)
    {
        if (DiedOn is null) return Outcome.Refused(RefusalCode.WrongState);
        var change = new FieldChange(nameof(DiedOn), DiedOn.ToString(), null);
        var checks = FieldChange.Check([change], reason);
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        corrections.Add(new(corrections.Count + 1, change, TypedText.Field(reason), by));
        DiedOn = null;
        Record(new PersonCorrected(Id, [nameof(DiedOn)]));
        return Outcome.Done;
    }

    void IHeldRecord.PassTo(Id<Organisation> holder)
    {
        Record(new PersonPassedOn(Id, HolderId, holder));
        HolderId = holder;
    }

    private void Take(PersonDetails details)
    {
        (Name, BirthDate, Gender, Location) = (details.Name, details.BirthDate, TypedText.Field(details.Gender), details.Location);
        (Language, NeedsInterpreter) = (TypedText.Field(details.Language), details.NeedsInterpreter);
        (Notes, Source) = (TypedText.Field(details.Notes), details.Source);
        phones.Clear();
        phones.AddRange(details.Phones);
    }
}

/// <summary>What left a person's record when protection began.</summary>
/// <param name="Location">The places.</param>
/// <param name="Phones">The telephone numbers.</param>
/// <param name="Traces">What the trace of corrections told about either.</param>
/// <param name="Ties">To whom or what the person was tied, and how.</param>
public sealed record WithdrawnLocation(
    PersonLocation Location, IReadOnlyList<PersonPhone> Phones, IReadOnlyList<WithdrawnTrace> Traces, IReadOnlyList<string> Ties);

/// <summary>An old value of a place or a telephone number.</summary>
public sealed record WithdrawnTrace(string Field, string? OldValue, string? NewValue, DateTimeOffset At);

/// <summary>A person was written down.</summary>
public sealed record PersonWritten(Id<Person> Person, Id<Organisation> Holder) : DomainEvent;

/// <summary>A person's record went to the organisation that took over their case.</summary>
public sealed record PersonPassedOn(Id<Person> Person, Id<Organisation> From, Id<Organisation> To) : DomainEvent;

/// <summary>Fields of a person were corrected; which, not what.</summary>
public sealed record PersonCorrected(Id<Person> Person, IReadOnlyList<string> Fields) : DomainEvent;

/// <summary>A person's location came under protection (支援措置).</summary>
public sealed record PersonLocationProtected(Id<Person> Person, Id<Organisation> Organisation) : DomainEvent;

/// <summary>A person's location protection was lifted by two people.</summary>
public sealed record PersonLocationProtectionLifted(Id<Person> Person, Id<Account> Second) : DomainEvent;

/// <summary>A person's death was recorded.</summary>
public sealed record PersonDied(Id<Person> Person, Id<Organisation> Organisation) : DomainEvent;
