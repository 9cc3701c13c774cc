using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Households;

/// <summary>世帯を分ける, as typed.</summary>
public sealed class PartInput
{
    /// <summary>From whom the relations of the new household are told.</summary>
    public Id<Person>? Reference { get; set; }

    /// <summary>Who goes with them.</summary>
    public List<Id<Person>> Leavers { get; set; } = [];

    /// <summary>続柄 to the new reference person, by the id of who goes.</summary>
    public Dictionary<Guid, string?> Relations { get; set; } = [];
    public string? On { get; set; }
}

/// <summary>転居した, as typed.</summary>
public sealed class MoveInput
{
    public List<Id<Person>> Movers { get; set; } = [];
    public string? Address { get; set; }
    public string? On { get; set; }
}

/// <summary>世帯を分ける・転居する: what happens to several members at once is written once.</summary>
public sealed class PartHousehold(AppDb db, Work work)
{
    /// <summary>Some members leave together and are a household of their own; yields its id.</summary>
    public async Task<Outcome<Id<Household>>> PartAsync(Id<Household> id, PartInput input, SeenVersion seen, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Household, id);
        var may = await work.MayAsync(Permission.WriteHousehold, root, ct);
        if (!may.IsDone) return Outcome<Id<Household>>.Carry(may);
        var household = await db.Households.SingleAsync(h => h.Id == id, ct);
        var parted = seen.IsStaleAt(household.Version) ? new Refusal(RefusalCode.Stale) : await PartAsync(household, input, ct);
        if (parted.IsDone)
        {
            db.Households.Add(parted.Value);
            work.GrantTo(work.Actor.Organisation, parted.Value.Root, AccessLevel.Manage, GrantBasis.Assignment);
        }
        var outcome = await work.FinishAsync(parted, Permission.WriteHousehold, root, ct);
        return outcome.IsDone ? parted.Value.Id : Outcome<Id<Household>>.Carry(outcome);
    }

    private async Task<Outcome<Household>> PartAsync(Household household, PartInput input, CancellationToken ct)
    {
        var typed = new TypedInput();
        var on = typed.Date(nameof(input.On), input.On, required: true);
        if (input.Reference is not { } first) typed.Refuse(RefusalCode.Required, nameof(input.Reference));
        if (typed.Refusals.Count > 0) return Outcome<Household>.Carry(typed.Outcome);
        List<Id<Person>> going = [input.Reference!.Value, .. input.Leavers.Where(l => l != input.Reference).Distinct()];
        var people = await db.Persons.Where(p => going.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        if (going.Find(g => !people.ContainsKey(g)) is { IsNone: false }) return new Refusal(RefusalCode.NotMember, nameof(input.Leavers));
        return household.PartOff(work.NewId<Household>(),
            [.. going.Select(g => new Leaver(people[g], TypedText.Field(input.Relations.GetValueOrDefault(g.Value)) ?? ""))], on!.Value, work.Today, work.Stamp);
    }

    /// <summary>
    /// Those who moved have a new address; those who lived with them and did not move live apart from that day on. Of whoever is
    /// under 支援措置 nothing is written.
    /// </summary>
    public async Task<Outcome> MoveAsync(Id<Household> id, MoveInput input, SeenVersion seen, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Household, id);
        var may = await work.MayAsync(Permission.WriteHousehold, root, ct);
        if (!may.IsDone) return may;
        var household = await db.Households.SingleAsync(h => h.Id == id, ct);
        var outcome = seen.IsStaleAt(household.Version) ? Outcome.Refused(RefusalCode.Stale) : await MoveAsync(household, input, ct);
        return await work.FinishAsync(outcome, Permission.WriteHousehold, root, ct);
    }

    private async Task<Outcome> MoveAsync(Household household, MoveInput input, CancellationToken ct)
    {
        var typed = new TypedInput();
        var on = typed.Date(nameof(input.On), input.On, required: true);
        var address = typed.Needed(nameof(input.Address), input.Address);
        if (input.Movers.Count == 0) typed.Refuse(RefusalCode.Required, nameof(input.Movers));
        if (on > work.Today) typed.Refuse(RefusalCode.DateInFuture, nameof(input.On));
        if (typed.Refusals.Count > 0) return typed.Outcome;
        var current = household.Members.Where(m => m.Until is null).ToList();
        if (!input.Movers.TrueForAll(m => current.Exists(c => c.PersonId == m))) return Outcome.Refused(RefusalCode.NotMember, nameof(input.Movers));
        var seen = current.ConvertAll(m => m.PersonId);
        var people = await db.Persons.Where(p => seen.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var movers = people.Values.Where(p => input.Movers.Contains(p.Id)).ToList();
        if (movers.Exists(p => p.HolderId != work.Actor.Organisation)) return Outcome.Refused(RefusalCode.OtherHolder, nameof(input.Movers));
        List<Refusal> refusals = [.. movers.SelectMany(p => Move(p, address, on!.Value).Refusals)];
        refusals.AddRange(household.StayBehind(input.Movers, people, on!.Value, work.Today, work.Stamp).Refusals);
        return Outcome.From([.. refusals.Distinct().Select(r => r.Field == nameof(Belonging.From) ? r with { Field = nameof(input.On) } : r)]);
    }

    private Outcome Move(Person person, string address, DateOnly on)
    {
        var moved = person.Correct(person.Details with { Location = person.Location with { Kind = AddressKind.Known, Address = address } }, $"転居（{JapaneseDate.Format(on)}）", work.Today, work.Stamp);
        // Whose address was corrected before has moved all the same.
        return moved.Refusals is [{ Code: RefusalCode.NothingChanged }] ? Outcome.Done : moved;
    }
}
