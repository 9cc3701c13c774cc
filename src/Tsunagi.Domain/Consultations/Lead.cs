using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consultations;

/// <summary>気になる情報: a weak sign about a person or an address before anything is a case.</summary>
/// <remarks>
/// It is written before anybody consented, so it holds only what was noticed, and it always has an owner and a next date: a
/// sign nobody has to look at again would be a gap to fall through.
/// </remarks>
public sealed class Lead : Aggregate
{
    private readonly List<LeadStep> steps = [];

    private Lead() { }

    /// <summary>Writes a sign down.</summary>
    public static Outcome<Lead> Notice(Id<Lead> id, LeadContent content, LeadNext next, LeadRules rules, DateOnly today, Stamp by)
    {
        IReadOnlyList<Refusal> refusals = [.. content.Check(rules, today), .. next.Check(today)];
        if (refusals.Count > 0) return Outcome<Lead>.Carry(Outcome.Refused(refusals));
        var lead = new Lead
        {
            Id = id,
            OrganisationId = by.Organisation,
            NoticedAt = by.At,
            ReceivedOn = content.ReceivedOn,
            PersonId = content.Person,
            ConsultationId = content.Consultation,
            Sign = content.Sign.Trim(),
            Source = content.Source,
            SourceName = TypedText.Field(content.SourceName),
            Place = TypedText.Field(content.Place),
        };
        lead.Take(LeadStepKind.Noticed, null, next, by);
        lead.Record(new LeadNoticed(id, by.Organisation, next.Owner, next.On, content.Consultation));
        return lead;
    }

    /// <summary>Its id.</summary>
    public Id<Lead> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Lead, Id);

    /// <summary>Whose it is.</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>Where it stands.</summary>
    public LeadState State { get; private set; }

    /// <summary>When it was written down.</summary>
    public DateTimeOffset NoticedAt { get; private set; }

    /// <summary>When the sign reached the desk.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>The person, if one is written down.</summary>
    public Id<Person>? PersonId { get; private set; }

    /// <summary>The consultation that asked for a visit, if one did.</summary>
    public Id<Consultation>? ConsultationId { get; private set; }

    /// <summary>気づいたこと: what was seen or heard.</summary>
    public string Sign { get; private set; } = "";

    /// <summary>情報源, a code (近隣, 民生委員, 新聞・郵便 …).</summary>
    public string Source { get; private set; } = "";

    /// <summary>だれから, as they called themselves.</summary>
    public string? SourceName { get; private set; }

    /// <summary>どこの: the place, when no person is known; none for a person under 支援措置.</summary>
    public string? Place { get; private set; }

    /// <summary>担当: who looks after it.</summary>
    public Id<Account> OwnerId { get; private set; }

    /// <summary>次にすること.</summary>
    public string NextAction { get; private set; } = "";

    /// <summary>いつまでに; null once it is over.</summary>
    public DateOnly? NextOn { get; private set; }

    /// <summary>The case it became.</summary>
    public Id<Case>? CaseId { get; private set; }

    /// <summary>The consultation it became.</summary>
    public Id<Consultation>? BecameConsultationId { get; private set; }

    /// <summary>What was done, oldest first.</summary>
    public IReadOnlyList<LeadStep> Steps => steps;

    /// <summary>True when its date has passed.</summary>
    public bool IsOverdue(DateOnly today) => NextOn < today;

    /// <summary>見守る: writes what was done or seen, and what comes next, by whom, until when.</summary>
    public Outcome Watch(string? done, LeadNext next, DateOnly today, Stamp by)
    {
        if (Next(LeadAction.Watch) is not { } state) return Outcome.Refused(RefusalCode.WrongState);
        IReadOnlyList<Refusal> refusals = [.. Noted("Done", done).Refusals, .. next.Check(today)];
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        State = state;
        Take(LeadStepKind.Watched, done, next, by);
        Record(new LeadWatched(Id, next.Owner, next.On));
        return Outcome.Done;
    }

    /// <summary>相談になった.</summary>
    public Outcome TakeAsConsultation(Id<Consultation> consultation, Stamp by)
    {
        if (Next(LeadAction.TakeAsConsultation) is not { } state) return Outcome.Refused(RefusalCode.WrongState);
        BecameConsultationId = consultation;
        Close(state, LeadStepKind.BecameConsultation, null, by);
        return Outcome.Done;
    }

    /// <summary>支援ケースになった.</summary>
    public Outcome TakeAsCase(Id<Case> @case, Stamp by)
    {
        if (Next(LeadAction.TakeAsCase) is not { } state) return Outcome.Refused(RefusalCode.WrongState);
        CaseId = @case;
        Close(state, LeadStepKind.BecameCase, null, by);
        return Outcome.Done;
    }

    /// <summary>終了する: with what was found and why nothing more is needed.</summary>
    public Outcome End(string? reason, Stamp by)
    {
        if (Next(LeadAction.End) is not { } state) return Outcome.Refused(RefusalCode.WrongState);
        var checks = Noted("Reason", reason);
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        Close(state, LeadStepKind.Ended, reason, by);
        return Outcome.Done;
    }

    /// <summary>再開する: there is a new sign.</summary>
    public Outcome Reopen(string? reason, LeadNext next, DateOnly today, Stamp by)
    {
        if (Next(LeadAction.Reopen) is not { } state) return Outcome.Refused(RefusalCode.WrongState);
        IReadOnlyList<Refusal> refusals = [.. Noted("Reason", reason).Refusals, .. next.Check(today)];
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        State = state;
        Take(LeadStepKind.Reopened, reason, next, by);
        Record(new LeadWatched(Id, next.Owner, next.On));
        return Outcome.Done;
    }

    /// <summary>Forgets the place: the person came under 支援措置, and the caller moved it to the protected store .</summary>
    /// <returns>The place that stood here.</returns>
    public string? WithdrawPlace()
    {
        var withdrawn = Place;
        Place = null;
        return withdrawn;
    }

    private LeadState? Next(LeadAction action) => LeadStates.Next(State, action);

    private static FieldChecks Noted(string field, string? text) =>
        new FieldChecks().Require(field, text).Text(field, text, FieldChecks.Long);

    private void Take(LeadStepKind kind, string? note, LeadNext next, Stamp by)
    {
        (OwnerId, NextAction, NextOn) = (next.Owner, next.Action.Trim(), next.On);
        steps.Add(new(steps.Count + 1, kind, TypedText.Field(note), NextAction, next.On, next.Owner, by));
    }

    private void Close(LeadState state, LeadStepKind kind, string? note, Stamp by)
    {
        (State, NextAction, NextOn) = (state, "", null);
        steps.Add(new(steps.Count + 1, kind, TypedText.Field(note), null, null, OwnerId, by));
        Record(new LeadClosed(Id, state, BecameConsultationId, CaseId));
    }
}

/// <summary>What a sign is about and where it came from.</summary>
/// <param name="Sign">気づいたこと.</param>
/// <param name="Source">情報源, a code.</param>
/// <param name="ReceivedOn">When it reached the desk.</param>
public sealed record LeadContent(string Sign, string Source, DateOnly ReceivedOn)
{
    /// <summary>だれから.</summary>
    public string? SourceName { get; init; }

    /// <summary>The person, if one is written down.</summary>
    public Id<Person>? Person { get; init; }

    /// <summary>どこの; needed when no person is known.</summary>
    public string? Place { get; init; }

    /// <summary>True when the person is under 支援措置: then no place may be written here.</summary>
    public bool IsLocationProtected { get; init; }

    /// <summary>The consultation that asked for a visit.</summary>
    public Id<Consultation>? Consultation { get; init; }

    /// <summary>Every refusal, with its field.</summary>
    public IReadOnlyList<Refusal> Check(LeadRules rules, DateOnly today) => new FieldChecks()
        .Require(nameof(Sign), Sign).Text(nameof(Sign), Sign, FieldChecks.Long)
        .Require(nameof(Source), Source)
        .Code(nameof(Source), string.IsNullOrWhiteSpace(Source) ? null : Source, rules.Sources)
        .Text(nameof(SourceName), SourceName, FieldChecks.Short)
        .Text(nameof(Place), Place, FieldChecks.Short)
        .RefuseIf(Person is null && Consultation is null && string.IsNullOrWhiteSpace(Place), RefusalCode.Required, nameof(Place))
        .RefuseIf(IsLocationProtected && !string.IsNullOrWhiteSpace(Place), RefusalCode.LocationProtected, nameof(Place))
        .RefuseIf(ReceivedOn > today, RefusalCode.DateInFuture, nameof(ReceivedOn))
        .Refusals;
}

/// <summary>Who does what until when: a lead is never without.</summary>
/// <param name="Owner">担当.</param>
/// <param name="Action">次にすること.</param>
/// <param name="On">いつまでに.</param>
public sealed record LeadNext(Id<Account> Owner, string Action, DateOnly On)
{
    /// <summary>Every refusal, with its field.</summary>
    public IReadOnlyList<Refusal> Check(DateOnly today) => new FieldChecks()
        .RefuseIf(Owner.IsNone, RefusalCode.Required, nameof(Owner))
        .Require(nameof(Action), Action).Text(nameof(Action), Action, FieldChecks.Short)
        .RefuseIf(On == default, RefusalCode.Required, nameof(On))
        .RefuseIf(On != default && On < today, RefusalCode.DateInPast, nameof(On))
        .Refusals;
}

/// <summary>What a ward offers for leads.</summary>
/// <param name="Sources">情報源, codes.</param>
public sealed record LeadRules(IReadOnlySet<string> Sources);

/// <summary>What kind of step was taken on a lead.</summary>
public enum LeadStepKind
{
    /// <summary>気づいた.</summary>
    Noticed,
    /// <summary>見守った.</summary>
    Watched,
    /// <summary>相談になった.</summary>
    BecameConsultation,
    /// <summary>支援ケースになった.</summary>
    BecameCase,
    /// <summary>終了した.</summary>
    Ended,
    /// <summary>再開した.</summary>
    Reopened,
}

/// <summary>経過: one step on a lead.</summary>
public sealed class LeadStep
{
    private LeadStep() { }

    internal LeadStep(int number, LeadStepKind kind, string? note, string? nextAction, DateOnly? nextOn, Id<Account> owner, Stamp by) =>
        (Number, Kind, Note, NextAction, NextOn, OwnerId, By, At) =
        (number, kind, note, nextAction, nextOn, owner, by.Account, by.At);

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>What was done.</summary>
    public LeadStepKind Kind { get; private set; }

    /// <summary>In words.</summary>
    public string? Note { get; private set; }

    /// <summary>What was to come next.</summary>
    public string? NextAction { get; private set; }

    /// <summary>Until when.</summary>
    public DateOnly? NextOn { get; private set; }

    /// <summary>By whom.</summary>
    public Id<Account> OwnerId { get; private set; }

    /// <summary>Who wrote it.</summary>
    public Id<Account> By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>A lead was written down.</summary>
public sealed record LeadNoticed(
    Id<Lead> Lead, Id<Organisation> Organisation, Id<Account> Owner, DateOnly NextOn, Id<Consultation>? Consultation) : DomainEvent;

/// <summary>A lead was followed up and has a next date.</summary>
public sealed record LeadWatched(Id<Lead> Lead, Id<Account> Owner, DateOnly NextOn) : DomainEvent;

/// <summary>A lead is over: it became something, or was ended.</summary>
public sealed record LeadClosed(
    Id<Lead> Lead, LeadState State, Id<Consultation>? Consultation, Id<Case>? Case) : DomainEvent;
