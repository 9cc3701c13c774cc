using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>
/// 終結したケースに新しい仕事を掛けない: a case is closed only when nothing hangs on it, and nothing is hung on a closed one. The
/// two look at different rows, so a version would not make them meet; they meet at the row of the case.
/// </summary>
public static class NewWork
{
    private const string Closed = nameof(CaseState.Closed);

    /// <summary>Whether new work may be hung on a case; if so, it stays open until this transaction ends.</summary>
    public static async Task<bool> TakesNewWorkAsync(this AppDb db, Id<Case> id, CancellationToken ct) =>
        (await db.Database.SqlQuery<string>($"select state as \"Value\" from support_case where id = {id.Value} for share").ToListAsync(ct)) is [not Closed];

    /// <summary>
    /// Whether a handover of the case waits for an answer. Past the access filter: a grant that begins an instant after this
    /// act began is there, and counts. Nothing but yes or no is told, to who closes the case.
    /// </summary>
    public static Task<bool> HasOpenHandoverAsync(this AppDb db, Id<Case> id, CancellationToken ct) =>
        db.Handovers.IgnoreQueryFilters([AccessFilter.Name]).AnyAsync(h => h.CaseId == id && h.State == HandoverState.Offered, ct);

    /// <summary>
    /// How many つなぎ sent from the case are open: those its organisation sent or received, and those of an organisation that was
    /// responsible before a 引継ぎ. Past the access filter, for the same reason.
    /// </summary>
    public static async Task<(int Own, int Former)> OpenHandoffsAsync(this AppDb db, Id<Case> id, CancellationToken ct)
    {
        var ended = HandoffStates.WaitingFor(HandoffSide.Neither);
        var open = await db.Handoffs.IgnoreQueryFilters([AccessFilter.Name]).Where(h => h.SourceCaseId == id && h.State != HandoffState.Drafted && !ended.Contains(h.State))
            .Select(h => db.Cases.Any(c => c.Id == id && (c.OrganisationId == h.SenderId || c.OrganisationId == h.ReceiverId))).ToListAsync(ct);
        return (open.Count(isOwn => isOwn), open.Count(isOwn => !isOwn));
    }

    /// <summary>Before a case is loaded for changing, and what hangs on it counted: waits for whoever is at it, and lets nobody else begin.</summary>
    public static Task HoldAsync(this AppDb db, Id<Case> id, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select 1 from support_case where id = {id.Value} for update", ct);

    /// <summary>The same for several, always in one order: two who hold the same cases wait for each other and do not lock up.</summary>
    public static Task HoldAsync(this AppDb db, IEnumerable<Id<Case>> ids, CancellationToken ct)
    {
        Guid[] held = [.. ids.Select(id => id.Value)];
        return db.Database.ExecuteSqlAsync($"select 1 from support_case where id = any({held}) order by id for update", ct);
    }
}
