using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Conferences.WorkOrders;

/// <summary>済み・不在・困難, with a word where wanted.</summary>
public sealed record WorkOrderAnswering
{
    public WorkOrderReply? Reply { get; init; }
    public string? Word { get; init; }
}

/// <summary>自機関のケースに結びつける.</summary>
public sealed record WorkOrderFiling
{
    public Id<Case>? Case { get; init; }
}

/// <summary>依頼票に答える・自機関のケースに結びつける・取り下げる.</summary>
public sealed class AnswerWorkOrder(AppDb db, Work work)
{
    public Task<Outcome> AnswerAsync(Id<WorkOrder> id, WorkOrderAnswering input, CancellationToken ct) =>
        ActAsync(id, Permission.AnswerWorkOrder, order => Task.FromResult(input.Reply is not { } reply || !Enum.IsDefined(reply)
            ? Outcome.Refused(RefusalCode.Required, nameof(input.Reply))
            : order.Answer(work.NewId<WorkOrderAnswer>(), reply, input.Word, work.Stamp)), ct);

    public Task<Outcome> FileAsync(Id<WorkOrder> id, WorkOrderFiling input, CancellationToken ct) =>
        ActAsync(id, Permission.AnswerWorkOrder, async order =>
        {
            var own = input.Case ?? default;
            return await db.Cases.AnyAsync(c => c.Id == own && c.OrganisationId == work.Actor.Organisation, ct)
                ? order.FileUnder(own, work.Stamp)
                : Outcome.Refused(RefusalCode.UnknownCode, nameof(input.Case));
        }, ct);

    public Task<Outcome> WithdrawAsync(Id<WorkOrder> id, CancellationToken ct) =>
        ActAsync(id, Permission.WithdrawWorkOrder, order => Task.FromResult(order.Withdraw(work.Stamp)), ct);

    private async Task<Outcome> ActAsync(Id<WorkOrder> id, Permission permission, Func<WorkOrder, Task<Outcome>> act, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.WorkOrder, id);
        var may = await work.MayAsync(permission, root, ct);
        if (!may.IsDone) return may;
        var order = await db.WorkOrders.Include(o => o.Answers).SingleAsync(o => o.Id == id, ct);
        return await work.FinishAsync(await act(order), permission, root, ct);
    }
}
