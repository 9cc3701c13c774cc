using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Conferences.WorkOrders;

/// <summary>依頼票: what to do, until when, and what is needed to do it safely; answered in one click.</summary>
[Permit(Permission.SeeWorkOrder)]
public sealed class WorkOrderModel(WorkOrderList list, AnswerWorkOrder answer, CurrentWard ward) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public Id<WorkOrder> Id { get; set; }

    [BindProperty]
    public WorkOrderAnswering Input { get; set; } = new();

    public WorkOrder Order { get; private set; } = null!;
    public string From => ward.NameOf(Order.IssuingOrganisationId);
    public bool IsReceiver { get; private set; }
    public bool CanWithdraw { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await list.OpenAsync(Id, ct);
        if (!found.IsDone) return Absent();
        Order = found.Value.Order;
        IsReceiver = Order.ReceiverId == Work.Actor.Organisation;
        CanWithdraw = AccessPolicy.Allows(Work.Actor, found.Value.Decision, Permission.WithdrawWorkOrder);
        return Page();
    }

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken ct) =>
        await AfterAsync(await answer.AnswerAsync(Id, Input, ct), $"「{ConferenceWords.Of(Input.Reply ?? WorkOrderReply.Done)}」と答えました。", ct);

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) =>
        await AfterAsync(await answer.WithdrawAsync(Id, ct), "取り下げました。", ct);

    private Task<IActionResult> AfterAsync(Outcome outcome, string done, CancellationToken ct) => AnswerAsync(outcome, () =>
    {
        Done = done;
        return LocalRedirect(WorkOrderLinks.Detail(Id));
    }, () => OnGetAsync(ct));
}
