using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.ProtectedLocations;

/// <summary>Who is to read a protected location, for what, until when, and why.</summary>
public sealed record ReaderNaming(Id<Account> Account, string? Purpose, string? Reason, DateTimeOffset? Until);

/// <summary>
/// 居場所の閲覧者: one named person who may read a protected location for one purpose until an instant. Nobody reads by rank,
/// role or desk; who names readers is not thereby one.
/// </summary>
public sealed class ProtectedLocationReader : Aggregate
{
    private ProtectedLocationReader() { }

    /// <summary>閲覧者にする: 係長・課長 name somebody else.</summary>
    public static Outcome<ProtectedLocationReader> Name(
        Id<ProtectedLocationReader> id, ProtectionMeasure measure, ReaderNaming naming, ProtectionRules rules, Stamp by)
    {
        var checks = Check(measure, naming, TimeSpan.FromDays(rules.ReaderDays), by)
            .RefuseIf(naming.Account == by.Account, RefusalCode.SecondPersonNeeded, nameof(naming.Account));
        return checks.Passed ? Make(id, measure, naming, by) : Outcome<ProtectedLocationReader>.Carry(Outcome.Refused(checks.Refusals));
    }

    /// <summary>
    /// 電話で承認を得て閲覧者になる: at night and on holidays the worker at hand calls a 係長・課長 from the duty list and writes down
    /// who agreed and when (rules §9). It lasts hours, not days, and is put before whoever is said to have agreed. While the
    /// offices are open a 係長・課長 names the reader themselves.
    /// </summary>
    /// <param name="id">The id of the naming.</param>
    /// <param name="measure">Under which measure.</param>
    /// <param name="naming">For whom: the one who calls.</param>
    /// <param name="approver">Who agreed on the telephone.</param>
    /// <param name="rules">What the ward decided.</param>
    /// <param name="hours">When the offices are open.</param>
    /// <param name="by">Who calls.</param>
    public static Outcome<ProtectedLocationReader> NameByTelephone(
        Id<ProtectedLocationReader> id, ProtectionMeasure measure, ReaderNaming naming, Id<Account> approver, ProtectionRules rules, OfficeHours hours, Stamp by)
    {
        var checks = Check(measure, naming, TimeSpan.FromHours(rules.TelephoneHours), by)
            .RefuseIf(hours.AreOpenAt(by.At), RefusalCode.OfficeIsOpen, "Approver")
            .RefuseIf(naming.Account != by.Account, RefusalCode.NotAllowed, nameof(naming.Account))
            .RefuseIf(approver.IsNone, RefusalCode.Required, "Approver")
            .RefuseIf(approver == naming.Account, RefusalCode.SecondPersonNeeded, "Approver");
        if (!checks.Passed) return Outcome<ProtectedLocationReader>.Carry(Outcome.Refused(checks.Refusals));
        var reader = Make(id, measure, naming, by);
        reader.TelephoneApprover = approver;
        return reader;
    }

    /// <summary>Its id.</summary>
    public Id<ProtectedLocationReader> Id { get; private set; }

    /// <summary>Under which measure.</summary>
    public Id<ProtectionMeasure> MeasureId { get; private set; }

    /// <summary>Whose location.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Person, PersonId);

    /// <summary>Who may read.</summary>
    public Id<Account> AccountId { get; private set; }

    /// <summary>For what.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>Why this person.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>From when, inclusive.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>Until when, exclusive.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>Who named them.</summary>
    public Id<Account> NamedBy { get; private set; }

    /// <summary>電話で承認した人; null when a 係長・課長 named the reader on screen.</summary>
    public Id<Account>? TelephoneApprover { get; private set; }

    /// <summary>Who ended it before its time.</summary>
    public Id<Account>? EndedBy { get; private set; }

    /// <summary>Whether they may read at an instant.</summary>
    public bool HoldsAt(DateTimeOffset now) => From <= now && now < Until;

    /// <summary>閲覧を終える: from now on they read no more.</summary>
    public Outcome End(Stamp by)
    {
        if (!HoldsAt(by.At)) return Outcome.Refused(RefusalCode.WrongState);
        (Until, EndedBy) = (by.At, by.Account);
        Record(new LocationReaderEnded(PersonId, AccountId));
        return Outcome.Done;
    }

    private static FieldChecks Check(ProtectionMeasure measure, ReaderNaming naming, TimeSpan longest, Stamp by) => new FieldChecks()
        .RefuseIf(!measure.IsHolding, RefusalCode.WrongState)
        .RefuseIf(naming.Account.IsNone, RefusalCode.Required, nameof(naming.Account))
        .Require(nameof(naming.Purpose), naming.Purpose).Text(nameof(naming.Purpose), naming.Purpose, FieldChecks.Short)
        .Require(nameof(naming.Reason), naming.Reason).Text(nameof(naming.Reason), naming.Reason, FieldChecks.Short)
        .RefuseIf(naming.Until is null, RefusalCode.Required, nameof(naming.Until))
        .RefuseIf(naming.Until <= by.At, RefusalCode.DateInPast, nameof(naming.Until))
        .RefuseIf(naming.Until > by.At + longest, RefusalCode.OutOfRange, nameof(naming.Until));

    private static ProtectedLocationReader Make(Id<ProtectedLocationReader> id, ProtectionMeasure measure, ReaderNaming naming, Stamp by)
    {
        var reader = new ProtectedLocationReader
        {
            Id = id,
            MeasureId = measure.Id,
            PersonId = measure.PersonId,
            AccountId = naming.Account,
            Purpose = TypedText.Field(naming.Purpose)!,
            Reason = TypedText.Field(naming.Reason)!,
            From = by.At,
            Until = naming.Until!.Value,
            NamedBy = by.Account,
        };
        reader.Record(new LocationReaderNamed(reader.PersonId, reader.AccountId, reader.Until));
        return reader;
    }
}

/// <summary>居場所の閲覧: one look at a protected location. The database shows the location to nobody who has not written this first.</summary>
public sealed class LocationRead : Aggregate
{
    private LocationRead() { }

    /// <summary>Writes a look down.</summary>
    public static Outcome<LocationRead> Write(Id<LocationRead> id, ProtectedLocationReader? reader, string? purpose, Stamp by)
    {
        if (reader is null || reader.AccountId != by.Account || !reader.HoldsAt(by.At)) return new Refusal(RefusalCode.NotNamedReader);
        var checks = new FieldChecks().Require("Purpose", purpose).Text("Purpose", purpose, FieldChecks.Short);
        if (!checks.Passed) return Outcome<LocationRead>.Carry(Outcome.Refused(checks.Refusals));
        var read = new LocationRead
        {
            Id = id,
            PersonId = reader.PersonId,
            ReaderId = reader.Id,
            AccountId = by.Account,
            OrganisationId = by.Organisation,
            Purpose = TypedText.Field(purpose)!,
            At = by.At,
        };
        read.Record(new ProtectedLocationRead(reader.PersonId, reader.Id));
        return read;
    }

    /// <summary>Its id.</summary>
    public Id<LocationRead> Id { get; private set; }

    /// <summary>Whose location.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Person, PersonId);

    /// <summary>By which naming.</summary>
    public Id<ProtectedLocationReader> ReaderId { get; private set; }

    /// <summary>Who looked.</summary>
    public Id<Account> AccountId { get; private set; }

    /// <summary>For whom they acted.</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>For what, this time.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>Somebody was named a reader.</summary>
public sealed record LocationReaderNamed(Id<Person> Person, Id<Account> Reader, DateTimeOffset Until) : DomainEvent;

/// <summary>A reader reads no more.</summary>
public sealed record LocationReaderEnded(Id<Person> Person, Id<Account> Reader) : DomainEvent;

/// <summary>A protected location was read.</summary>
public sealed record ProtectedLocationRead(Id<Person> Person, Id<ProtectedLocationReader> Naming) : DomainEvent;
