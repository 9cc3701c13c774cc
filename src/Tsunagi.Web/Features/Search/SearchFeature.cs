using Tsunagi.Domain.Access;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Search;

/// <summary>さがす: one box for everything one may see.</summary>
static class SearchFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddScoped<SearchRecords>();
            services.AddSingleton(new MenuEntry(MenuWords.Search, "/search", Permission.SearchRecords));
        },
        api => api.MapGet("/search", async (string? q, SearchRecords search, CancellationToken ct) => ApiAnswer.Ok(await search.RunAsync(q, ct)))
            .Permit(Permission.SearchRecords).Produces<Found>());
}
