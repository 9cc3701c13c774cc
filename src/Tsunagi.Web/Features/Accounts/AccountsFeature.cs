using Tsunagi.Domain.Access;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Accounts;

/// <summary>利用者の管理: accounts, roles and passwords, administered on screen.</summary>
static class AccountsFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddScoped<CreateAccount>();
            services.AddScoped<ChangeAccount>();
            services.AddScoped<ApiTokens>();
            services.AddSingleton(new MenuEntry(MenuWords.Admin, AccountLinks.List, Permission.ManageAccounts));
        },
        AccountsApi.Map);
}
