using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>協力の求めと事前シート.</summary>
[Permit(Permission.SeeSupportConference)]
public sealed class RequestsModel(MatterDesk desk, MatterRecords records) : MatterPage(desk)
{
    [BindProperty]
    public NewRequest Ask { get; set; } = new();

    [BindProperty]
    public NewSheet Sheet { get; set; } = new();

    [BindProperty]
    public Declining Decline { get; set; } = new();

    public Task<IActionResult> OnPostAskAsync(CancellationToken ct) =>
        AfterAsync(() => records.AskAsync(Id, Ask, ct), "協力の求めを記録しました。", "Ask", ct);

    public Task<IActionResult> OnPostSheetAsync(CancellationToken ct) =>
        AfterAsync(() => records.SubmitSheetAsync(Id, Sheet, ct), "事前シートを受け付けました。", "Sheet", ct);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) =>
        AfterAsync(() => records.DeclineAsync(Id, Decline, ct), "回答を記録しました。", "Decline", ct);
}
