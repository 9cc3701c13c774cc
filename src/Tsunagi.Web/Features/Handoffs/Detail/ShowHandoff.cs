using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>A handoff as one end may see it.</summary>
/// <param name="Handoff">The handoff. Its enclosures are not to be shown from here but from <paramref name="Open"/>.</param>
/// <param name="Side">From which end it is looked at.</param>
/// <param name="Acts">What may be done now.</param>
/// <param name="Open">The enclosures that may be read.</param>
/// <param name="Track">The way it took.</param>
/// <param name="Decision">The basis on which it is read.</param>
/// <param name="Days">Days in its state, as people count them; the first is 0.</param>
/// <param name="ReceiverDays">Whole days in the receiver's hands, open questions not counted.</param>
/// <param name="IsBouncing">たらい回しの知らせが出ている.</param>
/// <param name="MayDecide">Whether the actor holds the deciding post and has not drafted the proposal.</param>
/// <param name="OwnCase">The case this handoff opened, or came from, as far as the actor may know it.</param>
/// <param name="Earlier">The handoff it continues, if the actor sees it.</param>
/// <param name="Later">The handoffs that continue it, as far as the actor sees them.</param>
public sealed record HandoffSight(
    Handoff Handoff, HandoffSide Side, IReadOnlyList<HandoffAct> Acts, IReadOnlyList<Enclosure> Open, IReadOnlyList<TrackStop> Track,
    AccessDecision Decision, int Days, int ReceiverDays, bool IsBouncing, bool MayDecide, Id<Case>? OwnCase,
    Id<Handoff>? Earlier, IReadOnlyList<Id<Handoff>> Later)
{
    /// <summary>Whether an act may be done.</summary>
    public bool May(HandoffAct act) => Acts.Contains(act);
}

/// <summary>つなぎを見る.</summary>
public sealed class ShowHandoff(AppDb db, Work work, HandoffGround ground)
{
    public async Task<Outcome<HandoffSight>> RunAsync(Id<Handoff> id, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeeHandoff, RootRef.Of(RootKind.Handoff, id), ct);
        if (!may.IsDone) return Outcome<HandoffSight>.Carry(may);
        var handoff = await db.Handoffs.AsNoTracking().Include(h => h.Questions.OrderBy(q => q.Number)).SingleAsync(h => h.Id == id, ct);
        var chain = await db.Handoffs.AsNoTracking().Where(h => h.Id == handoff.ParentId || h.ParentId == id)
            .OrderBy(h => h.Id).Select(h => h.Id).ToListAsync(ct);
        var side = handoff.SideOf(work.Actor.Organisation);
        var acts = AccessPolicy.Allows(work.Actor, may.Value, Permission.ActOnHandoff) ? HandoffActs.Allowed(handoff, side, ground.Rules) : [];
        var mayDecide = ground.MayDecide && handoff.Proposal?.By != work.Actor.Account;
        return new HandoffSight(
            handoff, side, acts, handoff.OpenTo(side), HandoffTrack.Of(handoff, work.Now, ground.NameOf), may.Value,
            new JapanTimeSpan(handoff.StateSince, work.Now).Days, (int)handoff.InReceiversHands(work.Now).TotalDays,
            handoff.NeedsAreaManager(ground.Rules), mayDecide, side switch
            {
                HandoffSide.Sender => handoff.SourceCaseId,
                HandoffSide.Receiver => handoff.ReceiverCaseId,
                HandoffSide.Neither => null,
            },
            chain.Contains(handoff.ParentId ?? default) ? handoff.ParentId : null,
            [.. chain.Where(c => c != handoff.ParentId)]);
    }
}
