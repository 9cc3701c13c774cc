using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>つなぎ戻しの決裁: what is put up is what the sender is asked to do; decided, the handoff goes back to them.</summary>
sealed class ReturnDecision(AppDb db, Work work, HandoffGround ground) : IDecisionEffect
{
    public bool Serves(DecisionKind kind) => kind == DecisionKind.HandoffReturn;

    public Task<Outcome> DecidedAsync(Decision decision, CancellationToken ct) =>
        OnHandoffAsync(decision, h => h.CarryOut(decision.Id, default, work.Stamp), ct);

    // What was sent back stands in no proposal any more when its author gives it up.
    public Task<Outcome> TakenBackAsync(Decision decision, string reason, CancellationToken ct) =>
        OnHandoffAsync(decision, h => h.Proposal?.Decision == decision.Id ? h.DropProposal(decision.Id, reason, work.Stamp) : Outcome.Done, ct);

    public Task<Outcome> RedraftedAsync(Decision decision, CancellationToken ct) =>
        OnHandoffAsync(decision, h => ground.ProposeReturn(h, decision.Proposal, decision.Id), ct);

    public async Task<IReadOnlyDictionary<Guid, DecisionMatter>> MattersAsync(IReadOnlyList<Decision> decisions, CancellationToken ct)
    {
        List<Id<Handoff>> ids = [.. decisions.Select(d => new Id<Handoff>(d.RecordId)).Distinct()];
        var handoffs = await db.Handoffs.AsNoTracking().Where(h => ids.Contains(h.Id)).Select(h => new { h.Id, h.Kind, h.SenderId }).ToListAsync(ct);
        return handoffs.ToDictionary(h => h.Id.Value, h => new DecisionMatter($"{ground.NameOf(h.SenderId)}から（{HandoffWords.Short(h.Kind)}）", HandoffLinks.Detail(h.Id)));
    }

    private async Task<Outcome> OnHandoffAsync(Decision decision, Func<Handoff, Outcome> act, CancellationToken ct)
    {
        var id = new Id<Handoff>(decision.RecordId);
        return await db.Handoffs.SingleOrDefaultAsync(h => h.Id == id, ct) is { } handoff ? act(handoff) : Outcome.Refused(RefusalCode.NotFound);
    }
}
