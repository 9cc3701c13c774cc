using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Accounts;

/// <summary>自分の設定: what one is here, and what one changes about it oneself.</summary>
[Permit(Permission.ChangeOwnPassword)]
public sealed class OwnModel(AppDb db) : TsunagiPage
{
    public Account Account { get; private set; } = null!;
    public IReadOnlyList<MembershipRow> Memberships { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Account = await db.Accounts.AsNoTracking().Include(a => a.Memberships).SingleAsync(a => a.Id == Work.Actor.Account, ct);
        Memberships = await MembershipRow.OfAsync(db, Account, ct);
    }
}

/// <summary>A role somebody holds or held, with the name of the organisation.</summary>
public sealed record MembershipRow(Membership Membership, string Organisation)
{
    public static async Task<IReadOnlyList<MembershipRow>> OfAsync(AppDb db, Account account, CancellationToken ct)
    {
        var ids = account.Memberships.Select(m => m.OrganisationId).ToList();
        var names = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return [.. account.Memberships.OrderBy(m => m.From).Select(m => new MembershipRow(m, names[m.OrganisationId]))];
    }
}
