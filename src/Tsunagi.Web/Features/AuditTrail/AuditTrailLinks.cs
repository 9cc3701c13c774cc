namespace Tsunagi.Web.Features.AuditTrail;

/// <summary>Where the audit is.</summary>
public static class AuditTrailLinks
{
    public const string List = "/audit";
}
