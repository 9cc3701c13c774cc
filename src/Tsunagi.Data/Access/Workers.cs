using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>職員: who works for an organisation.</summary>
public static class Workers
{
    /// <summary>The accounts in use that belong to <paramref name="organisation"/> on <paramref name="day"/>, first and last day included.</summary>
    public static IQueryable<Account> WorkersOf(this AppDb db, Id<Organisation> organisation, DateOnly day) =>
        db.Accounts.AsNoTracking().Where(a => a.IsActive && a.Memberships.Any(m => m.OrganisationId == organisation && m.From <= day && (m.Until == null || day <= m.Until)));

    /// <summary>Whether <paramref name="account"/> is one of them.</summary>
    public static Task<bool> WorksForAsync(this AppDb db, Id<Account> account, Id<Organisation> organisation, DateOnly day, CancellationToken ct) =>
        db.WorkersOf(organisation, day).AnyAsync(a => a.Id == account, ct);
}
