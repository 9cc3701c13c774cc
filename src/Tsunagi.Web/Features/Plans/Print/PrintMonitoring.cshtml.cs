using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Plans;

/// <summary>モニタリング票 on A4: how the goals and actions of a plan stand – or, of no monitoring yet, the sheet to write on at the visit.</summary>
[Permit(Permission.SeePlan)]
public sealed class PrintMonitoringModel(AppDb db, PlanSight sight, Withholding withholding, PlanWard plans, NameBook names, CurrentWard ward) : PrintPage(names, ward)
{
    [BindProperty(SupportsGet = true)]
    public Id<Plan> Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Version { get; set; }

    /// <summary>Which monitoring of the version; none for a sheet to write on.</summary>
    [BindProperty(SupportsGet = true, Name = "of")]
    public int? Number { get; set; }

    public Plan Plan { get; private set; } = null!;
    public PlanVersion Shown { get; private set; } = null!;
    public Monitoring? Monitoring { get; private set; }

    /// <summary>評価, where the monitoring went on to it.</summary>
    public Evaluation? Evaluation { get; private set; }

    /// <summary>What the plan says, without what its subjects must not be told.</summary>
    public PlanContent Printed { get; private set; } = null!;
    public bool LeavesOut { get; private set; }
    public string? Case { get; private set; }
    public AccessDecision Decision { get; private set; } = null!;
    public string Title => FormName(FormKind.Monitoring);
    public IReadOnlyList<StampBox> Stamps { get; } = [new("課長"), new("係長"), new("担当")];

    /// <summary>What may be printed of words written down.</summary>
    public string Told(string? words) => withholding.Stops(words, Shown.Content.Subjects) ? "" : words ?? "";

    public PlanResult? ResultOf(PlanGoal goal) => Monitoring?.Content.Goals.FirstOrDefault(r => r.Number == goal.Number);
    public PlanResult? ResultOf(PlanAction action) => Monitoring?.Content.Actions.FirstOrDefault(r => r.Number == action.Number);

    /// <summary>見られた変化: every choice of the ward, with whether it was seen.</summary>
    public IEnumerable<(string Name, bool Seen)> Changes =>
        plans.Choices(CodeLists.ChangeSeen).Select(c => (c.Text, Monitoring?.Content.ChangesSeen.Contains(c.Value) == true));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } plan) return Absent();
        var may = await Work.MayAsync(db, Permission.SeePlan, plan.Root, plan.CaseId, ct);
        if (!may.IsDone || !may.Value.Shows(FieldClasses.Narrative)) return Absent();
        if ((await sight.OfAsync(plan, plans.Plans.Need, ct)).Numbered(Version) is not { } version) return Absent();
        Monitoring = version.Monitorings.FirstOrDefault(m => m.Number == Number);
        if (Number is not null && Monitoring is null) return Absent();
        Evaluation = Monitoring is { Content.Outcome: MonitoringOutcome.Evaluate } && version.Evaluations is [.., var last] ? last : null;
        (Plan, Shown, Decision) = (plan, version, may.Value);
        await Names.ForAsync([Monitoring?.By.Account], version.Content.Subjects, ct);
        await LeaveOutAsync(ct);
        Case = await db.Cases.AsNoTracking().Where(c => c.Id == plan.CaseId).Select(c => new { c.FiscalYear, c.Sequence }).SingleOrDefaultAsync(ct) is { } found
            ? $"ケース {new CaseNumber(found.FiscalYear, found.Sequence)}" : null;
        return await PrintAsync(Permission.SeePlan, plan.Root, ct, new { version = Version, monitoring = Number });
    }

    private async Task LeaveOutAsync(CancellationToken ct)
    {
        await withholding.OfAsync(Plan.CaseId, ct);
        var (content, subjects) = (Shown.Content, Shown.Content.Subjects);
        IEnumerable<string?> found = [.. content.Texts.Select(t => t.Text), Monitoring?.Content.Words, Evaluation?.Content.Words, Evaluation?.Content.Supporters,
            .. Monitoring?.Content.Goals.Concat(Monitoring.Content.Actions).Select(r => r.Words) ?? []];
        LeavesOut = found.Any(t => withholding.Stops(t, subjects));
        Printed = content.LeavingOut(text => withholding.Stops(text, subjects));
    }
}
