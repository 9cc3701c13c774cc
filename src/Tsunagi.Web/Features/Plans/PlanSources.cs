using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Plans;

/// <summary>期限が近い・過ぎたモニタリング: on the main agency's list and on that of the organisation that keeps the plan .</summary>
sealed class PlanToday(AppDb db, Work work) : ISeldomToday
{
    public IQueryable<int>? Waiting => Due.Select(_ => 1);

    private const int DaysBefore = 7;

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct)
    {
        var versions = await Due.OrderBy(v => v.NextMonitoringOn).Take(ITodaySource.Most).ToListAsync(ct);
        return versions.ConvertAll(v =>
        {
            var due = v.NextFollowUpOn ?? v.NextMonitoringOn!.Value;
            return new TodayRow(TodayList.Due, JapanTime.StartOf(due), v.State switch
            {
                PlanVersionState.FollowUp => "フォローアップ",
                PlanVersionState.Interrupted => "中断中のプランへの働きかけ",
                _ => "プランのモニタリング",
            }, PlanLinks.Version(v.PlanId, v.Number))
            {
                When = DateWords.Until(due, work.Today),
                Tone = due < work.Today ? Tone.Warning : Tone.Neutral,
                NextLabel = "記録する",
            };
        });
    }

    private IQueryable<PlanVersion> Due
    {
        get
        {
            var (own, until) = (work.Actor.Organisation, work.Today.AddDays(DaysBefore));
            return db.PlanVersions.AsNoTracking()
                .Where(v => (v.MainAgencyId == own || db.Plans.Any(p => p.Id == v.PlanId && p.OrganisationId == own))
                    && ((v.NextMonitoringOn <= until && (v.State == PlanVersionState.Active || v.State == PlanVersionState.Interrupted))
                        || (v.NextFollowUpOn <= until && v.State == PlanVersionState.FollowUp)));
        }
    }
}

/// <summary>A case with an open plan is not closed over it.</summary>
sealed class PlanOpenWork(AppDb db) : IOpenWorkSource
{
    public async Task<OpenWork> OfAsync(Id<Case> id, CancellationToken ct)
    {
        var plans = await db.Plans.AsNoTracking().Where(p => p.CaseId == id).ToListAsync(ct);
        return new OpenWork(0, false, plans.Exists(p => p.IsOpen), 0);
    }
}
