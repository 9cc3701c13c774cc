using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Cases;

/// <summary>
/// アセスメントを書く. When somebody saved meanwhile, the page comes back with both put together: what only one of the two
/// changed stands, and where both did, both words are shown and this editor's stay in the field.
/// </summary>
[Permit(Permission.WriteCase)]
public sealed class EditAssessmentModel(AppDb db, WriteAssessment write, CaseCodes codes) : CasePage
{
    [BindProperty]
    public AssessmentFormInput Input { get; set; } = new();

    public override string Tab => "assessment";

    public IReadOnlyList<AnswerConflict> Conflicts { get; private set; } = [];
    public bool WasOvertaken { get; private set; }
    public IReadOnlyList<SelectListItem> Issues => codes.Issues.Items;
    public IReadOnlyList<SelectListItem> Sections { get; } =
        [.. Enum.GetValues<AssessmentSection>().Select(s => new SelectListItem(CaseWords.Of(s), s.ToString()))];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(async () =>
    {
        var assessment = await LoadAsync(ct);
        Input = AssessmentFormInput.Of(assessment?.Latest.Sheet ?? AssessmentSheet.Empty, assessment?.LatestNumber ?? 0);
    }, ct, Permission.WriteCase, FieldClasses.Narrative | FieldClasses.Special);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var assessment = await LoadAsync(ct);
        var read = assessment?.Find(Input.BasedOn)?.Sheet ?? AssessmentSheet.Empty;
        var typed = new TypedInput();
        var mine = Input.ToSheet(read, typed);
        var outcome = typed.Outcome.IsDone ? await write.RunAsync(Id, mine, Input.BasedOn, ct) : typed.Outcome;
        if (!outcome.IsDone && assessment is not null && outcome.Refusals[0].Code == RefusalCode.Stale)
            return await MergeAsync(assessment, read, mine, ct);
        return await AfterAsync(Named(outcome), "アセスメントを保存しました。", CaseLinks.Assessment(Id), () => AgainAsync(ct));
    }

    private async Task<IActionResult> MergeAsync(Assessment assessment, AssessmentSheet read, AssessmentSheet mine, CancellationToken ct)
    {
        var merge = AssessmentMerge.Of(read, assessment.Latest.Sheet, mine);
        (Conflicts, WasOvertaken) = (merge.Conflicts, true);
        Input = AssessmentFormInput.Of(merge.Sheet, assessment.LatestNumber);
        // The fields show the merged sheet, not what the browser sent.
        ModelState.Clear();
        ModelState.AddModelError("", RefusalWords.Of(RefusalCode.Stale));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await AgainAsync(ct);
    }

    private Task<IActionResult> AgainAsync(CancellationToken ct)
    {
        if (Input.Documents is [] or [.., { IsWritten: true }])
            Input.Documents.Add(new());
        return ShowAsync(() => Task.CompletedTask, ct, Permission.WriteCase, FieldClasses.Narrative | FieldClasses.Special);
    }

    private Task<Assessment?> LoadAsync(CancellationToken ct) =>
        db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.CaseId == Id, ct);

    // A refusal names the question; the field of the form is its entry among the answers.
    private static Outcome Named(Outcome outcome) => outcome.IsDone ? outcome : Outcome.Refused([.. outcome.Refusals.Select(r =>
        r.Field is { } field && AssessmentForm.Fields.Any(f => f.Code == field) ? r with { Field = $"Answers[{field}]" } : r)]);
}
