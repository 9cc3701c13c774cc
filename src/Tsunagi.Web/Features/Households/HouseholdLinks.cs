using Tsunagi.Domain.Households;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Households;

/// <summary>Where the pages of households are.</summary>
public static class HouseholdLinks
{
    public static string Detail(Id<Household> household) => $"/households/{household}";

    /// <summary>The household as it was on a day.</summary>
    public static string On(Id<Household> household, DateOnly day) => $"/households/{household}?on={day:yyyy-MM-dd}";

    /// <summary>家族の関係, of a person when one is named.</summary>
    public static string Kin(Id<Household> household, Id<Person>? person = null) => $"/households/{household}/kin" + (person is { } one ? $"?person={one}" : "");

    /// <summary>つながり, of a person when one is named.</summary>
    public static string Ties(Id<Household> household, Id<Person>? person = null) => $"/households/{household}/ties" + (person is { } one ? $"?person={one}" : "");
}
