using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Search;

/// <summary>さがす.</summary>
[Permit(Permission.SearchRecords)]
public sealed class SearchModel(SearchRecords search) : TsunagiPage
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public Found Found { get; private set; } = Found.Nothing;

    public async Task OnGetAsync(CancellationToken ct) => Found = await search.RunAsync(Query, ct);
}
