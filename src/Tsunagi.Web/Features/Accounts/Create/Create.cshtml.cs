using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Accounts;

/// <summary>利用者を登録する.</summary>
[Permit(Permission.ManageAccounts)]
public sealed class CreateModel(CreateAccount create, AppDb db) : TsunagiPage
{
    [BindProperty]
    public NewAccount Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Roles { get; } = RoleChoices.All;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await create.RunAsync(Input, ct);
        return await AnswerAsync(outcome, () =>
        {
            Done = "利用者を登録しました。";
            return LocalRedirect(AccountLinks.Detail(outcome.Value));
        }, async () =>
        {
            await LoadAsync(ct);
            return Page();
        });
    }

    private async Task LoadAsync(CancellationToken ct) => Organisations = await OrganisationChoices.AllAsync(db, ct);
}

/// <summary>The roles to choose from.</summary>
static class RoleChoices
{
    public static IReadOnlyList<SelectListItem> All { get; } = [.. Enum.GetValues<Role>().Select(r => new SelectListItem(RoleWords.Of(r), r.ToString()))];
}
