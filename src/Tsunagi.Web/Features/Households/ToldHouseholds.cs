using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Households;

/// <summary>Of which households more than the names may be told: how people belong to them, since when, and with whom they live.</summary>
static class ToldHouseholds
{
    /// <summary>What must be open of a household. Who handed it over keeps the names, and is not told what becomes of it (ADR 0039).</summary>
    public static bool IsTold(this AccessDecision access) => access.Shows(FieldClasses.Narrative | FieldClasses.Contact);

    /// <summary>Those of some households of which that is so.</summary>
    public static async Task<IReadOnlyList<Household>> ToldAsync(this Work work, IQueryable<Household> households, CancellationToken ct)
    {
        var found = await households.OrderBy(h => h.Id).ToListAsync(ct);
        if (found.Count == 0) return found;
        var access = await work.DecideAsync(RootKind.Household, [.. found.Select(h => h.Id.Value)], ct);
        return found.FindAll(h => access[h.Id.Value].IsTold());
    }
}
