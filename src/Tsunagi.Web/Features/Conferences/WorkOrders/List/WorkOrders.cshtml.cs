using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Conferences.WorkOrders;

/// <summary>届いた依頼票, answered in one click.</summary>
[Permit(Permission.ListWorkOrders)]
public sealed class WorkOrdersModel(WorkOrderList list, AnswerWorkOrder answer) : TsunagiPage
{
    [BindProperty]
    public WorkOrderAnswering Input { get; set; } = new();

    public IReadOnlyList<WorkOrder> Waiting { get; private set; } = [];
    public IReadOnlyList<WorkOrder> Over { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var mine = await list.MineAsync(waitingOnly: false, ct);
        (Waiting, Over) = ([.. mine.Where(o => o.Waits)], [.. mine.Where(o => !o.Waits)]);
    }

    public async Task<IActionResult> OnPostAnswerAsync(Id<WorkOrder> order, CancellationToken ct) =>
        await AnswerAsync(await answer.AnswerAsync(order, Input, ct), () =>
        {
            Done = $"「{ConferenceWords.Of(Input.Reply ?? WorkOrderReply.Done)}」と答えました。";
            return LocalRedirect(WorkOrderLinks.List);
        }, async () =>
        {
            await OnGetAsync(ct);
            return Page();
        });
}
