using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Conferences.WorkOrders;

/// <summary>依頼票 that wait for this desk's answer.</summary>
sealed class WorkOrdersToday(AppDb db, Work work) : ISeldomToday
{
    public IQueryable<int>? Waiting => AccessPolicy.RoleAllows(work.Actor, Permission.ListWorkOrders) ? Open.Select(_ => 1) : null;

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct)
    {
        if (!AccessPolicy.RoleAllows(work.Actor, Permission.ListWorkOrders)) return [];
        var found = await Open.OrderBy(o => o.Deadline).Take(ITodaySource.Most).ToListAsync(ct);
        return [.. found.Select(o => new TodayRow(TodayList.Waiting, JapanTime.StartOf(o.Deadline), $"依頼票：{o.Task}", WorkOrderLinks.Detail(o.Id))
        {
            When = $"期限 {ConferenceWords.Day(o.Deadline)}　{ConferenceWords.Of(o.State)}",
            Tone = o.IsOverdue(work.Today) ? Tone.Warning : Tone.Neutral,
            NextLabel = "答える",
        })];
    }

    private IQueryable<WorkOrder> Open
    {
        get
        {
            var own = work.Actor.Organisation;
            return db.WorkOrders.AsNoTracking().Where(o => o.ReceiverId == own && o.State != WorkOrderState.Done && o.State != WorkOrderState.Withdrawn);
        }
    }
}
