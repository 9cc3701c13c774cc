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
/// 次の対応と支援の型を決める. What was read travels with the form, so that a colleague's change meanwhile is noticed, both are
/// shown, and nothing typed is lost.
/// </summary>
[Permit(Permission.WriteCase)]
public sealed class EditModel(AppDb db, SteerCase steer, CaseChoices choices) : CasePage
{
    /// <summary>The head of a case as typed; dates as people write them.</summary>
    public sealed class Form
    {
        public string? Next { get; set; }
        public string? Due { get; set; }
        public Id<Account>? Who { get; set; }
        public SupportApproach Approach { get; set; }
        public int? ContactDays { get; set; }

        public static Form Of(CourseInput course) => new()
        {
            Next = course.Next,
            Due = course.Due is { } due ? FormDates.Iso(due) : null,
            Who = course.Who,
            Approach = course.Approach,
            ContactDays = course.ContactDays,
        };

        public CourseInput ToCourse() => new()
        {
            Next = string.IsNullOrWhiteSpace(Next) ? null : Next.Trim(),
            Due = FormDates.Read(Due, null),
            Who = Who,
            Approach = Approach,
            ContactDays = ContactDays,
        };
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>What stood there when the form was opened.</summary>
    [BindProperty]
    public Form Read { get; set; } = new();

    public override string Tab => "course";

    /// <summary>What a colleague saved meanwhile; null when nobody did.</summary>
    public CourseInput? Theirs { get; private set; }

    public string? TheirWho { get; private set; }
    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Approaches { get; } = [.. Enum.GetValues<SupportApproach>().Select(a => new SelectListItem(CaseWords.Of(a), a.ToString()))];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(async () =>
    {
        var now = await NowAsync(ct);
        (Input, Read) = (Form.Of(now), Form.Of(now));
        Colleagues = await choices.ColleaguesAsync(Today, ct);
    }, ct, Permission.WriteCase, FieldClasses.Narrative);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(Input.Due) && FormDates.Read(Input.Due, null) is null)
        {
            ModelState.AddModelError("Input.Due", FormDates.Unreadable);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await AgainAsync(stale: false, ct);
        }
        var outcome = await steer.SetCourseAsync(Id, Input.ToCourse(), Read.ToCourse(), ct);
        var stale = !outcome.IsDone && outcome.Refusals[0].Code == RefusalCode.Stale;
        return await AfterAsync(outcome, "次の対応と支援の型を保存しました。", CaseLinks.Of(Id), () => AgainAsync(stale, ct));
    }

    private Task<IActionResult> AgainAsync(bool stale, CancellationToken ct) => ShowAsync(async () =>
    {
        Colleagues = await choices.ColleaguesAsync(Today, ct);
        if (!stale)
            return;
        Theirs = await NowAsync(ct);
        TheirWho = Theirs.Who is { } who ? Colleagues.FirstOrDefault(c => c.Value == who.ToString())?.Text : null;
        // Saving again is then a decision made with both in view.
        Read = Form.Of(Theirs);
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith("Read.", StringComparison.Ordinal)).ToList())
            ModelState.Remove(key);
    }, ct, Permission.WriteCase, FieldClasses.Narrative);

    private async Task<CourseInput> NowAsync(CancellationToken ct) =>
        CourseInput.Of(await db.Cases.AsNoTracking().SingleAsync(c => c.Id == Id, ct));
}
