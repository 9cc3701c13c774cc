using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.People;

/// <summary>What stands in the fields of a tie, as typed.</summary>
public sealed class TieInput
{
    public string? Contact { get; set; }
    public string? Kind { get; set; }
    public string? Strength { get; set; }
    public bool IsStressful { get; set; }
    public string? Direction { get; set; }
    public string? What { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }

    /// <summary>Why there never was such a tie.</summary>
    public string? Reason { get; set; }
}

/// <summary>つながりを書く: to whom and what a person of one's own desk is tied, and how that changes.</summary>
public sealed class WriteTies(AppDb db, Work work)
{
    /// <summary>Writes a tie.</summary>
    public Task<Outcome> TieAsync(Id<Person> id, TieInput input, CancellationToken ct) => ChangeAsync(id, input, (person, typed) =>
    {
        var kind = typed.Choice<ContactKind>(nameof(input.Kind), input.Kind) ?? ContactKind.Agency;
        return person.TieTo(input.Contact, kind, Terms(input, typed), work.Today, work.Stamp);
    }, ct);

    /// <summary>How it is from a day on.</summary>
    public Task<Outcome> ChangeAsync(Id<Person> id, int tie, TieInput input, CancellationToken ct) =>
        ChangeAsync(id, input, (person, typed) => person.ChangeTie(tie, Terms(input, typed), work.Today, work.Stamp), ct);

    /// <summary>It ended.</summary>
    public Task<Outcome> EndAsync(Id<Person> id, int tie, TieInput input, CancellationToken ct) =>
        ChangeAsync(id, input, (person, typed) => person.EndTie(tie, typed.Date(nameof(input.Until), input.Until), work.Today), ct);

    /// <summary>It never was so.</summary>
    public Task<Outcome> TakeBackAsync(Id<Person> id, int tie, TieInput input, CancellationToken ct) =>
        ChangeAsync(id, input, (person, _) => person.TakeBackTie(tie, input.Reason), ct);

    private static TieTerms Terms(TieInput input, TypedInput typed) => new(
        typed.Choice<TieStrength>(nameof(input.Strength), input.Strength) ?? TieStrength.Ordinary, input.IsStressful,
        typed.Choice<TieDirection>(nameof(input.Direction), input.Direction) ?? TieDirection.None, input.What, typed.Date(nameof(input.From), input.From));

    private async Task<Outcome> ChangeAsync(Id<Person> id, TieInput input, Func<Person, TypedInput, Outcome> change, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Person, id);
        var may = await work.MayAsync(Permission.WritePerson, root, ct);
        if (!may.IsDone) return may;
        var person = await db.Persons.Include(p => p.SupportTies).SingleAsync(p => p.Id == id, ct);
        var typed = new TypedInput();
        var outcome = change(person, typed);
        // What could not be read counts before what the rules say of the rest.
        return await work.FinishAsync(typed.Refusals.Count > 0 ? typed.Outcome : outcome, Permission.WritePerson, root, ct, reason: TypedText.Field(input.Reason));
    }
}
