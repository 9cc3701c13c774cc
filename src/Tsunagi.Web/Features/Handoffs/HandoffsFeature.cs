using Tsunagi.Domain.Access;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.Today;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>つなぎ: sending, receiving, judging, and seeing where things wait.</summary>
static class HandoffsFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddScoped<HandoffGround>();
            services.AddScoped<ComposeHandoff>();
            services.AddScoped<ActOnHandoff>();
            services.AddScoped<EnclosedPeople>();
            services.AddScoped<ShowHandoff>();
            services.AddScoped<ListHandoffs>();
            services.AddScoped<SeeBounces>();
            services.AddScoped<HandoffOrigin>().AddScoped<HandoffOffer>();
            services.AddScoped<IOpenWorkSource, HandoffsOnCases>().AddScoped<ICaseFactSource, HandoffsOnCases>().AddScoped<ICaseCourseSource, HandoffsOnCases>();
            services.AddScoped<IDecisionEffect, ReturnDecision>();
            services.AddSingleton(new CaseTab("handoffs", "つなぎ", 60, HandoffLinks.OfCase));
            services.AddScoped<ITodaySource, HandoffsToday>();
            services.AddSingleton(new MenuEntry(MenuWords.Handoffs, HandoffLinks.Received, Permission.ListHandoffs));
            services.AddSingleton(new MenuEntry(MenuWords.Bounces, HandoffLinks.Bounces, Permission.SeeBounces));
        },
        HandoffsApi.Map);
}
