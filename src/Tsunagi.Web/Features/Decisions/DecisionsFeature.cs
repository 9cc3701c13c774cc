using Tsunagi.Domain.Access;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.Today;

namespace Tsunagi.Web.Features.Decisions;

/// <summary>決裁: 起案 → 確認 → 決裁, 代決 and 後閲.</summary>
static class DecisionsFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddScoped<ListDecisions>();
            services.AddScoped<DecidingOffices>();
            services.AddScoped<DraftDecision>();
            services.AddScoped<TakeDecision>();
            services.AddScoped<DecisionMatters>();
            services.AddScoped<ITodaySource, DecisionToday>();
            services.AddScoped<ICaseCourseSource, DecisionCourse>();
            services.AddSingleton(new MenuEntry(MenuWords.Decisions, DecisionLinks.List, Permission.ListDecisions));
        },
        DecisionsApi.Map);
}
