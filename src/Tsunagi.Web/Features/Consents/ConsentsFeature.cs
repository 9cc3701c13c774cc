using Tsunagi.Data.Access;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Features.Consents;

/// <summary>同意: explained, given, declined, withdrawn – and what is shared on it.</summary>
static class ConsentsFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddScoped<PlanWard>();
            services.AddScoped<ConsentSharing>();
            services.AddScoped<ExplainConsent>();
            services.AddScoped<AnswerConsent>();
        },
        ConsentsApi.Map);
}
