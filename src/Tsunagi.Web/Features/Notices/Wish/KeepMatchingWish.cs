using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Notices;

/// <summary>What the person said about being matched.</summary>
public sealed record MatchingWishInput
{
    public bool? Declines { get; init; }
    public string? Words { get; init; }
    public DateOnly? SaidOn { get; init; }
}

/// <summary>照合についての希望を見る・書く: by the desk that keeps the record of the person.</summary>
public sealed class KeepMatchingWish(AppDb db, Work work)
{
    /// <summary>What was said so far; nothing where nothing was.</summary>
    public async Task<Outcome<MatchingWish>> SeeAsync(Id<Person> person, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeePerson, RootRef.Of(RootKind.Person, person), ct);
        if (!may.IsDone) return Outcome<MatchingWish>.Carry(may);
        if (!may.Value.Shows(FieldClasses.Narrative)) return new Refusal(RefusalCode.NotAllowed);
        return await db.MatchingWishes.AsNoTracking().SingleOrDefaultAsync(w => w.PersonId == person, ct) ?? new MatchingWish(person);
    }

    /// <summary>Writes down what they said.</summary>
    public async Task<Outcome> RunAsync(Id<Person> person, MatchingWishInput input, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Person, person);
        var may = await work.MayAsync(Permission.WritePerson, root, ct);
        if (!may.IsDone) return may;
        await work.TakeTurnAsync(person, ct);
        var wish = await db.MatchingWishes.SingleOrDefaultAsync(w => w.PersonId == person, ct);
        if (wish is null) db.MatchingWishes.Add(wish = new(person));
        return await work.FinishAsync(wish.Say(input.Declines, input.Words, input.SaidOn, work.Stamp), Permission.WritePerson, root, ct);
    }
}
