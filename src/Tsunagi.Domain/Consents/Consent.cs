using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consents;

/// <summary>同意: of one person, for purposes, recipient categories and field classes, for a time (W12; rules §3).</summary>
/// <remarks>
/// What a consent covers is asked for an instant: withdrawal and expiry end sharing at once, while what was lawfully
/// shared before stays true of its own instant.
/// </remarks>
public sealed class Consent : Aggregate
{
    private Consent() { }

    /// <summary>Records that a consent was explained to the person; nothing is shared under it yet.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="case">The case it serves.</param>
    /// <param name="subject">Whose consent it is: always one person's.</param>
    /// <param name="scope">What they were asked for.</param>
    /// <param name="explanation">How it was explained.</param>
    /// <param name="follows">The withdrawn or expired consent it takes the place of, if any.</param>
    /// <param name="rules">The ward's rules.</param>
    /// <param name="by">Who records it.</param>
    public static Outcome<Consent> Explain(
        Id<Consent> id, Id<Case> @case, Id<Person> subject, ConsentScope scope, ConsentExplanation explanation,
        Id<Consent>? follows, ConsentRules rules, Stamp by)
    {
        if (Outcome.From(CheckExplained(scope, explanation, rules, by)) is { IsDone: false } refused)
            return Outcome<Consent>.Carry(refused);
        var consent = new Consent
        {
            Id = id,
            CaseId = @case,
            SubjectId = subject,
            OrganisationId = by.Organisation,
            Scope = scope,
            Explanations = [explanation],
            FollowsId = follows,
        };
        consent.Note(ConsentAction.Explain, by, null);
        consent.Record(new ConsentExplained(id, @case, subject, explanation.Language));
        return consent;
    }

    /// <summary>What is missing or unfit in an explanation and what it asks for, all at once.</summary>
    public static IReadOnlyList<Refusal> CheckExplained(ConsentScope scope, ConsentExplanation explanation, ConsentRules rules, Stamp by) =>
        [.. scope.Check(rules), .. explanation.Check(by)];

    /// <summary>Its id.</summary>
    public Id<Consent> Id { get; private set; }

    /// <summary>Its case: whoever may read a case reads the consents it rests on.</summary>
    public override RootRef Root => RootRef.Of(RootKind.Case, CaseId);

    /// <summary>The case it serves.</summary>
    public Id<Case> CaseId { get; private set; }

    /// <summary>Whose consent it is.</summary>
    public Id<Person> SubjectId { get; private set; }

    /// <summary>The organisation that explained it.</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>説明済み・同意あり・….</summary>
    public ConsentState State { get; private set; }

    /// <summary>What may go to whom, for what, until when.</summary>
    public ConsentScope Scope { get; private set; } = null!;

    /// <summary>The actual agencies the person was told of.</summary>
    public IReadOnlyList<ToldAgency> ToldAgencies { get; private set; } = [];

    /// <summary>Each explanation, oldest first.</summary>
    public IReadOnlyList<ConsentExplanation> Explanations { get; private set; } = [];

    /// <summary>How it was given; null until it was.</summary>
    public ConsentGiving? Giving { get; private set; }

    /// <summary>From which instant it can open anything: when it was given.</summary>
    public DateTimeOffset? GivenAt { get; private set; }

    /// <summary>From which instant it opens nothing any more.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>共有が止まっていた間: from a withdrawal written down by mistake until that was corrected. Nothing was shared meanwhile, and it stays so.</summary>
    public IReadOnlyList<ConsentPause> Pauses { get; private set; } = [];

    /// <summary>When its record was last corrected or annulled.</summary>
    public DateTimeOffset? CorrectedAt { get; private set; }

    /// <summary>The day to ask again, if one is set.</summary>
    public DateOnly? AskAgainOn { get; private set; }

    /// <summary>Where nobody can consent: whether a guardianship petition (後見申立) is being considered.</summary>
    public bool GuardianshipConsidered { get; private set; }

    /// <summary>The consent it takes the place of, if any.</summary>
    public Id<Consent>? FollowsId { get; private set; }

    /// <summary>Everything done to it, oldest first.</summary>
    public IReadOnlyList<ConsentStep> Steps { get; private set; } = [];

    /// <summary>Explains again, after a decline, after 判断困難, or because the person asked.</summary>
    /// <param name="scope">What is asked for this time; may be narrower or wider than before.</param>
    /// <param name="explanation">How it was explained.</param>
    /// <param name="rules">The ward's rules.</param>
    /// <param name="by">Who records it.</param>
    public Outcome ExplainAgain(ConsentScope scope, ConsentExplanation explanation, ConsentRules rules, Stamp by)
    {
        if (ConsentStates.Next(State, ConsentAction.Explain) is null)
            return Outcome.Refused(RefusalCode.WrongState);
        if (Outcome.From(CheckExplained(scope, explanation, rules, by)) is { IsDone: false } refused)
            return refused;
        (Scope, Explanations, AskAgainOn) = (scope, [.. Explanations, explanation], null);
        Move(ConsentAction.Explain, by, null);
        Record(new ConsentExplained(Id, CaseId, SubjectId, explanation.Language));
        return Outcome.Done;
    }

    /// <summary>Takes the consent.</summary>
    /// <param name="giving">How it was given, and by whom.</param>
    /// <param name="age">The person's age that day (<see cref="ConsentSubject"/>).</param>
    /// <param name="rules">The ward's rules.</param>
    /// <param name="by">Who records it.</param>
    public Outcome Give(ConsentGiving giving, int age, ConsentRules rules, Stamp by)
    {
        if (ConsentStates.Next(State, ConsentAction.Give) is null)
            return Outcome.Refused(RefusalCode.WrongState);
        List<Refusal> refusals = [.. giving.Check(age, rules, by)];
        if (giving.At < Explanations[^1].At)
            refusals.Add(new(RefusalCode.ConsentBeforeExplanation, nameof(ConsentGiving.At)));
        if (JapanTime.DateOf(by.At) > Scope.Until)
            refusals.Add(new(RefusalCode.ConsentExpired, nameof(ConsentScope.Until)));
        if (refusals.Count > 0)
            return Outcome.Refused(refusals);
        (Giving, GivenAt) = (giving, giving.At);
        Move(ConsentAction.Give, by, giving.Words);
        Record(new ConsentGiven(Id, SubjectId, giving.Giver, giving.Form, Scope.From, Scope.Until));
        return Outcome.Done;
    }

    /// <summary>Records that the person does not consent, in their words.</summary>
    public Outcome Decline(string words, Stamp by)
    {
        if (ConsentStates.Next(State, ConsentAction.Decline) is null)
            return Outcome.Refused(RefusalCode.WrongState);
        if (string.IsNullOrWhiteSpace(words))
            return Outcome.Refused(RefusalCode.Required, nameof(words));
        Move(ConsentAction.Decline, by, words);
        Record(new ConsentRefusedByPerson(Id, SubjectId));
        return Outcome.Done;
    }

    /// <summary>Sets the day on which to ask again.</summary>
    /// <param name="on">Today or later.</param>
    /// <param name="by">Who sets it.</param>
    public Outcome PlanToAskAgain(DateOnly on, Stamp by)
    {
        if (ConsentStates.Next(State, ConsentAction.PlanToAskAgain) is null)
            return Outcome.Refused(RefusalCode.WrongState);
        if (on < JapanTime.DateOf(by.At))
            return Outcome.Refused(RefusalCode.DateInPast, nameof(on));
        AskAgainOn = on;
        Move(ConsentAction.PlanToAskAgain, by, null);
        Record(new ConsentToBeAskedAgain(Id, on));
        return Outcome.Done;
    }

    /// <summary>Withdraws the consent: from this instant it opens nothing. No reason can be demanded of the person.</summary>
    public Outcome Withdraw(string? words, Stamp by)
    {
        if (ConsentStates.Next(State, ConsentAction.Withdraw) is null)
            return Outcome.Refused(RefusalCode.WrongState);
        WithdrawnAt = by.At;
        Move(ConsentAction.Withdraw, by, words);
        Record(new ConsentTakenBack(Id, SubjectId));
        return Outcome.Done;
    }

    /// <summary>
    /// 撤回の記録を訂正する: the person had not withdrawn, and says so. It opens again from this instant, never for the time it was
    /// stopped (ADR 0038).
    /// </summary>
    /// <param name="reason">How the mistake came about.</param>
    /// <param name="words">What the person said when they were asked whether they still consent.</param>
    /// <param name="by">Who corrects it.</param>
    public Outcome CorrectWithdrawal(string reason, string words, Stamp by)
    {
        if (ConsentStates.Next(State, ConsentAction.CorrectWithdrawal) is null)
            return Outcome.Refused(RefusalCode.WrongState);
        List<Refusal> refusals = [.. Wanting(reason, nameof(reason)), .. Wanting(words, nameof(words))];
        if (JapanTime.DateOf(by.At) > Scope.Until)
            refusals.Add(new(RefusalCode.ConsentExpired));
        if (refusals.Count > 0)
            return Outcome.Refused(refusals);
        Pauses = [.. Pauses, new(WithdrawnAt!.Value, by.At)];
        (WithdrawnAt, CorrectedAt) = (null, by.At);
        Move(ConsentAction.CorrectWithdrawal, by, $"{reason}（本人の言葉：{words}）");
        Record(new ConsentWithdrawalCorrected(Id, SubjectId, Pauses[^1].From));
        return Outcome.Done;
    }

    /// <summary>同意の記録を取り消す: it was never given. What was opened by it is closed, and counts as never allowed (ADR 0038).</summary>
    public Outcome Annul(string reason, Stamp by)
    {
        if (ConsentStates.Next(State, ConsentAction.Annul) is null)
            return Outcome.Refused(RefusalCode.WrongState);
        if (Wanting(reason, nameof(reason)).ToList() is { Count: > 0 } refusals)
            return Outcome.Refused(refusals);
        CorrectedAt = by.At;
        Move(ConsentAction.Annul, by, reason);
        Record(new ConsentAnnulled(Id, SubjectId, GivenAt!.Value, OpenUntil));
        return Outcome.Done;
    }

    /// <summary>Until when an annulled consent opened something: when it was withdrawn, or else when it was annulled.</summary>
    public DateTimeOffset OpenUntil => WithdrawnAt ?? CorrectedAt ?? DateTimeOffset.MaxValue;

    /// <summary>判断困難・代理人なし: nobody can consent. The ways on are 支援会議 and 後見申立の検討 (rules §3).</summary>
    public Outcome FindNobody(string reason, bool guardianshipConsidered, Stamp by)
    {
        if (ConsentStates.Next(State, ConsentAction.FindNobody) is null)
            return Outcome.Refused(RefusalCode.WrongState);
        if (string.IsNullOrWhiteSpace(reason))
            return Outcome.Refused(RefusalCode.Required, nameof(reason));
        GuardianshipConsidered = guardianshipConsidered;
        Move(ConsentAction.FindNobody, by, reason);
        Record(new NobodyFoundToConsent(Id, SubjectId, guardianshipConsidered));
        return Outcome.Done;
    }

    /// <summary>Records that the person was told of an actual agency within a consented category.</summary>
    public Outcome TellAgency(string name, string category, Id<Organisation>? organisation, Stamp by)
    {
        if (State is not (ConsentState.Explained or ConsentState.Active))
            return Outcome.Refused(RefusalCode.WrongState);
        if (string.IsNullOrWhiteSpace(name))
            return Outcome.Refused(RefusalCode.Required, nameof(name));
        if (!Scope.RecipientCategories.Contains(category))
            return Outcome.Refused(RefusalCode.ConsentNotCovering, nameof(category));
        ToldAgencies = [.. ToldAgencies, new(name, category, organisation, by)];
        Record(new ConsentAgencyTold(Id, category, organisation));
        return Outcome.Done;
    }

    /// <summary>True when sharing under it was or is lawful at an instant, past ones included; of one that was never given, at none.</summary>
    public bool IsActiveAt(DateTimeOffset instant) =>
        State != ConsentState.Annulled && GivenAt <= instant && !(WithdrawnAt <= instant) && IsWithin(instant)
        && !Pauses.Any(p => p.From <= instant && instant < p.Until);

    /// <summary>True when it lets a field class go to a recipient category for a purpose at an instant.</summary>
    public bool Covers(string purpose, string recipientCategory, string fieldClass, DateTimeOffset instant) =>
        IsActiveAt(instant) && Scope.Purposes.Contains(purpose)
        && Scope.RecipientCategories.Contains(recipientCategory) && Scope.FieldClasses.Contains(fieldClass);

    /// <summary>How it stands at an instant not before its last act, the clock told.</summary>
    public ConsentStanding StandingAt(DateTimeOffset instant) => State switch
    {
        ConsentState.Explained => ConsentStanding.Explained,
        ConsentState.Active when JapanTime.DateOf(instant) < Scope.From => ConsentStanding.NotYetValid,
        ConsentState.Active when JapanTime.DateOf(instant) > Scope.Until => ConsentStanding.Expired,
        ConsentState.Active => ConsentStanding.Active,
        ConsentState.Declined => ConsentStanding.Declined,
        ConsentState.AskAgain => ConsentStanding.AskAgain,
        ConsentState.Withdrawn => ConsentStanding.Withdrawn,
        ConsentState.NoOneCanConsent => ConsentStanding.NoOneCanConsent,
        ConsentState.Annulled => ConsentStanding.Annulled,
    };

    /// <summary>True when the day to ask again has come.</summary>
    public bool IsToBeAskedAgain(DateOnly today) => State == ConsentState.AskAgain && AskAgainOn <= today;

    /// <summary>True when it is in force and ends within some days, its last day included.</summary>
    public bool IsExpiringWithin(int days, DateOnly today) =>
        State == ConsentState.Active && Scope.Until >= today && Scope.Until.DayNumber - today.DayNumber <= days;

    /// <summary>What the sentence is made of that the person can read.</summary>
    public ConsentDescription Describe() => new(
        SubjectId, Giving?.Giver ?? ConsentGiver.Self, Giving?.GiverName, Scope.Purposes, Scope.RecipientCategories,
        [.. ToldAgencies.Select(a => a.Name).Distinct()], Scope.FieldClasses, Scope.From, Scope.Until);

    private bool IsWithin(DateTimeOffset instant) =>
        JapanTime.DateOf(instant) is var day && Scope.From <= day && day <= Scope.Until;

    private static IEnumerable<Refusal> Wanting(string text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
            yield return new(RefusalCode.Required, field);
    }

    private void Move(ConsentAction action, Stamp by, string? words)
    {
        State = ConsentStates.Next(State, action) ?? throw new InvalidOperationException($"{State} does not allow {action}.");
        Note(action, by, words);
    }

    private void Note(ConsentAction action, Stamp by, string? words) => Steps = [.. Steps, new(action, by, words)];
}

/// <summary>同意に関する行為: one act on a consent.</summary>
/// <param name="Action">What was done.</param>
/// <param name="By">Who, for whom, when.</param>
/// <param name="Words">The person's words or the reason, where one was given.</param>
public sealed record ConsentStep(ConsentAction Action, Stamp By, string? Words);

/// <summary>How a consent stands at an instant.</summary>
public enum ConsentStanding
{
    /// <summary>説明済み（返事待ち）.</summary>
    Explained,
    /// <summary>まだ有効期間前.</summary>
    NotYetValid,
    /// <summary>同意あり.</summary>
    Active,
    /// <summary>期限切れ.</summary>
    Expired,
    /// <summary>同意しない.</summary>
    Declined,
    /// <summary>あらためて説明する予定.</summary>
    AskAgain,
    /// <summary>撤回.</summary>
    Withdrawn,
    /// <summary>判断困難・代理人なし.</summary>
    NoOneCanConsent,
    /// <summary>誤記録につき取消し.</summary>
    Annulled,
}

/// <summary>止まっていた間: from inclusive, until exclusive.</summary>
public sealed record ConsentPause(DateTimeOffset From, DateTimeOffset Until);

/// <summary>同意文の内容: everything the readable sentence says.</summary>
public sealed record ConsentDescription(
    Id<Person> Subject, ConsentGiver Giver, string? GiverName, IReadOnlyList<string> Purposes,
    IReadOnlyList<string> RecipientCategories, IReadOnlyList<string> Agencies, IReadOnlyList<string> FieldClasses,
    DateOnly From, DateOnly Until);
