using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.People;

/// <summary>What stands in the fields of a relation, as typed.</summary>
public sealed class KinInput
{
    public string? Role { get; set; }

    /// <summary>Somebody already written down; a new person is written when null.</summary>
    public Id<Person>? Other { get; set; }
    public string? Name { get; set; }
    public string? Kana { get; set; }
    public string? Birth { get; set; }
    public string? Gender { get; set; }
    public string? Since { get; set; }
    public bool HasCustody { get; set; }

    /// <summary>When it ended, or the couple parted.</summary>
    public string? On { get; set; }

    /// <summary>Why it never was so.</summary>
    public string? Reason { get; set; }
}

/// <summary>家族・親族の関係を書く: what somebody is to a person of one's own desk. What held before stays on record.</summary>
public sealed class WriteKin(AppDb db, Work work)
{
    /// <summary>Writes a relation to somebody already written down, or to a new person.</summary>
    public async Task<Outcome> RelateAsync(Id<Person> id, KinInput input, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Person, id);
        // The same, a third parent or a circle may be written from the other end just now.
        await work.TakeTurnAsync(new[] { id, input.Other ?? id }.Distinct(), ct);
        var may = await work.MayAsync(Permission.WritePerson, root, ct);
        if (!may.IsDone) return may;
        var person = await db.Persons.Include(p => p.KinTies).SingleAsync(p => p.Id == id, ct);
        return await work.FinishAsync(await RelateAsync(person, input, ct), Permission.WritePerson, root, ct);
    }

    private async Task<Outcome> RelateAsync(Person person, KinInput input, CancellationToken ct)
    {
        var typed = new TypedInput();
        var role = typed.Choice<KinRole>(nameof(input.Role), input.Role);
        if (string.IsNullOrWhiteSpace(input.Role)) typed.Refuse(RefusalCode.Required, nameof(input.Role));
        var since = typed.PartialDate(nameof(input.Since), input.Since, work.Today);
        var birth = typed.PartialDate(nameof(input.Birth), input.Birth, work.Today);
        if (input.Other is null && TypedText.Field(input.Name) is null) typed.Refuse(RefusalCode.Required, nameof(input.Name));
        if (typed.Refusals.Count > 0) return typed.Outcome;
        var other = await OtherAsync(person, input, birth, ct);
        if (!other.IsDone) return Outcome.Refused([.. other.Refusals.Select(Rename)]);
        var known = await db.KinAroundAsync([person.Id, other.Value.Id], ct);
        return person.Relate(work.NewId<KinTie>(), role!.Value, other.Value, new(since, input.HasCustody), known, work.Today, work.Stamp);
    }

    private async Task<Outcome<Person>> OtherAsync(Person person, KinInput input, PartialDate? birth, CancellationToken ct)
    {
        if (input.Other is { } known)
            return await db.Persons.SingleOrDefaultAsync(p => p.Id == known, ct) is { } other ? other : new Refusal(RefusalCode.UnknownCode, nameof(input.Other));
        return db.WritePerson(work, new(PersonName.FromLine(input.Name, input.Kana), PersonSource.Family) { BirthDate = birth, Gender = TypedText.Field(input.Gender) }, person.WrittenOutOf);
    }

    private static Refusal Rename(Refusal refusal) => refusal.Field switch
    {
        "BirthDate" => refusal with { Field = nameof(KinInput.Birth) },
        "FamilyKana" or "GivenKana" => refusal with { Field = nameof(KinInput.Kana) },
        "Family" or "Given" => refusal with { Field = nameof(KinInput.Name) },
        _ => refusal,
    };

    /// <summary>別居した.</summary>
    public Task<Outcome> SeparateAsync(Id<Person> id, Id<KinTie> tie, KinInput input, CancellationToken ct) =>
        ChangeAsync(id, tie, input, (person, typed) => person.SeparateFrom(tie, typed.PartialDate(nameof(input.On), input.On, work.Today), work.Today), ct);

    /// <summary>離婚・離縁・役割の終わり.</summary>
    public Task<Outcome> EndAsync(Id<Person> id, Id<KinTie> tie, KinInput input, CancellationToken ct) =>
        ChangeAsync(id, tie, input, (person, typed) => person.EndKin(tie, typed.PartialDate(nameof(input.On), input.On, work.Today), work.Today), ct);

    /// <summary>書き間違いを取り消す.</summary>
    public Task<Outcome> TakeBackAsync(Id<Person> id, Id<KinTie> tie, KinInput input, CancellationToken ct) =>
        ChangeAsync(id, tie, input, (person, _) => person.TakeBackKin(tie, input.Reason), ct);

    private async Task<Outcome> ChangeAsync(Id<Person> id, Id<KinTie> tie, KinInput input, Func<Person, TypedInput, Outcome> change, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Person, id);
        var may = await work.MayAsync(Permission.WritePerson, root, ct);
        if (!may.IsDone) return may;
        var person = await db.Persons.Include(p => p.KinTies).SingleAsync(p => p.Id == id, ct);
        var typed = new TypedInput();
        var outcome = await IsKnownAsync(person, tie, ct) ? change(person, typed) : Outcome.Refused(RefusalCode.NotFound);
        if (typed.Refusals.Count > 0) outcome = typed.Outcome;
        return await work.FinishAsync(outcome.IsDone ? outcome : Outcome.Refused([.. outcome.Refusals.Select(BesideTheDay)]), Permission.WritePerson, root, ct, reason: TypedText.Field(input.Reason));
    }

    // Whom the actor may not see is nothing to anybody, and what is written of it is as good as absent.
    private async Task<bool> IsKnownAsync(Person person, Id<KinTie> tie, CancellationToken ct) =>
        person.KinTies.FirstOrDefault(t => t.Id == tie) is { } known && (await work.DecideAsync(RootRef.Of(RootKind.Person, known.OtherId), ct)).Shows(FieldClasses.Identity);

    private static Refusal BesideTheDay(Refusal refusal) =>
        refusal.Field is nameof(KinTie.EndedOn) or nameof(KinTie.SeparatedOn) ? refusal with { Field = nameof(KinInput.On) } : refusal;
}
