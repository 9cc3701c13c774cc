using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>同一人物の判断 as the holder's staff may read them.</summary>
public static class SamePersons
{
    /// <summary>
    /// The judgements on records that one holder answers for, both of them, and that the viewer may see, both of them. To others it is not
    /// said that two records are of one person, even where both are opened to them.
    /// </summary>
    public static IQueryable<SamePerson> SamePersonsOf(this AppDb db, Id<Organisation> holder) => db.SamePersons.Where(s => s.HolderId == holder
        && db.Persons.Any(p => p.Id == s.FirstId && p.HolderId == holder) && db.Persons.Any(p => p.Id == s.SecondId && p.HolderId == holder));

    /// <summary>Which of a holder's records are of one person with some of these, as far as the viewer may know.</summary>
    public static async Task<MergedRecords> MergedAsync(this AppDb db, Id<Organisation> holder, IReadOnlyCollection<Id<Person>> persons, CancellationToken ct)
    {
        List<(Id<Person>, Id<Person>)> pairs = [];
        HashSet<Id<Person>> asked = [];
        // From record to record: one step finds the others of nearly everybody.
        for (var ahead = persons.Distinct().ToList(); ahead.Count > 0;)
        {
            asked.UnionWith(ahead);
            var (now, all) = (ahead, asked);
            var found = await db.SamePersonsOf(holder).AsNoTracking()
                .Where(s => s.State == SamePersonState.Same && (now.Contains(s.FirstId) || now.Contains(s.SecondId)))
                .Select(s => new { s.FirstId, s.SecondId, s.LeadingId }).ToListAsync(ct);
            pairs.AddRange(found.Select(s => s.LeadingId == s.SecondId ? (s.SecondId, s.FirstId) : (s.FirstId, s.SecondId)));
            ahead = [.. found.SelectMany(s => new[] { s.FirstId, s.SecondId }).Distinct().Where(p => !all.Contains(p))];
        }
        return pairs.Count == 0 ? MergedRecords.None : new(pairs.Distinct());
    }
}
