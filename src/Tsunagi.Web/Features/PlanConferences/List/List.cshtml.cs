using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.PlanConferences;

/// <summary>重層的支援会議の一覧: those the viewer's own work or invitation opens.</summary>
[Permit(Permission.ListPlanConferences)]
public sealed class ListModel(AppDb db, PlanWard ward) : TsunagiPage
{
    public IReadOnlyList<PlanConference> Conferences { get; private set; } = [];
    public string ConferenceName => ward.ConferenceName;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Work.Saw(Permission.ListPlanConferences, RootRef.System);
        Conferences = await db.PlanConferences.AsNoTracking().OrderByDescending(c => c.ScheduledAt).Take(100).ToListAsync(ct);
    }
}
