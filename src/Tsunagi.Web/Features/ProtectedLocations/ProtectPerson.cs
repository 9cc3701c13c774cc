using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.ProtectedLocations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.ProtectedLocations;

/// <summary>What stands in the fields of a measure, as typed.</summary>
public sealed class ProtectionInput
{
    public string? Ground { get; set; }
    public string? CertifiedBy { get; set; }
    public string? From { get; set; }
    public string? ReviewOn { get; set; }
    public string? Reason { get; set; }

    /// <summary>Who of the same household is protected by the same act, on the same ground and for the same time.</summary>
    public IReadOnlyList<HouseholdChoice> Household { get; set; } = [];
}

/// <summary>What wards have decided so far: the national guideline's one year, a month for a reader, one night by telephone.</summary>
public static class ProtectionOffice
{
    public static ProtectionRules Rules { get; } = new(ReviewMonths: 12, ReaderDays: 31, TelephoneHours: 12);

    public static RootRef RootOf(Id<Person> person) => RootRef.Of(RootKind.Person, person);

    /// <summary>
    /// May, on a person of whom the viewer may see where they are when they are not protected. Whoever sees no more than the name
    /// learns of no measure.
    /// </summary>
    public static async Task<Outcome<AccessDecision>> MayOnPlaceAsync(this Work work, Permission permission, RootRef person, CancellationToken ct)
    {
        var may = await work.MayAsync(permission, person, ct);
        if (!may.IsDone || may.Value.Shows(FieldClasses.Contact)) return may;
        return Outcome<AccessDecision>.Carry(await work.FinishAsync(Outcome.Refused(RefusalCode.NotFound), permission, person, ct));
    }

    /// <summary>The measure that holds, if one does and the viewer may know of it.</summary>
    public static Task<ProtectionMeasure?> HoldingAsync(this AppDb db, Id<Person> person, CancellationToken ct) =>
        db.ProtectionMeasures.SingleOrDefaultAsync(m => m.PersonId == person && m.State != ProtectionState.Ended, ct);
}

/// <summary>
/// 支援措置を始める: everything that tells where the person is leaves their record for the sealed store, in one transaction – and with
/// it where those of the household are whom the person was asked about, for one of them would tell of the others.
/// </summary>
public sealed class ProtectPerson(AppDb db, Work work, ProtectedLocations locations)
{
    public async Task<Outcome> RunAsync(Id<Person> id, ProtectionInput input, CancellationToken ct)
    {
        var root = ProtectionOffice.RootOf(id);
        // Whoever puts records together just now waits for this, or this for them (ADR 0054).
        List<Id<Person>> asked = [id, .. input.Household.Where(h => h.Included == true).Select(h => h.Person).OfType<Id<Person>>()];
        var merged = await db.MergedAsync(work.Actor.Organisation, asked, ct);
        await work.TakeTurnAsync(asked.SelectMany(merged.Of).Distinct(), ct);
        // After the turns, as a declaration takes them: the other way round each would wait for the other.
        await db.HoldExclusionsAsync(ct);
        var may = await work.MayAsync(Permission.ProtectPerson, root, ct);
        if (!may.IsDone) return may;
        var protect = asked.Union(await MergedAsync(asked, ct)).ToList();
        Dictionary<Id<Person>, WithdrawnLocation> withdrawn = [];
        List<Refusal> refusals = [];
        foreach (var person in await db.Persons.Include(p => p.SupportTies).Where(p => protect.Contains(p.Id)).ToListAsync(ct))
        {
            var begun = person.HolderId == work.Actor.Organisation ? Begin(person, input) : new Refusal(RefusalCode.OtherHolder);
            if (begun.IsDone) withdrawn[person.Id] = begun.Value;
            refusals.AddRange(begun.Refusals.Except(refusals));
        }
        refusals.AddRange(await HouseholdRefusalsAsync(id, input.Household, ct));
        if (refusals.Count == 0) await WithholdFromHandoffsAsync(withdrawn.Keys, ct);
        var outcome = await work.FinishAsync(Outcome.From(refusals), Permission.ProtectPerson, root, ct);
        if (!outcome.IsDone) return outcome;
        foreach (var (person, location) in withdrawn)
        {
            await locations.StoreAsync(person, ProtectedPlace.Of(location), Permission.ProtectPerson, ct);
            await WithdrawContactAsync(person, work.Actor.Organisation, [.. location.Phones.Select(p => p.Number.Digits)], ct);
        }
        return outcome;
    }

    // まとめた記録: another record of the same person would tell where they are. Protected is what the actor may protect; the 係長・課長 is told of the rest.
    private async Task<List<Id<Person>>> MergedAsync(List<Id<Person>> persons, CancellationToken ct)
    {
        var (holder, merged) = (work.Actor.Organisation, await db.MergedAsync(work.Actor.Organisation, persons, ct));
        var others = persons.SelectMany(merged.Of).Except(persons).ToList();
        var unprotected = await db.Persons.AsNoTracking().Where(p => others.Contains(p.Id) && p.HolderId == holder && !p.IsLocationProtected).Select(p => p.Id).ToListAsync(ct);
        List<Id<Person>> protect = [];
        foreach (var other in unprotected)
            if ((await work.MayAsync(Permission.ProtectPerson, ProtectionOffice.RootOf(other), ct)).IsDone) protect.Add(other);
        return protect;
    }

    // Whoever sent them: what lies unopened in a つなぎ about the person must not open any more.
    private async Task WithholdFromHandoffsAsync(IReadOnlyCollection<Id<Person>> persons, CancellationToken ct)
    {
        var cases = db.Cases.IgnoreQueryFilters([AccessFilter.Name]).Where(c => c.Persons.Any(p => persons.Contains(p.PersonId))).Select(c => c.Id);
        var consultations = db.Consultations.IgnoreQueryFilters([AccessFilter.Name]).Where(c => c.Persons.Any(p => persons.Contains(p.PersonId))).Select(c => c.Id);
        foreach (var handoff in await db.Handoffs.IgnoreQueryFilters([AccessFilter.Name])
            .Where(h => h.SourceCaseId != null && cases.Contains(h.SourceCaseId.Value) || h.SourceConsultationId != null && consultations.Contains(h.SourceConsultationId.Value)).ToListAsync(ct))
            handoff.WithholdPlaces();
    }

    // Each of them is answered for – who was left out as well as who was sent – and is protected by who may protect them alone as well.
    private async Task<List<Refusal>> HouseholdRefusalsAsync(Id<Person> id, IReadOnlyList<HouseholdChoice> choices, CancellationToken ct)
    {
        var household = await db.HouseholdOfAsync(id, work.Actor.Organisation, work.Today, ct);
        List<Refusal> refusals = [];
        for (var i = 0; i < choices.Count; i++)
        {
            var field = $"{nameof(ProtectionInput.Household)}[{i}].";
            if (choices[i].Person is not { } member || household.All(h => h.Person != member))
                refusals.Add(new(RefusalCode.UnknownCode, field + nameof(HouseholdChoice.Person)));
            else if (choices[i].Included is not { } included)
                refusals.Add(new(RefusalCode.Required, field + nameof(HouseholdChoice.Included)));
            else if (included && !(await work.MayAsync(Permission.ProtectPerson, ProtectionOffice.RootOf(member), ct)).IsDone)
                refusals.Add(new(RefusalCode.UnknownCode, field + nameof(HouseholdChoice.Person)));
        }
        refusals.AddRange(household.Where(h => choices.All(c => c.Person != h.Person))
            .Select(h => new Refusal(RefusalCode.Required, $"{nameof(ProtectionInput.Household)}[{h.Person}].{nameof(HouseholdChoice.Included)}")));
        return refusals;
    }

    // Who called about themselves gave the same number as the caller's: it leaves their consultations too, what was corrected there, and
    // the desk's telephone memos. It is in the sealed store already.
    private async Task WithdrawContactAsync(Id<Person> person, Id<Organisation> desk, string[] digits, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"""
            update consultation_correction r set old_value = null, new_value = null, is_withheld = true
            where r.field = 'VisitorContact'
              and (regexp_replace(normalize(r.old_value, NFKC), '[^0-9]', '', 'g') = any ({digits}) or regexp_replace(normalize(r.new_value, NFKC), '[^0-9]', '', 'g') = any ({digits}))
              and exists (select 1 from consultation_person n where n.consultation_id = r.consultation_id and n.person_id = {person.Value})
            """, ct);
        await db.Database.ExecuteSqlAsync($"""
            update consultation c set visitor_contact = null, version = version + 1
            where regexp_replace(normalize(c.visitor_contact, NFKC), '[^0-9]', '', 'g') = any ({digits})
              and exists (select 1 from consultation_person n where n.consultation_id = c.id and n.person_id = {person.Value})
            """, ct);
        await db.Database.ExecuteSqlAsync($"""
            update phone_memo m set phone = null, version = version + 1
            where m.organisation_id = {desk.Value} and regexp_replace(normalize(m.phone, NFKC), '[^0-9]', '', 'g') = any ({digits})
            """, ct);
    }

    /// <summary>更新する.</summary>
    public async Task<Outcome> RenewAsync(Id<Person> id, ProtectionInput input, CancellationToken ct)
    {
        var root = ProtectionOffice.RootOf(id);
        var may = await work.MayAsync(Permission.ProtectPerson, root, ct);
        if (!may.IsDone) return may;
        var typed = new TypedInput();
        var reviewOn = typed.Date(nameof(input.ReviewOn), input.ReviewOn);
        var outcome = typed.Refusals.Count > 0 ? Outcome.Refused(typed.Refusals)
            : await db.HoldingAsync(id, ct) is not { } measure ? Outcome.Refused(RefusalCode.WrongState)
            : measure.HolderId != work.Actor.Organisation ? Outcome.Refused(RefusalCode.OtherHolder)
            : measure.Renew(reviewOn, ProtectionOffice.Rules, work.Today);
        return await work.FinishAsync(outcome, Permission.ProtectPerson, root, ct);
    }

    private Outcome<WithdrawnLocation> Begin(Person person, ProtectionInput input)
    {
        var typed = new TypedInput();
        var terms = new ProtectionTerms(input.Ground, input.CertifiedBy,
            typed.Date(nameof(input.From), input.From), typed.Date(nameof(input.ReviewOn), input.ReviewOn));
        if (typed.Refusals.Count > 0) return Outcome<WithdrawnLocation>.Carry(Outcome.Refused(typed.Refusals));
        var measure = ProtectionMeasure.Begin(work.NewId<ProtectionMeasure>(), person.Id, terms, ProtectionOffice.Rules, work.Today, work.Stamp);
        if (!measure.IsDone) return Outcome<WithdrawnLocation>.Carry(measure);
        var withdrawn = person.ProtectLocation(work.Stamp);
        if (withdrawn.IsDone) db.ProtectionMeasures.Add(measure.Value);
        return withdrawn;
    }
}

/// <summary>支援措置を終える: one person asks, another decides; nothing comes back into the record by itself.</summary>
public sealed class EndProtection(AppDb db, Work work)
{
    /// <summary>終了を申し出る.</summary>
    public async Task<Outcome> ProposeAsync(Id<Person> id, string? reason, CancellationToken ct)
    {
        var root = ProtectionOffice.RootOf(id);
        var may = await work.MayAsync(Permission.ProtectPerson, root, ct);
        if (!may.IsDone) return may;
        var outcome = await db.HoldingAsync(id, ct) is not { } measure ? Outcome.Refused(RefusalCode.WrongState)
            : measure.HolderId != work.Actor.Organisation ? Outcome.Refused(RefusalCode.OtherHolder)
            : measure.ProposeEnd(reason, work.Stamp);
        return await work.FinishAsync(outcome, Permission.ProtectPerson, root, ct, reason: TypedText.Field(reason));
    }

    /// <summary>終了を認める・認めない.</summary>
    public async Task<Outcome> DecideAsync(Id<Person> id, bool confirmed, string? reason, CancellationToken ct)
    {
        var root = ProtectionOffice.RootOf(id);
        await work.TakeTurnAsync(id, ct);
        var may = await work.MayAsync(Permission.ManageProtection, root, ct);
        if (!may.IsDone) return may;
        return await work.FinishAsync(await DecidedAsync(id, confirmed, reason, ct), Permission.ManageProtection, root, ct, reason: TypedText.Field(reason));
    }

    private async Task<Outcome> DecidedAsync(Id<Person> id, bool confirmed, string? reason, CancellationToken ct)
    {
        if (await db.HoldingAsync(id, ct) is not { } measure) return Outcome.Refused(RefusalCode.WrongState);
        if (measure.HolderId != work.Actor.Organisation) return Outcome.Refused(RefusalCode.OtherHolder);
        var decided = measure.DecideEnd(confirmed, reason, work.Stamp);
        if (!decided.IsDone || !confirmed) return decided;
        foreach (var reader in await db.ProtectedLocationReaders.Where(r => r.PersonId == id && r.From <= work.Now && work.Now < r.Until).ToListAsync(ct))
            reader.End(work.Stamp);
        var person = await db.Persons.SingleAsync(p => p.Id == id, ct);
        return person.LiftLocationProtection(work.Actor.Account, work.Stamp with { Account = measure.EndProposedBy!.Value });
    }
}
