using Tsunagi.Domain.Access;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Features.Notices.Match;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.Today;

namespace Tsunagi.Web.Features.Notices;

/// <summary>連携検討のお知らせ: what the coordinators alone are told, by a published rule (rules §7, docs/adr/0055).</summary>
static class NoticesFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddScoped<MatchAtNight>();
            services.AddHostedService<NightWatch>();
            services.AddScoped<NoticesInCharge>();
            services.AddScoped<NoticeList>();
            services.AddScoped<AnswerNotice>();
            services.AddScoped<CountNotices>();
            services.AddScoped<SeeNoticeRule>();
            services.AddScoped<SeeNoticeFigures>();
            services.AddScoped<KeepMatchingWish>();
            services.AddScoped<MarkConcerns>();
            services.AddScoped<ITodaySource, NoticesToday>();
            services.AddSingleton(new MenuEntry(MenuWords.Notices, NoticeLinks.List, Permission.ListNotices));
            services.AddSingleton(new MenuEntry(MenuWords.NoticeFigures, NoticeLinks.Figures, Permission.SeeNoticeFigures));
            services.AddSingleton(new CaseTab("concerns", "印", 80, NoticeLinks.Concerns));
        },
        NoticesApi.Map);
}
