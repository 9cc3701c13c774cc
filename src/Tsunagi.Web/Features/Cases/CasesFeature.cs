using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.Today;

namespace Tsunagi.Web.Features.Cases;

/// <summary>支援ケース: the case and everything written around it – course, people, assessment, team, tasks, handover.</summary>
static class CasesFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddScoped<NameBook>();
            services.AddScoped<Withholding>();
            services.AddScoped<CaseHeaders>();
            services.AddScoped<ConsultationCase>();
            services.AddScoped<RunningCases>();
            services.AddScoped<CaseCodes>();
            services.AddScoped<CaseChoices>();
            services.AddScoped<ListCases>();
            services.AddScoped<CaseTimeline>();
            services.AddScoped<ChangeCase>();
            services.AddScoped<SteerCase>();
            services.AddScoped<CloseCase>();
            services.AddScoped<ContinueCase>();
            services.AddScoped<ChangePeople>();
            services.AddScoped<ChangeTeam>();
            services.AddScoped<WriteNote>();
            services.AddScoped<WriteAssessment>();
            services.AddScoped<ChangeTask>();
            services.AddScoped<OfferHandover>();
            services.AddScoped<AnswerHandover>();
            services.AddScoped<HandoverRecords>();
            services.AddScoped<ListHandovers>();
            services.AddScoped<AssignWorker>();
            services.AddScoped<AssignMany>();
            services.AddScoped<CasesToAssign>();
            services.AddScoped<CaseHistory>();
            services.AddScoped<IOpenWorkSource, CaseOpenWork>();
            services.AddScoped<ITodayFacts, NextActionsToday>();
            services.AddScoped<ITodayFacts, ContactGapsToday>();
            services.AddScoped<ITodayFacts, PauseReviewsToday>();
            services.AddScoped<ITodayFacts, FollowUpsToday>();
            services.AddScoped<ITodayFacts, TasksToday>();
            services.AddScoped<ITodayFacts, HandoversToday>();
            services.AddSingleton(new CaseTab("course", "経過", 10, CaseLinks.Of));
            services.AddSingleton(new CaseTab("people", "世帯", 20, CaseLinks.People));
            services.AddSingleton(new CaseTab("assessment", "アセスメント", 30, CaseLinks.Assessment));
            services.AddSingleton(new CaseTab("history", "閲覧履歴", 90, CaseLinks.History, Permission.SeeCaseHistory));
            services.AddSingleton(new MenuEntry(MenuWords.Cases, CaseLinks.List, Permission.ListCases) { Also = [HandoverLinks.List, "/plans", "/consents"] });
        },
        CasesApi.Map);
}
