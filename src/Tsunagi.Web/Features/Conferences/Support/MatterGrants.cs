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
    public async Task AlignAsync(Matter matter, CancellationToken ct)
    {
        var wanted = Wanted(matter);
        var root = matter.Root;
        var given = await db.Grants.Where(g => g.RootKind == RootKind.Matter && g.RootId == root.Id && g.Until > work.Now).ToListAsync(ct);
        foreach (var grant in given)
            if (wanted.TryGetValue(grant.SubjectId, out var level) && level != grant.Level) grant.EndAt(work.Now);
        foreach (var (account, level) in wanted)
            if (level > AccessLevel.None && !given.Exists(g => g.SubjectId == account && g.Level == level))
                work.GrantTo(new Id<Account>(account), root, level, GrantBasis.SupportConference).By(root.Id, null);
        await AlignOrdersAsync(matter, ct);
    }

    /// <summary>A new proposal: its proposer and the chair it names get the envelope.</summary>
    public void Open(Matter matter)
    {
        foreach (var account in new[] { matter.ProposedBy, matter.ChairId }.Distinct())
            work.GrantTo(account, matter.Root, AccessLevel.Envelope, GrantBasis.SupportConference).By(matter.Id.Value, null);
    }

    // Only accounts that this transaction can judge: what a reader does not see of others must not end their reading.
    private Dictionary<Guid, AccessLevel> Wanted(Matter matter)
    {
        var judged = matter.Participants.Select(p => p.AccountId).OfType<Id<Account>>().Append(matter.ChairId);
        if (MatterAccess.Read(matter, work.Actor.Account, work.Now).Reads) judged = judged.Append(matter.ProposedBy);
        return judged.Distinct().ToDictionary(a => a.Value, a => LevelOf(matter, a));
    }

    private AccessLevel LevelOf(Matter matter, Id<Account> account) => MatterAccess.Read(matter, account, work.Now).Level switch
    {
        MatterLevel.Chair or MatterLevel.SecretaryWrite => AccessLevel.Manage,
        MatterLevel.FullRead or MatterLevel.SessionLimited or MatterLevel.ItemLimited => AccessLevel.Contribute,
        MatterLevel.OwnProposal => AccessLevel.Envelope,
        MatterLevel.Nothing => account == matter.ChairId ? AccessLevel.Envelope : AccessLevel.None,
    };

    // The chair and the secretary follow what became of the orders they sent; the order itself names no matter.
    private async Task AlignOrdersAsync(Matter matter, CancellationToken ct)
    {
        foreach (var order in matter.WaysOut.OfType<WayOut.ToWorkOrder>().Select(w => w.OrderId).OfType<Id<WorkOrder>>())
        {
            var root = RootRef.Of(RootKind.WorkOrder, order);
            var given = await db.Grants.Where(g => g.RootId == root.Id && g.Until > work.Now).Select(g => g.SubjectId).ToListAsync(ct);
            if (!given.Contains(matter.ChairId.Value)) work.GrantTo(matter.ChairId, root, AccessLevel.Manage, GrantBasis.WorkOrder);
            if (matter.SecretaryId is { } secretary && !given.Contains(secretary.Value)) work.GrantTo(secretary, root, AccessLevel.Read, GrantBasis.WorkOrder);
        }
    }
}
