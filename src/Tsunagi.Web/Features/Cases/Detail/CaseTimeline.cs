using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Cases;

/// <summary>One paragraph as it stands: the words now, and the first words where they were corrected.</summary>
public sealed record TimelineParagraph(int Number, ParagraphKind Kind, string Text, string? Source, string? FirstText, string? CorrectedBecause, IReadOnlyList<string> NotTold);

/// <summary>One entry of the 経過: a note, or something that was done to the case.</summary>
public sealed record TimelineEntry(DateTimeOffset At, TimelineKind Kind, string KindWords, string Title, string By)
{
    public Id<ProgressNote>? Note { get; init; }
    public IReadOnlyList<TimelineParagraph> Paragraphs { get; init; } = [];
    public string? Partners { get; init; }
    public int? Minutes { get; init; }
    public string? NextStep { get; init; }
    public string? RetractedBecause { get; init; }
    public string? Href { get; init; }

    /// <summary>Told by another feature, on whose own pages it is printed.</summary>
    public bool IsOfOthers { get; init; }
}

/// <summary>
/// 支援経過の一覧: notes and what was done to the case, newest first, page after page. Notes come from their own table, acts
/// from the audit, which is the one source of what happened, and what other features did they tell themselves. Nothing sealed is
/// recorded under a case, so none can appear.
/// </summary>
public sealed class CaseTimeline(AppDb db, CaseCodes codes, NameBook names, IEnumerable<ICaseCourseSource> sources)
{
    private const int PageSize = 30;

    /// <summary>One page, and the instant where the next begins; null at the end.</summary>
    /// <param name="id">The case.</param>
    /// <param name="decision">On what the viewer reads it.</param>
    /// <param name="before">Where the page begins; null for the newest.</param>
    /// <param name="notesOnly">支援経過だけ: the notes, and nothing that was done beside them.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<(IReadOnlyList<TimelineEntry> Entries, DateTimeOffset? Before)> RunAsync(
        Id<Case> id, AccessDecision decision, DateTimeOffset? before, bool notesOnly, CancellationToken ct)
    {
        var end = before?.ToUniversalTime() ?? DateTimeOffset.MaxValue;
        var notes = await db.ProgressNotes.AsNoTracking().AsSplitQuery()
            .Where(n => n.CaseId == id && n.OccurredAt < end)
            .OrderByDescending(n => n.OccurredAt).ThenByDescending(n => n.Id).Take(PageSize + 1).ToListAsync(ct);
        var more = notes.Count > PageSize;
        var shown = notes.Take(PageSize).ToList();
        // Notes of one instant are never cut apart: the next page begins strictly before the last one shown.
        if (more && notes[^1].OccurredAt == shown[^1].OccurredAt)
            shown.AddRange(await RestOfInstantAsync(id, shown, ct));
        var from = more ? shown[^1].OccurredAt : DateTimeOffset.MinValue;
        var beside = notesOnly ? Beside.Nothing : await BesideAsync(id, decision, from, end, ct);
        await NameAsync(shown, beside, ct);
        IEnumerable<TimelineEntry> entries = [.. shown.Select(Of), .. beside.Acts.Select(Of), .. beside.Calls.Select(Of), .. beside.Events.Select(Of)];
        return ([.. entries.OrderByDescending(e => e.At)], more ? from : null);
    }

    /// <summary>One note as an entry.</summary>
    public async Task<TimelineEntry> OfAsync(ProgressNote note, CancellationToken ct)
    {
        await NameAsync([note], Beside.Nothing, ct);
        return Of(note);
    }

    private Task<NameBook> NameAsync(List<ProgressNote> notes, Beside beside, CancellationToken ct)
    {
        var paragraphs = notes.SelectMany(n => n.Paragraphs).ToList();
        return names.ForAsync(
            notes.Select(n => (Id<Account>?)n.AuthorId).Concat(beside.Acts.Select(a => (Id<Account>?)a.AccountId))
                .Concat(beside.Calls.Select(c => (Id<Account>?)c.WorkerId)).Concat(beside.Events.Select(e => e.By)),
            notes.SelectMany(n => n.Partners).Select(p => p.PersonId).Concat(paragraphs.Select(p => p.SourcePersonId))
                .OfType<Id<Person>>().Concat(paragraphs.SelectMany(p => p.NotTold)), ct);
    }

    private Task<List<ProgressNote>> RestOfInstantAsync(Id<Case> id, List<ProgressNote> shown, CancellationToken ct)
    {
        var (at, seen) = (shown[^1].OccurredAt, shown.Select(n => n.Id).ToList());
        return db.ProgressNotes.AsNoTracking().AsSplitQuery()
            .Where(n => n.CaseId == id && n.OccurredAt == at && !seen.Contains(n.Id)).ToListAsync(ct);
    }

    /// <summary>What stands in the course beside the notes, within one page.</summary>
    private sealed record Beside(IReadOnlyList<Act> Acts, IReadOnlyList<Call> Calls, IReadOnlyList<CourseEvent> Events)
    {
        public static readonly Beside Nothing = new([], [], []);
    }

    private async Task<Beside> BesideAsync(Id<Case> id, AccessDecision decision, DateTimeOffset from, DateTimeOffset end, CancellationToken ct)
    {
        List<CourseEvent> events = [];
        foreach (var source in sources) events.AddRange(await source.OfAsync(id, decision, ct));
        return new(await ActsAsync(id, from, end, ct), await CallsAsync(id, from, end, ct), events.FindAll(e => from <= e.At && e.At < end));
    }

    private sealed record Act(DateTimeOffset At, string Kind, Id<Account> AccountId);

    private Task<List<Act>> ActsAsync(Id<Case> id, DateTimeOffset from, DateTimeOffset end, CancellationToken ct)
    {
        var kinds = CaseEventWords.OnTimeline;
        return db.AuditEntries.AsNoTracking().Acts()
            .Where(e => e.RootId == id.Value && e.At >= from && e.At < end && kinds.Contains(e.Kind))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Sequence).Take(200).Select(e => new Act(e.At, e.Kind, e.AccountId)).ToListAsync(ct);
    }

    private sealed record Call(Id<Consultation> Id, DateTimeOffset At, string Channel, string? WorstTopic, Id<Account> WorkerId);

    /// <summary>The consultations that go on in this case, as far as the viewer may see them: the one it grew out of, and later ones.</summary>
    private Task<List<Call>> CallsAsync(Id<Case> id, DateTimeOffset from, DateTimeOffset end, CancellationToken ct) =>
        db.Consultations.AsNoTracking().Where(c => c.CaseId == id && c.At >= from && c.At < end)
            .Select(c => new Call(c.Id, c.At, c.Channel, c.WorstTopic, c.WorkerId)).ToListAsync(ct);

    private TimelineEntry Of(Call call) =>
        new(call.At, ChannelKinds.Of(call.Channel), "相談", call.WorstTopic is { } topic ? $"相談　◎{codes.Topics.Of(topic)}" : "相談", names.Of(call.WorkerId))
        {
            Href = $"/consultations/{call.Id}",
        };

    private TimelineEntry Of(Act act) =>
        new(act.At, TimelineKind.Record, "できごと", CaseEventWords.Of(act.Kind), names.Of(act.AccountId));

    private TimelineEntry Of(CourseEvent told) =>
        new(told.At, told.Kind, told.KindWords, told.Title, told.By is { } by ? names.Of(by) : "") { Href = told.Href, IsOfOthers = true };

    private TimelineEntry Of(ProgressNote note) => new(
        note.OccurredAt, ChannelKinds.Of(note.Channel), codes.Channels.Of(note.Channel), TitleOf(note), names.Of(note.AuthorId))
    {
        Note = note.Id,
        Paragraphs = [.. note.Paragraphs.Select(p => Of(note, p))],
        Partners = note.Partners.Count == 0 ? null : string.Join("、", note.Partners.Select(PartnerName)),
        Minutes = note.MinutesSpent,
        NextStep = note.NextStep,
        RetractedBecause = note.RetractionReason,
    };

    private string TitleOf(ProgressNote note) =>
        codes.Channels.Of(note.Channel) + (note.IsContact ? "（本人と連絡）" : "") + (note.CopiedFromId is null ? "" : "・合同訪問の写し");

    private TimelineParagraph Of(ProgressNote note, NoteParagraph paragraph)
    {
        var correction = note.LastCorrectionOf(paragraph.Number);
        return new(
            paragraph.Number, paragraph.Kind, correction?.Text ?? paragraph.Text, SourceOf(paragraph),
            correction is null ? null : paragraph.Text, correction?.Reason, [.. paragraph.NotTold.Select(names.Of)]);
    }

    private string? SourceOf(NoteParagraph paragraph) => paragraph.SourceKind is not { } kind ? null
        : string.Join(" ", new[]
        {
            CaseWords.Of(kind),
            paragraph.SourcePersonId is { } person ? names.Of(person) : null,
            paragraph.SourceOrganisationId is { } organisation ? names.Of(organisation) : null,
            paragraph.SourceWords,
        }.Where(w => w is not null));

    private string PartnerName(NotePartner partner) =>
        partner.PersonId is { } person ? names.Of(person)
        : partner.OrganisationId is { } organisation ? names.Of(organisation)
        : partner.Name ?? "";
}

/// <summary>Which pictogram a channel has; the words come from the ward's list.</summary>
static class ChannelKinds
{
    public static TimelineKind Of(string channel) => channel switch
    {
        "visit" => TimelineKind.Visit,
        "desk" => TimelineKind.Desk,
        "phone" => TimelineKind.Telephone,
        "fax" or "mail" or "letter" or "online" => TimelineKind.Letter,
        "meeting" => TimelineKind.Conference,
        "accompany" => TimelineKind.Accompany,
        _ => TimelineKind.Record,
    };
}
