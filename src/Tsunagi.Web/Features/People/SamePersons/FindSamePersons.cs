using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;

namespace Tsunagi.Web.Features.People.SamePersons;

/// <summary>Two records to be asked about.</summary>
public sealed class SamePersonPair
{
    public Id<Person>? One { get; set; }
    public Id<Person>? Other { get; set; }
}

/// <summary>
/// 調べ直す: compares all records of one's own organisation with one another, as far as one may see them, and asks about those that may be of one
/// person and were never asked about. Twice in a row it finds nothing new.
/// </summary>
public sealed class FindSamePersons(AppDb db, Work work)
{
    /// <summary>How many records are compared, the latest first, and how many questions are put at once.</summary>
    private const int MostRecords = 50_000, MostFound = 200;

    /// <summary>Looks through everything.</summary>
    /// <returns>How many were found.</returns>
    public async Task<Outcome<int>> RunAsync(CancellationToken ct)
    {
        var holder = work.Actor.Organisation;
        await db.WaitToJudgeAsync(holder, ct);
        var people = await db.Persons.AsNoTracking().Where(p => p.HolderId == holder).OrderByDescending(p => p.Id).Take(MostRecords).ToListAsync(ct);
        var alike = PersonLikeness.Among([.. people.Select(p => p.Details)]).Select(pair => (One: people[pair.One], Other: people[pair.Other])).ToList();
        var known = await AskedAsync(ct);
        alike = [.. alike.Where(pair => !known.Contains(SamePerson.InOrder(pair.One.Id, pair.Other.Id))).Take(MostFound)];
        await db.WaitToSuspectAsync(alike.Select(pair => (pair.One.Id, pair.Other.Id)), ct);
        known = await AskedAsync(ct);
        List<SamePerson> found =
        [
            .. alike.Where(pair => !known.Contains(SamePerson.InOrder(pair.One.Id, pair.Other.Id)))
                .Select(pair => SamePerson.Suspect(work.NewId<SamePerson>(), pair.One, pair.Other, work.Now)),
        ];
        db.SamePersons.AddRange(found);
        var outcome = await work.FinishAsync(Outcome.Done, Permission.ListSamePersons, RootRef.System, ct);
        return outcome.IsDone ? found.Count : Outcome<int>.Carry(outcome);
    }

    /// <summary>Asks about two records by hand; the question there is already, where there is one.</summary>
    public async Task<Outcome<Id<SamePerson>>> AskAsync(SamePersonPair pair, CancellationToken ct)
    {
        List<Id<Person>> named = [.. new[] { pair.One, pair.Other }.OfType<Id<Person>>().Distinct()];
        await work.TakeTurnAsync(named, ct);
        foreach (var person in named)
        {
            var may = await work.MayAsync(Permission.JudgeSamePerson, RootRef.Of(RootKind.Person, person), ct);
            if (!may.IsDone) return Outcome<Id<SamePerson>>.Carry(may);
        }
        if (named is not [var one, var other]) return new Refusal(RefusalCode.Required, nameof(pair.Other));
        var (first, second) = SamePerson.InOrder(one, other);
        await db.WaitToSuspectAsync([(one, other)], ct);
        var holder = work.Actor.Organisation;
        var people = await db.Persons.AsNoTracking().Where(p => (p.Id == one || p.Id == other) && p.HolderId == holder).ToListAsync(ct);
        var root = RootRef.Of(RootKind.Person, first);
        if (people is not [var a, var b]) return Outcome<Id<SamePerson>>.Carry(await work.FinishAsync(Outcome.Refused(RefusalCode.OtherHolder), Permission.JudgeSamePerson, root, ct));
        // What another holder judged of the two is not told, not even that it did.
        if (await db.SamePersonsOf(holder).AsNoTracking().SingleOrDefaultAsync(s => s.FirstId == first && s.SecondId == second, ct) is { } asked) return asked.Id;
        var suspected = SamePerson.Suspect(work.NewId<SamePerson>(), a, b, work.Now);
        db.SamePersons.Add(suspected);
        var outcome = await work.FinishAsync(Outcome.Done, Permission.JudgeSamePerson, root, ct);
        return outcome.IsDone ? suspected.Id : Outcome<Id<SamePerson>>.Carry(outcome);
    }

    private async Task<HashSet<(Id<Person>, Id<Person>)>> AskedAsync(CancellationToken ct)
    {
        var asked = await db.SamePersons.AsNoTracking().Select(s => new { s.FirstId, s.SecondId }).ToListAsync(ct);
        return [.. asked.Select(s => (s.FirstId, s.SecondId))];
    }
}
