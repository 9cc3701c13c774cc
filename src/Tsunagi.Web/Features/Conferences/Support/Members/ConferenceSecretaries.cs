using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>Who may be appointed 会議事務局.</summary>
public static class ConferenceSecretaries
{
    /// <summary>Those of <paramref name="people"/> who may run a conference by a role they hold on <paramref name="today"/>, wherever they hold it.</summary>
    public static async Task<IReadOnlySet<Id<Account>>> WhoMayRunConferencesAsync(
        this AppDb db, IEnumerable<MatterParticipant> people, DateOnly today, CancellationToken ct)
    {
        var accounts = people.Select(p => p.AccountId).OfType<Id<Account>>().ToList();
        var roles = Permissions.Of(Permission.RunSupportConference).Roles.ToList();
        return await db.Memberships.AsNoTracking()
            .Where(m => accounts.Contains(m.AccountId) && roles.Contains(m.Role) && m.From <= today && (m.Until == null || today <= m.Until))
            .Select(m => m.AccountId).ToHashSetAsync(ct);
    }
}
