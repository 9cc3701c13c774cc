using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Exclusions;

/// <summary>The form that clears one exclusion, and the words of its button.</summary>
public sealed record ClearForm(ExclusionRow Row, string Label);

/// <summary>閲覧の除外の一覧, for the holder's 係長・課長.</summary>
[Permit(Permission.ManageExclusions)]
public sealed class ExclusionsModel(ReviewExclusions review) : TsunagiPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<ExclusionRow> Rows { get; private set; } = [];

    public sealed class Form
    {
        public Id<ExclusionDeclaration> Id { get; set; }
        public string? Reason { get; set; }
    }

    public async Task OnGetAsync(CancellationToken ct) => Rows = await review.ListAsync(ct);

    public async Task<IActionResult> OnPostClearAsync(CancellationToken ct) => await AnswerAsync(await review.ClearAsync(Input.Id, Input.Reason, ct), () =>
    {
        Done = "除外を解除しました。";
        return LocalRedirect(ExclusionLinks.List);
    }, async () =>
    {
        Rows = await review.ListAsync(ct);
        return Page();
    });
}
