using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Attachments;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Attachments;

/// <summary>ファイルを添付する. Shown by itself only when a file was refused; otherwise it leads back to the record.</summary>
[Permit(Permission.SearchRecords)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class AddAttachmentModel(AttachFile attach) : TsunagiPage
{
    // A little more than the largest file, so that one just too large is refused in words.
    private const int MostBytes = 12 * 1024 * 1024;

    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Root { get; set; }

    public string Back { get; private set; } = "/";

    /// <summary>Whoever comes back to the address after a refusal finds the record, where a file is chosen anew.</summary>
    public IActionResult OnGet() => AttachmentRoots.TryRead(Kind, Root, out var root) ? LocalRedirect(AttachmentRoots.Href(root)) : Absent();

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        if (!AttachmentRoots.TryRead(Kind, Root, out var root)) return Absent();
        Back = AttachmentRoots.Href(root);
        using var content = new MemoryStream();
        if (file is not null) await file.CopyToAsync(content, ct);
        var outcome = await attach.RunAsync(root, new UploadedFile(file?.FileName ?? "", content.ToArray()), ct);
        return await AnswerAsync(outcome, () =>
        {
            Done = "ファイルを添付しました。";
            return LocalRedirect(Back);
        }, () => Task.FromResult<IActionResult>(Page()), prefix: "Input");
    }
}
