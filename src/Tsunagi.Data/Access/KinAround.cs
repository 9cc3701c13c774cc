using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>家系: the relations around some people, as far as the viewer may see both ends of each.</summary>
public static class KinAround
{
    /// <summary>As many people as are followed: more than any family a ward office writes down.</summary>
    public const int MostPeople = 500;

    /// <summary>The relations around some people.</summary>
    public static async Task<Kin> KinAroundAsync(this AppDb db, IReadOnlyList<Id<Person>> people, CancellationToken ct)
    {
        var ids = await db.ReachedByKinAsync(people, ct);
        return new(await db.KinTies.AsNoTracking().Where(t => ids.Contains(t.PersonId) && db.Persons.Any(p => p.Id == t.OtherId)).ToListAsync(ct));
    }

    /// <summary>Who is reached by relations at all: to be asked for through the filter, which leaves out whom the viewer may not see.</summary>
    public static async Task<IReadOnlyList<Id<Person>>> ReachedByKinAsync(this AppDb db, IReadOnlyList<Id<Person>> people, CancellationToken ct)
    {
        Guid[] from = [.. people.Select(p => p.Value)];
        var reached = await db.Database.SqlQuery<Guid>($"""
            with recursive reached(id) as (
              select unnest({from})
              union
              select case when t.person_id = r.id then t.other_id else t.person_id end
              from reached r join kin_tie t on (t.person_id = r.id or t.other_id = r.id) and t.taken_back_because is null)
            select id as "Value" from reached limit {MostPeople}
            """).ToListAsync(ct);
        return [.. reached.Select(id => new Id<Person>(id))];
    }
}
