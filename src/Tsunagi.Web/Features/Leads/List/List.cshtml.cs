using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Leads;

/// <summary>気になる情報の一覧.</summary>
[Permit(Permission.ListLeads)]
public sealed class LeadsModel(LeadList list) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PageOf<LeadRow> Found { get; private set; } = new([], 0, null);

    public string Href(string? after = null) => $"{LeadLinks.List}?all={All}&mine={Mine}{(after is null ? "" : $"&after={after}")}";

    public async Task OnGetAsync(CancellationToken ct) => Found = await list.RunAsync(new() { All = All, Mine = Mine, After = After }, ct);
}
