using Tsunagi.Domain.Households;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Households;

/// <summary>Where the pages of households are.</summary>
public static class HouseholdLinks
{
    public static string Detail(Id<Household> household) => $"/households/{household}";
}
