using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

/// <summary>書く前の支援経過.</summary>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Channel">手段 (the ward's code).</param>
/// <param name="Form">書き方 (the ward's code).</param>
/// <param name="Paragraphs">Facts and judgements, in order.</param>
/// <param name="Partners">With whom.</param>
/// <param name="IsContact">Whether the person themselves was reached.</param>
/// <param name="MinutesSpent">How long it took.</param>
/// <param name="NextStep">What comes next.</param>
public sealed record NoteDraft(
    DateTimeOffset OccurredAt, string Channel, string Form, IReadOnlyList<ParagraphDraft> Paragraphs,
    IReadOnlyList<PartnerDraft> Partners, bool IsContact = false, int? MinutesSpent = null, string? NextStep = null);

/// <summary>書く前の段落.</summary>
/// <param name="Kind">Fact or judgement.</param>
/// <param name="Text">The words.</param>
/// <param name="Source">Where a fact comes from; a judgement is the writer's own and has none.</param>
/// <param name="NotTold">「○○には伝えない」: persons this paragraph must not reach by plan, print, meeting or log (rules §8).</param>
public sealed record ParagraphDraft(
    ParagraphKind Kind, string Text, FactSource? Source = null, IReadOnlyList<Id<Person>>? NotTold = null);

/// <summary>書く前の相手方: a person, an organisation, or somebody by name.</summary>
public sealed record PartnerDraft(Id<Person>? Person = null, Id<Organisation>? Organisation = null, string? Name = null);

/// <summary>The codes a ward offers for notes.</summary>
/// <param name="Channels">手段.</param>
/// <param name="Forms">書き方.</param>
public sealed record NoteCodes(IReadOnlySet<string> Channels, IReadOnlySet<string> Forms);

/// <summary>事実と判断.</summary>
public enum ParagraphKind
{
    /// <summary>事実.</summary>
    Fact,
    /// <summary>判断・見立て.</summary>
    Judgement,
}

/// <summary>情報源: where a fact comes from.</summary>
/// <param name="Kind">What kind of source.</param>
/// <param name="Person">The person who said it, if known to the record.</param>
/// <param name="Organisation">The agency that told it, if one of the directory.</param>
/// <param name="Words">Who or what else: 隣人、診断書….</param>
public sealed record FactSource(
    FactSourceKind Kind, Id<Person>? Person = null, Id<Organisation>? Organisation = null, string? Words = null);

/// <summary>情報源の種類.</summary>
public enum FactSourceKind
{
    /// <summary>本人・家族など人から.</summary>
    Person,
    /// <summary>関係機関から.</summary>
    Agency,
    /// <summary>自ら見た.</summary>
    Observation,
    /// <summary>書類から.</summary>
    Document,
}

/// <summary>相手方: somebody a note tells of having met.</summary>
public sealed class NotePartner
{
    private NotePartner() { }

    internal NotePartner(Id<ProgressNote> note, int number, PartnerDraft draft) =>
        (NoteId, Number, PersonId, OrganisationId, Name) = (note, number, draft.Person, draft.Organisation, CaseText.OrNull(draft.Name));

    /// <summary>The note.</summary>
    public Id<ProgressNote> NoteId { get; private set; }

    /// <summary>From 1, in order.</summary>
    public int Number { get; private set; }

    /// <summary>The person, if known to the record.</summary>
    public Id<Person>? PersonId { get; private set; }

    /// <summary>The organisation, if one of the directory.</summary>
    public Id<Organisation>? OrganisationId { get; private set; }

    /// <summary>Somebody else, by name or office.</summary>
    public string? Name { get; private set; }

    internal PartnerDraft AsDraft => new(PersonId, OrganisationId, Name);
}

/// <summary>段落: one fact with its source, or one judgement.</summary>
public sealed class NoteParagraph
{
    private List<Id<Person>> notTold = [];

    private NoteParagraph() { }

    internal NoteParagraph(Id<ProgressNote> note, int number, ParagraphDraft draft)
    {
        (NoteId, Number, Kind, Text) = (note, number, draft.Kind, CaseText.Stored(draft.Text));
        notTold = [.. draft.NotTold ?? []];
        if (draft.Source is { } source)
            (SourceKind, SourcePersonId, SourceOrganisationId, SourceWords) =
                (source.Kind, source.Person, source.Organisation, CaseText.OrNull(source.Words));
    }

    /// <summary>The note.</summary>
    public Id<ProgressNote> NoteId { get; private set; }

    /// <summary>From 1, in order.</summary>
    public int Number { get; private set; }

    /// <summary>事実・判断.</summary>
    public ParagraphKind Kind { get; private set; }

    /// <summary>The words as first written.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What kind of source a fact has; null for a judgement.</summary>
    public FactSourceKind? SourceKind { get; private set; }

    /// <summary>The person who said it.</summary>
    public Id<Person>? SourcePersonId { get; private set; }

    /// <summary>The agency that told it.</summary>
    public Id<Organisation>? SourceOrganisationId { get; private set; }

    /// <summary>Who or what else.</summary>
    public string? SourceWords { get; private set; }

    /// <summary>「○○には伝えない」: persons it must not reach.</summary>
    public IReadOnlyList<Id<Person>> NotTold => notTold;

    internal ParagraphDraft AsDraft => new(
        Kind, Text, SourceKind is { } kind ? new(kind, SourcePersonId, SourceOrganisationId, SourceWords) : null, notTold);
}

/// <summary>訂正: the right words for a paragraph, with who, when and why.</summary>
public sealed class NoteCorrection
{
    private NoteCorrection() { }

    internal NoteCorrection(Id<ProgressNote> note, int number, int paragraph, string text, string reason, Stamp by) =>
        (NoteId, Number, Paragraph, Text, Reason, CorrectedBy, CorrectedAt) =
        (note, number, paragraph, text, reason, by.Account, by.At);

    /// <summary>The note.</summary>
    public Id<ProgressNote> NoteId { get; private set; }

    /// <summary>From 1, in order.</summary>
    public int Number { get; private set; }

    /// <summary>The paragraph it corrects.</summary>
    public int Paragraph { get; private set; }

    /// <summary>The right words.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What was wrong.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who corrected it.</summary>
    public Id<Account> CorrectedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset CorrectedAt { get; private set; }
}

/// <summary>What stands in the way of writing a note: everything at once, each beside its field.</summary>
internal static class NoteChecks
{
    private const int MinutesInADay = 1440;
    private const int EarliestYear = 1900;

    public static List<Refusal> Of(NoteDraft draft, NoteCodes codes, DateTimeOffset now)
    {
        List<Refusal> found = [];
        // A minute's grace, because the clock of the form and that of the server differ.
        if (draft.OccurredAt > now.AddMinutes(1))
            found.Add(new(RefusalCode.DateInFuture, nameof(draft.OccurredAt)));
        if (draft.OccurredAt.Year < EarliestYear)
            found.Add(new(RefusalCode.DateTooLongAgo, nameof(draft.OccurredAt)));
        if (!codes.Channels.Contains(draft.Channel))
            found.Add(new(RefusalCode.UnknownCode, nameof(draft.Channel)));
        if (!codes.Forms.Contains(draft.Form))
            found.Add(new(RefusalCode.UnknownCode, nameof(draft.Form)));
        if (draft.MinutesSpent is < 0 or > MinutesInADay)
            found.Add(new(RefusalCode.MinutesOutOfRange, nameof(draft.MinutesSpent)));
        if (draft.Paragraphs.Count == 0)
            found.Add(new(RefusalCode.Required, nameof(draft.Paragraphs)));
        if (CaseText.Fits(draft.NextStep, CaseText.Line, nameof(draft.NextStep)) is { } tooLong)
            found.AddRange(tooLong.Refusals);
        foreach (var words in draft.Partners.Select(p => p.Name).Concat(draft.Paragraphs.Select(p => p.Source?.Words)))
            if (CaseText.Fits(words, CaseText.Line, nameof(draft.Partners)) is { } unfit)
                found.AddRange(unfit.Refusals);
        foreach (var paragraph in draft.Paragraphs)
            found.AddRange(Of(paragraph));
        return found;
    }

    private static IEnumerable<Refusal> Of(ParagraphDraft paragraph)
    {
        if (CaseText.Needed(paragraph.Text, CaseText.Paragraph, nameof(paragraph.Text)) is { } missing)
            yield return missing.Refusals[0];
        if (paragraph.Kind == ParagraphKind.Fact && paragraph.Source is null)
            yield return new(RefusalCode.FactNeedsSource, nameof(paragraph.Source));
        if (paragraph.Kind == ParagraphKind.Judgement && paragraph.Source is not null)
            yield return new(RefusalCode.JudgementHasNoSource, nameof(paragraph.Source));
    }
}
