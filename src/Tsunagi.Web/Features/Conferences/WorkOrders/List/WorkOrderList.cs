using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Conferences.WorkOrders;

/// <summary>届いた依頼票: what was asked of the desk one acts for, the waiting ones first.</summary>
public sealed class WorkOrderList(AppDb db, Work work)
{
    public async Task<IReadOnlyList<WorkOrder>> MineAsync(bool waitingOnly, CancellationToken ct)
    {
        var orders = await db.WorkOrders.AsNoTracking().Include(o => o.Answers)
            .Where(o => o.ReceiverId == work.Actor.Organisation
                && (!waitingOnly || (o.State != WorkOrderState.Done && o.State != WorkOrderState.Withdrawn)))
            .OrderBy(o => o.State == WorkOrderState.Done || o.State == WorkOrderState.Withdrawn).ThenBy(o => o.Deadline).Take(200).ToListAsync(ct);
        work.Saw(Permission.ListWorkOrders, RootRef.System);
        return orders;
    }

    /// <summary>One order and how the actor may use it; absent looks like denied.</summary>
    public async Task<Outcome<(WorkOrder Order, AccessDecision Decision)>> OpenAsync(Id<WorkOrder> id, CancellationToken ct)
    {
        var may = await work.MayAsync(Permission.SeeWorkOrder, RootRef.Of(RootKind.WorkOrder, id), ct);
        if (!may.IsDone) return Outcome<(WorkOrder, AccessDecision)>.Carry(may);
        var order = await db.WorkOrders.AsNoTracking().Include(o => o.Answers).SingleAsync(o => o.Id == id, ct);
        return (order, may.Value);
    }
}
