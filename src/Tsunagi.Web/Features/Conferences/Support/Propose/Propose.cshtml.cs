using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>支援会議を提案する.</summary>
[Permit(Permission.ProposeSupportConference)]
public sealed class ProposeModel(ProposeMatter propose, AppDb db) : TsunagiPage
{
    [BindProperty]
    public NewProposal Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Chairs { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Grounds { get; } =
        [.. Enum.GetValues<ProposalGround>().Select(g => new SelectListItem(ConferenceWords.Of(g), g.ToString()))];

    public async Task OnGetAsync(Id<Case>? @case, CancellationToken ct)
    {
        Input = new() { Case = @case };
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await propose.RunAsync(Input, ct), () =>
        {
            Done = "提案しました。";
            return LocalRedirect(SupportLinks.List);
        }, async () =>
        {
            await LoadAsync(ct);
            return Page();
        });

    private async Task LoadAsync(CancellationToken ct) =>
        Chairs = [.. (await db.SectionHeadsAsync(Today, ct)).Select(h => new SelectListItem(h.Name, h.Account.ToString()))];
}
