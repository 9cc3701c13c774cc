using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>
/// Brings the grants on a matter in line with <see cref="MatterAccess"/> after every act: account-level only, so nobody
/// gets in with an organisation or a rank; the proposer and a chair who has not taken the duty yet get the envelope.
/// </summary>
public sealed class MatterGrants(AppDb db, Work work)
{
    /// <summary>Ends what no longer holds and gives what now does.</summary>
    /// <param name="matter">The matter, after the act.</param>
    /// <param name="before">What the actor read of it before the act: only so far is it known here who else reads.</param>
    /// <param name="ct">Gives up.</param>
    public async Task AlignAsync(Matter matter, MatterReading before, CancellationToken ct)
    {
        var root = matter.Root;
        var given = await db.Grants.Where(g => g.RootKind == RootKind.Matter && g.RootId == root.Id && g.Until > work.Now).ToListAsync(ct);
        var wanted = Judged(matter, before, given).Distinct().ToDictionary(account => account.Value, account => LevelOf(matter, account));
        foreach (var grant in given)
            if (wanted.TryGetValue(grant.SubjectId, out var level) && level != grant.Level) grant.EndAt(work.Now);
        foreach (var (account, level) in wanted)
            if (level > AccessLevel.None && !given.Exists(g => g.SubjectId == account && g.Level == level))
                work.GrantTo(new Id<Account>(account), root, level, GrantBasis.SupportConference).By(root.Id, null);
        await FollowOrdersAsync(matter, [.. wanted.Keys.Select(account => new Id<Account>(account))], ct);
    }

    /// <summary>A new proposal: its proposer and the chair it names get the envelope.</summary>
    public void Open(Matter matter)
    {
        foreach (var account in new[] { matter.ProposedBy, matter.NamedChairId }.Distinct())
            work.GrantTo(account, matter.Root, AccessLevel.Envelope, GrantBasis.SupportConference).By(matter.Id.Value, null);
    }

    // Only accounts that this transaction can judge: who takes, declines or withdraws at the door sees nobody else, a reader sees the
    // participants, and the office also who was only asked or declined. What somebody does not see must not end another's reading.
    private IEnumerable<Id<Account>> Judged(Matter matter, MatterReading before, List<Grant> given)
    {
        if (!before.Reads) return IsNamedNow(matter) ? Known(work.Actor.Account, matter.ChairId) : [work.Actor.Account];
        var inside = matter.Participants.Select(p => p.AccountId).OfType<Id<Account>>().Concat(Known(matter.ChairId, matter.ProposedBy));
        return before.IsOffice ? inside.Concat(given.Select(g => new Id<Account>(g.SubjectId))) : inside;
    }

    private static IEnumerable<Id<Account>> Known(params Id<Account>?[] accounts) => accounts.OfType<Id<Account>>();

    private bool IsNamedNow(Matter matter) => db.Entry(matter).Property(m => m.ChairId) is var chair && chair.CurrentValue != chair.OriginalValue;

    private AccessLevel LevelOf(Matter matter, Id<Account> account) => MatterAccess.Read(matter, account, work.Now).Level switch
    {
        MatterLevel.Chair or MatterLevel.SecretaryWrite => AccessLevel.Manage,
        MatterLevel.FullRead or MatterLevel.SessionLimited or MatterLevel.ItemLimited => AccessLevel.Contribute,
        // The chair comes back to who had it, be it the proposer: whoever declined it does not see that they are still there.
        MatterLevel.Nothing or MatterLevel.OwnProposal when account == matter.ChairId && account == matter.FormerChairId => AccessLevel.Manage,
        MatterLevel.OwnProposal => AccessLevel.Envelope,
        MatterLevel.Nothing => matter.IsAtTheDoor(account) ? AccessLevel.Envelope : AccessLevel.None,
    };

    /// <summary>The chair and the secretary follow what became of the 依頼票 they sent, as long as they are that; an order itself names no matter.</summary>
    /// <param name="matter">The matter, after the act.</param>
    /// <param name="judged">Of whom it is known here what they are.</param>
    /// <param name="ct">Gives up.</param>
    public async Task FollowOrdersAsync(Matter matter, IReadOnlyCollection<Id<Account>> judged, CancellationToken ct)
    {
        var receivers = matter.WaysOut.OfType<WayOut.ToWorkOrder>().Where(w => w.OrderId is not null).ToDictionary(w => w.OrderId!.Value.Value, w => w.ReceiverId.Value);
        if (receivers.Count == 0) return;
        var orders = receivers.Keys.ToList();
        var given = await db.Grants.Where(g => g.RootKind == RootKind.WorkOrder && orders.Contains(g.RootId) && g.Until > work.Now).ToListAsync(ct);
        given.RemoveAll(g => g.SubjectId == receivers[g.RootId]);
        foreach (var account in judged)
        {
            var own = given.FindAll(g => g.SubjectId == account.Value);
            if (FollowsAt(matter, account) is not { } level) own.ForEach(g => g.EndAt(work.Now));
            else foreach (var order in orders.Where(o => !own.Exists(g => g.RootId == o))) work.GrantTo(account, new(RootKind.WorkOrder, order), level, GrantBasis.WorkOrder);
        }
    }

    private AccessLevel? FollowsAt(Matter matter, Id<Account> account) => LevelOf(matter, account) != AccessLevel.Manage ? null
        : account == matter.ChairId ? AccessLevel.Manage : AccessLevel.Read;
}
