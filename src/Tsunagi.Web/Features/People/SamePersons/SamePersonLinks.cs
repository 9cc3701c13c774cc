using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.People.SamePersons;

/// <summary>Where the pages about records of one person are.</summary>
public static class SamePersonLinks
{
    public const string List = "/people/duplicates";

    public static string Of(Id<SamePerson> judgement) => $"{List}/{judgement}";

    public static string In(SamePersonList list) => list == SamePersonList.Open ? List : $"{List}?list={list}";
}
