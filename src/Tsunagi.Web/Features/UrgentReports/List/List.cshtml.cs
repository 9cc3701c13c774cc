using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.UrgentReports;

[Permit(Permission.ListUrgentReports)]
public sealed class ListModel(ListUrgentReports list, UrgentReportGround ground) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PageOf<UrgentReportRow> Found { get; private set; } = null!;

    public UrgentReportGround Ground => ground;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Found = await list.RunAsync(Ended, After, ct);
        return Page();
    }

    public static string Href(bool ended, string? after = null) => $"{UrgentReportLinks.List}?ended={ended}{(after is null ? "" : $"&after={after}")}";
}
