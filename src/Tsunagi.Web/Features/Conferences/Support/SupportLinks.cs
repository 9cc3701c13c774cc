using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>Where the pages of the 支援会議 are.</summary>
public static class SupportLinks
{
    public const string List = "/conferences/support";
    public const string Proposed = "/conferences/support#proposed";
    public const string Propose = "/conferences/support/propose";

    public static string ProposeFor(Id<Case> @case) => $"{Propose}?case={@case}";
    public static string Overview(Id<Matter> matter) => $"{List}/{matter}";
    public static string Members(Id<Matter> matter) => $"{List}/{matter}/members";
    public static string Requests(Id<Matter> matter) => $"{List}/{matter}/requests";
    public static string Hold(Id<Matter> matter) => $"{List}/{matter}/hold";
    public static string Minutes(Id<Matter> matter, int session) => $"{List}/{matter}/minutes/{session}";
    public static string WaysOut(Id<Matter> matter) => $"{List}/{matter}/ways-out";
    public static string Copies(Id<Matter> matter) => $"{List}/{matter}/copies";
    public static string Copy(Id<Matter> matter, int number) => $"{List}/{matter}/copies/{number}";
}
