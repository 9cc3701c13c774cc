using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Households;

/// <summary>One member as the viewer may see them; without relation and living together where the names alone are open.</summary>
public sealed record MemberView(
    Id<Person> Person, string Name, string? Birth, string? Relation, LivingTogether? Living, DateOnly? From, DateOnly? Until, bool IsReference, bool Died, string? TakenBackBecause);

/// <summary>
/// A household on a day; whom changes are written for are those who belong to it now, and <c>Ever</c> are all belongings written.
/// The version is for who writes: to others it would tell that somebody did.
/// </summary>
public sealed record HouseholdView(
    Id<Household> Id, int? Version, Id<Organisation> Holder, DateOnly On, IReadOnlyList<MemberView> Members, IReadOnlyList<MemberView> Before, IReadOnlyList<MemberView> Current, IReadOnlyList<MemberView> TakenBack,
    IReadOnlyList<MemberView> Ever, AccessDecision Access, bool MayWrite)
{
    /// <summary>Whether more is told than the names.</summary>
    public bool IsTold => Access.IsTold();
}

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
        if (!may.Value.IsTold()) people = await NamedAsync(household, people, ct);
        foreach (var person in people.Values) work.Saw(Permission.SeeHousehold, person.Root);
        return may.Value.IsTold() ? Whole(household, people, day, may.Value) : Names(household, people, day, may.Value);
    }

    private HouseholdView Whole(Household household, Dictionary<Id<Person>, Person> people, DateOnly day, AccessDecision access)
    {
        var told = household.Told(people);
        var mayWrite = AccessPolicy.Allows(work.Actor, access, Permission.WriteHousehold);
        return new HouseholdView(
            household.Id, mayWrite ? household.Version : null, household.HolderId, day,
            Seen(m => m.HoldsOn(day) && !(people[m.PersonId].BirthDate?.Earliest > day)), Seen(m => m.EverHeld && m.Until is not null && !m.HoldsOn(day)),
            Seen(m => m.Until is null), Seen(m => m.TakenBackBecause is not null),
            Seen(_ => true), access, mayWrite);

        IReadOnlyList<MemberView> Seen(Func<ToldBelonging, bool> which) =>
        [
            .. told.Where(which).OrderBy(m => m.PersonId != household.ReferencePersonId).Select(m => (Member: m, Person: people[m.PersonId]))
                .Select(m => new MemberView(m.Person.Id, m.Person.Name.Display, m.Person.BirthDate?.Format(), m.Member.Relation, m.Member.Living,
                    m.Member.From, m.Member.Until, m.Person.Id == household.ReferencePersonId, m.Person.DiedOn?.Earliest <= day, m.Member.TakenBackBecause)),
        ];
    }

    // Whoever came, left or was taken back since then is no matter of theirs.
    private static HouseholdView Names(Household household, Dictionary<Id<Person>, Person> people, DateOnly day, AccessDecision access)
    {
        IReadOnlyList<MemberView> names =
        [
            .. household.Members.Select(m => m.PersonId).Distinct().Where(people.ContainsKey).Select(p => people[p])
                .Select(p => new MemberView(p.Id, p.Name.Display, p.BirthDate?.Format(), null, null, null, null, false, false, null)),
        ];
        return new(household.Id, null, household.HolderId, day, names, [], names, [], names, access, MayWrite: false);
    }

    /// <summary>Those who were written into it when the names were left to the viewer.</summary>
    private async Task<Dictionary<Id<Person>, Person>> NamedAsync(Household household, Dictionary<Id<Person>, Person> people, CancellationToken ct)
    {
        var subjects = work.Actor.Subjects.ToList();
        var since = await db.Grants.AsNoTracking().Where(g => g.RootId == household.Id.Value && g.RootKind == RootKind.Household && subjects.Contains(g.SubjectId) && g.Until > work.Now).MaxAsync(g => (DateTimeOffset?)g.From, ct);
        var named = household.Members.Where(m => m.WrittenAt <= since).Select(m => m.PersonId).ToHashSet();
        return people.Where(p => named.Contains(p.Key)).ToDictionary();
    }
}
