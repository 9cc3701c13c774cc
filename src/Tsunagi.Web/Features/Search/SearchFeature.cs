using Tsunagi.Data.Search;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Search;

/// <summary>What is searched for, and after whom of the people found it goes on.</summary>
public sealed record SearchInput(string? Query, Id<Person>? After = null);

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
        api => api.MapPost("/search", async (SearchInput input, SearchRecords search, CancellationToken ct) =>
            input.Query?.Length > SearchRecords.LongestQuery
                ? ApiAnswer.Refused([new(RefusalCode.TooLong, nameof(SearchInput.Query))])
                : ApiAnswer.Ok(await search.RunAsync(input.Query, input.After, ct)))
            .Permit(Permission.SearchRecords).WithMetadata(ReadingCall.Mark).Produces<Found>());
}
