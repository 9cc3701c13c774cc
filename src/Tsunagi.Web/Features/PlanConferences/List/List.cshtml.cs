using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.PlanConferences;

[Permit(Permission.ListPlanConferences)]
public sealed class ListModel(ListPlanConferences list, PlanWard ward) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PageOf<PlanConferenceRow> Found { get; private set; } = new([], 0, null);
    public string ConferenceName => ward.ConferenceName;

    public async Task OnGetAsync(CancellationToken ct) => Found = await list.RunAsync(After, ct);

    public static string? Href(string? after) => after is null ? null : $"{PlanConferenceLinks.List}?after={after}";
}
