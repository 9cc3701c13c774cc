using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Shared;

/// <summary>起案する・取り下げる・あらためて起案する: the author's part of a decision.</summary>
public sealed class DraftDecision(AppDb db, Work work, CurrentWard ward, IEnumerable<IDecisionEffect> effects)
{
    private static readonly DecisionState[] Undecided = [DecisionState.Drafted, DecisionState.Checked, DecisionState.SentBack];

    /// <summary>起案: puts something up within the act that needs the decision, for one's own organisation or another to decide.</summary>
    public Outcome<Decision> PutUp(Id<Decision> id, DecisionSubject subject, Id<Case>? @case, string proposal, Id<Organisation> decides)
    {
        var drafted = Decision.Draft(id, subject, @case, proposal, ward.Profile.RulesAsOf(work.Today).LineFor(subject.Kind), decides, work.Stamp);
        if (!drafted.IsDone) return drafted;
        db.Decisions.Add(drafted.Value);
        work.GrantTo(work.Actor.Organisation, drafted.Value.Root, AccessLevel.Manage, GrantBasis.Decision);
        if (decides != work.Actor.Organisation) work.GrantTo(decides, drafted.Value.Root, AccessLevel.Read, GrantBasis.Decision);
        return drafted;
    }

    public Task<Outcome> RedraftAsync(Id<Decision> id, string? proposal, CancellationToken ct) => ChangeAsync(id, async (decision, effect) =>
    {
        var typed = new TypedInput();
        var text = typed.Needed("Proposal", proposal, 4000);
        var redrafted = typed.Outcome.IsDone ? decision.Redraft(text, work.Stamp) : typed.Outcome;
        return redrafted.IsDone ? await effect.RedraftedAsync(decision, ct) : redrafted;
    }, ct);

    public Task<Outcome> WithdrawAsync(Id<Decision> id, string? reason, CancellationToken ct) => ChangeAsync(id, async (decision, effect) =>
    {
        var typed = new TypedInput();
        var why = typed.Needed("Reason", reason);
        var withdrawn = typed.Outcome.IsDone ? decision.Withdraw(why, work.Stamp) : typed.Outcome;
        if (!withdrawn.IsDone) return withdrawn;
        await work.EndGrantsAsync(decision.Id.Value, ct);
        return await effect.TakenBackAsync(decision, why, ct);
    }, ct);

    /// <summary>廃案: what was put up about a record and is no longer awaited there, whoever it was that moved the record.</summary>
    public Task LapseAsync(Guid record, Func<DecisionSubject, bool> isAwaited, CancellationToken ct) =>
        LapseAsync(db.Decisions.Where(d => d.RecordId == record), d => !isAwaited(d.Subject), "対象の状態が変わり、決裁の要らないものになりました。", ct);

    /// <summary>廃案: what the former organisation of a case put up; who took the case over puts up its own.</summary>
    public Task LapseAsync(Id<Case> handedOver, CancellationToken ct) =>
        LapseAsync(db.Decisions.Where(d => d.CaseId == handedOver), _ => true, "ケースが引き継がれました。引き継いだ機関が、あらためて起案します。", ct);

    // Past the access filter, and with it what the decision opened to those who were to make it.
    private async Task LapseAsync(IQueryable<Decision> decisions, Func<Decision, bool> isOver, string reason, CancellationToken ct)
    {
        var open = await decisions.IgnoreQueryFilters([AccessFilter.Name]).Where(d => Undecided.Contains(d.State)).ToListAsync(ct);
        foreach (var decision in open.Where(isOver))
        {
            decision.Lapse(reason, work.Stamp);
            await work.EndGrantsAsync(decision.Id.Value, ct);
        }
    }

    private async Task<Outcome> ChangeAsync(Id<Decision> id, Func<Decision, IDecisionEffect, Task<Outcome>> change, CancellationToken ct)
    {
        if (await db.Decisions.SingleOrDefaultAsync(d => d.Id == id, ct) is not { } decision) return Outcome.Refused(RefusalCode.NotFound);
        var may = await work.MayAsync(db, Permission.DraftDecision, decision.Root, decision.CaseId, ct);
        if (!may.IsDone) return may;
        return await work.FinishAsync(await change(decision, effects.Single(e => e.Serves(decision.Kind))), Permission.DraftDecision, decision.Root, ct);
    }
}
