using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Data.Search;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Shared;

/// <summary>
/// 同じ人かもしれない: whenever a person of one's own organisation is written or corrected, the records of that organisation that fit are compared with
/// it, as far as the writer may see them. It stops nobody; somebody is asked later.
/// </summary>
sealed class SuspectSamePersons : IBeforeSaving
{
    private const int Most = 40;

    public async Task BeforeSavingAsync(AppDb db, Work work, CancellationToken ct)
    {
        foreach (var person in db.ChangeTracker.Entries<Person>().Where(e => e.Entity.HolderId == work.Actor.Organisation && TellsSomething(e)).Select(e => e.Entity).ToList())
            await SuspectAsync(db, work, person, ct);
    }

    private static bool TellsSomething(EntityEntry<Person> entry) => entry.State switch
    {
        EntityState.Added => true,
        // What leaves a record because somebody is protected says nothing about who they are.
        EntityState.Modified => entry.Property(p => p.HolderId).IsModified || !entry.Property(p => p.IsLocationProtected).IsModified
            && (entry.ComplexProperty(p => p.Name).IsModified || entry.Property(p => p.BirthDate).IsModified || entry.Property(p => p.Phones).IsModified || entry.ComplexProperty(p => p.Location).IsModified),
        _ => false,
    };

    private static async Task SuspectAsync(AppDb db, Work work, Person person, CancellationToken ct)
    {
        var candidates = await CandidatesAsync(new PersonSearch(db, work), person, ct);
        if (candidates.Count == 0) return;
        var alike = PersonLikeness.Of(person.Details, [.. candidates.Select(c => c.Details)]);
        List<Person> suspects = [.. candidates.Where((_, i) => alike[i].IsSuspect)];
        if (suspects.Count == 0) return;
        await db.WaitToSuspectAsync(suspects.Select(s => (person.Id, s.Id)), ct);
        var asked = await AskedAsync(db, person.Id, ct);
        foreach (var suspect in suspects.Where(s => !asked.Contains(s.Id))) db.SamePersons.Add(SamePerson.Suspect(work.NewId<SamePerson>(), person, suspect, work.Now));
    }

    private static async Task<List<Person>> CandidatesAsync(PersonSearch search, Person person, CancellationToken ct) =>
        [.. (await search.OwnAsync([.. person.Phones.Select(p => p.Number.Digits), person.Name.Written, person.Name.Reading], Most, ct)).Where(p => p.Id != person.Id)];

    // What was asked before is not asked again, whatever was answered; nor what was answered in this very act.
    private static async Task<HashSet<Id<Person>>> AskedAsync(AppDb db, Id<Person> person, CancellationToken ct)
    {
        var before = await db.SamePersons.AsNoTracking().Where(s => s.FirstId == person || s.SecondId == person).Select(s => s.FirstId == person ? s.SecondId : s.FirstId).ToListAsync(ct);
        return [.. before, .. db.SamePersons.Local.Where(s => s.FirstId == person || s.SecondId == person).Select(s => s.OtherOf(person))];
    }
}
