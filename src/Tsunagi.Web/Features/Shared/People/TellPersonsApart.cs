using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Shared;

/// <summary>別人と確かめた: said while somebody is written down, of records that were offered. It is not asked again.</summary>
public sealed class TellPersonsApart(AppDb db, Work work)
{
    /// <summary>Notes it of those records that the actor may judge; the others are passed over, as if they had not been named.</summary>
    /// <param name="person">Who was meant.</param>
    /// <param name="others">Who was not.</param>
    /// <param name="ct">Gives up.</param>
    public async Task NoteAsync(Person person, IReadOnlyCollection<Id<Person>> others, CancellationToken ct)
    {
        if (others.Count == 0 || person.HolderId != work.Actor.Organisation) return;
        var asked = others.Where(o => o != person.Id).Distinct().ToList();
        // What is just being written is one's own; a person written before may be seen and no more.
        if (db.Entry(person).State != EntityState.Added) asked.Add(person.Id);
        var may = await work.DecideAsync(RootKind.Person, [.. asked.Select(o => o.Value)], ct);
        if (!Judges(person.Id)) return;
        var told = asked.Where(o => o != person.Id && Judges(o)).ToList();
        var holder = person.HolderId;
        await db.WaitToJudgeAsync(holder, ct);
        foreach (var other in await db.Persons.Where(p => told.Contains(p.Id) && p.HolderId == holder).ToListAsync(ct)) await NoteAsync(person, other, ct);

        bool Judges(Id<Person> id) => !may.TryGetValue(id.Value, out var decision) || AccessPolicy.Allows(work.Actor, decision, Permission.JudgeSamePerson);
    }

    private async Task NoteAsync(Person person, Person other, CancellationToken ct)
    {
        var (first, second) = SamePerson.InOrder(person.Id, other.Id);
        var judgement = await db.SamePersons.SingleOrDefaultAsync(s => s.FirstId == first && s.SecondId == second, ct);
        if (judgement is null) db.SamePersons.Add(judgement = SamePerson.Suspect(work.NewId<SamePerson>(), person, other, work.Now));
        // What was merged, by itself or over others, stays merged until somebody takes it back, and says why.
        if (judgement.State == SamePersonState.Suspected && !await db.StandTogetherAsync(person.HolderId, first, second, ct)) judgement.TellApart(null, work.Stamp);
    }
}
