using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Conferences.WorkOrders;

/// <summary>届いた依頼票: what was asked of the desk one acts for. What waits is read whole, the rest page by page.</summary>
public sealed class WorkOrderList(AppDb db, Work work)
{
    /// <summary>What waits for an answer, whole, by its deadline.</summary>
    public async Task<IReadOnlyList<WorkOrder>> WaitingAsync(CancellationToken ct)
    {
        work.Saw(Permission.ListWorkOrders, RootRef.System);
        return await Own.Where(o => o.State != WorkOrderState.Done && o.State != WorkOrderState.Withdrawn)
            .OrderBy(o => o.Deadline).ThenBy(o => o.Id).ToListAsync(ct);
    }

    /// <summary>A page of those that are over, or of all; the latest deadline on top.</summary>
    public async Task<PageOf<WorkOrder>> RunAsync(bool over, string? after, CancellationToken ct)
    {
        var asked = over ? Own.Where(o => o.State == WorkOrderState.Done || o.State == WorkOrderState.Withdrawn) : Own;
        work.Saw(Permission.ListWorkOrders, RootRef.System);
        return await After(asked, after).OrderByDescending(o => o.Deadline).ThenByDescending(o => o.Id)
            .ToPageAsync(await asked.CountAsync(ct), o => new(JapanTime.StartOf(o.Deadline), o.Id.Value), ct);
    }

    private IQueryable<WorkOrder> Own
    {
        get
        {
            var own = work.Actor.Organisation;
            return db.WorkOrders.AsNoTracking().Include(o => o.Answers).Where(o => o.ReceiverId == own);
        }
    }

    private static IQueryable<WorkOrder> After(IQueryable<WorkOrder> orders, string? after)
    {
        if (PageKey.Read(after) is not { } last) return orders;
        var (on, id) = (JapanTime.DateOf(last.At), new Id<WorkOrder>(last.Id));
        return orders.Where(o => o.Deadline < on || o.Deadline == on && o.Id.CompareTo(id) < 0);
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
