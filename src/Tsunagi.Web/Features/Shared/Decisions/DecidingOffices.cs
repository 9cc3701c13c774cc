using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using DecisionKind = Tsunagi.Domain.Decisions.DecisionKind;

namespace Tsunagi.Web.Features.Shared;

/// <summary>
/// 決裁する課: a decision of the ward is made by an office of the ward that has somebody to make it (docs/adr/0046) – the author's own
/// where it is one, else a 多機関協働事業者 of the ward that serves the same place. A contractor does not decide for the ward.
/// </summary>
public sealed class DecidingOffices(AppDb db, Work work, CurrentWard ward)
{
    /// <summary>The offices that may decide what the actor puts up, to choose from where there are several; none where nobody is there to decide.</summary>
    public async Task<IReadOnlyList<Id<Organisation>>> ForAsync(DecisionKind kind, CancellationToken ct)
    {
        var (own, entry, day) = (work.Actor.Organisation, ward.Find(work.Actor.Organisation), work.Today);
        var offices = HubsServing(entry, day).Where(h => h.Holder == Holder.Ward).Select(ward.IdOf).ToList();
        if (entry?.Holder == Holder.Ward) offices.Insert(0, own);
        var decides = Enum.Parse<Role>(ward.Profile.RulesAsOf(day).LineFor(kind).Decides);
        var staffed = await db.Accounts.AsNoTracking().Where(a => a.IsActive).SelectMany(a => a.Memberships)
            .Where(m => offices.Contains(m.OrganisationId) && m.Role == decides && m.From <= day && (m.Until == null || day <= m.Until))
            .Select(m => m.OrganisationId).Distinct().ToListAsync(ct);
        return staffed.Contains(own) ? [own] : [.. offices.Distinct().Where(staffed.Contains)];
    }

    // Whoever works for the whole ward chooses among all areas.
    private IEnumerable<OrganisationEntry> HubsServing(OrganisationEntry? organisation, DateOnly day) =>
        organisation is not null && ward.Profile.AreaOf(organisation) is { } area
            ? ward.Profile.HubsFor(area, day)
            : ward.Profile.OrganisationsAsOf(day).Where(o => o.IsHubOn(day));
}
