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
    public IReadOnlyList<ReadRow> Rows { get; private set; } = [];
    public CurrentWard Ward => ward;

    public async Task OnGetAsync(CancellationToken ct) => Rows = await see.ReportAsync(ct);
}
