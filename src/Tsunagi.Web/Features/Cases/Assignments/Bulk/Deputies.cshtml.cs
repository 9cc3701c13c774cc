using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>代理（まとめて）: the supervisor lets a colleague act for somebody who is away, and ends it when they are back.</summary>
[Permit(Permission.AssignWorkers)]
public sealed class DeputiesModel(AssignMany assign, CasesToAssign list, CaseChoices choices) : ManyCasesPage(list, choices)
{
    public sealed class Form
    {
        public List<Id<Case>> Cases { get; set; } = [];
        public Id<Account>? Account { get; set; }
        public string? Until { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public override string Path => AssignmentLinks.Deputies;
    public override IReadOnlyList<Id<Case>> Sent => Input.Cases;

    /// <summary>Where one of the two buttons sends what was chosen.</summary>
    public string ActionOf(string handler) => $"{Path}?of={Of}&handler={handler}";

    public async Task<IActionResult> OnPostAppointAsync(CancellationToken ct)
    {
        var until = FormDates.Read(Input.Until, null);
        if (until is null && !string.IsNullOrWhiteSpace(Input.Until))
            return await UnreadableAsync(nameof(Form.Until), FormDates.Unreadable, ct);
        return await ActAsync(() => assign.AppointDeputyAsync(Input.Cases, Input.Account, until, ct), $"{Chosen}件の代理を決めました。今から有効です。", ct);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct) =>
        await ActAsync(() => assign.EndDeputyAsync(Input.Cases, ct), $"選んだ{Chosen}件の代理を終えました。", ct);
}
