using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;

namespace Tsunagi.Data.Access;

/// <summary>
/// The one place where a case is loaded for somebody who may not see it yet: the organisation that a handover is offered
/// to. Accepting is the act that opens the case to it; nothing of the case is shown before.
/// </summary>
public static class HandoverCases
{
    /// <summary>The whole case of a handover that the actor can see; null when the actor is shut out of the case itself.</summary>
    public static async Task<Case?> CaseOfAsync(this AppDb db, Handover handover, CancellationToken ct)
    {
        var account = db.Scope.Account;
        // Deny wins: whoever is shut out of the case cannot accept it either.
        if (await db.Exclusions.AnyAsync(x => x.RootId == handover.CaseId.Value && x.AccountId == account, ct))
            return null;
        // Its parts are read one after another: nobody may change it in between.
        await db.HoldAsync(handover.CaseId, ct);
        return await db.Cases.IgnoreQueryFilters([AccessFilter.Name]).AsSplitQuery()
            .Include(c => c.Periods).Include(c => c.Persons).Include(c => c.Suspensions).Include(c => c.Assignments).Include(c => c.Deputies)
            .SingleAsync(c => c.Id == handover.CaseId, ct);
    }
}
