using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Cases;

/// <summary>Where the pages of 引継ぎ are.</summary>
public static class HandoverLinks
{
    public const string List = "/handovers";

    public static string Of(Id<Handover> id) => $"/handovers/{id}";
    public static string Print(Id<Handover> id) => $"{Of(id)}/print";
}
