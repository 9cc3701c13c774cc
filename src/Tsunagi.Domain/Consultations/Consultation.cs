using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consultations;

/// <summary>相談: one contact at one desk.</summary>
/// <remarks>
/// It may name nobody. It can be written down, received, and end in one of four ways; it cannot be refused or thrown away
/// (断らない相談). What was typed is kept from the first letter on, what was received is corrected only with a trace.
/// </remarks>
public sealed class Consultation : Aggregate
{
    private readonly List<Statement> statements = [];
    private readonly List<ConsultationPerson> persons = [];
    private readonly List<Correction> corrections = [];

    private Consultation() { }

    /// <summary>Begins a draft (受付未完了).</summary>
    /// <param name="id">Its id.</param>
    /// <param name="fields">What stands in the fields of the form, by their names, exactly as typed.</param>
    /// <param name="by">Who writes, at which desk.</param>
    public static Consultation Begin(Id<Consultation> id, IReadOnlyDictionary<string, string> fields, Stamp by)
    {
        var begun = new Consultation { Id = id, OrganisationId = by.Organisation, WorkerId = by.Account, BegunAt = by.At };
        begun.Keep(fields, by);
        begun.Record(new ConsultationBegun(id, by.Organisation));
        return begun;
    }

    /// <summary>Its id.</summary>
    public Id<Consultation> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Consultation, Id);

    /// <summary>The desk that took the contact.</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>受け付けた職員.</summary>
    public Id<Account> WorkerId { get; private set; }

    /// <summary>Where it stands.</summary>
    public ConsultationState State { get; private set; }

    /// <summary>When the draft was begun.</summary>
    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>The fields of the draft as typed; null once received.</summary>
    public IReadOnlyDictionary<string, string>? DraftFields { get; private set; }

    /// <summary>When the draft was last saved.</summary>
    public DateTimeOffset? DraftSavedAt { get; private set; }

    /// <summary>When it was received (the act, not the contact).</summary>
    public DateTimeOffset? ReceivedAt { get; private set; }

    /// <summary>受付日時: when the contact took place; while a draft, when it was begun.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>相談方法, a code; empty while a draft.</summary>
    public string Channel { get; private set; } = "";

    /// <summary>相談経路, a code.</summary>
    public string? Route { get; private set; }

    /// <summary>相談者.</summary>
    public Visitor Visitor { get; private set; } = Visitor.Anonymous;

    /// <summary>Whether the person themself came or called.</summary>
    public bool IsByThePerson => Visitor.Relation == Visitor.Self;

    /// <summary>相談内容, codes.</summary>
    public IReadOnlyList<string> Topics { get; private set; } = [];

    /// <summary>最も困っていること.</summary>
    public string? WorstTopic { get; private set; }

    /// <summary>主訴（本人の言葉）.</summary>
    public string OwnWords { get; private set; } = "";

    /// <summary>同席した人それぞれの言葉.</summary>
    public IReadOnlyList<Statement> Statements => statements;

    /// <summary>どうなりたいか・希望.</summary>
    public string? Wishes { get; private set; }

    /// <summary>伝え方・配慮.</summary>
    public string? Care { get; private set; }

    /// <summary>緊急度, a code.</summary>
    public string? Urgency { get; private set; }

    /// <summary>危険の兆候, codes.</summary>
    public IReadOnlyList<string> DangerSigns { get; private set; } = [];

    /// <summary>Whether the person agreed to recording and sharing.</summary>
    public IntakeAgreement Agreement { get; private set; }

    /// <summary>同意について本人が言ったこと.</summary>
    public string? AgreementWords { get; private set; }

    /// <summary>相談に出てくる人, those taken back by a correction too.</summary>
    public IReadOnlyList<ConsultationPerson> Persons => [.. persons.OrderBy(person => person.Number)];

    /// <summary>The household concerned.</summary>
    public Id<Household>? HouseholdId { get; private set; }

    /// <summary>かかった時間（分）.</summary>
    public int? Minutes { get; private set; }

    /// <summary>職員の気づき.</summary>
    public string? Observations { get; private set; }

    /// <summary>What was told or arranged: 情報提供の内容 or a note on the outcome.</summary>
    public string? OutcomeText { get; private set; }

    /// <summary>情報提供で終了することを本人が了承したか; null unless it ended so.</summary>
    public bool? AgreedToEnd { get; private set; }

    /// <summary>When the outcome was decided; null while 対応待ち.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Who decided it.</summary>
    public Id<Account>? DecidedBy { get; private set; }

    /// <summary>The case it belongs to, once kept or handed off.</summary>
    public Id<Case>? CaseId { get; private set; }

    /// <summary>The handoff it went into.</summary>
    public Id<Handoff>? HandoffId { get; private set; }

    /// <summary>The lead by which it is followed up.</summary>
    public Id<Lead>? LeadId { get; private set; }

    /// <summary>What was corrected or added after receipt, oldest first.</summary>
    public IReadOnlyList<Correction> Corrections => corrections;

    /// <summary>The received content as the form holds it.</summary>
    public ConsultationContent Content => new(At, Channel, OwnWords)
    {
        Route = Route,
        Visitor = Visitor,
        Topics = Topics,
        WorstTopic = WorstTopic,
        Statements = [.. statements],
        Wishes = Wishes,
        Care = Care,
        Urgency = Urgency,
        DangerSigns = DangerSigns,
        Agreement = Agreement,
        AgreementWords = AgreementWords,
        Persons = [.. Persons.Where(person => person.TakenBackAt is null).Select(person => new Concerned(person.PersonId, person.As))],
        Household = HouseholdId,
        Minutes = Minutes,
        Observations = Observations,
    };

    /// <summary>自動保存: keeps what stands in the form, valid or not.</summary>
    public Outcome SaveDraft(IReadOnlyDictionary<string, string> fields, Stamp by)
    {
        if (State != ConsultationState.Draft) return Outcome.Refused(RefusalCode.WrongState);
        Keep(fields, by);
        // No event: an autosave every few seconds would bury what matters in the log.
        return Outcome.Done;
    }

    /// <summary>受け付ける. Nothing stands in the way but a missing date, channel or word, or a value that cannot be.</summary>
    public Outcome Receive(ConsultationContent content, ConsultationRules rules, Stamp by)
    {
        if (Next(ConsultationAction.Receive) is not { } next) return Outcome.Refused(RefusalCode.WrongState);
        var refusals = content.Check(rules, by.At);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        Take(content, by.At);
        (State, ReceivedAt, WorkerId, DraftFields) = (next, by.At, by.Account, null);
        Record(new ConsultationReceived(Id, OrganisationId, Channel, Topics, Urgency, rules.MeansLifeDanger(Urgency, DangerSigns)));
        return Outcome.Done;
    }

    /// <summary>訂正・補記: writes what differs anew and keeps what stood there; replacing anything takes a reason.</summary>
    public Outcome Correct(ConsultationContent content, string? reason, ConsultationRules rules, Stamp by)
    {
        if (State == ConsultationState.Draft) return Outcome.Refused(RefusalCode.WrongState);
        var changes = FieldChange.Between(Content.Fields(), content.Fields());
        IReadOnlyList<Refusal> refusals = [.. content.Check(rules, by.At), .. FieldChange.Check(changes, reason).Refusals];
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        Take(content, by.At);
        foreach (var change in changes) corrections.Add(new(corrections.Count + 1, change, TypedText.Field(reason), by));
        Record(new ConsultationCorrected(
            Id, [.. changes.Select(change => change.Field)], rules.MeansLifeDanger(Urgency, DangerSigns)));
        return Outcome.Done;
    }

    /// <summary>情報提供で終了する: says what was told, and whether the person agreed that this is enough.</summary>
    public Outcome EndWithInformation(string? told, bool? agreed, Stamp by)
    {
        var checks = new FieldChecks()
            .Require(nameof(OutcomeText), told)
            .Text(nameof(OutcomeText), told, FieldChecks.Long)
            .RefuseIf(agreed is null, RefusalCode.Required, nameof(AgreedToEnd));
        return Decide(ConsultationAction.EndWithInformation, checks, told, by, () => AgreedToEnd = agreed);
    }

    /// <summary>この窓口で継続する, in a case of this desk: a new one, or one it already has on this household.</summary>
    public Outcome KeepIn(Id<Case> @case, string? note, Stamp by) =>
        Decide(ConsultationAction.Keep, Note(note), note, by, () => CaseId = @case);

    /// <summary>つなぐ. The sender's case is opened before, since the sender stays responsible until someone else is.</summary>
    public Outcome HandOff(Id<Handoff> handoff, Id<Case> @case, string? note, Stamp by) =>
        Decide(ConsultationAction.HandOff, Note(note), note, by, () => (HandoffId, CaseId) = (handoff, @case));

    /// <summary>訪問（実態把握）にする: the lead has an owner and a date.</summary>
    public Outcome PlanVisit(Id<Lead> lead, string? note, Stamp by) =>
        Decide(ConsultationAction.PlanVisit, Note(note), note, by, () => LeadId = lead);

    /// <summary>対応待ちに戻す.</summary>
    public Outcome Reopen(string? reason, Stamp by)
    {
        if (Next(ConsultationAction.Reopen) is not { } next) return Outcome.Refused(RefusalCode.WrongState);
        var change = new FieldChange(nameof(OutcomeText), OutcomeText, null);
        var checks = FieldChange.Check([change], reason);
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        corrections.Add(new(corrections.Count + 1, change, TypedText.Field(reason), by));
        (State, OutcomeText, AgreedToEnd, DecidedAt, DecidedBy) = (next, null, null, null, null);
        Record(new ConsultationReopened(Id));
        return Outcome.Done;
    }

    private ConsultationState? Next(ConsultationAction action) => ConsultationStates.Next(State, action);

    private static FieldChecks Note(string? note) => new FieldChecks().Text(nameof(OutcomeText), note, FieldChecks.Long);

    private Outcome Decide(ConsultationAction action, FieldChecks checks, string? text, Stamp by, Action take)
    {
        if (Next(action) is not { } next) return Outcome.Refused(RefusalCode.WrongState);
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        take();
        (State, DecidedAt, DecidedBy) = (next, by.At, by.Account);
        OutcomeText = TypedText.Field(text) ?? OutcomeText;
        Record(new ConsultationDecided(Id, next, CaseId, HandoffId, LeadId));
        return Outcome.Done;
    }

    private void Keep(IReadOnlyDictionary<string, string> fields, Stamp by)
    {
        // As typed, but for the one thing the law forbids to store at all (番号法20条).
        DraftFields = fields.ToDictionary(field => field.Key, field => IndividualNumber.Mask(TypedText.Clean(field.Value)));
        (DraftSavedAt, WorkerId) = (by.At, by.Account);
        if (At == default) At = by.At;
    }

    private void Take(ConsultationContent content, DateTimeOffset at)
    {
        (At, Channel, Route, Visitor) = (content.At.ToUniversalTime(), content.Channel, content.Route, content.Visitor);
        (OwnWords, Wishes, Care) = (content.OwnWords.Trim(), TypedText.Field(content.Wishes), TypedText.Field(content.Care));
        (WorstTopic, Urgency, Minutes) = (content.WorstTopic, content.Urgency, content.Minutes);
        (Agreement, AgreementWords) = (content.Agreement, TypedText.Field(content.AgreementWords));
        (HouseholdId, Observations) = (content.Household, TypedText.Field(content.Observations));
        (Topics, DangerSigns) = ([.. content.Topics.Distinct()], [.. content.DangerSigns.Distinct()]);
        statements.Clear();
        statements.AddRange(content.Statements);
        Name(content.Persons, at);
    }

    /// <summary>Who is no longer named stays on record as taken back: nothing is deleted.</summary>
    private void Name(IReadOnlyList<Concerned> named, DateTimeOffset at)
    {
        foreach (var person in persons.Where(person => person.TakenBackAt is null && named.All(now => now.PersonId != person.PersonId))) person.TakeBack(at);
        foreach (var now in named)
        {
            if (persons.Find(person => person.PersonId == now.PersonId) is { } known) known.NameAs(now.As);
            else persons.Add(new(Id, persons.Count + 1, now));
        }
    }
}

/// <summary>相談に出てくる人: who a consultation names, and how.</summary>
public sealed class ConsultationPerson
{
    private ConsultationPerson() { }

    internal ConsultationPerson(Id<Consultation> consultation, int number, Concerned named) =>
        (ConsultationId, Number, PersonId, As) = (consultation, number, named.PersonId, named.As);

    /// <summary>The consultation.</summary>
    public Id<Consultation> ConsultationId { get; private set; }

    /// <summary>From 1, in the order in which people were entered.</summary>
    public int Number { get; private set; }

    /// <summary>Who.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>How.</summary>
    public ConcernedAs As { get; private set; }

    /// <summary>When a correction took the person out again.</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    internal void TakeBack(DateTimeOffset at) => TakenBackAt = at;

    internal void NameAs(ConcernedAs how) => (As, TakenBackAt) = (how, null);
}

/// <summary>A consultation was begun as a draft.</summary>
public sealed record ConsultationBegun(Id<Consultation> Consultation, Id<Organisation> Organisation) : DomainEvent;

/// <summary>A consultation was received.</summary>
public sealed record ConsultationReceived(
    Id<Consultation> Consultation, Id<Organisation> Organisation, string Channel, IReadOnlyList<string> Topics,
    string? Urgency, bool LifeDanger) : DomainEvent;

/// <summary>Fields of a received consultation were corrected or added; which, not what.</summary>
public sealed record ConsultationCorrected(
    Id<Consultation> Consultation, IReadOnlyList<string> Fields, bool LifeDanger) : DomainEvent;

/// <summary>What follows a consultation was decided.</summary>
public sealed record ConsultationDecided(
    Id<Consultation> Consultation, ConsultationState Outcome, Id<Case>? Case, Id<Handoff>? Handoff, Id<Lead>? Lead) : DomainEvent;

/// <summary>A consultation ended with information was taken up again.</summary>
public sealed record ConsultationReopened(Id<Consultation> Consultation) : DomainEvent;
