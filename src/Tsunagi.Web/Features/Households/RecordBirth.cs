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

/// <summary>出生, as typed.</summary>
public sealed class BirthInput
{
    /// <summary>May be missing yet.</summary>
    public string? Name { get; set; }
    public string? Kana { get; set; }
    public string? On { get; set; }
    public string? Gender { get; set; }

    /// <summary>続柄, to whom the household's relations are told from.</summary>
    public string? Relation { get; set; }
    public string? Living { get; set; }

    /// <summary>One of the members; null when she is not among them, or unknown.</summary>
    public Id<Person>? Mother { get; set; }

    /// <summary>One of the members; null when he is not among them, or unknown.</summary>
    public Id<Person>? Father { get; set; }
}

/// <summary>出生を記録する: the person, the member and what they are to their parents are written in one act.</summary>
public sealed class RecordBirth(AppDb db, Work work)
{
    /// <summary>Somebody was born into a household; yields the id of the person.</summary>
    public async Task<Outcome<Id<Person>>> RunAsync(Id<Household> id, BirthInput input, SeenVersion seen, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Household, id);
        var may = await work.MayAsync(Permission.WriteHousehold, root, ct);
        if (!may.IsDone) return Outcome<Id<Person>>.Carry(may);
        var household = await db.Households.SingleAsync(h => h.Id == id, ct);
        var born = seen.IsStaleAt(household.Version) ? new Refusal(RefusalCode.Stale) : await WriteAsync(household, input, ct);
        var outcome = await work.FinishAsync(born, Permission.WriteHousehold, root, ct);
        return outcome.IsDone ? born.Value.Id : Outcome<Id<Person>>.Carry(outcome);
    }

    private async Task<Outcome<Person>> WriteAsync(Household household, BirthInput input, CancellationToken ct)
    {
        var typed = new TypedInput();
        var on = typed.Date(nameof(input.On), input.On, required: true);
        var living = typed.Choice<LivingTogether>(nameof(input.Living), input.Living) ?? LivingTogether.Unknown;
        if (TypedText.Field(input.Relation) is null) typed.Refuse(RefusalCode.Required, nameof(input.Relation));
        if (typed.Refusals.Count > 0) return Outcome<Person>.Carry(typed.Outcome);
        var parents = await ParentsAsync(household, input, ct);
        if (!parents.IsDone) return Outcome<Person>.Carry(parents);
        var outOf = await db.Persons.Where(p => p.Id == household.ReferencePersonId).Select(p => p.WrittenOutOf).SingleOrDefaultAsync(ct);
        var details = new PersonDetails(PersonName.FromLine(input.Name, input.Kana), PersonSource.Family) { BirthDate = PartialDate.Of(on!.Value), Gender = TypedText.Field(input.Gender) };
        var child = db.WritePerson(work, details, outOf);
        if (!child.IsDone) return Outcome<Person>.Carry(Outcome.Refused([.. child.Refusals.Select(Rename)]));
        List<Refusal> refusals = [.. household.Join(child.Value, new(TypedText.Field(input.Relation) ?? "", living, on), work.Today, work.Stamp).Refusals.Select(Rename)];
        // Nobody else can have written of who has just been born: what is known around the parents matters to none of these relations.
        foreach (var (field, parent) in parents.Value)
            refusals.AddRange(child.Value.Relate(work.NewId<KinTie>(), KinRole.Parent, parent, new(), new(child.Value.KinTies), work.Today, work.Stamp).Refusals.Select(r => r with { Field = field }));
        return refusals.Count > 0 ? Outcome<Person>.Carry(Outcome.Refused(refusals)) : child;
    }

    /// <summary>Those of the two who were named, beside the field they were named in: members now, whom the actor sees.</summary>
    private async Task<Outcome<List<(string Field, Person Parent)>>> ParentsAsync(Household household, BirthInput input, CancellationToken ct)
    {
        List<(string Field, Person Parent)> parents = [];
        foreach (var (field, named) in new[] { (nameof(input.Mother), input.Mother), (nameof(input.Father), input.Father) })
        {
            if (named is not { } id) continue;
            if (!household.Members.Any(m => m.PersonId == id && m.Until is null) || await db.Persons.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } parent) return new Refusal(RefusalCode.NotMember, field);
            parents.Add((field, parent));
        }
        return parents;
    }

    private static Refusal Rename(Refusal refusal) => refusal.Field switch
    {
        "BirthDate" or nameof(Belonging.From) => refusal with { Field = nameof(BirthInput.On) },
        "FamilyKana" or "GivenKana" => refusal with { Field = nameof(BirthInput.Kana) },
        "Family" or "Given" => refusal with { Field = nameof(BirthInput.Name) },
        _ => refusal,
    };
}
