using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.UrgentReports;

/// <summary>
/// 通告・通報: the urgent report of suspected abuse (児福法25条, 児虐法6条, 高虐法, 障虐法7条). Neither consent nor criteria nor
/// approval stands in its way, and secrecy bars none of it (rules §4).
/// </summary>
public sealed class UrgentReport : Aggregate
{
    /// <summary>Longest text.</summary>
    public const int LongText = 4000;

    private List<ReportedFact> facts = [];
    private List<SafetyCheck> checks = [];
    private List<string> emergencyCalls = [];

    private UrgentReport() { }

    /// <summary>Its id.</summary>
    public Id<UrgentReport> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.UrgentReport, Id);

    /// <summary>児童・高齢者・障害者・配偶者 (code).</summary>
    public string Kind { get; private set; } = "";

    /// <summary>状態.</summary>
    public UrgentReportState State { get; private set; }

    /// <summary>通告・通報した機関.</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>通告・通報した職員.</summary>
    public Id<Account> WorkerId { get; private set; }

    /// <summary>だれについて.</summary>
    public string About { get; private set; } = "";

    /// <summary>事実, the first as reported; later ones stand beside it, never over it.</summary>
    public IReadOnlyList<ReportedFact> Facts => facts;

    /// <summary>今すぐの危険.</summary>
    public bool ImminentDanger { get; private set; }

    /// <summary>110・119.</summary>
    public IReadOnlyList<string> EmergencyCalls => emergencyCalls;

    /// <summary>通告・通報先.</summary>
    public ReportRecipient Recipient { get; private set; } = null!;

    /// <summary>受理した機関 in the system: the organisation of <see cref="Recipient"/>.</summary>
    public Id<Organisation>? TeamId { get; private set; }

    /// <summary>通告・通報した時刻.</summary>
    public DateTimeOffset ReportedAt { get; private set; }

    /// <summary>When the card was saved.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>先方の返答.</summary>
    public string? Reply { get; private set; }

    /// <summary>次の安全確認の期限.</summary>
    public DateTimeOffset? NextCheckDue { get; private set; }

    /// <summary>安全確認.</summary>
    public IReadOnlyList<SafetyCheck> Checks => checks;

    /// <summary>終えた理由.</summary>
    public string? Ending { get; private set; }

    /// <summary>The 相談 that who received it began with it; known to them only.</summary>
    public Id<Consultation>? ConsultationId { get; private set; }

    /// <summary>The case that was open; known to the reporting organisation only.</summary>
    public Id<Case>? SourceCaseId { get; private set; }

    /// <summary>The consultation that was open; known to the reporting organisation only.</summary>
    public Id<Consultation>? SourceConsultationId { get; private set; }

    /// <summary>
    /// The sealed matter it came from, for the chair's own account of what left the zone (rules §2, way out c): the matter lists it,
    /// and no page of the report shows it.
    /// </summary>
    public Id<Matter>? SealedSource { get; private set; }

    /// <summary>110・119 を促す: danger now, and nobody has called yet.</summary>
    public bool PromptsEmergencyCall => ImminentDanger && emergencyCalls.Count == 0;

    /// <summary>Writes down a report that was made.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="card">What was reported.</param>
    /// <param name="rules">The ward's rules for its kind.</param>
    /// <param name="by">Who reported.</param>
    public static Outcome<UrgentReport> Make(Id<UrgentReport> id, UrgentReportCard card, UrgentReportRules rules, Stamp by)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(rules);
        List<Refusal> refusals = [.. AgainstCard(card, by)];
        if (refusals.Count > 0)
        {
            return Outcome<UrgentReport>.Carry(Outcome.Refused(refusals));
        }
        var report = new UrgentReport
        {
            Id = id,
            Kind = card.Kind,
            OrganisationId = by.Organisation,
            WorkerId = by.Account,
            About = card.About.Trim(),
            ImminentDanger = card.ImminentDanger,
            emergencyCalls = [.. card.EmergencyCalls],
            Recipient = card.Recipient,
            TeamId = card.Recipient.Team,
            ReportedAt = card.ReportedAt,
            WrittenAt = by.At,
            Reply = card.Reply,
            NextCheckDue = card.ReportedAt + rules.FirstCheckWithin,
            SourceCaseId = card.Source.Case,
            SourceConsultationId = card.Source.Consultation,
            SealedSource = card.Source.Matter,
        };
        report.facts = [new(1, card.Facts.Trim(), card.ReportedAt, by.Account, by.Organisation)];
        report.Record(new UrgentReportMade(
            id, card.Kind, card.ImminentDanger, by.Organisation, report.TeamId, card.ReportedAt, report.NextCheckDue));
        // Somebody who named themselves on the telephone has taken it: nothing is left to confirm.
        if (!string.IsNullOrWhiteSpace(card.Recipient.TakenBy) && report.TeamId is null)
        {
            report.Move(UrgentReportAction.Acknowledge);
            report.Record(new UrgentReportAcknowledged(id, report.NextCheckDue));
        }
        return report;
    }

    /// <summary>Adds what was seen or heard since.</summary>
    public Outcome AddFact(string text, Stamp by)
    {
        if (Against(UrgentReportAction.AddFact, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        if (Wanting(text, "Text") is { } missing)
        {
            return Outcome.From([missing]);
        }
        facts = [.. facts, new(facts.Count + 1, text.Trim(), by.At, by.Account, by.Organisation)];
        Move(UrgentReportAction.AddFact);
        Record(new UrgentFactAdded(Id, facts.Count));
        return Outcome.Done;
    }

    /// <summary>Writes down who took it and what they answered.</summary>
    /// <param name="takenBy">Who took it.</param>
    /// <param name="reply">What they answered.</param>
    /// <param name="nextCheckDue">A new time for the next safety check; null leaves it as it is.</param>
    /// <param name="by">The receiving team – or, for a recipient outside the system, who reported.</param>
    public Outcome Acknowledge(string takenBy, string? reply, DateTimeOffset? nextCheckDue, Stamp by)
    {
        if (Against(UrgentReportAction.Acknowledge, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        List<Refusal> refusals = [.. new[] { Wanting(takenBy, "TakenBy"), Improper(reply, "Reply"), NotEarlier(nextCheckDue, by) }.OfType<Refusal>()];
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }
        Recipient = Recipient with { TakenBy = takenBy.Trim() };
        Reply = string.IsNullOrWhiteSpace(reply) ? Reply : reply.Trim();
        NextCheckDue = nextCheckDue ?? NextCheckDue;
        Move(UrgentReportAction.Acknowledge);
        Record(new UrgentReportAcknowledged(Id, NextCheckDue));
        return Outcome.Done;
    }

    /// <summary>Writes down a safety check, and when the next one is due – or that none is.</summary>
    public Outcome Check(bool seen, string result, DateTimeOffset at, DateTimeOffset? nextCheckDue, Stamp by)
    {
        if (Against(UrgentReportAction.Check, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        List<Refusal> refusals = [.. new[]
        {
            Wanting(result, "Result"),
            at > by.At ? new(RefusalCode.DateInFuture, "At") : null,
            NotEarlier(nextCheckDue, by),
            // A check that did not see the person cannot be the last one.
            !seen && nextCheckDue is null ? new(RefusalCode.Required, "NextCheckDue") : null,
        }.OfType<Refusal>()];
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }
        checks = [.. checks, new(checks.Count + 1, at, by.Account, by.Organisation, seen, result.Trim())];
        NextCheckDue = nextCheckDue;
        Move(UrgentReportAction.Check);
        Record(new SafetyChecked(Id, checks.Count, seen, nextCheckDue));
        return Outcome.Done;
    }

    /// <summary>相談にする: who received it goes on with the household as with anybody who came to the desk.</summary>
    /// <param name="consultation">The consultation that is begun.</param>
    /// <param name="by">The receiving team – or, for a recipient outside the system, who reported.</param>
    public Outcome TakeAsConsultation(Id<Consultation> consultation, Stamp by)
    {
        var refusal = Against(UrgentReportAction.TakeAsConsultation, by) ?? (ConsultationId is null ? null : new(RefusalCode.WrongState));
        if (refusal is not null)
        {
            return Outcome.From([refusal]);
        }
        ConsultationId = consultation;
        Move(UrgentReportAction.TakeAsConsultation);
        Record(new UrgentReportTaken(Id, consultation));
        return Outcome.Done;
    }

    /// <summary>Ends it, with the reason.</summary>
    public Outcome End(string reason, Stamp by)
    {
        if (Against(UrgentReportAction.End, by) is { } refusal)
        {
            return Outcome.From([refusal]);
        }
        if (Wanting(reason, "Reason") is { } missing)
        {
            return Outcome.From([missing]);
        }
        (Ending, NextCheckDue) = (reason.Trim(), null);
        Move(UrgentReportAction.End);
        Record(new UrgentReportEnded(Id));
        return Outcome.Done;
    }

    /// <summary>安全確認の遅れ.</summary>
    public bool IsOverdue(DateTimeOffset now) => State != UrgentReportState.Ended && NextCheckDue < now;

    /// <summary>Who has to look at an overdue check by now.</summary>
    public Climb ClimbedTo(DateTimeOffset now, UrgentReportRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return !IsOverdue(now) ? Climb.None
            : now >= NextCheckDue + rules.ClimbsAfter ? Climb.Manager
            : Climb.Supervisor;
    }

    private static IEnumerable<Refusal> AgainstCard(UrgentReportCard card, Stamp by)
    {
        if (string.IsNullOrWhiteSpace(card.Kind))
        {
            yield return new(RefusalCode.Required, nameof(card.Kind));
        }
        if (Wanting(card.About, nameof(card.About)) is { } about)
        {
            yield return about.Code is RefusalCode.Required ? new(RefusalCode.SubjectNeeded, nameof(card.About)) : about;
        }
        if (Wanting(card.Facts, nameof(card.Facts)) is { } facts)
        {
            yield return facts;
        }
        if (Wanting(card.Recipient.Name, nameof(card.Recipient)) is { } recipient)
        {
            yield return recipient;
        }
        if (card.ReportedAt > by.At)
        {
            yield return new(RefusalCode.DateInFuture, nameof(card.ReportedAt));
        }
        foreach (var refusal in new[] { Improper(card.Reply, nameof(card.Reply)), Improper(card.Recipient.TakenBy, nameof(card.Recipient.TakenBy)) }.OfType<Refusal>())
        {
            yield return refusal;
        }
    }

    private Refusal? Against(UrgentReportAction action, Stamp by)
    {
        // Only the receiving team says that it has received; where there is none in the system, who reported writes it down.
        var receives = by.Organisation == (TeamId ?? OrganisationId);
        var takesPart = receives || by.Organisation == OrganisationId;
        var may = action is UrgentReportAction.Acknowledge or UrgentReportAction.TakeAsConsultation or UrgentReportAction.End ? receives : takesPart;
        return !may ? new(RefusalCode.NotAllowed)
            : UrgentReportStates.Next(State, action) is null ? new(RefusalCode.WrongState)
            : null;
    }

    private void Move(UrgentReportAction action) => State = UrgentReportStates.Next(State, action)
        ?? throw new InvalidOperationException($"{action} was allowed in {State} but leads nowhere.");

    private static Refusal? Wanting(string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? new(RefusalCode.Required, field) : Improper(text, field);

    /// <summary>What may not be written into a text that may be left out.</summary>
    internal static Refusal? Improper(string? text, string field) =>
        text is null ? null
        : text.Trim().Length > LongText ? new(RefusalCode.TooLong, field)
        : IndividualNumber.Appears(text) ? new(RefusalCode.IndividualNumber, field)
        : null;

    private static Refusal? NotEarlier(DateTimeOffset? due, Stamp by) =>
        due < by.At ? new(RefusalCode.DateInPast, nameof(NextCheckDue)) : null;
}
