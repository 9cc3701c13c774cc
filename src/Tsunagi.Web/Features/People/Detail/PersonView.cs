using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Households;

namespace Tsunagi.Web.Features.People;

/// <summary>One contact in a person's history.</summary>
public sealed record PersonContact(Id<Consultation> Id, DateTimeOffset At, ConsultationState State, string? WorstTopic, Id<Organisation> Organisation, ConcernedAs As);

/// <summary>A household somebody belongs to now.</summary>
public sealed record PersonHousehold(Id<Household> Id, string Relation, LivingTogether Living);

/// <summary>A case somebody is in now, that the viewer may see.</summary>
public sealed record PersonCase(Id<Case> Id, string Number, CaseState State, Id<Organisation> Organisation);

/// <summary>Somebody who is something to a person.</summary>
public sealed record PersonKin(Id<Person> Id, string Name, string? Gender, KinRole Role, string? EndedOn);

/// <summary>A person as the viewer may see them: what their basis does not open is not here.</summary>
public sealed record PersonView(
    Id<Person> Id, int? Version, Id<Organisation> Holder, PersonDetails Details, bool IsLocationProtected, PartialDate? DiedOn,
    IReadOnlyList<Correction> Corrections, IReadOnlyList<PersonHousehold> Households, IReadOnlyList<PersonKin> Kin, IReadOnlyList<PersonContact> Contacts, IReadOnlyList<PersonCase> Cases,
    AccessDecision Access, bool MayWrite);

/// <summary>人の記録を見る, with the household and the history that the viewer may see.</summary>
public sealed class SeePerson(AppDb db, Work work)
{
    private const int MostContacts = 100, MostCases = 100;

    /// <summary>The person; refused as absent when the viewer may not know of them.</summary>
    public async Task<Outcome<PersonView>> RunAsync(Id<Person> id, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeePerson, RootRef.Of(RootKind.Person, id), ct);
        if (!may.IsDone) return Outcome<PersonView>.Carry(may);
        if (await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } person) return new Refusal(RefusalCode.NotFound);
        var households = await work.ToldAsync(db.Households.AsNoTracking().Where(h => h.Members.Any(m => m.PersonId == id && m.Until == null)), ct);
        var contacts = await db.Set<ConsultationPerson>().AsNoTracking().Where(c => c.PersonId == id && c.TakenBackAt == null)
            .Join(db.Consultations, c => c.ConsultationId, c => c.Id, (named, c) => new { c.Id, c.At, c.State, c.WorstTopic, c.OrganisationId, named.As })
            .OrderByDescending(c => c.At).Take(MostContacts).ToListAsync(ct);
        var access = may.Value;
        var mayWrite = AccessPolicy.Allows(work.Actor, access, Permission.WritePerson);
        return new PersonView(
            // The version is for who corrects the record: to others it would tell that somebody did.
            id, mayWrite ? person.Version : null, person.HolderId, Seen(person.Details, access), person.IsLocationProtected && access.Shows(FieldClasses.Contact), person.DiedOn,
            access.Shows(FieldClasses.Narrative | FieldClasses.Contact) ? person.Corrections : [],
            [.. households.Select(h => (h.Id, Member: h.Told(new Dictionary<Id<Person>, Person> { [id] = person }).Last(m => m.Until is null))).Select(h => new PersonHousehold(h.Id, h.Member.Relation, h.Member.Living))],
            access.Shows(FieldClasses.Narrative) ? await KinAsync(id, ct) : [],
            [.. contacts.Select(c => new PersonContact(c.Id, c.At, c.State, c.WorstTopic, c.OrganisationId, c.As))],
            await CasesAsync(id, ct), access, mayWrite);
    }

    private async Task<IReadOnlyList<PersonCase>> CasesAsync(Id<Person> id, CancellationToken ct)
    {
        var found = await db.Cases.AsNoTracking().Where(c => c.Persons.Any(p => p.PersonId == id && p.LeftAt == null))
            .OrderByDescending(c => c.Id).Take(MostCases).Select(c => new { c.Id, c.FiscalYear, c.Sequence, c.State, c.OrganisationId }).ToListAsync(ct);
        if (found.Count > 0) work.Saw(Permission.ListCases, RootRef.System);
        return [.. found.Select(c => new PersonCase(c.Id, new CaseNumber(c.FiscalYear, c.Sequence).ToString(), c.State, c.OrganisationId))];
    }

    // Both ends must be seen: whom the viewer may not see is nothing to anybody here.
    private async Task<IReadOnlyList<PersonKin>> KinAsync(Id<Person> id, CancellationToken ct)
    {
        var ties = await db.KinTies.AsNoTracking().Where(t => (t.PersonId == id || t.OtherId == id) && t.TakenBackBecause == null).OrderBy(t => t.WrittenAt).ToListAsync(ct);
        if (ties.Count == 0) return [];
        var ids = ties.ConvertAll(t => t.OtherThan(id));
        var others = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        foreach (var (other, decision) in await work.DecideAsync(RootKind.Person, [.. others.Keys.Select(p => p.Value)], ct))
        {
            if (!decision.Shows(FieldClasses.Identity)) others.Remove(new(other));
            else work.Saw(Permission.SeePerson, RootRef.Of(RootKind.Person, new Id<Person>(other)));
        }
        return [.. ties.Where(t => others.ContainsKey(t.OtherThan(id))).Select(t => (Tie: t, Other: others[t.OtherThan(id)]))
            .Select(t => new PersonKin(t.Other.Id, t.Other.Name.Display, t.Other.Gender, t.Tie.RoleSeenFrom(id), t.Tie.EndedOn?.Format()))];
    }

    private static PersonDetails Seen(PersonDetails details, AccessDecision access)
    {
        if (!access.Shows(FieldClasses.Identity)) details = new(PersonName.Unknown, details.Source) { Location = details.Location, Phones = details.Phones, Notes = details.Notes };
        if (!access.Shows(FieldClasses.Contact)) details = details with { Location = PersonLocation.Unknown, Phones = [] };
        if (!access.Shows(FieldClasses.Narrative)) details = details with { Notes = null };
        return details;
    }
}
