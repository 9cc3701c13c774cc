using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;

namespace Tsunagi.Web.Features.Cases;

/// <summary>引継ぎに答える: accept, decline, withdraw. Accepting moves the responsibility, and with it the records.</summary>
public sealed class AnswerHandover(AppDb db, Work work, HandoverRecords records, ConsentSharing sharing, PlanWard ward, DraftDecision decisions)
{
    public async Task<Outcome> AcceptAsync(Id<Handover> id, Id<Account>? worker, string? words, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Handover, id);
        var may = await work.MayAsync(Permission.AnswerHandover, root, ct);
        if (!may.IsDone)
            return may;
        var outcome = await db.Handovers.SingleOrDefaultAsync(h => h.Id == id, ct) is { } handover
            ? await AcceptAsync(handover, worker, words, may.Value.LegalBasis, ct)
            : Outcome.Refused(RefusalCode.NotFound);
        return await work.FinishAsync(outcome, Permission.AnswerHandover, root, ct, may.Value.LegalBasis);
    }

    public Task<Outcome> DeclineAsync(Id<Handover> id, string? words, CancellationToken ct) =>
        EndAsync(id, Permission.AnswerHandover, handover => handover.Decline(words, work.Stamp), ct);

    public Task<Outcome> WithdrawAsync(Id<Handover> id, string? words, CancellationToken ct) =>
        EndAsync(id, Permission.WithdrawHandover, handover => handover.Withdraw(words, work.Stamp), ct);

    private async Task<Outcome> AcceptAsync(Handover handover, Id<Account>? worker, string? words, string? legalBasis, CancellationToken ct)
    {
        if (worker is { } named && !await db.WorksForAsync(named, work.Actor.Organisation, work.Today, ct))
            return Outcome.Refused(RefusalCode.UnknownCode, nameof(worker));
        await work.TakeTurnAsync(handover.CaseId, ct);
        // The receiver may not see the case yet: accepting is the act that lets them.
        if (await db.CaseOfAsync(handover, ct) is not { } @case)
            return Outcome.Refused(RefusalCode.NotFound);
        // A look at a protected place on the sender's behalf comes before this, or not at all (ADR 0042).
        await work.TakeTurnAsync(@case.CurrentPersons.Select(p => p.PersonId), ct);
        var outcome = handover.Accept(@case, worker, words, work.Stamp);
        if (outcome.IsDone)
            await MoveAccessAsync(handover, @case, legalBasis, ct);
        return outcome;
    }

    /// <summary>The sender's own grants on the case end at this instant; the receiver's begin.</summary>
    private async Task MoveAccessAsync(Handover handover, Case @case, string? legalBasis, CancellationToken ct)
    {
        var from = handover.FromOrganisationId.Value;
        // Only what the responsibility gave ends: what a consent or a conference gives the sender follows from those, below.
        var ending = await db.Grants.Where(g => g.RootId == @case.Id.Value && g.SubjectId == from && g.Until > work.Now
            && (g.Basis == GrantBasis.Assignment || g.Basis == GrantBasis.Handover)).ToListAsync(ct);
        foreach (var grant in ending)
            grant.EndAt(work.Now);
        work.GrantTo(handover.ToOrganisationId, @case.Root, AccessLevel.Manage, GrantBasis.Assignment).By(handover.Id.Value, legalBasis);
        await records.CarryAsync(handover, @case, legalBasis, ct);
        await sharing.FollowHandoverAsync(@case, ward.Sharing, ct);
        await decisions.LapseAsync(@case.Id, ct);
    }

    private async Task<Outcome> EndAsync(Id<Handover> id, Permission permission, Func<Handover, Outcome> end, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Handover, id);
        var may = await work.MayAsync(permission, root, ct);
        if (!may.IsDone)
            return may;
        var outcome = await db.Handovers.SingleOrDefaultAsync(h => h.Id == id, ct) is { } handover ? end(handover) : Outcome.Refused(RefusalCode.NotFound);
        return await work.FinishAsync(outcome, permission, root, ct);
    }
}
