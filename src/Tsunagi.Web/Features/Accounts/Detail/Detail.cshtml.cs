using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Accounts;

/// <summary>一人の利用者: roles, password, the tokens they hold, use.</summary>
[Permit(Permission.ManageAccounts)]
public sealed class DetailModel(ChangeAccount change, ApiTokens tokens, AppDb db) : TsunagiPage
{
    public sealed class Form
    {
        public Id<Organisation>? Organisation { get; set; }
        public Role? Role { get; set; }
        public string? Password { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Id<Account> Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Account Account { get; private set; } = null!;
    public IReadOnlyList<MembershipRow> Memberships { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IReadOnlyList<ApiTokenRow> Tokens { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Roles { get; } = RoleChoices.All;
    public DateTimeOffset Now => Work.Now;

    /// <summary>Nobody administers their own account.</summary>
    public bool IsOwn => Id == Work.Actor.Account;

    /// <summary>Whether a part of the page was just used, and is shown open again.</summary>
    public bool IsOpen(string part) => RouteData.Values["handler"] as string == part || Request.Query["handler"] == part;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostGiveRoleAsync(CancellationToken ct) =>
        await AfterAsync(await change.GiveRoleAsync(Id, Input.Organisation, Input.Role, ct), "役割を加えました。", ct);

    public async Task<IActionResult> OnPostTakeRoleAsync(Id<Membership> membership, CancellationToken ct) =>
        await AfterAsync(await change.TakeRoleAsync(Id, membership, Today, ct), "役割を外しました。今日の終わりまで有効です。", ct);

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken ct) =>
        await AfterAsync(await change.ResetPasswordAsync(Id, Input.Password, ct), "パスワードを設定しました。", ct);

    public async Task<IActionResult> OnPostActiveAsync(bool active, CancellationToken ct) =>
        await AfterAsync(await change.SetActiveAsync(Id, active, ct), active ? "利用を再開しました。" : "利用を停止しました。", ct);

    public async Task<IActionResult> OnPostRevokeTokenAsync(string? token, CancellationToken ct) =>
        await AfterAsync(await tokens.RevokeAsync(Id, token, ct), "APIの鍵を失効させました。", ct);

    private Task<IActionResult> AfterAsync(Outcome outcome, string done, CancellationToken ct) => AnswerAsync(outcome, () =>
    {
        Done = done;
        return LocalRedirect(AccountLinks.Detail(Id));
    }, () => LoadAsync(ct));

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        if (await db.Accounts.AsNoTracking().Include(a => a.Memberships).SingleOrDefaultAsync(a => a.Id == Id, ct) is not { } account) return Absent();
        Account = account;
        Organisations = await OrganisationChoices.AllAsync(db, ct);
        Memberships = await MembershipRow.OfAsync(db, account, ct);
        Tokens = await tokens.OfAsync(Id, ct);
        Work.Saw(Permission.ManageAccounts, account.Root);
        return Page();
    }
}
