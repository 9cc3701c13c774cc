using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Handoffs;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>
/// Who sees a handoff: its two ends, and each the handoff alone. What of the enclosures the receiver reads and when is
/// decided by <see cref="Handoff.OpenTo"/>.
/// </summary>
static class HandoffGrants
{
    /// <summary>The receiver comes to see the handoff in the transaction that sends it.</summary>
    public static void ToReceiver(Work work, Handoff handoff)
    {
        if (handoff.ReceiverId is { } receiver)
            work.GrantTo(receiver, handoff.Root, AccessLevel.Contribute, GrantBasis.Handoff).By(handoff.Id.Value, null);
    }

    /// <summary>Both ends of a handoff that a redirect began.</summary>
    public static void ToBothEnds(Work work, Handoff handoff)
    {
        work.GrantTo(handoff.SenderId, handoff.Root, AccessLevel.Manage, GrantBasis.Handoff).By(handoff.Id.Value, null);
        ToReceiver(work, handoff);
    }
}
