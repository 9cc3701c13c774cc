using Tsunagi.Domain.Access;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.AuditTrail;

/// <summary>監査記録: who saw, did or was refused what, for those who watch over it.</summary>
static class AuditTrailFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddSingleton<AuditKey>();
            services.AddScoped<AuditLines>();
            services.AddScoped<ListAudit>();
            services.AddSingleton(new MenuEntry(MenuWords.Audit, AuditTrailLinks.List, Permission.SeeAudit));
        },
        AuditTrailApi.Map);
}
