using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Handoffs;
using Tsunagi.Web.Features.Plans;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Cases;

/// <summary>休止・再開・終結: the states of a case, each with what it asks for; after the end, the follow-up and the way on.</summary>
[Permit(Permission.SeeCase)]
public sealed class CourseModel(AppDb db, SteerCase steer, CloseCase close, ContinueCase goOn, CaseCodes codes) : CasePage
{
    public sealed class Form
    {
        public string? Reason { get; set; }
        public string? ContactPlan { get; set; }
        public string? ReviewOn { get; set; }
        public string? ResumeReason { get; set; }
        public string? Outcome { get; set; }
        public string? Words { get; set; }
        public string? FollowUpOn { get; set; }
        public string? Result { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public override string Tab => "course";

    public Case Case { get; private set; } = null!;

    /// <summary>終結前に残る仕事: why it cannot be closed yet, and where that is settled.</summary>
    public IReadOnlyList<(string Words, string Href)> Hanging { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Reasons => codes.SuspensionReasons.Items;
    public IReadOnlyList<SelectListItem> Outcomes => codes.ClosingOutcomes.Items;
    public string ReasonOf(string code) => codes.SuspensionReasons.Of(code);
    public string OutcomeOf(string code) => codes.ClosingOutcomes.Of(code);

    /// <summary>Whether a part was just used, and is shown open again.</summary>
    public bool IsOpen(string handler) => Request.Query["handler"] == handler;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostSuspendAsync(CancellationToken ct)
    {
        if (!Readable(Input.ReviewOn, nameof(Form.ReviewOn)))
            return await UnreadableAsync(ct);
        var outcome = await steer.SuspendAsync(Id, new() { Reason = Input.Reason, ContactPlan = Input.ContactPlan, ReviewOn = FormDates.Read(Input.ReviewOn, null) }, ct);
        return await AfterAsync(outcome, "一時休止にしました。連絡は続けます。", CaseLinks.Course(Id), () => LoadAsync(ct));
    }

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken ct) => await AfterAsync(
        Named(await steer.ResumeAsync(Id, Input.ResumeReason, ct), "reason", nameof(Form.ResumeReason)), "支援を再開しました。", CaseLinks.Of(Id), () => LoadAsync(ct));

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct)
    {
        var outcome = await close.RunAsync(Id, new() { Outcome = Input.Outcome, Words = Input.Words, FollowUpOn = Input.FollowUpOn }, ct);
        return await AfterAsync(outcome, "終結しました。", CaseLinks.Course(Id), () => LoadAsync(ct));
    }

    public async Task<IActionResult> OnPostFollowUpAsync(CancellationToken ct) => await AfterAsync(
        Named(await steer.FollowUpAsync(Id, Input.Result, ct), "result", nameof(Form.Result)), "フォローアップを記録しました。", CaseLinks.Course(Id), () => LoadAsync(ct));

    public async Task<IActionResult> OnPostContinueAsync(CancellationToken ct)
    {
        var outcome = await goOn.RunAsync(Id, ct);
        return await AfterAsync(outcome, "新しいケースを開きました。前のケースと関連付けました。", outcome.IsDone ? CaseLinks.Of(outcome.Value) : "", () => LoadAsync(ct));
    }

    private bool Readable(string? date, string field)
    {
        if (string.IsNullOrWhiteSpace(date) || FormDates.Read(date, null) is not null)
            return true;
        ModelState.AddModelError($"Input.{field}", FormDates.Unreadable);
        return false;
    }

    private Task<IActionResult> UnreadableAsync(CancellationToken ct)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return LoadAsync(ct);
    }

    private static Outcome Named(Outcome outcome, string from, string to) => outcome.IsDone ? outcome : Outcome.Refused(
        [.. outcome.Refusals.Select(r => r.Field == from ? r with { Field = to } : r)]);

    private Task<IActionResult> LoadAsync(CancellationToken ct) => ShowAsync(async () =>
    {
        Case = await db.Cases.AsNoTracking().Include(c => c.Suspensions).SingleAsync(c => c.Id == Id, ct);
        if (Header.MayManage)
            Hanging = [.. (await close.OpenWorkAsync(Id, ct)).Refusals.Select(r => (RefusalWords.Of(r.Code), SettledAt(r.Code)))];
    }, ct, needs: FieldClasses.Narrative);

    private string SettledAt(RefusalCode code) => code switch
    {
        RefusalCode.CaseHasOpenHandoff or RefusalCode.CaseHasFormerHandoff => HandoffLinks.OfCase(Id),
        RefusalCode.CaseHasOpenHandover => HandoverLinks.List,
        RefusalCode.CaseHasActivePlan or RefusalCode.CaseHasDraftedPlan => PlanLinks.Of(Id),
        RefusalCode.CaseHasOpenTasks => CaseLinks.Tasks(Id),
        _ => CaseLinks.Of(Id),
    };
}
