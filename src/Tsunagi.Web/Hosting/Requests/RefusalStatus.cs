using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Hosting.Requests;

/// <summary>What kind of refusal it is, for pages and API alike.</summary>
static class RefusalStatus
{
    /// <summary>Whether it is about who asks, not about what was asked: 403, and not a field to be put right.</summary>
    public static bool IsAboutTheActor(this Refusal refusal) => refusal.Code is RefusalCode.NotAllowed or RefusalCode.NotNamedReader or RefusalCode.OwnAccount or RefusalCode.OthersToken;
}
