using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.ProtectedLocations;

/// <summary>Somebody who belongs to a household with the person, and whose whereabouts would tell theirs.</summary>
public sealed record HouseholdPerson(Id<Person> Person, string Name, string Relation, LivingTogether Living);

/// <summary>対象に含める・含めない: the answer for one of them; none is no answer.</summary>
public sealed class HouseholdChoice
{
    public Id<Person>? Person { get; set; }
    public bool? Included { get; set; }
}

/// <summary>同じ世帯の人: who belongs to a household with the person today, as far as the viewer may see them, of the same holder and without a measure.</summary>
static class HouseholdToProtect
{
    public static async Task<IReadOnlyList<HouseholdPerson>> HouseholdOfAsync(this AppDb db, Id<Person> id, Id<Organisation> holder, DateOnly today, CancellationToken ct)
    {
        var households = await db.Households.AsNoTracking().Where(h => h.Members.Any(m => m.PersonId == id)).ToListAsync(ct);
        households.RemoveAll(h => !h.On(today).Any(m => m.PersonId == id));
        Id<Person>[] ids = [.. households.SelectMany(h => h.On(today)).Select(m => m.PersonId).Where(m => m != id).Distinct()];
        var people = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id) && p.HolderId == holder && !p.IsLocationProtected && p.DiedOn == null).ToDictionaryAsync(p => p.Id, ct);
        return
        [
            .. households.SelectMany(h => h.Told(people)).Where(m => m.HoldsOn(today)).DistinctBy(m => m.PersonId).OrderBy(m => m.Number)
                .Select(m => new HouseholdPerson(m.PersonId, people[m.PersonId].Name.Display, m.Relation, m.Living)),
        ];
    }
}
