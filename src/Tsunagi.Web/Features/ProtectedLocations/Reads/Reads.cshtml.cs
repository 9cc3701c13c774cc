using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.ProtectedLocations;

/// <summary>A table of looks.</summary>
public sealed record ReadsTable(IReadOnlyList<ReadRow> Rows, CurrentWard Ward, bool Linked);

/// <summary>居場所の閲覧の報告.</summary>
[Permit(Permission.SeeLocationReads)]
public sealed class ReadsModel(SeeProtection see, CurrentWard ward) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public PageOf<ReadRow> Found { get; private set; } = new([], 0, null);
    public CurrentWard Ward => ward;

    public async Task OnGetAsync(CancellationToken ct) => Found = await see.ReportAsync(After, ct);
}
