using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>タスク: what somebody promised to do for the case, by when, and what came of it.</summary>
[Permit(Permission.SeeCase)]
public sealed class TasksModel(AppDb db, ChangeTask change, CaseChoices choices, NameBook names) : CasePage
{
    public sealed record Row(Id<CaseTask> Id, string What, string Who, DateOnly Due, CaseTaskState State, bool IsOverdue, string? Answer, string GivenBy, bool MayCancel);

    public sealed class Form
    {
        public string? What { get; set; }
        public string? Due { get; set; }
        public Id<Account>? Account { get; set; }
        public Id<Organisation>? Organisation { get; set; }
        public string? Words { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public override string Tab => "course";

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public bool MayGive => Header.MayWrite && Header.State != CaseState.Closed;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostGiveAsync(CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(Input.Due) && FormDates.Read(Input.Due, null) is null)
        {
            ModelState.AddModelError("Input.Due", FormDates.Unreadable);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await LoadAsync(ct);
        }
        var outcome = await change.GiveAsync(Id, new() { What = Input.What, Due = FormDates.Read(Input.Due, null), Account = Input.Account, Organisation = Input.Organisation }, ct);
        return await AfterAsync(outcome, "タスクを依頼しました。", CaseLinks.Tasks(Id), () => LoadAsync(ct));
    }

    public async Task<IActionResult> OnPostFinishAsync(Id<CaseTask> task, CancellationToken ct) =>
        await EndedAsync(await change.FinishAsync(task, Input.Words, ct), "「済み」にしました。", ct);

    public async Task<IActionResult> OnPostGiveUpAsync(Id<CaseTask> task, CancellationToken ct) =>
        await EndedAsync(await change.GiveUpAsync(task, Input.Words, ct), "「困難」と答えました。", ct);

    public async Task<IActionResult> OnPostCancelAsync(Id<CaseTask> task, CancellationToken ct) =>
        await EndedAsync(await change.CancelAsync(task, Input.Words, ct), "タスクを取り消しました。", ct);

    private Task<IActionResult> EndedAsync(Outcome outcome, string done, CancellationToken ct) => AfterAsync(
        outcome.IsDone ? outcome : Outcome.Refused([.. outcome.Refusals.Select(r => r.Field == "words" ? r with { Field = nameof(Form.Words) } : r)]),
        done, CaseLinks.Tasks(Id), () => LoadAsync(ct));

    private Task<IActionResult> LoadAsync(CancellationToken ct) => ShowAsync(async () =>
    {
        var tasks = await db.CaseTasks.AsNoTracking().Where(t => t.CaseId == Id).OrderBy(t => t.Due).ThenBy(t => t.Id).ToListAsync(ct);
        await names.ForAsync(tasks.Select(t => t.AccountId).Concat(tasks.Select(t => (Id<Account>?)t.GivenBy)), [], ct);
        Rows = [.. tasks.OrderBy(t => t.State != CaseTaskState.Open).Select(t => new Row(
            t.Id, t.What, WhoOf(t), t.Due, t.State, t.IsOverdue(Today), t.Answer, names.Of(t.GivenBy), t.GivenFor == Work.Actor.Organisation))];
        if (MayGive)
            (Colleagues, Organisations) = (await choices.ColleaguesAsync(Today, ct), choices.Organisations(butOwn: true));
    }, ct, needs: FieldClasses.Narrative);

    private string WhoOf(CaseTask task) => task.AccountId is { } account ? names.Of(account)
        : task.OrganisationId is { } organisation ? names.Of(organisation) : "";
}
