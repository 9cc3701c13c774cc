using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>
/// 引継ぎで記録も移す (docs/adr/0039): who answers for a case answers for the records of its people. The receiver becomes their holder
/// in the transaction that moves the case; the former holder keeps the names, for the records that stay its own, and goes on
/// writing only where it still has work of its own with the person.
/// </summary>
/// <remarks>Loaded past the access filter, as the case itself: accepting is the act that opens them. Exclusions were asked on the case.</remarks>
public sealed class HandoverRecords(AppDb db, Work work)
{
    private const FieldClasses Names = FieldClasses.Existence | FieldClasses.Identity;

    /// <summary>Moves the records of the people of a case whose handover has just been accepted.</summary>
    public async Task CarryAsync(Handover handover, Case @case, string? legalBasis, CancellationToken ct)
    {
        var ids = @case.CurrentPersons.Select(p => p.PersonId).ToList();
        var households = await HouseholdsAsync(handover.FromOrganisationId, ids, ct);
        var kin = await KinAsync(handover.FromOrganisationId, ids, ct);
        var busy = await BusyAsync(handover.FromOrganisationId, @case.Id, [.. ids.Union(households.SelectMany(Now)).Union(kin)], ct);
        ids.AddRange(kin.Except(busy));
        var persons = await db.Persons.IgnoreQueryFilters([AccessFilter.Name]).Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        var carried = persons.Where(handover.Carry).Select(p => p.Id).ToHashSet();
        await CarryMeasuresAsync(handover, carried, ct);
        await CarryJudgementsAsync(handover.ToOrganisationId, carried, ct);
        var roots = persons.Select(p => p.Root).Concat(households.Select(h => h.Root)).Select(r => r.Id).ToList();
        var grants = (await GivenByWork(handover.FromOrganisationId).Where(g => roots.Contains(g.RootId)).ToListAsync(ct)).ToLookup(g => g.RootId);
        foreach (var person in persons)
            Move(handover, person.Root, grants[person.Id.Value], carried.Contains(person.Id), busy.Contains(person.Id), legalBasis);
        foreach (var household in households)
            if (await AllHeldAsync(household, handover.ToOrganisationId, carried, ct))
                Move(handover, household.Root, grants[household.Id.Value], handover.Carry(household), Now(household).Any(busy.Contains), legalBasis);
            else
                work.GrantTo(handover.ToOrganisationId, household.Root, AccessLevel.Read, GrantBasis.Handover).By(handover.Id.Value, legalBasis);
        await OpenConsultationsAsync(handover, @case, legalBasis, ct);
    }

    private void Move(Handover handover, RootRef root, IEnumerable<Grant> before, bool isHeld, bool isBusy, string? legalBasis)
    {
        var given = isHeld ? (Level: AccessLevel.Manage, Fields: FieldClasses.Ordinary) : Had(before);
        if (given.Level > AccessLevel.None)
            work.GrantTo(handover.ToOrganisationId, root, given.Level, GrantBasis.Assignment).Only(given.Fields).By(handover.Id.Value, legalBasis);
        if (isBusy) return;
        foreach (var grant in before) grant.EndAt(work.Now);
        work.GrantTo(handover.FromOrganisationId, root, AccessLevel.Read, GrantBasis.Handover).Only(Names).By(handover.Id.Value, legalBasis);
    }

    // Of a record that another organisation answers for, nobody gives on more than they have.
    private static (AccessLevel Level, FieldClasses Fields) Had(IEnumerable<Grant> grants) =>
        grants.Aggregate((AccessLevel.None, FieldClasses.None), ((AccessLevel Level, FieldClasses Fields) had, Grant grant) => (grant.Level > had.Level ? grant.Level : had.Level, had.Fields | grant.Fields));

    // A consent or a conference that names the sender stands by itself.
    private IQueryable<Grant> GivenByWork(Id<Organisation> organisation) => db.Grants
        .Where(g => g.SubjectId == organisation.Value && g.Until > work.Now && (g.Basis == GrantBasis.Assignment || g.Basis == GrantBasis.Handover));

    /// <summary>Relatives written down for the genogram alone: they belong to no household of the sender's now, and would be understood by nobody without the family.</summary>
    private async Task<List<Id<Person>>> KinAsync(Id<Organisation> holder, List<Id<Person>> persons, CancellationToken ct)
    {
        var reached = await db.ReachedByKinAsync(persons, ct);
        var lodged = db.Households.IgnoreQueryFilters([AccessFilter.Name]).Where(h => h.HolderId == holder).SelectMany(h => h.Members).Where(m => m.Until == null).Select(m => m.PersonId);
        return await db.Persons.IgnoreQueryFilters([AccessFilter.Name])
            .Where(p => p.HolderId == holder && reached.Contains(p.Id) && !persons.Contains(p.Id) && !lodged.Contains(p.Id)).Select(p => p.Id).ToListAsync(ct);
    }

    private static IEnumerable<Id<Person>> Now(Household household) => household.Members.Where(m => m.Until is null).Select(m => m.PersonId);

    private Task<List<Household>> HouseholdsAsync(Id<Organisation> holder, List<Id<Person>> persons, CancellationToken ct) =>
        db.Households.IgnoreQueryFilters([AccessFilter.Name])
            .Where(h => h.HolderId == holder && h.Members.Any(m => m.Until == null && persons.Contains(m.PersonId))).ToListAsync(ct);

    private async Task<bool> AllHeldAsync(Household household, Id<Organisation> holder, HashSet<Id<Person>> carried, CancellationToken ct)
    {
        var others = Now(household).Where(p => !carried.Contains(p)).ToList();
        return others.Count == 0 || !await db.Persons.IgnoreQueryFilters([AccessFilter.Name]).AnyAsync(p => others.Contains(p.Id) && p.HolderId != holder, ct);
    }

    /// <summary>With whom the sender still works: another open case, a consultation not decided, something noticed and not done with.</summary>
    private async Task<HashSet<Id<Person>>> BusyAsync(Id<Organisation> sender, Id<Case> handedOver, List<Id<Person>> persons, CancellationToken ct)
    {
        var inCases = db.Cases.IgnoreQueryFilters([AccessFilter.Name])
            .Where(c => c.OrganisationId == sender && c.Id != handedOver && c.State != CaseState.Closed)
            .SelectMany(c => c.Persons).Where(p => p.LeftAt == null && persons.Contains(p.PersonId)).Select(p => p.PersonId);
        var inConsultations = db.Consultations.IgnoreQueryFilters([AccessFilter.Name])
            .Where(c => c.OrganisationId == sender && c.State == ConsultationState.Received)
            .SelectMany(c => c.Persons).Where(p => p.TakenBackAt == null && persons.Contains(p.PersonId)).Select(p => p.PersonId);
        var inLeads = db.Leads.IgnoreQueryFilters([AccessFilter.Name])
            .Where(l => l.OrganisationId == sender && (l.State == LeadState.New || l.State == LeadState.Watching) && l.PersonId != null && persons.Contains(l.PersonId.Value))
            .Select(l => l.PersonId!.Value);
        return [.. await inCases.Union(inConsultations).Union(inLeads).ToListAsync(ct)];
    }

    /// <summary>支援措置 and 除外の申告 follow the record. Who read for the sender reads no more: the receiver's 係長・課長 name readers of their own.</summary>
    private async Task CarryMeasuresAsync(Handover handover, HashSet<Id<Person>> persons, CancellationToken ct)
    {
        foreach (var measure in await db.ProtectionMeasures.IgnoreQueryFilters([AccessFilter.Name]).Where(m => persons.Contains(m.PersonId)).ToListAsync(ct))
            handover.Carry(measure);
        foreach (var declared in await db.ExclusionDeclarations.IgnoreQueryFilters([AccessFilter.Name]).Where(d => persons.Contains(d.PersonId)).ToListAsync(ct))
            handover.Carry(declared);
        foreach (var reader in await db.ProtectedLocationReaders.IgnoreQueryFilters([AccessFilter.Name])
            .Where(r => persons.Contains(r.PersonId) && r.From <= work.Now && work.Now < r.Until).ToListAsync(ct))
            reader.End(work.Stamp);
    }

    /// <summary>
    /// 同一人物の判断 goes along when both records are with the receiver now. Where only one of them is, it stays behind, and is read by nobody
    /// until they come together again.
    /// </summary>
    private async Task CarryJudgementsAsync(Id<Organisation> receiver, HashSet<Id<Person>> carried, CancellationToken ct)
    {
        var held = db.Persons.IgnoreQueryFilters([AccessFilter.Name]).Where(p => p.HolderId == receiver).Select(p => p.Id);
        foreach (var judgement in await db.SamePersons.IgnoreQueryFilters([AccessFilter.Name])
            .Where(s => s.HolderId != receiver && (carried.Contains(s.FirstId) || carried.Contains(s.SecondId)))
            .Where(s => (carried.Contains(s.FirstId) || held.Contains(s.FirstId)) && (carried.Contains(s.SecondId) || held.Contains(s.SecondId))).ToListAsync(ct))
            ((IHeldRecord)judgement).PassTo(receiver);
    }

    private async Task OpenConsultationsAsync(Handover handover, Case @case, string? legalBasis, CancellationToken ct)
    {
        var consultations = await db.Consultations.IgnoreQueryFilters([AccessFilter.Name]).Where(c => c.CaseId == @case.Id || c.Id == @case.ConsultationId).Select(c => c.Id).ToListAsync(ct);
        var roots = consultations.Select(c => c.Value).ToList();
        foreach (var grant in await GivenByWork(handover.FromOrganisationId).Where(g => g.Basis == GrantBasis.Handover && roots.Contains(g.RootId)).ToListAsync(ct))
            grant.EndAt(work.Now);
        foreach (var consultation in consultations)
            work.GrantTo(handover.ToOrganisationId, RootRef.Of(RootKind.Consultation, consultation), AccessLevel.Read, GrantBasis.Handover).By(handover.Id.Value, legalBasis);
    }
}
