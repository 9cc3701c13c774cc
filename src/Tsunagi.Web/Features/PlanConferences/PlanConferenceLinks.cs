using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.PlanConferences;

/// <summary>Where the pages of the 重層的支援会議 are.</summary>
public static class PlanConferenceLinks
{
    public const string List = "/conferences/plan";

    public static string New(Id<Plan> plan, int version) => $"/conferences/plan/new?plan={plan}&version={version}";
    public static string Of(Id<Case> @case) => $"/cases/{@case}/conferences";
    public static string Detail(Id<PlanConference> conference) => $"/conferences/plan/{conference}";
}
