using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Households;

/// <summary>One member as the viewer may see them.</summary>
public sealed record MemberView(
    Id<Person> Person, string Name, string? Birth, string Relation, LivingTogether Living, DateOnly? From, DateOnly? Until, bool IsReference, bool Died, string? TakenBackBecause);

/// <summary>A household on a day; whom changes are written for are those who belong to it now, and <c>Ever</c> are all belongings written.</summary>
public sealed record HouseholdView(
    Id<Household> Id, int Version, Id<Organisation> Holder, DateOnly On, IReadOnlyList<MemberView> Members, IReadOnlyList<MemberView> Before, IReadOnlyList<MemberView> Current, IReadOnlyList<MemberView> TakenBack,
    IReadOnlyList<MemberView> Ever, AccessDecision Access, bool MayWrite);

/// <summary>
/// 世帯を見る, on any day. Members whose own record the viewer may not see do not appear at all, not even as a number: whoever
/// serves one side of a family learns nothing of the other.
/// </summary>
public sealed class SeeHousehold(AppDb db, Work work)
{
    /// <summary>The household; refused as absent when the viewer may not know of it.</summary>
    public async Task<Outcome<HouseholdView>> RunAsync(Id<Household> id, DateOnly? on, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeeHousehold, RootRef.Of(RootKind.Household, id), ct);
        if (!may.IsDone) return Outcome<HouseholdView>.Carry(may);
        if (await db.Households.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, ct) is not { } household) return new Refusal(RefusalCode.NotFound);
        var ids = household.Members.Select(m => m.PersonId).Distinct().ToList();
        var people = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        foreach (var (granted, decision) in await work.DecideAsync(RootKind.Person, [.. people.Values.Where(p => p.HolderId != work.Actor.Organisation).Select(p => p.Id.Value)], ct))
            if (!decision.Shows(FieldClasses.Identity)) people.Remove(new(granted));
        var day = on ?? work.Today;
        foreach (var person in people.Values) work.Saw(Permission.SeeHousehold, person.Root);
        return new HouseholdView(
            id, household.Version, household.HolderId, day,
            Seen(household.On(day).Where(m => !IsUnborn(m, day))), Seen(household.Members.Where(m => m.Until is not null && !m.HoldsOn(day) && m.From != m.Until)),
            Seen(household.Members.Where(m => m.Until is null)), Seen(household.Members.Where(m => m.TakenBackBecause is not null)),
            Seen(household.Members), may.Value, AccessPolicy.Allows(work.Actor, may.Value, Permission.WriteHousehold));

        IReadOnlyList<MemberView> Seen(IEnumerable<HouseholdMember> members) =>
        [
            .. members.Where(m => people.ContainsKey(m.PersonId)).OrderBy(m => m.PersonId != household.ReferencePersonId).ThenBy(m => m.Number)
                .Select(m => (Member: m, Person: people[m.PersonId]))
                .Select(m => new MemberView(m.Person.Id, m.Person.Name.Display, m.Person.BirthDate?.Format(), m.Member.Relation, LivingOf(m.Member, m.Person),
                    m.Member.From, m.Member.Until, m.Person.Id == household.ReferencePersonId, m.Person.DiedOn?.Earliest <= day, m.Member.TakenBackBecause)),
        ];

        bool IsUnborn(HouseholdMember member, DateOnly on) => people.TryGetValue(member.PersonId, out var person) && person.BirthDate?.Earliest > on;
    }

    // With whom somebody under 支援措置 lives would tell where; it looks like what nobody has asked yet.
    private static LivingTogether LivingOf(HouseholdMember member, Person person) => person.IsLocationProtected ? LivingTogether.Unknown : member.Living;
}
