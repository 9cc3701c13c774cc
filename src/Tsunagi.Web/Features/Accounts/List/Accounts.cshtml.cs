using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Accounts;

/// <summary>利用者の一覧, paged by sign-in name.</summary>
[Permit(Permission.ManageAccounts)]
public sealed class AccountsModel(AppDb db) : TsunagiPage
{
    private const int PageSize = 50;

    public sealed record Row(Id<Account> Id, string Login, string Name, bool IsActive, IReadOnlyList<string> Roles);

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<Row> Accounts { get; private set; } = [];
    public string? NextHref { get; private set; }
    public string? FirstHref => After is null ? null : AccountLinks.List;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var found = await db.Accounts.AsNoTracking().Where(a => After == null || EF.Functions.GreaterThan(ValueTuple.Create(a.Login), ValueTuple.Create(After)))
            .OrderBy(a => a.Login).Take(PageSize + 1)
            .Select(a => new
            {
                a.Id,
                a.Login,
                a.Name,
                a.IsActive,
                Memberships = a.Memberships.Where(m => m.Until == null || m.Until >= Today)
                    .Select(m => new { db.Organisations.Single(o => o.Id == m.OrganisationId).Name, m.Role }).ToList(),
            }).ToListAsync(ct);
        Accounts = [.. found.Take(PageSize).Select(a => new Row(a.Id, a.Login, a.Name, a.IsActive, [.. a.Memberships.Select(m => $"{m.Name} {RoleWords.Of(m.Role)}")]))];
        NextHref = found.Count > PageSize ? $"{AccountLinks.List}?after={Uri.EscapeDataString(Accounts[^1].Login)}" : null;
    }
}
