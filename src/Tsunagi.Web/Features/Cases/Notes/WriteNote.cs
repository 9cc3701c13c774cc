using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Cases;

/// <summary>One paragraph as written.</summary>
public sealed record ParagraphInput
{
    public ParagraphKind Kind { get; init; }
    public string? Text { get; init; }
    public FactSourceKind? Source { get; init; }
    public Id<Person>? SourcePerson { get; init; }
    public Id<Organisation>? SourceOrganisation { get; init; }
    public string? SourceWords { get; init; }
    public IReadOnlyList<Id<Person>> NotTold { get; init; } = [];
}

/// <summary>With whom.</summary>
public sealed record PartnerInput
{
    public Id<Person>? Person { get; init; }
    public Id<Organisation>? Organisation { get; init; }
    public string? Name { get; init; }
}

/// <summary>One note as written.</summary>
public sealed record NoteInput
{
    public DateTimeOffset? OccurredAt { get; init; }
    public string? Channel { get; init; }
    public string? Form { get; init; }
    public bool IsContact { get; init; }
    public int? MinutesSpent { get; init; }
    public string? NextStep { get; init; }
    public IReadOnlyList<ParagraphInput> Paragraphs { get; init; } = [];
    public IReadOnlyList<PartnerInput> Partners { get; init; } = [];
}

/// <summary>支援経過を書く・訂正する・取り消す.</summary>
public sealed class WriteNote(AppDb db, Work work, CaseCodes codes)
{
    private const int Attempts = 3;

    public async Task<Outcome<Id<ProgressNote>>> RunAsync(Id<Case> caseId, NoteInput input, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Case, caseId);
        var may = await work.MayAsync(Permission.WriteCase, root, ct);
        if (!may.IsDone)
            return Outcome<Id<ProgressNote>>.Carry(may);
        // Two colleagues may write into one case at the same moment: both notes belong there, so the later tries again.
        for (var attempt = 1; ; attempt++)
        {
            var written = await db.Cases.SingleOrDefaultAsync(c => c.Id == caseId, ct) is { } @case
                ? ProgressNote.Write(work.NewId<ProgressNote>(), @case, Draft(input), codes.Notes, work.Stamp)
                : new Refusal(RefusalCode.NotFound);
            if (written.IsDone)
                db.ProgressNotes.Add(written.Value);
            var outcome = await work.FinishAsync(written, Permission.WriteCase, root, ct);
            if (outcome.IsDone)
                return written.Value.Id;
            if (attempt == Attempts || outcome.Refusals[0].Code != RefusalCode.Stale)
                return Outcome<Id<ProgressNote>>.Carry(outcome);
        }
    }

    public Task<Outcome> CorrectAsync(Id<ProgressNote> id, int paragraph, string? text, string? reason, CancellationToken ct) =>
        ChangeAsync(id, (note, _) => Task.FromResult(note.Correct(paragraph, text ?? "", reason ?? "", work.Stamp)), ct);

    public Task<Outcome> RetractAsync(Id<ProgressNote> id, string? reason, CancellationToken ct) =>
        ChangeAsync(id, async (note, @case) =>
        {
            var outcome = note.Retract(reason ?? "", work.Stamp);
            if (outcome.IsDone && note.IsContact)
                @case.RecallContact(await LastContactBesidesAsync(note, ct));
            return outcome;
        }, ct);

    private async Task<Outcome> ChangeAsync(Id<ProgressNote> id, Func<ProgressNote, Case, Task<Outcome>> change, CancellationToken ct)
    {
        // The filter yields the note only to those who may know of its case.
        var note = await db.ProgressNotes.AsSplitQuery().SingleOrDefaultAsync(n => n.Id == id, ct);
        if (note is null)
            return await work.FinishAsync(Outcome.Refused(RefusalCode.NotFound), Permission.WriteCase, RootRef.System, ct);
        var may = await work.MayAsync(Permission.WriteCase, note.Root, ct);
        if (!may.IsDone)
            return may;
        var outcome = await db.Cases.SingleOrDefaultAsync(c => c.Id == note.CaseId, ct) is { } @case
            ? await change(note, @case)
            : Outcome.Refused(RefusalCode.NotFound);
        return await work.FinishAsync(outcome, Permission.WriteCase, note.Root, ct);
    }

    private async Task<DateOnly?> LastContactBesidesAsync(ProgressNote note, CancellationToken ct)
    {
        var last = await db.ProgressNotes.Where(n => n.CaseId == note.CaseId && n.Id != note.Id && n.IsContact && n.RetractedAt == null)
            .MaxAsync(n => (DateTimeOffset?)n.OccurredAt, ct);
        var called = await db.Consultations.Where(c => c.CaseId == note.CaseId && c.Visitor.Relation == Visitor.Self).MaxAsync(c => (DateTimeOffset?)c.At, ct);
        return (called > last || last is null ? called : last) is { } at ? JapanTime.DateOf(at) : null;
    }

    private NoteDraft Draft(NoteInput input) => new(
        input.OccurredAt?.ToUniversalTime() ?? work.Now, input.Channel ?? "", input.Form ?? "",
        [.. input.Paragraphs.Where(p => !string.IsNullOrWhiteSpace(p.Text)).Select(p => new ParagraphDraft(
            p.Kind, p.Text!, p.Source is { } kind ? new(kind, p.SourcePerson, p.SourceOrganisation, p.SourceWords) : null, p.NotTold))],
        [.. input.Partners.Select(p => new PartnerDraft(p.Person, p.Organisation, p.Name))],
        input.IsContact, input.MinutesSpent, input.NextStep);
}
