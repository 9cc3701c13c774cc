using Tsunagi.Domain.Access;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Features.Conferences.WorkOrders;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.Today;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>支援会議（社会福祉法106条の6）と依頼票.</summary>
static class SupportConferencesFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddScoped<MatterGrants>();
            services.AddScoped<MatterDesk>();
            services.AddScoped<SupportConferenceList>();
            services.AddScoped<ProposeMatter>();
            services.AddScoped<KeepProposal>();
            services.AddScoped<MatterOffice>();
            services.AddScoped<MatterMembers>();
            services.AddScoped<MatterSessions>();
            services.AddScoped<MatterRecords>();
            services.AddScoped<MatterCopies>();
            services.AddScoped<MatterWaysOut>();
            services.AddScoped<WorkOrderList>();
            services.AddScoped<ITodaySource, ConferencesToday>();
            services.AddScoped<ITodayFacts, WorkOrdersToday>();
            services.AddScoped<AnswerWorkOrder>();
            services.AddScoped<OwnOpenCases>();
            services.AddSingleton(new MenuEntry(MenuWords.Conferences, SupportLinks.List, Permission.ListSupportConferences) { Also = [WorkOrderLinks.List] });
        },
        api =>
        {
            SupportConferencesApi.Map(api);
            WorkOrdersApi.Map(api);
        });
}
