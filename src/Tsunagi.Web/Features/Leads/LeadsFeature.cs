using Tsunagi.Domain.Access;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.Today;

namespace Tsunagi.Web.Features.Leads;

/// <summary>気になる情報: a weak sign, with an owner and a next date.</summary>
static class LeadsFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddScoped<ChangeLead>();
            services.AddScoped<LeadList>();
            services.AddScoped<ITodayFacts, LeadsToday>();
            services.AddSingleton(new MenuEntry(MenuWords.Leads, LeadLinks.List, Permission.ListLeads));
        },
        LeadsApi.Map);
}
