using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.People;

/// <summary>Where the pages of people are.</summary>
public static class PersonLinks
{
    public static string Detail(Id<Person> person) => $"/people/{person}";

    public static string Edit(Id<Person> person) => $"/people/{person}/edit";
}
