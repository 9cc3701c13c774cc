using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>
/// Opens a sealed matter, or does one act to it. Every way to a matter leads through here: the grant is asked first, then
/// the database shows only the rows the account may read, then <see cref="MatterAccess"/> decides on what came.
/// </summary>
public sealed class MatterDesk(AppDb db, Work work, CurrentWard ward, MatterGrants grants)
{
    /// <summary>The matter as the actor may read it; absent and denied are one.</summary>
    public async Task<Outcome<MatterView>> OpenAsync(Id<Matter> id, CancellationToken ct)
    {
        var may = await MayAsync(id, Permission.SeeSupportConference, ct);
        if (!may.IsDone) return Outcome<MatterView>.Carry(may);
        var matter = await LoadAsync(id, ct);
        var reading = matter is null ? null : MatterAccess.Read(matter, work.Actor.Account, work.Now);
        return reading is { Reads: true }
            ? new MatterView(matter!, reading, work, ward, await NamesAsync(ct), await db.ReportsOutOfAsync(id, reading.IsOffice, work.Actor.Account, ct))
            : new Refusal(RefusalCode.NotFound);
    }

    /// <summary>Does one act, brings the grants in line with who may read now, and saves.</summary>
    public Task<Outcome> ActAsync(Id<Matter> id, Permission permission, Func<Matter, Outcome> act, CancellationToken ct, string? reason = null) =>
        ActAsync(id, permission, matter => Task.FromResult(act(matter)), ct, reason);

    /// <summary>Does one act that has to look something up.</summary>
    public async Task<Outcome> ActAsync(
        Id<Matter> id, Permission permission, Func<Matter, Task<Outcome>> act, CancellationToken ct, string? reason = null)
    {
        // One act after another: row security judges each row by who stands in the matter, and two at once would find it changed under their hands.
        await work.TakeTurnAsync(id, ct);
        var may = await MayAsync(id, permission, ct);
        if (!may.IsDone) return may;
        var matter = await LoadAsync(id, ct);
        if (matter is null) return await work.FinishAsync(Outcome.Refused(RefusalCode.NotFound), permission, RootRef.Of(RootKind.Matter, id), ct);
        var before = MatterAccess.Read(matter, work.Actor.Account, work.Now);
        var outcome = await act(matter);
        if (outcome.IsDone) await grants.AlignAsync(matter, before, ct);
        var finished = await work.FinishAsync(outcome, permission, RootRef.Of(RootKind.Matter, id), ct, reason: reason);
        if (finished.IsDone && !before.Reads) await FollowOrdersAsync(matter, permission, ct);
        return finished;
    }

    /// <summary>Does one act that makes something, and says which.</summary>
    public async Task<Outcome<Id<T>>> MakeAsync<T>(Id<Matter> id, Permission permission, Func<Matter, Id<T>, Task<Outcome>> act, CancellationToken ct)
    {
        var made = work.NewId<T>();
        var outcome = await ActAsync(id, permission, matter => act(matter, made), ct);
        return outcome.IsDone ? made : Outcome<Id<T>>.Carry(outcome);
    }

    /// <summary>Does one act that makes something, and says which.</summary>
    public Task<Outcome<Id<T>>> MakeAsync<T>(Id<Matter> id, Permission permission, Func<Matter, Id<T>, Outcome> act, CancellationToken ct) =>
        MakeAsync<T>(id, permission, (matter, made) => Task.FromResult(act(matter, made)), ct);

    // Whoever came in at the door reads what was sent out only now, when the database knows them to be inside.
    private async Task FollowOrdersAsync(Matter matter, Permission permission, CancellationToken ct)
    {
        await db.Set<WayOut>().Where(w => w.MatterId == matter.Id).LoadAsync(ct);
        await grants.FollowOrdersAsync(matter, [work.Actor.Account], ct);
        await db.SaveAsync(work.Context(permission), ct);
    }

    // Who only proposed, or is only asked to chair, learns nothing of what came of it: to them the acts do not exist.
    private async Task<Outcome> MayAsync(Id<Matter> id, Permission permission, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Matter, id);
        var decision = await work.DecideAsync(root, ct);
        return decision.Level < AccessLevel.Read && Permissions.Of(permission).Level >= AccessLevel.Read
            ? await work.FinishAsync(Outcome.Refused(RefusalCode.NotFound), permission, root, ct)
            : await work.MayAsync(permission, root, ct);
    }

    private Task<Matter?> LoadAsync(Id<Matter> id, CancellationToken ct) => db.Matters.AsSplitQuery()
        .Include(m => m.Paper).Include(m => m.Notices).Include(m => m.Participants).Include(m => m.Explanations).Include(m => m.Namings)
        .Include(m => m.Sessions).ThenInclude(s => s.Seats)
        .Include(m => m.Sessions).ThenInclude(s => s.Agenda)
        .Include(m => m.Items).ThenInclude(i => i.Named)
        .Include(m => m.Requests).Include(m => m.Sheets).Include(m => m.Information).Include(m => m.InformationCorrections)
        .Include(m => m.OwnKnowledge).Include(m => m.WatchRoles).Include(m => m.Decisions).Include(m => m.Outcomes)
        .Include(m => m.Directions).Include(m => m.MinutesCorrections).Include(m => m.Copies).Include(m => m.WaysOut)
        .SingleOrDefaultAsync(m => m.Id == id, ct);

    private async Task<IReadOnlyDictionary<Id<Account>, string>> NamesAsync(CancellationToken ct)
    {
        var known = db.ChangeTracker.Entries<MatterParticipant>().Select(e => e.Entity.AccountId).OfType<Id<Account>>()
            .Concat(db.ChangeTracker.Entries<ProposalNotice>().Select(e => e.Entity.By)).Distinct().ToList();
        return await db.Accounts.AsNoTracking().Where(a => known.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
    }
}
