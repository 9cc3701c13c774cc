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

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<WorkOrder> Waiting { get; private set; } = [];
    public PageOf<WorkOrder> Over { get; private set; } = new([], 0, null);

    public async Task OnGetAsync(CancellationToken ct) =>
        (Waiting, Over) = (After is null ? await list.WaitingAsync(ct) : [], await list.RunAsync(over: true, After, ct));

    public static string? Href(string? after) => after is null ? null : $"{WorkOrderLinks.List}?after={after}";

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
