using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>Somebody to be named in a consultation.</summary>
public sealed class ConcernedInput : NamedInput
{
    public ConcernedAs As { get; set; }

    /// <summary>Why, where somebody is named already.</summary>
    public string? Reason { get; set; }
}

/// <summary>
/// 相談に出てくる人を加える・外す: whose name comes later, or who was named by mistake. It is a correction, and leaves its trace.
/// </summary>
public sealed class ChangeConcerned(AppDb db, Work work, NamePerson name, IntakeCodes codes)
{
    /// <summary>加える. Only somebody the actor may see, or somebody new.</summary>
    public async Task<Outcome<Id<Person>>> NameAsync(Id<Consultation> id, ConcernedInput input, CancellationToken ct)
    {
        Id<Person> named = default;
        var outcome = await ChangeAsync(id, input.Reason, async persons =>
        {
            var person = await name.RunAsync(input, await db.OriginOfAsync(id, ct), ct);
            if (!person.IsDone) return Outcome<List<Concerned>>.Carry(person);
            named = person.Value;
            return persons.Append(new(named, input.As)).ToList();
        }, ct);
        return outcome.IsDone ? named : Outcome<Id<Person>>.Carry(outcome);
    }

    /// <summary>外す.</summary>
    public Task<Outcome> TakeBackAsync(Id<Consultation> id, Id<Person> person, string? reason, CancellationToken ct) =>
        ChangeAsync(id, reason, persons => Task.FromResult<Outcome<List<Concerned>>>(
            persons.Any(p => p.PersonId == person) ? persons.Where(p => p.PersonId != person).ToList() : new Refusal(RefusalCode.NotFound)), ct);

    private async Task<Outcome> ChangeAsync(
        Id<Consultation> id, string? reason, Func<IReadOnlyList<Concerned>, Task<Outcome<List<Concerned>>>> change, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Consultation, id);
        var may = await work.MayAsync(Permission.WriteConsultation, root, ct);
        if (!may.IsDone) return may;
        var consultation = await db.Consultations.Include(c => c.Persons).SingleAsync(c => c.Id == id, ct);
        var content = consultation.Content;
        var persons = await change(content.Persons);
        Outcome outcome = persons.IsDone ? consultation.Correct(content with { Persons = persons.Value }, reason, codes.Rules, work.Stamp) : persons;
        // Twice the same, or a second 本人, is about the whole and not about one field.
        if (!outcome.IsDone) outcome = Outcome.Refused([.. outcome.Refusals.Select(r => r.Field == nameof(content.Persons) ? r with { Field = null } : r)]);
        return await work.FinishAsync(outcome, Permission.WriteConsultation, root, ct, reason: TypedText.Field(reason));
    }
}
