using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Search;

/// <summary>A person who was found, and by what.</summary>
public sealed record FoundRecord(Person Person, FoundBy By);

/// <summary>Some of those who were found, the likeliest first.</summary>
/// <param name="Records">Who.</param>
/// <param name="Next">From where a search goes on; null when nobody is left whom the viewer may see.</param>
public sealed record FoundRecords(IReadOnlyList<FoundRecord> Records, int? Next)
{
    /// <summary>Nobody.</summary>
    public static FoundRecords Nobody { get; } = new([], null);
}

/// <summary>
/// 人をさがす: by names in any writing, readings, telephone numbers, parts of addresses and birth dates. The index gives ids; who of them
/// comes out is asked with the access filter, and of what the viewer may see of them (docs/adr/0053).
/// </summary>
public sealed class PersonSearch(AppDb db, Work work)
{
    private const int AtOnce = 40;

    /// <summary>Those who fit a text.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="from">From where on: 0, or what an answer before gave as its next.</param>
    /// <param name="most">How many, at most.</param>
    /// <param name="ownOnly">Whether only records of the actor's own organisation are meant.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<FoundRecords> FindAsync(string? text, int from, int most, bool ownOnly, CancellationToken ct)
    {
        var query = SearchQuery.Read(text);
        var found = await SeenAsync(query.Text, query.Meanings, from, most, ownOnly, ct);
        if (found.Records.Count > 0 || query.Slips.Count == 0) return found;
        // Nobody whom the viewer may see is meant by what was typed: perhaps a letter of it is a slip.
        var isEnd = from > 0 && (await SeenAsync(query.Text, query.Meanings, 0, 1, ownOnly, ct)).Records.Count > 0;
        return isEnd ? found : await SeenAsync(query.Text, query.Slips, from, most, ownOnly, ct);
    }

    // Goes on until there are enough, or nobody is left: a page must not end because of somebody it does not show.
    private async Task<FoundRecords> SeenAsync(string text, IReadOnlyList<Meaning> meanings, int from, int most, bool ownOnly, CancellationToken ct)
    {
        List<FoundRecord> found = [];
        for (; ; from += AtOnce)
        {
            var candidates = await CandidatesAsync(text, meanings, from, ct);
            var seen = await OpenAsync(candidates, meanings, ownOnly, ct);
            for (var i = 0; i < candidates.Count; i++)
            {
                if (!seen.TryGetValue(candidates[i], out var record)) continue;
                if (found.Count == most) return new(found, from + i);
                found.Add(record);
            }
            if (candidates.Count < AtOnce) return new(found, null);
        }
    }

    private async Task<Dictionary<Guid, FoundRecord>> OpenAsync(List<Guid> candidates, IReadOnlyList<Meaning> meanings, bool ownOnly, CancellationToken ct)
    {
        if (candidates.Count == 0) return [];
        var ids = candidates.ConvertAll(id => new Id<Person>(id));
        var people = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id) && (!ownOnly || p.HolderId == work.Actor.Organisation)).ToListAsync(ct);
        // What another desk's record opens by a grant may be less than its name, or less than the number that was looked for.
        var lent = people.Where(p => p.HolderId != work.Actor.Organisation).Select(p => p.Id.Value).ToList();
        var open = lent.Count == 0 ? null : await work.DecideAsync(RootKind.Person, lent, ct);
        return people.Select(p => (Person: p, By: Match(p, open?.GetValueOrDefault(p.Id.Value)?.Fields ?? FieldClasses.Ordinary, meanings)))
            .Where(p => p.By is not null).ToDictionary(p => p.Person.Id.Value, p => new FoundRecord(p.Person, p.By!.Value));
    }

    // By what is open to the viewer alone: a number that they may not see must not be found by either.
    private static FoundBy? Match(Person person, FieldClasses open, IReadOnlyList<Meaning> meanings)
    {
        if (!open.HasFlag(FieldClasses.Identity)) return null;
        var terms = PersonTerms.Of(person, open);
        return meanings.FirstOrDefault(m => m.Terms.All(terms.Contains))?.By;
    }

    /// <summary>
    /// Ids of those who may fit, the likeliest first: of the records that the viewer's own grants ever named, so that a large town costs
    /// no more than one's own desk. Past the access filter, because it would be asked of thousands to show twenty; nothing but ids
    /// comes out, and whoever is shown is read through it.
    /// </summary>
    private Task<List<Guid>> CandidatesAsync(string text, IReadOnlyList<Meaning> meanings, int from, CancellationToken ct)
    {
        if (meanings.Count == 0) return Task.FromResult<List<Guid>>([]);
        var width = meanings.Max(m => m.Terms.Count);
        // Every meaning as many terms wide: the first once more where there are fewer. Each is looked for by itself (offset 0), or the plan
        // for any values (ADR 0034) would read the whole of a small table.
        int[] terms = [.. meanings.SelectMany(m => m.Terms.Concat(Enumerable.Repeat(m.Terms[0], width - m.Terms.Count)))];
        Guid[] subjects = [.. db.Scope.Subjects];
        return db.Database.SqlQuery<Guid>($"""
            select s.person_id as "Value" from (
              select e.person_id, min(m) as place, e.names, e.sort_key
                from generate_series(0, {meanings.Count - 1}) m
               cross join lateral (
                 select * from person_search i where i.subjects && {subjects} and i.terms @> ({terms})[m * {width} + 1 : (m + 1) * {width}] offset 0) e
               group by e.person_id, e.names, e.sort_key) s
             order by s.place, strpos(s.names, {text}) = 0, s.sort_key collate "C", s.person_id
             offset {from} limit {AtOnce}
            """).ToListAsync(ct);
    }
}
