using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Search;

/// <summary>さがす: what is asked for is posted, and found at an address that does not tell it.</summary>
[Permit(Permission.SearchRecords)]
public sealed class SearchModel(SearchRecords search, SearchAddress address) : TsunagiPage
{
    /// <summary>What was searched for, sealed.</summary>
    [BindProperty(SupportsGet = true, Name = "of")]
    public string? Of { get; set; }

    /// <summary>After whom of the people found the search goes on.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public Id<Person>? After { get; set; }

    [BindProperty(Name = "q")]
    public string? Query { get; set; }

    public Found Found { get; private set; } = Found.Nothing;

    /// <summary>The address came from somewhere else, or from somebody else.</summary>
    public bool CannotOpen { get; private set; }

    /// <summary>Where the search goes on; null when nobody is left.</summary>
    public string? MorePath => Found.Next is { } next ? QueryHelpers.AddQueryString(address.Of(Query, Work.Actor.Account), "after", next.ToString()) : null;

    /// <summary>Whether the list of records that may be of one person is for the viewer.</summary>
    public bool ListsSamePersons => AccessPolicy.RoleAllows(Work.Actor, Permission.ListSamePersons);

    public bool TooLong => Query?.Length > SearchRecords.LongestQuery;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Query = Of is null ? null : address.Open(Of, Work.Actor.Account);
        CannotOpen = Of is not null && Query is null;
        Found = await search.RunAsync(Query, After, ct);
    }

    public IActionResult OnPost()
    {
        if (!TooLong) return LocalRedirect(address.Of(Query, Work.Actor.Account));
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
