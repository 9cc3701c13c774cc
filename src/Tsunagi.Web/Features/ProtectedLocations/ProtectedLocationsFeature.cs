using Tsunagi.Data.ProtectedLocations;
using Tsunagi.Domain.Access;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.Today;

namespace Tsunagi.Web.Features.ProtectedLocations;

/// <summary>支援措置: protected locations, their readers and the report of every look.</summary>
static class ProtectedLocationsFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddSingleton<LocationKey>();
            services.AddScoped<SealedLocations>();
            services.AddScoped<ProtectedLocations>();
            services.AddScoped<ProtectPerson>();
            services.AddScoped<EndProtection>();
            services.AddScoped<AddReader>();
            services.AddScoped<ReadLocation>();
            services.AddScoped<WriteLocation>();
            services.AddScoped<SeeProtection>();
            services.AddScoped<ITodaySource, ProtectionToday>();
            services.AddSingleton(new MenuEntry(MenuWords.LocationReads, ProtectedLocationLinks.Reads, Permission.SeeLocationReads));
        },
        ProtectedLocationsApi.Map);
}
