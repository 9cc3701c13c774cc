namespace Tsunagi.Web.Features.Plans;

/// <summary>支援プラン: versions, signatures, gates, monitoring, evaluation, follow-up.</summary>
static class PlansFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddScoped<DraftPlan>();
            services.AddScoped<AdvancePlan>();
            services.AddScoped<FollowPlan>();
        },
        PlansApi.Map);
}
