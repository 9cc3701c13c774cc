using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Diagrams.Ecomaps;
using Tsunagi.Diagrams.Genograms;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using DeceasedMark = Tsunagi.Domain.Profiles.DeceasedMark;

namespace Tsunagi.Web.Features.Households;

/// <summary>Somebody of the family, member or not.</summary>
public sealed record Relative(Id<Person> Person, string Name, string? Gender, string? Birth, bool MayWrite);

/// <summary>A relation that never was so: it is drawn nowhere, and stays readable with the reason.</summary>
public sealed record KinTakenBack(string Person, string Other, string? OtherGender, KinRole Role, string Because);

/// <summary>A household somebody of the family is in besides this one.</summary>
public sealed record OtherHousehold(Id<Household> Id, Id<Person> Person);

/// <summary>The family of a household on a day: both pictures, and what they are drawn from.</summary>
/// <param name="Household">The household.</param>
/// <param name="Family">Everybody in the pictures.</param>
/// <param name="Kin">Relations that stand, past ones too.</param>
/// <param name="KinTakenBack">Relations that never were so.</param>
/// <param name="Ties">Ties, past ones and those taken back too.</param>
/// <param name="Elsewhere">Other households of theirs.</param>
/// <param name="Changes">The days on which something changed, the first first.</param>
/// <param name="Genogram">Null when nobody was there on the day.</param>
/// <param name="Ecomap">Who and what was around them.</param>
public sealed record FamilyView(
    HouseholdView Household, IReadOnlyList<Relative> Family, IReadOnlyList<KinTie> Kin, IReadOnlyList<KinTakenBack> KinTakenBack, IReadOnlyList<SupportTie> Ties, IReadOnlyList<OtherHousehold> Elsewhere,
    IReadOnlyList<DateOnly> Changes, Genogram? Genogram, Ecomap Ecomap);

/// <summary>
/// ジェノグラム・エコマップを見る, on any day. Both are drawn for the one who looks: whom they may not see is not passed through either,
/// so that nobody stands there unconnected and tells of a person in between.
/// </summary>
public sealed class SeeFamily(SeeHousehold see, AppDb db, Work work, CurrentWard ward)
{
    /// <summary>The family; refused as absent when the viewer may not know of the household.</summary>
    public async Task<Outcome<FamilyView>> RunAsync(Id<Household> id, DateOnly? on, CancellationToken ct)
    {
        var seen = await see.RunAsync(id, on, ct);
        if (!seen.IsDone) return Outcome<FamilyView>.Carry(seen);
        var household = seen.Value;
        List<Id<Person>> everMembers = [.. household.Ever.Select(m => m.Person).Distinct()];
        var (people, access) = await PeopleAsync(await db.ReachedByKinAsync(everMembers, ct), ct);
        // Who is shown no more than names is not told what became of a family they handed over.
        var ids = people.Keys.ToList();
        var all = await db.KinTies.AsNoTracking().Where(t => ids.Contains(t.PersonId) && ids.Contains(t.OtherId) && t.TakenBackBecause == null).OrderBy(t => t.WrittenAt).ThenBy(t => t.Id).ToListAsync(ct);
        all.RemoveAll(t => !access[t.PersonId.Value].Shows(FieldClasses.Narrative) && !access[t.OtherId.Value].Shows(FieldClasses.Narrative));
        var reached = new Kin(all).Reached(everMembers, people.Keys.ToHashSet());
        foreach (var unreached in ids.Where(p => !reached.Contains(p))) people.Remove(unreached);
        foreach (var person in people.Values) work.Saw(Permission.SeeHousehold, person.Root);
        List<KinTie> kin = [.. all.Where(t => people.ContainsKey(t.PersonId) && people.ContainsKey(t.OtherId))];
        var takenBack = await TakenBackAsync(people, ct);
        var ties = await TiesAsync([.. everMembers.Where(p => people.ContainsKey(p) && access[p.Value].Shows(FieldClasses.Contact))], ct);
        ids = [.. people.Keys];
        var households = await work.ToldAsync(db.Households.AsNoTracking().Where(h => h.Members.Any(m => ids.Contains(m.PersonId))), ct);
        return View(household, people, access, kin, takenBack, ties, households);
    }

    private FamilyView View(
        HouseholdView household, Dictionary<Id<Person>, Person> people, IReadOnlyDictionary<Guid, AccessDecision> access, List<KinTie> kin,
        IReadOnlyList<KinTakenBack> takenBack, List<SupportTie> ties, IReadOnlyList<Household> households)
    {
        var index = household.Ever.FirstOrDefault(m => m.IsReference)?.Person ?? default;
        var family = new FamilyDrawn(people.Values, kin, households, index, household.On).Make();
        var options = new GenogramOptions { Day = household.On, Deceased = Deceased(work.Today), Years = Diagrams.Years.Era };
        var changes = Changes(people.Values, kin, ties, household);
        var network = NetworkDrawn.Make(household.Id, household.Members, ties, kin, people);
        // Whatever is around them on any of the days keeps its place on all of them.
        var places = changes.SelectMany(day => NetworkDrawn.Make(household.Id, MembersOn(household, day), ties, kin, people).Nodes).DistinctBy(n => n.Id);
        return new(
            household,
            [.. people.Values.OrderBy(p => p.BirthDate?.Earliest ?? DateOnly.MaxValue).ThenBy(p => p.Id.Value)
                .Select(p => new Relative(p.Id, p.Name.Display, p.Gender, p.BirthDate?.Format(), AccessPolicy.Allows(work.Actor, access[p.Id.Value], Permission.WritePerson)))],
            kin, takenBack, ties, [.. households.Where(h => h.Id != household.Id).SelectMany(h => h.On(work.Today).Where(m => people.ContainsKey(m.PersonId)).Select(m => new OtherHousehold(h.Id, m.PersonId)))],
            changes,
            family.At(household.On).Persons.Count == 0 ? null : Genogram.Draw(family, options),
            Ecomap.Draw(network, new() { Day = household.On, Years = Diagrams.Years.Era, Places = [.. places] }));
    }

    private static List<MemberView> MembersOn(HouseholdView household, DateOnly day) =>
        [.. household.Ever.Where(m => m.TakenBackBecause is null && !(m.From > day) && !(m.Until <= day)).DistinctBy(m => m.Person)];

    private async Task<(Dictionary<Id<Person>, Person> People, IReadOnlyDictionary<Guid, AccessDecision> Access)> PeopleAsync(IReadOnlyList<Id<Person>> ids, CancellationToken ct)
    {
        var people = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var access = await work.DecideAsync(RootKind.Person, [.. people.Values.Select(p => p.Id.Value)], ct);
        foreach (var (granted, decision) in access)
            if (!decision.Shows(FieldClasses.Identity)) people.Remove(new(granted));
        return (people, access);
    }

    private async Task<IReadOnlyList<KinTakenBack>> TakenBackAsync(Dictionary<Id<Person>, Person> people, CancellationToken ct)
    {
        var ids = people.Keys.ToList();
        var ties = await db.KinTies.AsNoTracking().Where(t => ids.Contains(t.PersonId) && t.TakenBackBecause != null).OrderByDescending(t => t.WrittenAt).ToListAsync(ct);
        if (ties.Count == 0) return [];
        var (others, _) = await PeopleAsync([.. ties.Select(t => t.OtherId)], ct);
        foreach (var other in others.Values) work.Saw(Permission.SeeHousehold, other.Root);
        return [.. ties.Where(t => others.ContainsKey(t.OtherId)).Select(t => new KinTakenBack(people[t.PersonId].Name.Display, others[t.OtherId].Name.Display, others[t.OtherId].Gender, t.Role, t.TakenBackBecause!))];
    }

    private async Task<List<SupportTie>> TiesAsync(List<Id<Person>> members, CancellationToken ct) =>
        await db.SupportTies.AsNoTracking().Where(t => members.Contains(t.PersonId) && !t.IsWithheld).OrderBy(t => t.PersonId).ThenBy(t => t.Number).ToListAsync(ct);

    private Diagrams.Genograms.DeceasedMark Deceased(DateOnly day) => ward.Profile.RulesAsOf(day).DeceasedMark switch
    {
        DeceasedMark.Cross => Diagrams.Genograms.DeceasedMark.Cross,
        DeceasedMark.Filled => Diagrams.Genograms.DeceasedMark.Filled,
    };

    private List<DateOnly> Changes(IEnumerable<Person> people, List<KinTie> kin, List<SupportTie> ties, HouseholdView household) =>
    [
        .. people.SelectMany(p => new[] { p.BirthDate?.Earliest, p.DiedOn?.Earliest })
            .Concat(kin.SelectMany(t => new[] { t.Since?.Earliest, t.SeparatedOn?.Earliest, t.EndedOn?.Earliest }))
            .Concat(ties.Where(t => t.Stands).SelectMany(t => new[] { t.From, t.Until }))
            .Concat(household.Ever.Where(m => m.TakenBackBecause is null).SelectMany(m => new[] { m.From, m.Until }))
            .OfType<DateOnly>().Append(work.Today).Where(d => d <= work.Today).Distinct().Order(),
    ];
}
