using Tsunagi.Data.Search;
using Tsunagi.Domain.Access;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Search;

/// <summary>What is searched for, and from which of the people found on.</summary>
public sealed record SearchInput(string? Query, int From = 0);

/// <summary>さがす: one box for everything one may see.</summary>
static class SearchFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddScoped<PersonSearch>();
            services.AddScoped<SearchRecords>();
            services.AddSingleton<SearchAddress>();
            services.AddSingleton(new MenuEntry(MenuWords.Search, "/search", Permission.SearchRecords));
        },
        // Posted, for a name does not belong in an address (ADR 0036).
        api => api.MapPost("/search", async (SearchInput input, SearchRecords search, CancellationToken ct) => ApiAnswer.Ok(await search.RunAsync(input.Query, input.From, ct)))
            .Permit(Permission.SearchRecords).WithMetadata(ReadingCall.Mark).Produces<Found>());
}
