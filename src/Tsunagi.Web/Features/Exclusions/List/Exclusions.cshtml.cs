using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Exclusions;

/// <summary>A table of exclusions, and its name for those who do not see it.</summary>
public sealed record ExclusionTable(IReadOnlyList<ExclusionRow> Rows, string Caption);

/// <summary>The form that clears one exclusion, and the words of its button.</summary>
public sealed record ClearForm(ExclusionRow Row, string Label);

/// <summary>閲覧の除外の一覧, for the holder's 係長・課長.</summary>
[Permit(Permission.ManageExclusions)]
public sealed class ExclusionsModel(ReviewExclusions review) : TsunagiPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>親族の疑い, to be looked into today.</summary>
    public IReadOnlyList<ExclusionRow> Waiting { get; private set; } = [];
    public PageOf<ExclusionRow> Settled { get; private set; } = new([], 0, null);

    public sealed class Form
    {
        public Id<ExclusionDeclaration> Id { get; set; }
        public string? Reason { get; set; }
    }

    public async Task OnGetAsync(CancellationToken ct) =>
        (Waiting, Settled) = (After is null ? await review.WaitingAsync(ct) : [], await review.RunAsync(settled: true, After, ct));

    public static string? Href(string? after) => after is null ? null : $"{ExclusionLinks.List}?after={after}";

    public async Task<IActionResult> OnPostClearAsync(CancellationToken ct) => await AnswerAsync(await review.ClearAsync(Input.Id, Input.Reason, ct), () =>
    {
        Done = "除外を解除しました。";
        return LocalRedirect(ExclusionLinks.List);
    }, async () =>
    {
        await OnGetAsync(ct);
        return Page();
    });
}
