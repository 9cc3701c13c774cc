using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Decisions;

/// <summary>Where the decision pages are.</summary>
public static class DecisionLinks
{
    public const string List = "/decisions";

    public static string New(DecisionKind kind, Id<Plan> plan, int version) => $"/decisions/new?kind={kind}&plan={plan}&version={version}";
    public static string Detail(Id<Decision> decision) => $"/decisions/{decision}";
}
