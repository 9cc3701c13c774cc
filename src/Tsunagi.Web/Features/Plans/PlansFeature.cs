using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Today;

namespace Tsunagi.Web.Features.Plans;

/// <summary>支援プラン: versions, signatures, gates, monitoring, evaluation, follow-up.</summary>
static class PlansFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddScoped<PlanSight>();
            services.AddScoped<DraftPlan>();
            services.AddScoped<AdvancePlan>();
            services.AddScoped<FollowPlan>();
            services.AddScoped<ITodayFacts, PlanToday>();
            services.AddScoped<PlanConclusions>();
            services.AddScoped<PutUpPlan>();
            services.AddScoped<IDecisionEffect, PlanDecisions>();
            services.AddScoped<IOpenWorkSource, PlanOpenWork>();
            services.AddScoped<ICaseFactSource, FormerMainAgencyFact>().AddScoped<ICaseCourseSource, PlanCourse>();
            services.AddSingleton(new CaseTab("plans", "プラン", 40, PlanLinks.Of, Permission.SeePlan));
        },
        PlansApi.Map);
}
