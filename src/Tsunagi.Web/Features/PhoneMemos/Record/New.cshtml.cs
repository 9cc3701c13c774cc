using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.PhoneMemos;

/// <summary>電話メモを残す.</summary>
[Permit(Permission.LeavePhoneMemo)]
public sealed class NewPhoneMemoModel(ChangePhoneMemo change, AppDb db) : TsunagiPage
{
    [BindProperty]
    public PhoneMemoInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(await change.LeaveAsync(Input, ct), () =>
    {
        Done = "電話メモを残しました。";
        return LocalRedirect(PhoneMemoLinks.List);
    }, async () =>
    {
        await LoadAsync(ct);
        return Page();
    });

    private async Task LoadAsync(CancellationToken ct) => Colleagues = await db.WorkersOf(Work.Actor.Organisation, Today).ToChoicesAsync(ct);
}
