using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Households;

/// <summary>What stands in the fields of a household's forms, as typed.</summary>
public sealed class MemberChange
{
    /// <summary>Somebody already written down; a new person is written when null.</summary>
    public Id<Person>? PersonId { get; set; }
    public string? Name { get; set; }
    public string? Kana { get; set; }
    public string? Birth { get; set; }
    public string? Relation { get; set; }
    public string? Living { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }

    /// <summary>Why somebody never belonged here.</summary>
    public string? Reason { get; set; }
}

/// <summary>続柄の基準を変える: the new reference person, and everybody else's relation to them.</summary>
public sealed class ReferenceChange
{
    public Id<Person>? PersonId { get; set; }
    public string? From { get; set; }

    /// <summary>By the id of the member; the new reference person needs none.</summary>
    public Dictionary<Guid, string?>? Relations { get; set; }
}

/// <summary>世帯を書く: forms a household, and lets people join, change and leave. What held before stays on record.</summary>
public sealed class ChangeHousehold(AppDb db, Work work)
{
    /// <summary>Forms a household around a person of one's own desk.</summary>
    public async Task<Outcome<Id<Household>>> FormAsync(Id<Person> person, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Person, person);
        var may = await work.MayAsync(Permission.WritePerson, root, ct);
        if (!may.IsDone) return Outcome<Id<Household>>.Carry(may);
        var formed = db.FormHousehold(work, await db.Persons.SingleAsync(p => p.Id == person, ct));
        var outcome = await work.FinishAsync(formed, Permission.WriteHousehold, formed.IsDone ? formed.Value.Root : root, ct);
        return outcome.IsDone ? formed.Value.Id : Outcome<Id<Household>>.Carry(outcome);
    }

    /// <summary>Somebody joins: a person already written down, or a new one.</summary>
    public Task<Outcome> JoinAsync(Id<Household> id, MemberChange input, SeenVersion seen, CancellationToken ct) => ChangeAsync(id, seen, async household =>
    {
        var typed = new TypedInput();
        var belonging = Belonging(input, typed);
        var birth = typed.PartialDate(nameof(input.Birth), input.Birth, work.Today);
        if (typed.Refusals.Count > 0) return Outcome.Refused(typed.Refusals);
        if (input.PersonId is { } known)
        {
            return await db.Persons.SingleOrDefaultAsync(p => p.Id == known, ct) is { } person
                ? household.Join(person, belonging, work.Today, work.Stamp)
                : Outcome.Refused(RefusalCode.UnknownCode, nameof(input.PersonId));
        }
        var outOf = await db.Persons.Where(p => p.Id == household.ReferencePersonId).Select(p => p.WrittenOutOf).SingleOrDefaultAsync(ct);
        var written = db.WritePerson(work, new(PersonName.FromLine(input.Name, input.Kana), PersonSource.Family) { BirthDate = birth }, outOf);
        if (!written.IsDone) return Outcome.Refused([.. written.Refusals.Select(Rename)]);
        return household.Join(written.Value, belonging, work.Today, work.Stamp);
    }, ct);

    /// <summary>The relation or the living together changes from a day on.</summary>
    public Task<Outcome> ChangeMemberAsync(Id<Household> id, MemberChange input, SeenVersion seen, CancellationToken ct) => ChangeAsync(id, seen, household =>
    {
        var typed = new TypedInput();
        var belonging = Belonging(input, typed);
        return Task.FromResult(typed.Refusals.Count > 0 ? Outcome.Refused(typed.Refusals)
            : household.Change(input.PersonId ?? default, belonging, work.Today, work.Stamp));
    }, ct);

    /// <summary>Somebody leaves.</summary>
    public Task<Outcome> LeaveAsync(Id<Household> id, MemberChange input, SeenVersion seen, CancellationToken ct) => ChangeAsync(id, seen, household =>
    {
        var typed = new TypedInput();
        var until = typed.Date(nameof(input.Until), input.Until, required: true);
        return Task.FromResult(until is null ? Outcome.Refused(typed.Refusals)
            : household.Leave(input.PersonId ?? default, until.Value, work.Today, work.Stamp));
    }, ct);

    /// <summary>Somebody was put in by mistake.</summary>
    public Task<Outcome> TakeBackAsync(Id<Household> id, Id<Person> person, string? reason, SeenVersion seen, CancellationToken ct) =>
        ChangeAsync(id, seen, household => Task.FromResult(household.TakeBack(person, reason)), ct, TypedText.Field(reason));

    /// <summary>Relations are told from another member from a day on. A member the actor may not see stays, with a relation nobody told.</summary>
    public Task<Outcome> NameReferenceAsync(Id<Household> id, ReferenceChange input, SeenVersion seen, CancellationToken ct) => ChangeAsync(id, seen, async household =>
    {
        var typed = new TypedInput();
        var from = typed.Date(nameof(input.From), input.From, required: true);
        if (from is null) return Outcome.Refused(typed.Refusals);
        var members = household.Members.Where(m => m.Until is null).Select(m => m.PersonId).Distinct().ToList();
        var seen = await db.Persons.Where(p => members.Contains(p.Id)).Select(p => p.Id).ToListAsync(ct);
        var relations = members.ToDictionary(m => m, m => seen.Contains(m) ? TypedText.Field(input.Relations?.GetValueOrDefault(m.Value)) ?? "" : HouseholdMember.UnknownRelation);
        return household.NameReference(input.PersonId ?? default, relations, from.Value, work.Today, work.Stamp);
    }, ct);

    private static Belonging Belonging(MemberChange input, TypedInput typed) => new(
        TypedText.Field(input.Relation) ?? "",
        typed.Choice<LivingTogether>(nameof(input.Living), input.Living) ?? LivingTogether.Unknown,
        typed.Date(nameof(input.From), input.From));

    private static Refusal Rename(Refusal refusal) => refusal.Field switch
    {
        "BirthDate" => refusal with { Field = nameof(MemberChange.Birth) },
        "FamilyKana" or "GivenKana" => refusal with { Field = nameof(MemberChange.Kana) },
        _ => refusal with { Field = nameof(MemberChange.Name) },
    };

    private async Task<Outcome> ChangeAsync(Id<Household> id, SeenVersion seen, Func<Household, Task<Outcome>> change, CancellationToken ct, string? reason = null)
    {
        var root = RootRef.Of(RootKind.Household, id);
        var may = await work.MayAsync(Permission.WriteHousehold, root, ct);
        if (!may.IsDone) return may;
        var household = await db.Households.SingleAsync(h => h.Id == id, ct);
        var outcome = seen.IsStaleAt(household.Version) ? Outcome.Refused(RefusalCode.Stale) : await change(household);
        return await work.FinishAsync(outcome.IsDone ? outcome : Outcome.Refused([.. outcome.Refusals.Select(BesideTheChoice)]), Permission.WriteHousehold, root, ct, reason: reason);
    }

    // Who it is about was chosen from a list, and the reason stands beside that.
    private static Refusal BesideTheChoice(Refusal refusal) => refusal.Field == "Person" ? refusal with { Field = nameof(MemberChange.PersonId) } : refusal;
}
