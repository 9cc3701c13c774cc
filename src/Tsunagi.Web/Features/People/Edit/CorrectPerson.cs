using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.People;

/// <summary>人の記録を訂正・補記し、死亡を記録する.</summary>
public sealed class CorrectPerson(AppDb db, Work work)
{
    /// <summary>Writes the fields anew; what stood there stays on record.</summary>
    public Task<Outcome> RunAsync(Id<Person> id, PersonInput input, CancellationToken ct) => ChangeAsync(id, input.Reason, person =>
    {
        if (person.Version != input.Version) return Outcome.Refused(RefusalCode.Stale);
        var typed = new TypedInput();
        var details = input.Read(typed, person.BirthDate, work.Today);
        return typed.Refusals.Count > 0 ? Outcome.Refused(typed.Refusals) : person.Correct(details, input.Reason, work.Today, work.Stamp);
    }, ct);

    /// <summary>死亡を記録する. It stops the mail and closes nothing.</summary>
    public Task<Outcome> DiedAsync(Id<Person> id, string? on, CancellationToken ct) => ChangeAsync(id, null, person =>
    {
        var typed = new TypedInput();
        if (string.IsNullOrWhiteSpace(on)) typed.Refuse(RefusalCode.Required, "DiedOn");
        var died = typed.PartialDate("DiedOn", on, work.Today);
        return died is null ? Outcome.Refused(typed.Refusals) : person.RecordDeath(died, work.Today, work.Stamp);
    }, ct);

    /// <summary>死亡の記録を取り消す.</summary>
    public Task<Outcome> NotDiedAsync(Id<Person> id, string? reason, CancellationToken ct) =>
        ChangeAsync(id, reason, person => person.RetractDeath(reason, work.Stamp), ct);

    private async Task<Outcome> ChangeAsync(Id<Person> id, string? reason, Func<Person, Outcome> change, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Person, id);
        var may = await work.MayAsync(Permission.WritePerson, root, ct);
        if (!may.IsDone) return may;
        var person = await db.Persons.SingleAsync(p => p.Id == id, ct);
        return await work.FinishAsync(change(person), Permission.WritePerson, root, ct, reason: TypedText.Field(reason));
    }
}
