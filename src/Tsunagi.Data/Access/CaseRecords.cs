using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>The decision on a record that hangs on a case: the same facts as <see cref="CaseRecordFilter"/>.</summary>
public static class CaseRecords
{
    /// <summary>Asks whether the actor may do something to a record of a case, by a grant on either; notes the look or the refusal.</summary>
    public static async Task<Outcome<AccessDecision>> MayAsync(
        this Work work, AppDb db, Permission permission, RootRef record, Id<Case>? @case, CancellationToken ct)
    {
        var (subjects, account, ofCase) = (work.Actor.Subjects, work.Actor.Account, @case?.Value);
        var grants = await db.Grants.AsNoTracking()
            .Where(g => (g.RootKind == record.Kind && g.RootId == record.Id || g.RootKind == RootKind.Case && g.RootId == ofCase) && subjects.Contains(g.SubjectId))
            .ToListAsync(ct);
        var excluded = await db.Exclusions.AnyAsync(x => (x.RootId == record.Id || x.RootId == ofCase) && x.AccountId == account, ct);
        var decision = AccessPolicy.Decide(work.Actor, grants, excluded, work.Now);
        if (AccessPolicy.Allows(work.Actor, decision, permission))
        {
            db.Note(work.Context(permission, decision.LegalBasis), AuditEntry.Seen, record);
            return decision;
        }
        var code = decision.IsVisible ? RefusalCode.NotAllowed : RefusalCode.NotFound;
        await work.FinishAsync(Outcome.Refused(code), permission, record, ct);
        return new Refusal(code);
    }
}
