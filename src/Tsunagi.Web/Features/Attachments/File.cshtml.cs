using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Attachments;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Attachments;

/// <summary>添付ファイルを開く. Always as a download: nothing that was uploaded runs in our pages.</summary>
[Permit(Permission.SearchRecords)]
public sealed class AttachmentModel(AttachFile attach, AppDb db) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public Id<Attachment> Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var file = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id && a.WithdrawnAt == null, ct);
        if (file is null) return Absent();
        var may = await Work.MayAsync(AttachmentRoots.ReadPermission(file.RootKind), file.Root, ct);
        if (!may.IsDone || !may.Value.Shows(FieldClasses.Narrative)) return Absent();
        var bytes = await db.AttachmentContents.AsNoTracking().Where(c => c.AttachmentId == Id).Select(c => c.Bytes).SingleAsync(ct);
        return File(bytes, FileSignature.MediaTypeOf(file.Kind), file.Name);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string? reason, CancellationToken ct)
    {
        var outcome = await attach.WithdrawAsync(Id, reason, ct);
        return await AnswerAsync(outcome, () =>
        {
            Done = "添付を取り下げました。";
            return LocalRedirect(AttachmentRoots.Href(outcome.Value));
        }, () => Task.FromResult<IActionResult>(Page()));
    }
}
