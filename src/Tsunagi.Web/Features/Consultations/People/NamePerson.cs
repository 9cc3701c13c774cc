using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>Somebody to be named: a person who is written down, or what is known of one who is not.</summary>
public class NamedInput
{
    public Id<Person>? PersonId { get; set; }
    public string? Name { get; set; }
    public string? Kana { get; set; }
    public string? Birth { get; set; }
    public string? Phone { get; set; }

    /// <summary>別人と確かめた: records that were offered and are of somebody else. It is not asked again.</summary>
    public List<Id<Person>> NotSame { get; set; } = [];
}

/// <summary>Who is meant, in a consultation or a case: only somebody the actor may see, or somebody new, who is then written down.</summary>
public sealed class NamePerson(AppDb db, Work work, TellPersonsApart apart)
{
    /// <summary>Finds or writes down who is meant.</summary>
    /// <param name="input">Whom.</param>
    /// <param name="outOf">What told of them, where it came from elsewhere (<see cref="CameFromElsewhere"/>).</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Id<Person>>> RunAsync(NamedInput input, Guid? outOf, CancellationToken ct)
    {
        // A person who does not exist and one the worker may not know of look the same.
        if (input.PersonId is { } known)
        {
            if (await db.Persons.SingleOrDefaultAsync(p => p.Id == known, ct) is not { } person) return new Refusal(RefusalCode.UnknownCode, nameof(input.PersonId));
            await apart.NoteAsync(person, input.NotSame, ct);
            return known;
        }
        var typed = new TypedInput();
        if (TypedText.Field(input.Name) is null && TypedText.Field(input.Kana) is null) typed.Refuse(RefusalCode.Required, nameof(input.Name));
        var details = ReadConsultation.Named(input, typed, work.Today);
        if (typed.Refusals.Count > 0) return Outcome<Id<Person>>.Carry(typed.Outcome);
        var written = db.WritePerson(work, details, outOf);
        if (!written.IsDone) return Outcome<Id<Person>>.Carry(Outcome.Refused([.. written.Refusals.Select(r => r with { Field = FieldOf(r.Field) })]));
        await apart.NoteAsync(written.Value, input.NotSame, ct);
        return written.Value.Id;
    }

    private static string? FieldOf(string? detail) => detail switch
    {
        "Family" or "Given" => nameof(NamedInput.Name),
        "FamilyKana" or "GivenKana" => nameof(NamedInput.Kana),
        "BirthDate" => nameof(NamedInput.Birth),
        var other => other,
    };
}
