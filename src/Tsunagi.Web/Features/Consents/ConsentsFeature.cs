using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.Today;

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
            services.AddScoped<SeeConsentCorrections>();
            services.AddScoped<ITodaySource, ConsentCorrectionsToday>();
            services.AddSingleton(new MenuEntry(MenuWords.ConsentCorrections, ConsentLinks.Corrections, Permission.SeeConsentCorrections));
            services.AddScoped<ITodaySource, ConsentToday>();
            services.AddScoped<ICaseFactSource, ConsentFact>().AddScoped<ICaseCourseSource, ConsentCourse>();
            services.AddSingleton(new CaseTab("consents", "同意", 70, ConsentLinks.Of, Permission.SeeConsents));
        },
        ConsentsApi.Map);
}
