using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.AuditTrail;

/// <summary>The audit through the API, by the same handler as the page.</summary>
static class AuditTrailApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/audit", ListAsync).Permit(Permission.SeeAudit).Produces<AuditPage>();

    private static async Task<ApiAnswer> ListAsync([AsParameters] AuditFilter filter, ListAudit list, CancellationToken ct)
    {
        var outcome = await list.RunAsync(filter, ct);
        return ApiAnswer.Of(outcome, () => ApiAnswer.Ok(outcome.Value));
    }
}
