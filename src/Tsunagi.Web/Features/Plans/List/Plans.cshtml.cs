using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Plans;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Plans;

/// <summary>ケースのプラン.</summary>
[Permit(Permission.SeePlan)]
public sealed class PlansModel(AppDb db) : CasePage
{
    public override string Tab => "plans";
    public IReadOnlyList<Plan> Plans { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(async () =>
        Plans = await db.Plans.AsNoTracking().Where(p => p.CaseId == Id).OrderByDescending(p => p.Id).ToListAsync(ct), ct, Permission.SeePlan);
}
