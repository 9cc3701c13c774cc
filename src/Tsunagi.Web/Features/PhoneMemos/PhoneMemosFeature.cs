using Tsunagi.Domain.Access;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.Today;

namespace Tsunagi.Web.Features.PhoneMemos;

/// <summary>電話メモ: a message for a colleague of the same desk, with the list of those to call back (rules §12).</summary>
static class PhoneMemosFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddScoped<ChangePhoneMemo>();
            services.AddScoped<PhoneMemoList>();
            services.AddScoped<ITodayFacts, PhoneMemosToday>();
            services.AddSingleton(new MenuEntry(MenuWords.PhoneMemos, PhoneMemoLinks.List, Permission.ListPhoneMemos));
        },
        PhoneMemosApi.Map);
}
