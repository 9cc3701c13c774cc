using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>担当者変更（まとめて）: the supervisor moves a worker's cases to another, from a day on.</summary>
[Permit(Permission.AssignWorkers)]
public sealed class AssignmentsModel(AppDb db, AssignWorker assign, CaseChoices choices, NameBook names) : TsunagiPage
{
    private const int Most = 500;

    public sealed record Row(Id<Case> Id, string Number, string Title, string Worker, string? Planned);

    public sealed class Form
    {
        public List<Id<Case>> Cases { get; set; } = [];

        /// <summary>What was chosen; see <see cref="NewWorker"/>.</summary>
        public string? Worker { get; set; }
        public string? From { get; set; }
    }

    /// <summary>Whose cases to show; everybody's when not said.</summary>
    [BindProperty(SupportsGet = true)]
    public Id<Account>? Of { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];
    public IReadOnlyList<SelectListItem> NewWorkers => NewWorker.Choices(Colleagues);
    public bool IsCut => Rows.Count == Most;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (FormDates.Read(Input.From, Today) is not { } from)
            return await UnreadableAsync("Input.From", FormDates.Unreadable, ct);
        if (NewWorker.Read(Input.Worker, out var worker) is { } refused)
            return await UnreadableAsync("Input.Worker", Words.RefusalWords.Of(refused), ct);
        var outcome = await assign.AssignManyAsync(Input.Cases, worker, from, ct);
        return await AnswerAsync(outcome, () =>
        {
            Done = $"{Input.Cases.Distinct().Count()}件の担当者を決めました。";
            return LocalRedirect(AssignmentLinks.Bulk(Of));
        }, () => LoadAsync(ct));
    }

    private Task<IActionResult> UnreadableAsync(string field, string words, CancellationToken ct)
    {
        ModelState.AddModelError(field, words);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return LoadAsync(ct);
    }

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        var (own, now, of) = (Work.Actor.Organisation, Work.Now, Of);
        var found = await db.Cases.AsNoTracking().Include(c => c.Assignments).Include(c => c.Persons).AsSplitQuery()
            .Where(c => c.OrganisationId == own && c.State != CaseState.Closed)
            .Where(c => of == null || c.Assignments.Any(a => a.WorkerId == of && a.From <= now && now < a.Until))
            .OrderBy(c => c.FiscalYear).ThenBy(c => c.Sequence).Take(Most).ToListAsync(ct);
        await names.ForAsync(found.SelectMany(c => c.Assignments).Select(a => a.WorkerId), found.SelectMany(c => c.CurrentPersons.Take(1)).Select(p => p.PersonId), ct);
        Rows = [.. found.Select(c => new Row(
            c.Id, c.Number.ToString(), c.CurrentPersons.OrderByDescending(p => p.IsReference).FirstOrDefault() is { } person ? names.Of(person.PersonId) : "氏名不詳",
            c.WorkerAt(now) is { } worker ? names.Of(worker) : "未定",
            c.Assignments.FirstOrDefault(a => a.From > now) is { } planned ? $"{Words.DateWords.Short(planned.From)}から {(planned.WorkerId is { } next ? names.Of(next) : "未定")}" : null))];
        Colleagues = await choices.ColleaguesAsync(Today, ct);
        Work.Saw(Permission.AssignWorkers, RootRef.System);
        return Page();
    }
}

/// <summary>Where the page of 担当者変更 is.</summary>
public static class AssignmentLinks
{
    public const string List = "/assignments";

    public static string Bulk(Id<Account>? of) => of is { } worker ? $"{List}?of={worker}" : List;
}
