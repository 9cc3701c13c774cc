using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Plans;

/// <summary>プランを直す: when somebody else has saved meanwhile, both versions are shown and nothing typed is lost.</summary>
[Permit(Permission.WritePlan)]
public sealed class EditModel(AppDb db, DraftPlan draft, PlanWard ward, NameBook names, Withholding withholding) : TsunagiPage, IPlanFormPage
{
    [BindProperty(SupportsGet = true)]
    public Id<Plan> Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Version { get; set; }

    [BindProperty]
    public PlanInput Input { get; set; } = new();

    public Plan Plan { get; private set; } = null!;
    public PlanForm Offers { get; private set; } = null!;

    /// <summary>What differs between what is saved and what was typed; empty when nobody came in between.</summary>
    public IReadOnlyList<PlanChange> Conflict { get; private set; } = [];

    /// <summary>Whether somebody else saved in between.</summary>
    public bool IsStale { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(fresh: true, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await draft.EditAsync(Id, Version, Input, ct);
        return await AnswerAsync(outcome, () =>
        {
            Done = "保存しました。署名があった場合は、あらためて署名を受けてください。";
            return LocalRedirect(PlanLinks.Version(Id, Version));
        }, async () =>
        {
            IsStale = outcome.Refusals.Any(r => r.Code == RefusalCode.Stale);
            return await LoadAsync(fresh: false, ct);
        });
    }

    private async Task<IActionResult> LoadAsync(bool fresh, CancellationToken ct)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } plan || plan.Numbered(Version) is not { } version) return Absent();
        var may = await Work.MayAsync(db, Permission.WritePlan, plan.Root, plan.CaseId, ct);
        if (!may.IsDone) return may.Refusals[0].Code == RefusalCode.NotFound ? Absent() : Forbid();
        var members = await db.Cases.Where(c => c.Id == plan.CaseId).SelectMany(c => c.Persons).Where(p => p.LeftAt == null).Select(p => p.PersonId).ToListAsync(ct);
        await names.ForAsync([], members, ct);
        Plan = plan;
        Offers = new([.. members.Select(p => new SelectListItem(names.Of(p), p.ToString()))], ward.Organisations, ward.Choices(CodeLists.RecipientCategory));
        if (IsStale)
        {
            var (read, typed) = await draft.ReadAsync(plan.CaseId, Input, ct);
            if (read.IsDone) Conflict = PlanDifference.Between(version.Content, typed);
            // Saving once more is then a choice made with both versions in sight.
            ModelState.Remove("Input.Seen");
            Input = Input with { Seen = plan.Version };
        }
        Input = PlanForm.WithSpareRows(fresh ? PlanForm.Of(plan, version.Content) : Input);
        await withholding.OfAsync(plan.CaseId, ct);
        Offers = Offers with { WarningOf = text => withholding.WarningOf(text, Input.Subjects) };
        return Page();
    }
}
