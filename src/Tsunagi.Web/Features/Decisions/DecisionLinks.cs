using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Decisions;

/// <summary>Where the decision pages are.</summary>
public static class DecisionLinks
{
    public const string List = "/decisions";

    public static string Detail(Id<Decision> decision) => $"/decisions/{decision}";
    public static string Print(Id<Decision> decision) => $"{Detail(decision)}/print";
}
