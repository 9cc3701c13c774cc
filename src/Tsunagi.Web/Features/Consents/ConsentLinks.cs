using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Consents;

/// <summary>Where the consent pages are.</summary>
public static class ConsentLinks
{
    public const string Corrections = "/consent-corrections";

    public static string Of(Id<Case> @case) => $"/cases/{@case}/consents";
    public static string Explain(Id<Case> @case) => $"/cases/{@case}/consents/new";
    public static string Detail(Id<Consent> consent) => $"/consents/{consent}";
    public static string Print(Id<Consent> consent) => $"/consents/{consent}/print";
}
