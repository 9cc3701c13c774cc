using Tsunagi.Domain.Access;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.Today;

namespace Tsunagi.Web.Features.UrgentReports;

/// <summary>通告・通報: one card, reachable from every page.</summary>
static class UrgentReportsFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddSingleton(new MenuEntry(MenuWords.UrgentReports, UrgentReportLinks.List, Permission.ListUrgentReports));
            services.AddScoped<UrgentReportGround>();
            services.AddScoped<ReportedPersons>();
            services.AddScoped<MakeUrgentReport>();
            services.AddScoped<ActOnUrgentReport>();
            services.AddScoped<ShowUrgentReport>();
            services.AddScoped<ListUrgentReports>();
            services.AddScoped<ICaseFactSource, UrgentReportsOnCases>();
            services.AddScoped<ITodaySource, UrgentReportsToday>();
        },
        UrgentReportsApi.Map);
}
