using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.ProtectedLocations;

/// <summary>What a ward decides about protected locations.</summary>
/// <param name="ReviewMonths">The longest time until a measure is reviewed.</param>
/// <param name="ReaderDays">The longest time somebody is named a reader.</param>
/// <param name="TelephoneHours">The longest time a reader named by telephone may read.</param>
public sealed record ProtectionRules(int ReviewMonths, int ReaderDays, int TelephoneHours);

/// <summary>What is written when a measure begins.</summary>
/// <param name="Ground">支援措置の理由, as the certificate words it.</param>
/// <param name="CertifiedBy">相談・証明した機関.</param>
/// <param name="From">From which day.</param>
/// <param name="ReviewOn">By when it is reviewed.</param>
public sealed record ProtectionTerms(string? Ground, string? CertifiedBy, DateOnly? From, DateOnly? ReviewOn);

/// <summary>支援措置: while it lasts, where the person is stands in the store of protected locations and nowhere else.</summary>
/// <remarks>
/// Who the other side is, is not written here: those who serve them are shut out one by one
/// (<see cref="ExclusionKind.PerpetratorSide"/>), so the record itself leads nobody to anybody.
/// </remarks>
public sealed class ProtectionMeasure : Aggregate, IHeldRecord
{
    private ProtectionMeasure() { }

    /// <summary>Begins a measure.</summary>
    public static Outcome<ProtectionMeasure> Begin(
        Id<ProtectionMeasure> id, Id<Person> person, ProtectionTerms terms, ProtectionRules rules, DateOnly today, Stamp by)
    {
        var checks = new FieldChecks()
            .Text(nameof(terms.Ground), terms.Ground, FieldChecks.Short)
            .Require(nameof(terms.CertifiedBy), terms.CertifiedBy).Text(nameof(terms.CertifiedBy), terms.CertifiedBy, FieldChecks.Short)
            .RefuseIf(terms.From is null, RefusalCode.Required, nameof(terms.From))
            .RefuseIf(terms.From > today, RefusalCode.DateInFuture, nameof(terms.From));
        CheckReview(checks, terms.ReviewOn, rules, today);
        if (!checks.Passed) return Outcome<ProtectionMeasure>.Carry(Outcome.Refused(checks.Refusals));
        var measure = new ProtectionMeasure
        {
            Id = id,
            PersonId = person,
            HolderId = by.Organisation,
            Ground = TypedText.Field(terms.Ground),
            CertifiedBy = TypedText.Field(terms.CertifiedBy)!,
            From = terms.From!.Value,
            ReviewOn = terms.ReviewOn!.Value,
            BegunBy = by.Account,
            BegunAt = by.At,
        };
        measure.Record(new ProtectionBegun(person, id, measure.From, measure.ReviewOn));
        return measure;
    }

    /// <summary>Its id.</summary>
    public Id<ProtectionMeasure> Id { get; private set; }

    /// <summary>Whose location is protected.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Person, PersonId);

    /// <summary>保有者: the organisation that holds the person's record; its 係長・課長 name the readers.</summary>
    public Id<Organisation> HolderId { get; private set; }

    /// <summary>支援措置の理由.</summary>
    public string? Ground { get; private set; }

    /// <summary>相談・証明した機関.</summary>
    public string CertifiedBy { get; private set; } = "";

    /// <summary>From which day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>By when it is reviewed (更新). Past that day it goes on, marked as overdue.</summary>
    public DateOnly ReviewOn { get; private set; }

    /// <summary>Where it stands.</summary>
    public ProtectionState State { get; private set; }

    /// <summary>Who began it.</summary>
    public Id<Account> BegunBy { get; private set; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>Who asked for its end, last.</summary>
    public Id<Account>? EndProposedBy { get; private set; }

    /// <summary>Why it should end.</summary>
    public string? EndReason { get; private set; }

    /// <summary>Who decided on the end, last.</summary>
    public Id<Account>? DecidedBy { get; private set; }

    /// <summary>When that was decided.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was decided so; always given when declined.</summary>
    public string? DecisionReason { get; private set; }

    /// <summary>Whether the person is protected by it.</summary>
    public bool IsHolding => State != ProtectionState.Ended;

    /// <summary>更新する: sets the next review.</summary>
    public Outcome Renew(DateOnly? reviewOn, ProtectionRules rules, DateOnly today)
    {
        var checks = new FieldChecks().RefuseIf(!IsHolding, RefusalCode.WrongState);
        CheckReview(checks, reviewOn, rules, today);
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        ReviewOn = reviewOn!.Value;
        Record(new ProtectionRenewed(PersonId, Id, ReviewOn));
        return Outcome.Done;
    }

    /// <summary>終了を申し出る: nothing opens yet.</summary>
    public Outcome ProposeEnd(string? reason, Stamp by)
    {
        if (ProtectionStates.Next(State, ProtectionAction.ProposeEnd) is not { } next) return Outcome.Refused(RefusalCode.WrongState);
        var checks = Reason(reason);
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        (State, EndProposedBy, EndReason) = (next, by.Account, TypedText.Field(reason));
        Record(new ProtectionEndProposed(PersonId, Id));
        return Outcome.Done;
    }

    /// <summary>終了を認める・認めない: by somebody else than who asked (ASVS 2.3.5).</summary>
    public Outcome DecideEnd(bool confirmed, string? reason, Stamp by)
    {
        var action = confirmed ? ProtectionAction.ConfirmEnd : ProtectionAction.DeclineEnd;
        if (ProtectionStates.Next(State, action) is not { } next) return Outcome.Refused(RefusalCode.WrongState);
        if (by.Account == EndProposedBy) return Outcome.Refused(RefusalCode.SecondPersonNeeded);
        var checks = confirmed ? new FieldChecks().Text("Reason", reason, FieldChecks.Short) : Reason(reason);
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        (State, DecidedBy, DecidedAt, DecisionReason) = (next, by.Account, by.At, TypedText.Field(reason));
        Record(confirmed ? new ProtectionEnded(PersonId, Id, EndProposedBy!.Value, by.Account) : new ProtectionEndDeclined(PersonId, Id));
        return Outcome.Done;
    }

    void IHeldRecord.PassTo(Id<Organisation> holder) => HolderId = holder;

    private static FieldChecks Reason(string? reason) =>
        new FieldChecks().Require("Reason", reason).Text("Reason", reason, FieldChecks.Short);

    private static void CheckReview(FieldChecks checks, DateOnly? reviewOn, ProtectionRules rules, DateOnly today) => checks
        .RefuseIf(reviewOn is null, RefusalCode.Required, nameof(ReviewOn))
        .RefuseIf(reviewOn <= today, RefusalCode.DateInPast, nameof(ReviewOn))
        .RefuseIf(reviewOn > today.AddMonths(rules.ReviewMonths), RefusalCode.OutOfRange, nameof(ReviewOn));
}

/// <summary>支援措置 began.</summary>
public sealed record ProtectionBegun(Id<Person> Person, Id<ProtectionMeasure> Measure, DateOnly From, DateOnly ReviewOn) : DomainEvent;

/// <summary>支援措置 was renewed.</summary>
public sealed record ProtectionRenewed(Id<Person> Person, Id<ProtectionMeasure> Measure, DateOnly ReviewOn) : DomainEvent;

/// <summary>Somebody asked for the end of a 支援措置.</summary>
public sealed record ProtectionEndProposed(Id<Person> Person, Id<ProtectionMeasure> Measure) : DomainEvent;

/// <summary>The end was declined.</summary>
public sealed record ProtectionEndDeclined(Id<Person> Person, Id<ProtectionMeasure> Measure) : DomainEvent;

/// <summary>Two people ended a 支援措置.</summary>
public sealed record ProtectionEnded(Id<Person> Person, Id<ProtectionMeasure> Measure, Id<Account> First, Id<Account> Second) : DomainEvent;
