using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Leads;

/// <summary>Where the pages of leads are.</summary>
public static class LeadLinks
{
    public const string List = "/leads";
    public const string New = "/leads/new";

    public static string Detail(Id<Lead> lead) => $"{List}/{lead}";
}
