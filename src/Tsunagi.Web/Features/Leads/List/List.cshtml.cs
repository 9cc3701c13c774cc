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

    public IReadOnlyList<LeadRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = await list.RunAsync(!All, Mine, ct);
}
