using System.Runtime.CompilerServices;
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
/// <param name="Next">After whom a search goes on, the last of these; null when nobody is left whom the viewer may see.</param>
public sealed record FoundRecords(IReadOnlyList<FoundRecord> Records, Id<Person>? Next)
{
    /// <summary>Nobody.</summary>
    public static FoundRecords Nobody { get; } = new([], null);

    /// <summary>Whether more fit than are put in order: then these are not the likeliest of all.</summary>
    public bool IsPartial { get; init; }
}

/// <summary>
/// 人をさがす: by names in any writing, readings, telephone numbers, parts of addresses and birth dates. The index gives ids; who of them
/// comes out is asked with the access filter, and of what the viewer may see of them (docs/adr/0053).
/// </summary>
public sealed class PersonSearch(AppDb db, Work work)
{
    /// <summary>How many are looked at for one meaning, or for several words: whoever means somebody says more of them than thousands have in common.</summary>
    public const int MostFitting = 5_000;

    private const int AtOnce = 40, Growth = 8;

    /// <summary>Those who fit a text; those one letter away, where nobody does whom the viewer may see.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="after">After whom to go on: the last one who was shown. Somebody the viewer may not see leads nowhere.</param>
    /// <param name="most">How many, at most.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<FoundRecords> FindAsync(string? text, Id<Person>? after, int most, CancellationToken ct)
    {
        var query = SearchQuery.Read(text);
        foreach (var look in (Look[])[new(query.Text, query.Meanings, query.Needed, db.Scope.Subjects), new(query.Text, query.Slips, query.NeededBySlips, db.Scope.Subjects)])
        {
            if (after is { } last && !(await OpenAsync([last], look.Meanings, ct)).ContainsKey(last)) continue;
            var found = await SeenAsync(look, after, most, ct);
            if (after is not null || found.Records.Count > 0) return found;
        }
        return FoundRecords.Nobody;
    }

    /// <summary>Records of one's own organisation that fit any of several texts, and those one letter away from a text that nobody fits.</summary>
    /// <param name="texts">What is known of somebody, the rarer before the commoner; less than two letters say nothing.</param>
    /// <param name="most">How many, at most, of each kind.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<Person>> OwnAsync(IEnumerable<string?> texts, int most, CancellationToken ct)
    {
        var queries = texts.Where(text => text?.Trim().Length >= 2).Distinct().Select(SearchQuery.Read).ToList();
        var fitting = await AnyAsync([.. queries.SelectMany(q => q.Meanings)]);
        var missed = queries.Where(q => !fitting.Any(person => Match(person, FieldClasses.Ordinary, q.Meanings) is not null));
        return [.. fitting.Union(await AnyAsync([.. missed.SelectMany(q => q.Slips)]))];

        async Task<List<Person>> AnyAsync(IReadOnlyList<Meaning> meanings) =>
            (await SeenAsync(new("", meanings, [], [work.Actor.Organisation.Value]), null, most, ct)).Records.Select(f => f.Person).Where(p => p.HolderId == work.Actor.Organisation).ToList();
    }

    /// <summary>Which of some records fit a text as well, as it stands or by a slip.</summary>
    public async Task<IReadOnlySet<Id<Person>>> FittingAsync(string? text, bool bySlip, IReadOnlyCollection<Id<Person>> records, CancellationToken ct)
    {
        var query = SearchQuery.Read(text);
        return (await OpenAsync(records, bySlip ? query.Slips : query.Meanings, ct)).Keys.ToHashSet();
    }

    // Goes on until there are enough, or nobody is left: a page must not end because of somebody it does not show. The more stand
    // between, the more are asked about at once, so that few statements do, and how many they are hardly shows.
    private async Task<FoundRecords> SeenAsync(Look look, Id<Person>? after, int most, CancellationToken ct)
    {
        List<FoundRecord> found = [];
        for (var size = AtOnce; ; size *= Growth)
        {
            var (candidates, isPartial) = await CandidatesAsync(look, after, size, ct);
            var seen = await OpenAsync(candidates, look.Meanings, ct);
            foreach (var record in candidates.Select(seen.GetValueOrDefault).OfType<FoundRecord>())
            {
                if (found.Count == most) return new(found, found[^1].Person.Id) { IsPartial = isPartial };
                found.Add(record);
            }
            if (candidates.Count < size) return new(found, null) { IsPartial = isPartial };
            after = candidates[^1];
        }
    }

    private async Task<Dictionary<Id<Person>, FoundRecord>> OpenAsync(IReadOnlyCollection<Id<Person>> ids, IReadOnlyList<Meaning> meanings, CancellationToken ct)
    {
        if (ids.Count == 0 || meanings.Count == 0) return [];
        var people = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        // What another desk's record opens by a grant may be less than its name, or less than the number that was looked for.
        var lent = people.Where(p => p.HolderId != work.Actor.Organisation).Select(p => p.Id.Value).ToList();
        var open = lent.Count == 0 ? null : await work.DecideAsync(RootKind.Person, lent, ct);
        return people.Select(p => (Person: p, By: Match(p, open?.GetValueOrDefault(p.Id.Value)?.Fields ?? FieldClasses.Ordinary, meanings)))
            .Where(p => p.By is not null).ToDictionary(p => p.Person.Id, p => new FoundRecord(p.Person, p.By!.Value));
    }

    // By what is open to the viewer alone: a number that they may not see must not be found by either.
    private static FoundBy? Match(Person person, FieldClasses open, IReadOnlyList<Meaning> meanings)
    {
        if (!open.HasFlag(FieldClasses.Identity)) return null;
        var terms = PersonTerms.Of(person, open);
        return meanings.FirstOrDefault(m => m.Terms.All(terms.Contains) && (m.Near is not { } near || NameTerms.IsNear(person.Name, near)))?.By;
    }

    // The likeliest meanings stand first: where they fill the answer, the others need not be looked for.
    private async Task<(List<Id<Person>> Ids, bool IsPartial)> CandidatesAsync(Look look, Id<Person>? after, int most, CancellationToken ct)
    {
        if (look.Meanings.Count == 0) return ([], false);
        if (look.Needed.Count > 1) return await IndexedAsync(look, Together(look), after, most, ct);
        var likeliest = look with { Meanings = [.. look.Meanings.TakeWhile(m => m.Cost == look.Meanings[0].Cost)] };
        var found = await IndexedAsync(likeliest, EachByItself, after, most, ct);
        return found.Ids.Count == most || likeliest.Meanings.Count == look.Meanings.Count ? found : await IndexedAsync(look, EachByItself, after, most, ct);
    }

    // Every meaning by itself (that is what the limit is for as well), or the plan for any values (ADR 0034) would read the whole of a small table.
    private static readonly Asking EachByItself = new($$"""
        select m, e.person_id, e.names, e.sort_key from generate_series(0, {1}) m
         cross join lateral (
           select * from person_search i where i.terms @> ({2})[m * {3} + 1 : (m + 1) * {3}] and i.subjects && {4} limit {{MostFitting}}) e
        """, "looked e");

    // Several words mean much together and each alone little: whoever has one term of each is looked up once, and only then asked what fits.
    private static Asking Together(Look look) => new($$"""
        select * from person_search i
         where {{string.Join(" and ", look.Needed.Select((_, i) => $$"""i.terms && {{{i + FirstNeeded}}}"""))}} and i.subjects && {4} limit {{MostFitting}}
        """, "looked e join generate_series(0, {1}) m on e.terms @> ({2})[m * {3} + 1 : (m + 1) * {3}]");

    private const int FirstNeeded = 7;

    /// <summary>
    /// Ids of those who may fit, the likeliest first: of the records that the viewer's own grants ever named, so that a large town costs
    /// no more than one's own desk. Past the access filter, because it would be asked of thousands to show twenty; nothing but ids
    /// comes out, and whoever is shown is read through it.
    /// </summary>
    private async Task<(List<Id<Person>> Ids, bool IsPartial)> IndexedAsync(Look look, Asking asking, Id<Person>? after, int most, CancellationToken ct)
    {
        var width = look.Meanings.Max(m => m.Terms.Count);
        // Every meaning as many terms wide: the first once more where there are fewer.
        int[] terms = [.. look.Meanings.SelectMany(m => m.Terms.Concat(Enumerable.Repeat(m.Terms[0], width - m.Terms.Count)))];
        object?[] values = [look.Text, look.Meanings.Count - 1, terms, width, look.Subjects.ToArray(), after?.Value, most, .. look.Needed];
        var found = await db.Database.SqlQuery<Candidate>(FormattableStringFactory.Create($$"""
            with looked as materialized ({{asking.Looked}}), fits as (
              select e.person_id, min(m) as place, strpos(e.names, {0}) = 0 as apart, e.sort_key collate "C" as sort_key from {{asking.Fitting}}
               group by e.person_id, e.names, e.sort_key)
            select person_id as "PersonId", (select count(*) from looked) as "Looked" from fits
             where {5}::uuid is null or (place, apart, sort_key, person_id) > (select place, apart, sort_key, person_id from fits where person_id = {5}::uuid)
             order by place, apart, sort_key, person_id limit {6}
            """, values)).ToListAsync(ct);
        return ([.. found.Select(c => new Id<Person>(c.PersonId))], found is [var first, ..] && first.Looked >= MostFitting);
    }

    private sealed record Candidate(Guid PersonId, long Looked);

    /// <summary>How the index is asked.</summary>
    /// <param name="Looked">Those of the index who are looked at.</param>
    /// <param name="Fitting">Of these, whoever fits which meaning.</param>
    private sealed record Asking(string Looked, string Fitting);

    /// <summary>What is looked for, and with whose eyes.</summary>
    /// <param name="Text">As typed: whose name has it stands before others who fit as well.</param>
    /// <param name="Meanings">What it may mean.</param>
    /// <param name="Needed">For each word, terms of which one is needed; empty where the meanings are not made of words.</param>
    /// <param name="Subjects">Whom a grant must have named.</param>
    private sealed record Look(string Text, IReadOnlyList<Meaning> Meanings, IReadOnlyList<int[]> Needed, IReadOnlyList<Guid> Subjects);
}
