using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.SignIn;

namespace Tsunagi.Web.Features.Accounts;

/// <summary>A table of tokens, each with the button that revokes it.</summary>
public sealed record TokensTable(IReadOnlyList<ApiTokenRow> Rows, DateTimeOffset Now);

/// <summary>自分のAPIの鍵: issued, listed and revoked by whose they are.</summary>
[Permit(Permission.ManageOwnTokens)]
public sealed class TokensModel(ApiTokens tokens, SignInOffice office) : TsunagiPage
{
    public sealed class Form
    {
        public Id<Organisation>? Organisation { get; set; }
        public string? Name { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<ApiTokenRow> Tokens { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public string? Token { get; private set; }
    public DateTimeOffset Now => Work.Now;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    // The token is shown in the answer itself and nowhere else, so this one post is not followed by a redirect.
    public async Task<IActionResult> OnPostIssueAsync(CancellationToken ct)
    {
        var outcome = await tokens.IssueAsync(Work.Actor.Account, Input.Organisation, Input.Name, ct);
        if (!outcome.IsDone) return await AnswerAsync(outcome, Page, () => LoadAsync(ct));
        Token = outcome.Value;
        return await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostRevokeTokenAsync(string? token, CancellationToken ct) =>
        await AnswerAsync(await tokens.RevokeAsync(Work.Actor.Account, token, ct), () =>
        {
            Done = "APIの鍵を失効させました。";
            return LocalRedirect(AccountLinks.Tokens);
        }, () => LoadAsync(ct));

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        Tokens = await tokens.OfAsync(Work.Actor.Account, ct);
        Organisations = [.. (await office.OrganisationsOfAsync(Work.Actor.Account, ct)).Select(o => new SelectListItem(o.Name, o.Id.ToString()))];
        return Page();
    }
}
