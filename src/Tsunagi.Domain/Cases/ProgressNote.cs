using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

/// <summary>支援経過: what happened and what was thought of it, kept apart, with the source of every fact.</summary>
/// <remarks>What was written stays. A correction is written beside it, and a note that never should have been is struck out with its reason .</remarks>
public sealed class ProgressNote : Aggregate
{
    private readonly List<NotePartner> partners = [];
    private readonly List<NoteParagraph> paragraphs = [];
    private readonly List<NoteCorrection> corrections = [];

    private ProgressNote() { }

    /// <summary>Writes a note into a case. A closed case still takes late entries and the follow-up.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="case">The case; it learns of the contact.</param>
    /// <param name="draft">What is written.</param>
    /// <param name="codes">The codes the ward offers.</param>
    /// <param name="by">By whom.</param>
    public static Outcome<ProgressNote> Write(Id<ProgressNote> id, Case @case, NoteDraft draft, NoteCodes codes, Stamp by)
    {
        if (NoteChecks.Of(draft, codes, by.At) is { Count: > 0 } found)
            return Outcome<ProgressNote>.Carry(Outcome.Refused(found));
        var written = new ProgressNote
        {
            Id = id,
            CaseId = @case.Id,
            OrganisationId = by.Organisation,
            AuthorId = by.Account,
            WrittenAt = by.At,
            OccurredAt = draft.OccurredAt,
            Channel = draft.Channel,
            Form = draft.Form,
            MinutesSpent = draft.MinutesSpent,
            IsContact = draft.IsContact,
            NextStep = CaseText.OrNull(draft.NextStep),
        };
        written.partners.AddRange(draft.Partners.Select((p, i) => new NotePartner(id, i + 1, p)));
        written.paragraphs.AddRange(draft.Paragraphs.Select((p, i) => new NoteParagraph(id, i + 1, p)));
        written.Note(@case);
        return written;
    }

    /// <summary>
    /// 合同訪問の写し: another agency that was there takes the same words into its own case, where they live on by themselves.
    /// The flags 「○○には伝えない」 go with them.
    /// </summary>
    public ProgressNote CopyInto(Id<ProgressNote> id, Case @case, Stamp by)
    {
        var copy = new ProgressNote
        {
            Id = id,
            CaseId = @case.Id,
            OrganisationId = by.Organisation,
            AuthorId = by.Account,
            WrittenAt = by.At,
            OccurredAt = OccurredAt,
            Channel = Channel,
            Form = Form,
            MinutesSpent = MinutesSpent,
            IsContact = IsContact,
            CopiedFromId = Id,
        };
        copy.partners.AddRange(Partners.Select(p => new NotePartner(id, p.Number, p.AsDraft)));
        copy.paragraphs.AddRange(Paragraphs.Select(p => new NoteParagraph(id, p.Number, p.AsDraft with { Text = TextOf(p.Number) })));
        copy.Note(@case);
        return copy;
    }

    /// <summary>Its id.</summary>
    public Id<ProgressNote> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Case, CaseId);

    /// <summary>The case.</summary>
    public Id<Case> CaseId { get; private set; }

    /// <summary>The organisation that wrote it.</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>Who wrote it.</summary>
    public Id<Account> AuthorId { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset OccurredAt { get; private set; }

    /// <summary>手段 (the ward's code): visit, phone, accompany….</summary>
    public string Channel { get; private set; } = "";

    /// <summary>書き方 (the ward's code): SOAP、逐語、叙述、要約、説明.</summary>
    public string Form { get; private set; } = "";

    /// <summary>要した時間（分）.</summary>
    public int? MinutesSpent { get; private set; }

    /// <summary>本人との接触: counts for the contact gap .</summary>
    public bool IsContact { get; private set; }

    /// <summary>次にすること.</summary>
    public string? NextStep { get; private set; }

    /// <summary>The note of another agency it was taken over from, after a joint visit.</summary>
    public Id<ProgressNote>? CopiedFromId { get; private set; }

    /// <summary>When it was struck out, if it was.</summary>
    public DateTimeOffset? RetractedAt { get; private set; }

    /// <summary>Who struck it out.</summary>
    public Id<Account>? RetractedBy { get; private set; }

    /// <summary>Why it was struck out.</summary>
    public string? RetractionReason { get; private set; }

    /// <summary>相手方: with whom.</summary>
    public IReadOnlyList<NotePartner> Partners => [.. partners.OrderBy(p => p.Number)];

    /// <summary>What was written, in order.</summary>
    public IReadOnlyList<NoteParagraph> Paragraphs => [.. paragraphs.OrderBy(p => p.Number)];

    /// <summary>訂正, oldest first.</summary>
    public IReadOnlyList<NoteCorrection> Corrections => [.. corrections.OrderBy(c => c.Number)];

    /// <summary>The words of a paragraph as they stand after its corrections.</summary>
    public string TextOf(int paragraph) => LastCorrectionOf(paragraph)?.Text ?? paragraphs.Single(p => p.Number == paragraph).Text;

    /// <summary>The correction by which a paragraph stands as it does; null where its first words stand.</summary>
    public NoteCorrection? LastCorrectionOf(int paragraph) => corrections.Where(c => c.Paragraph == paragraph).MaxBy(c => c.Number);

    /// <summary>Corrects a paragraph. The first words stay readable beside the new ones.</summary>
    /// <param name="paragraph">Its number.</param>
    /// <param name="text">The right words.</param>
    /// <param name="reason">What was wrong.</param>
    /// <param name="by">By whom; the organisation that wrote it.</param>
    public Outcome Correct(int paragraph, string text, string reason, Stamp by)
    {
        if (RefuseChange(by) is { } refused)
            return refused;
        if (paragraphs.All(p => p.Number != paragraph))
            return Outcome.Refused(RefusalCode.UnknownCode, nameof(paragraph));
        if (CaseText.Needed(text, CaseText.Paragraph, nameof(text)) is { } missing)
            return missing;
        if (CaseText.Needed(reason, CaseText.Line, nameof(reason)) is { } unexplained)
            return unexplained;
        if (CaseText.Stored(text) == TextOf(paragraph))
            return Outcome.Refused(RefusalCode.NothingChanged, nameof(text));
        corrections.Add(new(Id, corrections.Count + 1, paragraph, CaseText.Stored(text), CaseText.Stored(reason), by));
        Record(new NoteCorrected(Id, CaseId, paragraph));
        return Outcome.Done;
    }

    /// <summary>Strikes the note out: it was written into the wrong case, or it never happened. It stays readable as struck out.</summary>
    public Outcome Retract(string reason, Stamp by)
    {
        if (RefuseChange(by) is { } refused)
            return refused;
        if (CaseText.Needed(reason, CaseText.Line, nameof(reason)) is { } missing)
            return missing;
        (RetractedAt, RetractedBy, RetractionReason) = (by.At, by.Account, CaseText.Stored(reason));
        Record(new NoteRetracted(Id, CaseId));
        return Outcome.Done;
    }

    private Outcome? RefuseChange(Stamp by) =>
        by.Organisation != OrganisationId ? Outcome.Refused(RefusalCode.NotAllowed)
        : RetractedAt is not null ? Outcome.Refused(RefusalCode.NoteIsRetracted)
        : null;

    private void Note(Case @case)
    {
        if (IsContact)
            @case.NoteContact(JapanTime.DateOf(OccurredAt));
        Record(new NoteWritten(Id, CaseId, OccurredAt, Channel, IsContact));
    }
}

/// <summary>A note was written into a case.</summary>
public sealed record NoteWritten(
    Id<ProgressNote> Note, Id<Case> Case, DateTimeOffset OccurredAt, string Channel, bool IsContact) : DomainEvent;

/// <summary>A paragraph of a note was corrected.</summary>
public sealed record NoteCorrected(Id<ProgressNote> Note, Id<Case> Case, int Paragraph) : DomainEvent;

/// <summary>A note was struck out.</summary>
public sealed record NoteRetracted(Id<ProgressNote> Note, Id<Case> Case) : DomainEvent;
