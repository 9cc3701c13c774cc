using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>ケースを変える: loads the whole case, lets the rules decide, saves. Every act on a case goes through here.</summary>
public sealed class ChangeCase(AppDb db, Work work)
{
    /// <summary>Does something to a case the actor may do it to.</summary>
    /// <param name="id">The case.</param>
    /// <param name="permission">What is done.</param>
    /// <param name="change">The act; it may read more from the database.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="version">The version the actor had read, where the client says so (If-Match).</param>
    /// <param name="legalBasis">On which legal basis, where the act discloses something.</param>
    /// <param name="reason">Why, where the rules ask.</param>
    public async Task<Outcome> RunAsync(
        Id<Case> id, Permission permission, Func<Case, Task<Outcome>> change, CancellationToken ct,
        SeenVersion version = default, string? legalBasis = null, string? reason = null)
    {
        var root = RootRef.Of(RootKind.Case, id);
        var may = await work.MayAsync(permission, root, ct);
        if (!may.IsDone)
            return may;
        var outcome = await LoadAsync(id, ct) switch
        {
            null => Outcome.Refused(RefusalCode.NotFound),
            { } @case when version.IsStaleAt(@case.Version) => Outcome.Refused(RefusalCode.Stale),
            { } @case => await change(@case),
        };
        return await work.FinishAsync(outcome, permission, root, ct, legalBasis, reason);
    }

    /// <summary>Does something to a case that needs nothing but the case.</summary>
    public Task<Outcome> RunAsync(
        Id<Case> id, Permission permission, Func<Case, Outcome> change, CancellationToken ct, SeenVersion version = default, string? reason = null) =>
        RunAsync(id, permission, @case => Task.FromResult(change(@case)), ct, version, reason: reason);

    /// <summary>
    /// The whole case, for changing. Only after the right to change it was asked for; null when it was handed over to
    /// others between the question and this.
    /// </summary>
    public async Task<Case?> LoadAsync(Id<Case> id, CancellationToken ct)
    {
        // It is read in several statements, and between two of them nobody may hand it on: parts would be missing.
        await db.HoldAsync(id, ct);
        return await db.Cases.AsSplitQuery()
            .Include(c => c.Periods).Include(c => c.Persons).Include(c => c.Links).Include(c => c.Suspensions)
            .Include(c => c.Team).Include(c => c.Assignments).Include(c => c.Deputies)
            .SingleOrDefaultAsync(c => c.Id == id, ct);
    }
}
