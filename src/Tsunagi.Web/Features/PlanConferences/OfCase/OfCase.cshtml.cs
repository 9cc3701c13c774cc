using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.PlanConferences;

/// <summary>ケースの会議: the conferences on its plans. Of a 支援会議 nothing is shown here, not even that there was one (rules §2).</summary>
[Permit(Permission.ListPlanConferences)]
public sealed class OfCaseModel(AppDb db, PlanWard ward) : CasePage
{
    public override string Tab => "conferences";
    public IReadOnlyList<PlanConferenceRow> Conferences { get; private set; } = [];
    public string ConferenceName => ward.ConferenceName;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(async () =>
        Conferences = (await db.PlanConferences.AsNoTracking().Where(c => c.CaseId == Id).OrderByDescending(c => c.ScheduledAt).ToListAsync(ct)).ConvertAll(c => PlanConferenceRow.Of(c)), ct, Permission.SeePlanConference);
}
