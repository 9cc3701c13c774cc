using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>紙の写し: numbered, handed out, collected back.</summary>
[Permit(Permission.RunSupportConference)]
public sealed class CopiesModel(MatterDesk desk, MatterCopies copies) : MatterPage(desk)
{
    [BindProperty]
    public NewCopy Copy { get; set; } = new();

    [BindProperty]
    public CopyChoice Choice { get; set; } = new();

    public Task<IActionResult> OnPostHandOutAsync(CancellationToken ct) =>
        AfterAsync(() => copies.HandOutAsync(Id, Copy, ct), "写しを渡したと記録しました。", "Copy", ct);

    public Task<IActionResult> OnPostCollectAsync(CancellationToken ct) =>
        AfterAsync(() => copies.CollectAsync(Id, Choice, ct), "回収を記録しました。", "Choice", ct);

    public Task<IActionResult> OnPostLostAsync(CancellationToken ct) =>
        AfterAsync(() => copies.ReportLostAsync(Id, Choice, ct), "紛失を記録しました。", "Choice", ct);

    protected override Task<bool> PrepareAsync(CancellationToken ct) => Task.FromResult(View.IsOffice);
}
