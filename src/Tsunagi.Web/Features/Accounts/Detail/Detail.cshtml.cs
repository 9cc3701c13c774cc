using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Accounts;

/// <summary>一人の利用者: roles, password, API token, use.</summary>
[Permit(Permission.ManageAccounts)]
public sealed class DetailModel(ChangeAccount change, AppDb db) : TsunagiPage
{
    public sealed record Row(Membership Membership, string Organisation);

    public sealed class Form
    {
        public Id<Organisation>? Organisation { get; set; }
        public Id<Organisation>? TokenOrganisation { get; set; }
        public Role? Role { get; set; }
        public string? Password { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Id<Account> Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Account Account { get; private set; } = null!;
    public IReadOnlyList<Row> Memberships { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IReadOnlyList<SelectListItem> OwnOrganisations { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Roles { get; } = RoleChoices.All;
    public string? Token { get; private set; }

    /// <summary>Whether a part of the page was just used, and is shown open again.</summary>
    public bool IsOpen(string part) => RouteData.Values["handler"] as string == part || Request.Query["handler"] == part;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostGiveRoleAsync(CancellationToken ct) =>
        await AfterAsync(await change.GiveRoleAsync(Id, Input.Organisation, Input.Role, ct), "役割を加えました。", ct);

    public async Task<IActionResult> OnPostTakeRoleAsync(Id<Membership> membership, CancellationToken ct) =>
        await AfterAsync(await change.TakeRoleAsync(Id, membership, Today, ct), "役割を外しました。今日の終わりまで有効です。", ct);

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken ct) =>
        await AfterAsync(await change.SetPasswordAsync(Id, Input.Password, ct), "パスワードを設定しました。", ct);

    public async Task<IActionResult> OnPostActiveAsync(bool active, CancellationToken ct) =>
        await AfterAsync(await change.SetActiveAsync(Id, active, ct), active ? "利用を再開しました。" : "利用を停止しました。", ct);

    // The token is shown in the answer itself and nowhere else, so this one post is not followed by a redirect.
    public async Task<IActionResult> OnPostTokenAsync(CancellationToken ct)
    {
        var outcome = await change.IssueTokenAsync(Id, Input.TokenOrganisation ?? default, "画面から発行", ct);
        if (outcome.IsDone) Token = outcome.Value;
        var shown = await LoadAsync(ct);
        return outcome.IsDone ? shown : await AnswerAsync(outcome, () => shown, () => Task.FromResult(shown));
    }

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
        var names = Organisations.ToDictionary(o => o.Value, o => o.Text);
        Memberships = [.. account.Memberships.OrderBy(m => m.From).Select(m => new Row(m, names[m.OrganisationId.ToString()]))];
        OwnOrganisations = [.. Organisations.Where(o => account.Memberships.Any(m => m.HoldsOn(Today) && m.OrganisationId.ToString() == o.Value))];
        Work.Saw(Permission.ManageAccounts, account.Root);
        return Page();
    }
}
