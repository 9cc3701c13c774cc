using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.ProtectedLocations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.ProtectedLocations;

/// <summary>居場所を読む: writes the look and its purpose down, then opens. It is committed before the page is sent.</summary>
public sealed class ReadLocation(AppDb db, Work work, ProtectedLocations locations)
{
    public async Task<Outcome<List<OpenedLocation>>> RunAsync(Id<Person> id, string? purpose, CancellationToken ct)
    {
        var root = ProtectionOffice.RootOf(id);
        // A look and the end of the right to it come one after the other, and say so (ADR 0042).
        await work.TakeTurnAsync(id, ct);
        var may = await work.MayAsync(Permission.ReadProtectedLocation, root, ct);
        if (!may.IsDone) return Outcome<List<OpenedLocation>>.Carry(may);
        var me = work.Actor.Account;
        var reader = await db.ProtectedLocationReaders
            .Where(r => r.PersonId == id && r.AccountId == me && r.From <= work.Now && work.Now < r.Until)
            .OrderByDescending(r => r.Until).FirstOrDefaultAsync(ct);
        var read = LocationRead.Write(work.NewId<LocationRead>(), reader, purpose, work.Stamp);
        if (read.IsDone) db.LocationReads.Add(read.Value);
        var outcome = await work.FinishAsync(read, Permission.ReadProtectedLocation, root, ct, reason: TypedText.Field(purpose));
        if (!outcome.IsDone) return Outcome<List<OpenedLocation>>.Carry(outcome);
        return (await locations.OpenAsync(read.Value, ct)).ToList();
    }

}

/// <summary>居場所を書く: a new version beside the old ones; writing shows nothing of what is there.</summary>
public sealed class WriteLocation(AppDb db, Work work, ProtectedLocations locations)
{
    public async Task<Outcome> RunAsync(Id<Person> id, ProtectedPlace place, CancellationToken ct)
    {
        var root = ProtectionOffice.RootOf(id);
        await db.HoldExclusionsAsync(ct);
        var may = await work.MayAsync(Permission.WriteProtectedLocation, root, ct);
        if (!may.IsDone) return may;
        var outcome = await db.HoldingAsync(id, ct) is null ? Outcome.Refused(RefusalCode.WrongState) : place.Check();
        outcome = await work.FinishAsync(outcome, Permission.WriteProtectedLocation, root, ct);
        if (outcome.IsDone) await locations.StoreAsync(id, place with { Earlier = [], Ties = [] }, Permission.WriteProtectedLocation, ct);
        return outcome;
    }
}
