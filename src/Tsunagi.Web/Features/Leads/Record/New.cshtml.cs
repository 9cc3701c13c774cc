using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Profiles;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Leads;

/// <summary>気になる情報を書き留める.</summary>
[Permit(Permission.RecordLead)]
public sealed class NewLeadModel(ChangeLead change, CurrentWard ward, AppDb db) : TsunagiPage
{
    [BindProperty]
    public LeadInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Sources => [.. ward.Profile.CodeList(CodeLists.VisitorRelation).ItemsAsOf(Today).Select(i => new SelectListItem(i.Name, i.Code))];
    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await change.NoticeAsync(Input, ct);
        return await AnswerAsync(outcome, () =>
        {
            Done = "書き留めました。";
            return LocalRedirect(LeadLinks.Detail(outcome.Value));
        }, async () =>
        {
            await LoadAsync(ct);
            return Page();
        });
    }

    private async Task LoadAsync(CancellationToken ct) =>
        Owners = await db.WorkersOf(Work.Actor.Organisation, Today).ToChoicesAsync(ct, Work.Actor.Account);
}
