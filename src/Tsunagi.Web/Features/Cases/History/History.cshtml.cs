using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>閲覧履歴: who looked at the case, or did something with it, when and on which ground.</summary>
[Permit(Permission.SeeCaseHistory)]
public sealed class HistoryModel(CaseHistory history) : CasePage
{
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public override string Tab => "history";

    public IReadOnlyList<AuditLine> Rows { get; private set; } = [];
    public string? OlderHref { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(async () =>
    {
        (Rows, var older) = await history.RunAsync(Id, Before, ct);
        OlderHref = older is not null ? $"{CaseLinks.History(Id)}?before={older}" : null;
    }, ct, Permission.SeeCaseHistory);
}
