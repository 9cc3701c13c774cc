using Microsoft.AspNetCore.Mvc;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Exclusions;

/// <summary>除外の取下げ: the exclusions as on a perpetrator's side, without the names of those they protect.</summary>
[Permit(Permission.TakeBackExclusions)]
public sealed class TakeBackModel(TakeBackExclusion takeBack, CurrentWard ward) : TsunagiPage
{
    public sealed class Form
    {
        public Id<ExclusionDeclaration> Id { get; set; }
        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<PerpetratorSide> Rows { get; private set; } = [];
    public CurrentWard Ward => ward;

    /// <summary>Whether this row's form was just refused.</summary>
    public bool IsRefused(PerpetratorSide row) => row.Id == Input.Id && ModelState.ErrorCount > 0;

    public async Task OnGetAsync(CancellationToken ct) => Rows = await takeBack.ListAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(await takeBack.RunAsync(Input.Id, Input.Reason, ct), () =>
    {
        Done = "除外を取り下げました。";
        return LocalRedirect(ExclusionLinks.TakeBack);
    }, async () =>
    {
        Rows = await takeBack.ListAsync(ct);
        return Page();
    });
}
