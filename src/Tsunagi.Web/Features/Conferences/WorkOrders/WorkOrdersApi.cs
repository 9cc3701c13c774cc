using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Conferences.WorkOrders;

/// <summary>依頼票 through the API, by the same handlers as the pages.</summary>
static class WorkOrdersApi
{
    public sealed record Answer(WorkOrderReply Reply, string Word, DateTimeOffset At);
    public sealed record Order(
        Id<WorkOrder> Id, WorkOrderState State, string Task, DateOnly Deadline, string SafetyFacts, string Contact,
        Id<Organisation> From, DateTimeOffset IssuedAt, bool Overdue, Id<Domain.Cases.Case>? Case, IReadOnlyList<Answer> Answers);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/work-orders", ListAsync).Permit(Permission.ListWorkOrders).Produces<PageOf<Order>>();
        api.MapGet("/work-orders/{id}", async (Id<WorkOrder> id, WorkOrderList list, Work work, CancellationToken ct) =>
        {
            var found = await list.OpenAsync(id, ct);
            return ApiAnswer.Of(found, () => ApiAnswer.Ok(Shown(found.Value.Order, work.Today)));
        }).Permit(Permission.SeeWorkOrder).Produces<Order>();
        api.MapPost("/work-orders/{id}/answers", async (Id<WorkOrder> id, WorkOrderAnswering input, AnswerWorkOrder answer, CancellationToken ct) =>
            ApiAnswer.Of(await answer.AnswerAsync(id, input, ct), () => new(StatusCodes.Status204NoContent))).Permit(Permission.AnswerWorkOrder);
        api.MapPost("/work-orders/{id}/case", async (Id<WorkOrder> id, WorkOrderFiling input, AnswerWorkOrder answer, CancellationToken ct) =>
            ApiAnswer.Of(await answer.FileAsync(id, input, ct), () => new(StatusCodes.Status204NoContent))).Permit(Permission.AnswerWorkOrder);
        api.MapPost("/work-orders/{id}/withdrawal", async (Id<WorkOrder> id, AnswerWorkOrder answer, CancellationToken ct) =>
            ApiAnswer.Of(await answer.WithdrawAsync(id, ct), () => new(StatusCodes.Status204NoContent))).Permit(Permission.WithdrawWorkOrder);
    }

    private static async Task<ApiAnswer> ListAsync(bool? waiting, string? after, WorkOrderList list, Work work, CancellationToken ct)
    {
        Order Of(WorkOrder order) => Shown(order, work.Today);
        if (waiting != true) return ApiAnswer.Ok((await list.RunAsync(over: false, after, ct)).Select(Of));
        var found = await list.WaitingAsync(ct);
        return ApiAnswer.Ok(PageOf<WorkOrder>.Whole(found).Select(Of));
    }

    private static Order Shown(WorkOrder order, DateOnly today) => new(
        order.Id, order.State, order.Task, order.Deadline, order.SafetyFacts, order.Contact, order.IssuingOrganisationId, order.IssuedAt,
        order.IsOverdue(today), order.FiledUnder, [.. order.Answers.OrderBy(a => a.At).Select(a => new Answer(a.Reply, a.Word, a.At))]);
}
