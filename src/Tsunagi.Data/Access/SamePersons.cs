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

    /// <summary>Those that wait for a judgement: asked, and not put off to a later day.</summary>
    public static IQueryable<SamePerson> Open(this IQueryable<SamePerson> judgements, DateOnly today) =>
        judgements.Where(s => s.State == SamePersonState.Suspected && (s.LaterOn == null || s.LaterOn <= today));

    /// <summary>
    /// Waits for whoever judges records of this holder at this moment: what hangs together hangs together over several judgements, and two
    /// made at once could contradict each other. Before the turns of the records themselves.
    /// </summary>
    public static Task WaitToJudgeAsync(this AppDb db, Id<Organisation> holder, CancellationToken ct) =>
        db.WaitForAsync([IdSource.Named<SamePerson>($"{holder}").ToString()], ct);

    /// <summary>Waits for whoever asks about one of these pairs at this moment: then the question is there, and is not put twice.</summary>
    public static Task WaitToSuspectAsync(this AppDb db, IEnumerable<(Id<Person> One, Id<Person> Other)> pairs, CancellationToken ct) =>
        db.WaitForAsync(pairs.Select(p => SamePerson.InOrder(p.One, p.Other)).Select(p => $"{p.First} {p.Second}"), ct);

    /// <summary>Whether two records stand for one person already, directly or over others.</summary>
    public static async Task<bool> StandTogetherAsync(this AppDb db, Id<Organisation> holder, Id<Person> one, Id<Person> other, CancellationToken ct) =>
        (await db.MergedAsync(holder, [one, other], ct)).AreOne(one, other);

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
