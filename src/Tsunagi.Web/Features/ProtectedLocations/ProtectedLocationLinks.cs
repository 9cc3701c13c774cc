using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.ProtectedLocations;

/// <summary>Where the pages of 支援措置 are.</summary>
public static class ProtectedLocationLinks
{
    public const string Reads = "/location-reads";

    public static string Of(Id<Person> person) => $"/people/{person}/protection";
}
