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
sealed class WorkOrdersToday(AppDb db, Work work) : ITodaySource
{
    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct)
    {
        if (!AccessPolicy.RoleAllows(work.Actor, Permission.ListWorkOrders)) return [];
        var own = work.Actor.Organisation;
        var found = await db.WorkOrders.AsNoTracking()
            .Where(o => o.ReceiverId == own && o.State != WorkOrderState.Done && o.State != WorkOrderState.Withdrawn)
            .OrderBy(o => o.Deadline).Take(ITodaySource.Most).ToListAsync(ct);
        return [.. found.Select(o => new TodayRow(TodayList.Waiting, JapanTime.StartOf(o.Deadline), $"依頼票：{o.Task}", WorkOrderLinks.Detail(o.Id))
        {
            When = $"期限 {ConferenceWords.Day(o.Deadline)}　{ConferenceWords.Of(o.State)}",
            Tone = o.IsOverdue(work.Today) ? Tone.Warning : Tone.Neutral,
            NextLabel = "答える",
        })];
    }
}
