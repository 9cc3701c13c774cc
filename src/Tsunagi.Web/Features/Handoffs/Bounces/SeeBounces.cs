using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>What the area manager sees: where handoffs are passed around, and where they wait. Counts and ages, no content.</summary>
public sealed record BounceSight(IReadOnlyList<BouncingHandoff> Bouncing, IReadOnlyList<HandoffQueueLength> Queues);

/// <summary>たらい回しの知らせ (anti-たらい回し; domain.md W2).</summary>
public sealed class SeeBounces(AppDb db, Work work, HandoffGround ground)
{
    public async Task<BounceSight> RunAsync(CancellationToken ct)
    {
        var area = ground.OwnArea();
        var bouncing = await db.BouncingHandoffsAsync(area, ground.Rules.BounceAlertOver, ct);
        var queues = await db.HandoffQueueLengthsAsync(area, ct);
        work.Saw(Permission.SeeBounces, RootRef.System);
        return new(bouncing, [.. queues.OrderBy(q => q.Oldest)]);
    }

    /// <summary>How many alerts there are, for Today.</summary>
    public async Task<int> CountAsync(CancellationToken ct) =>
        (await db.BouncingHandoffsAsync(ground.OwnArea(), ground.Rules.BounceAlertOver, ct)).Count;
}
