using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.UrgentReports;

[Permit(Permission.ListUrgentReports)]
public sealed class ListModel(ListUrgentReports list, UrgentReportGround ground) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    public UrgentReportPage Found { get; private set; } = null!;

    public UrgentReportGround Ground => ground;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Found = await list.RunAsync(Ended, ct);
        return Page();
    }
}
