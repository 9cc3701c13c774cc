using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Plans;

/// <summary>支援プラン on A4, as the ward's form.</summary>
[Permit(Permission.SeePlan)]
public sealed class PrintModel(AppDb db, PlanSight sight, PlanWard plans, Withholding withholding, NameBook names, CurrentWard ward) : PrintPage(names, ward)
{
    [BindProperty(SupportsGet = true)]
    public Id<Plan> Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Version { get; set; }

    /// <summary>The one subject it is printed for; all of them when nobody is named.</summary>
    [BindProperty(SupportsGet = true, Name = "for")]
    public Id<Person>? Reader { get; set; }

    public Plan Plan { get; private set; } = null!;
    public PlanVersion Shown { get; private set; } = null!;

    /// <summary>What it says, without what its readers must not be told.</summary>
    public PlanContent Printed { get; private set; } = null!;
    public IReadOnlyList<Id<Person>> Readers { get; private set; } = [];
    public bool LeavesOut { get; private set; }
    public AccessDecision Decision { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } plan) return Absent();
        var may = await Work.MayAsync(db, Permission.SeePlan, plan.Root, plan.CaseId, ct);
        if (!may.IsDone || !may.Value.Shows(FieldClasses.Narrative)) return Absent();
        if ((await sight.OfAsync(plan, plans.Plans.Need, ct)).Numbered(Version) is not { } version) return Absent();
        await Names.ForAsync([], version.Content.Subjects, ct);
        var subjects = version.Content.Subjects;
        Readers = Reader is { } reader && subjects.Contains(reader) ? [reader] : subjects;
        await withholding.OfAsync(plan.CaseId, ct);
        LeavesOut = version.Content.Texts.Any(t => withholding.Stops(t.Text, Readers));
        Printed = version.Content.LeavingOut(text => withholding.Stops(text, Readers));
        (Plan, Shown, Decision) = (plan, version, may.Value);
        return await PrintAsync(Permission.SeePlan, plan.Root, ct, new { version = version.Number });
    }
}
