using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>One open handoff that has been passed around too often: where it lies and since when, nothing of what it says.</summary>
public sealed record BouncingHandoff(
    HandoffKind Kind, HandoffState State, DateTimeOffset StateSince, DateTimeOffset ChainSince, int Bounces,
    Id<Organisation> Sender, Id<Organisation>? Receiver);

/// <summary>How many handoffs wait at an organisation, and since when the oldest does.</summary>
public sealed record HandoffQueueLength(Id<Organisation> Organisation, int Waiting, DateTimeOffset Oldest);

/// <summary>
/// Queues as an area manager sees them (地区をバックアップする体制): counts and ages. These two queries look past the access
/// filter because an area manager holds no grant on any handoff and must get none; they select no id, text or place.
/// </summary>
public static class HandoffQueues
{
    /// <summary>The open handoffs of some organisations whose chain bounced more often than <paramref name="over"/>.</summary>
    public static async Task<IReadOnlyList<BouncingHandoff>> BouncingHandoffsAsync(
        this AppDb db, IReadOnlyList<Id<Organisation>> organisations, int over, CancellationToken ct)
    {
        var ended = HandoffStates.WaitingFor(HandoffSide.Neither);
        var all = db.Handoffs.IgnoreQueryFilters([AccessFilter.Name]).AsNoTracking();
        return await all
            .Where(h => h.ChainBounces > over && !ended.Contains(h.State) && h.State != HandoffState.Drafted)
            .Where(h => organisations.Contains(h.SenderId) || organisations.Contains(h.ReceiverId!.Value))
            .OrderBy(h => h.StateSince)
            .Select(h => new BouncingHandoff(
                h.Kind, h.State, h.StateSince, all.Where(c => c.ChainRootId == h.ChainRootId).Min(c => c.SentAt) ?? h.StateSince,
                h.ChainBounces, h.SenderId, h.ReceiverId))
            .ToListAsync(ct);
    }

    /// <summary>How long the inboxes of some organisations are.</summary>
    public static async Task<IReadOnlyList<HandoffQueueLength>> HandoffQueueLengthsAsync(
        this AppDb db, IReadOnlyList<Id<Organisation>> organisations, CancellationToken ct)
    {
        var waiting = HandoffStates.WaitingFor(HandoffSide.Receiver);
        return await db.Handoffs.IgnoreQueryFilters([AccessFilter.Name]).AsNoTracking()
            .Where(h => waiting.Contains(h.State) && organisations.Contains(h.ReceiverId!.Value))
            .GroupBy(h => h.ReceiverId!.Value)
            .Select(g => new HandoffQueueLength(g.Key, g.Count(), g.Min(h => h.StateSince)))
            .ToListAsync(ct);
    }
}
