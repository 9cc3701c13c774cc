using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Conferences.WorkOrders;

/// <summary>依頼票: what to do, until when, and what is needed to do it safely; answered in one click.</summary>
[Permit(Permission.SeeWorkOrder)]
public sealed class WorkOrderModel(WorkOrderList list, AnswerWorkOrder answer, OwnOpenCases cases, CurrentWard ward) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public Id<WorkOrder> Id { get; set; }

    [BindProperty]
    public WorkOrderAnswering Input { get; set; } = new();

    [BindProperty]
    public WorkOrderFiling Filing { get; set; } = new();

    /// <summary>Where the cases to choose from go on.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public WorkOrder Order { get; private set; } = null!;
    public string From => ward.NameOf(Order.IssuingOrganisationId);
    public bool IsReceiver { get; private set; }
    public bool CanWithdraw { get; private set; }
    public IReadOnlyList<SelectListItem> Cases { get; private set; } = [];
    public string? MoreCases { get; private set; }

    /// <summary>The case it was filed under, as far as the viewer may see it.</summary>
    public NamedCase? Filed { get; private set; }

    /// <summary>Whether the list of cases was gone through.</summary>
    public bool IsChoosing => After is not null || Request.Query["handler"] == "File";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var found = await list.OpenAsync(Id, ct);
        if (!found.IsDone) return Absent();
        Order = found.Value.Order;
        IsReceiver = Order.ReceiverId == Work.Actor.Organisation;
        CanWithdraw = AccessPolicy.Allows(Work.Actor, found.Value.Decision, Permission.WithdrawWorkOrder);
        if (IsReceiver) await LoadCasesAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken ct) =>
        await AfterAsync(await answer.AnswerAsync(Id, Input, ct), $"「{ConferenceWords.Of(Input.Reply ?? WorkOrderReply.Done)}」と答えました。", ct);

    public async Task<IActionResult> OnPostFileAsync(CancellationToken ct) =>
        await AfterAsync(await answer.FileAsync(Id, Filing, ct), "ケースに入れました。", ct, nameof(Filing));

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) =>
        await AfterAsync(await answer.WithdrawAsync(Id, ct), "取り下げました。", ct);

    private async Task LoadCasesAsync(CancellationToken ct)
    {
        if (Order.FiledUnder is { } filed) Filed = await cases.OneAsync(filed, ct);
        var (open, next) = await cases.RunAsync(After, ct);
        Cases = [.. open.Select(c => new SelectListItem(c.Label, c.Id.ToString()))];
        MoreCases = next is { } last ? $"{WorkOrderLinks.Detail(Id)}?after={last}#file" : null;
    }

    private Task<IActionResult> AfterAsync(Outcome outcome, string done, CancellationToken ct, string prefix = nameof(Input)) => AnswerAsync(outcome, () =>
    {
        Done = done;
        return LocalRedirect(WorkOrderLinks.Detail(Id));
    }, () => OnGetAsync(ct), prefix);
}
