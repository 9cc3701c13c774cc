using Tsunagi.Domain.Access;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Today;

namespace Tsunagi.Web.Features.PlanConferences;

/// <summary>重層的支援会議: prepared, checked for consent, held, concluded, written up.</summary>
static class PlanConferencesFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddScoped<ListPlanConferences>();
            services.AddScoped<PreparePlanConference>();
            services.AddScoped<HoldPlanConference>();
            services.AddScoped<ITodayFacts, PlanConferenceToday>();
            services.AddScoped<ITodayFacts, UnheldToday>();
            services.AddScoped<ICaseCourseSource, PlanConferenceCourse>();
            services.AddSingleton(new CaseTab("conferences", "会議", 50, PlanConferenceLinks.Of, Permission.ListPlanConferences));
        },
        PlanConferencesApi.Map);
}
