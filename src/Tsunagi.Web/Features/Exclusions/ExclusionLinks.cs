using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Exclusions;

/// <summary>Where the pages of 閲覧の除外 are.</summary>
public static class ExclusionLinks
{
    public const string List = "/exclusions";
    public const string TakeBack = "/exclusions/perpetrator-side";
    public const string Declared = "/exclusions/declared";

    public static string Declare(Id<Person> person) => $"/people/{person}/exclusion";
}
