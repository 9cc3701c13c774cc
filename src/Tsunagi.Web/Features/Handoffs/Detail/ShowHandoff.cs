using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>A handoff as one end may see it.</summary>
/// <param name="Handoff">The handoff. Its enclosures are not to be shown from here but from <paramref name="Open"/>.</param>
/// <param name="Side">From which end it is looked at.</param>
/// <param name="Acts">What may be done now.</param>
/// <param name="Open">The enclosures that may be read.</param>
/// <param name="Track">The way it took.</param>
/// <param name="Course">What was done, newest first.</param>
/// <param name="Decision">The basis on which it is read.</param>
/// <param name="Days">Days in its state, as people count them; the first is 0.</param>
/// <param name="ReceiverDays">Whole days in the receiver's hands, open questions not counted.</param>
/// <param name="IsBouncing">たらい回しの知らせが出ている.</param>
/// <param name="Return">The decision on its return that is under way, or was sent back to its author, if the actor may see it.</param>
/// <param name="Verbs">What the actor's post may do with that decision now.</param>
/// <param name="OwnCase">The case this handoff opened, or came from, as far as the actor may know it.</param>
/// <param name="Earlier">The handoff it continues, if the actor sees it.</param>
/// <param name="Later">The handoffs that continue it, as far as the actor sees them.</param>
public sealed record HandoffSight(
    Handoff Handoff, HandoffSide Side, IReadOnlyList<HandoffAct> Acts, IReadOnlyList<Enclosure> Open, IReadOnlyList<TrackStop> Track,
    IReadOnlyList<HandoffDeed> Course, AccessDecision Decision, int Days, int ReceiverDays, bool IsBouncing,
    Decision? Return, IReadOnlyList<DecisionVerb> Verbs, Id<Case>? OwnCase,
    Id<Handoff>? Earlier, IReadOnlyList<Id<Handoff>> Later)
{
    /// <summary>The next step of the decision, where it is the actor's to take.</summary>
    public DecisionVerb? Approval => Verbs.Cast<DecisionVerb?>().FirstOrDefault(v => v is DecisionVerb.Check or DecisionVerb.Decide);

    /// <summary>Whether an act may be done.</summary>
    public bool May(HandoffAct act) => Acts.Contains(act);
}

/// <summary>つなぎを見る.</summary>
public sealed class ShowHandoff(AppDb db, Work work, HandoffGround ground, NameBook names)
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
        var decision = handoff is { Kind: HandoffKind.ToHub, MayStillBeReturned: true }
            ? await db.Decisions.AsNoTracking().Where(d => d.RecordId == id.Value && (d.State == DecisionState.Drafted || d.State == DecisionState.Checked || d.State == DecisionState.SentBack))
                .OrderByDescending(d => d.Id).FirstOrDefaultAsync(ct)
            : null;
        var verbs = decision is not null && AccessPolicy.Allows(work.Actor, may.Value, Permission.DecideHandoff) ? DecisionTurn.VerbsOf(decision, work.Actor) : [];
        await names.ForAsync(handoff.Steps.Select(s => (Id<Account>?)s.By).Concat(handoff.Questions.Select(q => q.ClosedBy)), [], ct);
        return new HandoffSight(
            handoff, side, acts, handoff.OpenTo(side), HandoffTrack.Of(handoff, work.Now, ground.NameOf, names.Of), HandoffTrack.Course(handoff, ground.NameOf, names.Of), may.Value,
            new JapanTimeSpan(handoff.StateSince, work.Now).Days, (int)handoff.InReceiversHands(work.Now).TotalDays,
            handoff.NeedsAreaManager(ground.Rules), decision, verbs, side switch
            {
                HandoffSide.Sender => handoff.SourceCaseId,
                HandoffSide.Receiver => handoff.ReceiverCaseId,
                HandoffSide.Neither => null,
            },
            chain.Contains(handoff.ParentId ?? default) ? handoff.ParentId : null,
            [.. chain.Where(c => c != handoff.ParentId)]);
    }
}
