using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>一つの経過: read whole, with its corrections; corrected or struck out by the organisation that wrote it.</summary>
[Permit(Permission.SeeCase)]
public sealed class NoteModel(AppDb db, CaseTimeline timeline, WriteNote write) : CasePage
{
    /// <summary>A correction, or the reason for striking out.</summary>
    public sealed class Form
    {
        public int Paragraph { get; set; }
        public string? Text { get; set; }
        public string? Reason { get; set; }
        public string? RetractReason { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Id<ProgressNote> NoteId { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public override string Tab => "course";

    public TimelineEntry Entry { get; private set; } = null!;
    public bool MayChange { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostCorrectAsync(CancellationToken ct)
    {
        var outcome = await write.CorrectAsync(NoteId, Input.Paragraph, Input.Text, Input.Reason, ct);
        return await AfterAsync(Renamed(outcome, "text", nameof(Form.Text)), "訂正しました。元の内容も残っています。", CaseLinks.Note(Id, NoteId), () => LoadAsync(ct));
    }

    public async Task<IActionResult> OnPostRetractAsync(CancellationToken ct)
    {
        var outcome = await write.RetractAsync(NoteId, Input.RetractReason, ct);
        return await AfterAsync(Renamed(outcome, "reason", nameof(Form.RetractReason)), "取り消しました。内容は取消しとして残っています。", CaseLinks.Note(Id, NoteId), () => LoadAsync(ct));
    }

    private static Outcome Renamed(Outcome outcome, string from, string to) => outcome.IsDone ? outcome : Outcome.Refused(
        [.. outcome.Refusals.Select(r => r.Field == from ? r with { Field = to } : r.Field == "reason" ? r with { Field = nameof(Form.Reason) } : r)]);

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        ProgressNote? note = null;
        var shown = await ShowAsync(async () =>
        {
            note = await db.ProgressNotes.AsNoTracking().AsSplitQuery()
                .SingleOrDefaultAsync(n => n.Id == NoteId && n.CaseId == Id, ct);
            if (note is null)
                return;
            Entry = await timeline.OfAsync(note, ct);
            MayChange = Header.MayWrite && note.OrganisationId == Work.Actor.Organisation && note.RetractedAt is null;
        }, ct, needs: FieldClasses.Narrative);
        return note is null && shown is PageResult ? Absent() : shown;
    }
}
