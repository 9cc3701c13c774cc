using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>担当者変更（まとめて）: the supervisor moves a worker's cases to another, from a day on.</summary>
[Permit(Permission.AssignWorkers)]
public sealed class AssignmentsModel(AssignMany assign, CasesToAssign list, CaseChoices choices) : ManyCasesPage(list, choices)
{
    public sealed class Form
    {
        public List<Id<Case>> Cases { get; set; } = [];

        /// <summary>What was chosen; see <see cref="NewWorker"/>.</summary>
        public string? Worker { get; set; }
        public string? From { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public override string Path => AssignmentLinks.List;
    public override IReadOnlyList<Id<Case>> Sent => Input.Cases;
    public IReadOnlyList<SelectListItem> NewWorkers => NewWorker.Choices(Colleagues);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (FormDates.Read(Input.From, Today) is not { } from)
            return await UnreadableAsync(nameof(Form.From), FormDates.Unreadable, ct);
        if (NewWorker.Read(Input.Worker, out var worker) is { } refused)
            return await UnreadableAsync(nameof(Form.Worker), Words.RefusalWords.Of(refused), ct);
        return await ActAsync(() => assign.AssignAsync(Input.Cases, worker, from, ct), $"{Chosen}件の担当者を決めました。", ct);
    }
}
