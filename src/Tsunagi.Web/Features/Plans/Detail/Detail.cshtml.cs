using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Plans;

/// <summary>支援プラン: the person's words on top, then goals, actions, roles, dates – and the one next step.</summary>
[Permit(Permission.SeePlan)]
public sealed class DetailModel(AppDb db, PlanWard ward, NameBook names, DraftPlan draft, AdvancePlan advance, FollowPlan follow, PlanSight sight, Withholding withholding) : TsunagiPage
{
    public sealed class Form
    {
        public string? Reason { get; set; }
        public string? MonitoringOn { get; set; }
        public string? NextOn { get; set; }
        public string? DueOn { get; set; }
        public string? Method { get; set; }
        public string? DoneOn { get; set; }
        public string? Words { get; set; }
    }

    public sealed record MeetingRow(Id<PlanConference> Id, string Purpose, string State, DateTimeOffset At, string? Decision);
    public sealed record DecisionRow(Id<Decision> Id, string Kind, string State);

    [BindProperty(SupportsGet = true)]
    public Id<Plan> Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "v")]
    public int? Shown { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public SignInput Sign { get; set; } = new() { Kind = SignatureKind.Signed };

    [BindProperty]
    public MonitorInput Monitor { get; set; } = new();

    [BindProperty]
    public EvaluateInput Evaluate { get; set; } = new();

    public Plan Plan { get; private set; } = null!;
    public PlanVersion Version { get; private set; } = null!;

    /// <summary>The versions there are for this reader.</summary>
    public IReadOnlyList<PlanVersion> Versions { get; private set; } = [];
    public IReadOnlyList<PlanChange> Changes { get; private set; } = [];
    public AccessDecision Decision { get; private set; } = null!;
    public IReadOnlyList<MeetingRow> Meetings { get; private set; } = [];
    public IReadOnlyList<DecisionRow> Decisions { get; private set; } = [];
    public IReadOnlyList<string> Stopped { get; private set; } = [];

    /// <summary>What the plan says that one of its subjects must not be told.</summary>
    public IReadOnlyList<string> Withheld { get; private set; } = [];
    /// <summary>Whether the plans of the case are there for this reader, and not this one alone.</summary>
    public bool SeesCase { get; private set; }
    public bool MayWrite { get; private set; }
    public bool MayFollow { get; private set; }

    /// <summary>完了したプランのケース: still open, and the viewer may close it.</summary>
    public bool MayCloseCase { get; private set; }

    /// <summary>The day written for the first monitoring has gone by before the version began.</summary>
    public bool IsMonitoringPast => Version.Content.MonitoringOn < Today;

    /// <summary>A draft that cannot be signed before the day of its first monitoring is decided, or decided anew.</summary>
    public bool NeedsMonitoringDay => Version.State == PlanVersionState.Draft && (Version.Content.MonitoringOn is null || IsMonitoringPast);

    /// <summary>A conference concluded an interruption that the supervisors are still to decide.</summary>
    public bool AwaitsInterruption { get; private set; }
    /// <summary>The case went to others, and this version names who had it before as 主担当.</summary>
    public bool NamesFormerAgency { get; private set; }
    public bool ShowsWords => Decision.Shows(FieldClasses.Narrative);
    public string ConferenceName => ward.ConferenceName;
    public IReadOnlyList<SelectListItem> Signatures { get; } = [.. Enum.GetValues<SignatureKind>().Select(k => new SelectListItem(PlanWords.Of(k), k.ToString()))];
    public IReadOnlyList<SelectListItem> Outcomes { get; } = [.. Enum.GetValues<MonitoringOutcome>().Select(k => new SelectListItem(PlanWords.Of(k), k.ToString()))];
    public IReadOnlyList<SelectListItem> Results { get; } = [.. PlanWords.Results.Select(r => new SelectListItem(r.Words, r.Code))];
    public IReadOnlyList<SelectListItem> ChangesSeen => ward.Choices(CodeLists.ChangeSeen);
    public IReadOnlyList<SelectListItem> Reasons => ward.Choices(CodeLists.TerminationReason);
    public IReadOnlyList<SelectListItem> Unsigned { get; private set; } = [];

    public string NameOf(Id<Domain.People.Person> person) => names.Of(person);
    public string Called(Id<Domain.People.Person> person) => names.Called(person);
    public string NameOf(Id<Domain.Organisations.Organisation> organisation) => names.Of(organisation);

    /// <summary>The value of a change as people read it.</summary>
    public string? Readable(PlanChange change, string? value) => value is null ? null
        : change.Field is "MainAgency" or "Roles.Organisation" && Id<Domain.Organisations.Organisation>.TryParse(value, null, out var o) ? names.Of(o)
        : change.Field is "Subjects" or "Goals.Person" && Id<Domain.People.Person>.TryParse(value, null, out var p) ? names.Of(p)
        : DateOnly.TryParseExact(value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? DateWords.Short(day)
        : change.Field == "Roles.Category" ? ward.NameOf(CodeLists.RecipientCategory, value)
        : value;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostNextAsync(CancellationToken ct)
    {
        Shown = null;
        return await AfterAsync(await draft.NextAsync(Id, ct), "次の版の下書きを作りました。いまの版は、次の版が始まるまで続きます。", ct);
    }

    public async Task<IActionResult> OnPostSignAsync(int version, CancellationToken ct) => await AfterAsync(await advance.SignAsync(Id, version, Sign, ct), "署名を記録しました。", ct, nameof(Sign));
    public async Task<IActionResult> OnPostSubmitAsync(int version, CancellationToken ct) => await AfterAsync(await advance.SubmitAsync(Id, version, ct), "提出しました。", ct);
    public async Task<IActionResult> OnPostTakeBackAsync(int version, CancellationToken ct) => await AfterAsync(await advance.TakeBackAsync(Id, version, Input.Reason, ct), "作成中に戻しました。", ct);
    public async Task<IActionResult> OnPostDropAsync(int version, CancellationToken ct) => await AfterAsync(await advance.DropAsync(Id, version, Input.Reason, ct), "この版を取り下げました。", ct);
    public async Task<IActionResult> OnPostActivateAsync(int version, CancellationToken ct) => await AfterAsync(await advance.ActivateAsync(Id, version, Input.MonitoringOn, ct), "プランの実施を始めました。", ct);
    public async Task<IActionResult> OnPostResumeAsync(int version, CancellationToken ct) => await AfterAsync(await advance.ResumeAsync(Id, version, Input.Reason, Input.NextOn, ct), "プランを再開しました。", ct);
    public async Task<IActionResult> OnPostCloseAsync(int version, CancellationToken ct) => await AfterAsync(await advance.CloseAsync(Id, version, Input.Reason, ct), "完了にしました。", ct);
    public async Task<IActionResult> OnPostMonitorAsync(int version, CancellationToken ct) => await AfterAsync(await follow.MonitorAsync(Id, version, Monitor, ct), "モニタリングを記録しました。", ct, nameof(Monitor));
    public async Task<IActionResult> OnPostStartEvaluationAsync(int version, CancellationToken ct) => await AfterAsync(await follow.StartEvaluationAsync(Id, version, Input.Reason, ct), "評価を始めました。", ct);
    public async Task<IActionResult> OnPostEvaluateAsync(int version, CancellationToken ct) => await AfterAsync(await follow.EvaluateAsync(Id, version, Evaluate, ct), "評価を記録しました。", ct, nameof(Evaluate));
    public async Task<IActionResult> OnPostFollowUpAsync(int version, CancellationToken ct) => await AfterAsync(await follow.PlanFollowUpAsync(Id, version, Input.DueOn, Input.Method, ct), "フォローアップを予定しました。", ct);
    public async Task<IActionResult> OnPostFollowedUpAsync(int version, int number, CancellationToken ct) => await AfterAsync(await follow.DoFollowUpAsync(Id, version, number, Input.DoneOn, Input.Words, ct), "フォローアップを記録しました。", ct);

    private Task<IActionResult> AfterAsync(Outcome outcome, string done, CancellationToken ct, string prefix = "Input") => AnswerAsync(outcome, () =>
    {
        Done = done;
        return LocalRedirect(Shown is { } v ? PlanLinks.Version(Id, v) : PlanLinks.Detail(Id));
    }, () => LoadAsync(ct), prefix);

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } plan) return Absent();
        var may = await Work.MayAsync(db, Permission.SeePlan, plan.Root, plan.CaseId, ct);
        if (!may.IsDone) return Absent();
        var seen = await sight.OfAsync(plan, ward.Plans.Need, ct);
        if ((Shown is { } number ? seen.Numbered(number) : seen.First) is not { } version) return Absent();
        (Plan, Versions, Version, Decision) = (plan, seen.Versions, version, may.Value);
        (MayWrite, MayFollow) = (AccessPolicy.Allows(Work.Actor, Decision, Permission.WritePlan), AccessPolicy.Allows(Work.Actor, Decision, Permission.MonitorPlan));
        SeesCase = AccessPolicy.Allows(Work.Actor, await Work.DecideAsync(RootRef.Of(RootKind.Case, plan.CaseId), ct), Permission.SeePlan);
        await names.ForAsync([], Versions.SelectMany(v => v.Content.Subjects), ct);
        if (seen.Numbered(version.Number - 1) is { } before) Changes = PlanDifference.Between(before.Content, version.Content);
        Unsigned = [.. version.Content.Subjects.Where(s => !version.Signatures.Any(g => g.Subject == s && !g.Voided)).Select(s => new SelectListItem(names.Of(s), s.ToString()))];
        var conferences = await db.PlanConferences.AsNoTracking().Where(c => c.PlanId == Id && c.PlanVersion == version.Number).OrderBy(c => c.ScheduledAt).ToListAsync(ct);
        AwaitsInterruption = version.State.IsInForce() && conferences.Exists(c => c.Decision == PlanConferenceDecision.Interrupt && version.Judgements.All(j => j.Conference != c.Id));
        Meetings = [.. conferences.Select(c => new MeetingRow(c.Id, PlanWords.Of(c.Purpose), PlanWords.Of(c.State), c.HeldAt ?? c.ScheduledAt, c.Decision is { } d ? PlanWords.Of(d) : null))];
        if (AccessPolicy.RoleAllows(Work.Actor, Permission.SeeDecision)) Decisions = [.. (await db.Decisions.AsNoTracking().Where(d => d.RecordId == Id.Value && d.Part == version.Number).OrderBy(d => d.Id).ToListAsync(ct))
            .Select(d => new DecisionRow(d.Id, PlanWords.Of(d.Kind), PlanWords.Of(d.State)))];
        await LoadStoppedAsync(ct);
        MayCloseCase = version.State == PlanVersionState.Closed && await MayCloseCaseAsync(ct);
        if (MayWrite) await LoadWithheldAsync(ct);
        NamesFormerAgency = MayWrite && await db.NamingFormerAgency(plan.CaseId).AnyAsync(v => v.PlanId == Id && v.Number == version.Number, ct);
        return Page();
    }

    // Whoever sees the plan need not see its case.
    private async Task<bool> MayCloseCaseAsync(CancellationToken ct) =>
        await db.Cases.AnyAsync(c => c.Id == Plan.CaseId && c.State != CaseState.Closed, ct)
        && AccessPolicy.Allows(Work.Actor, await Work.DecideAsync(RootRef.Of(RootKind.Case, Plan.CaseId), ct), Permission.CloseCase);

    private async Task LoadWithheldAsync(CancellationToken ct)
    {
        await withholding.OfAsync(Plan.CaseId, ct);
        var content = Version.Content;
        Withheld = [.. content.Texts.Select(t => (t.Field, Warning: withholding.WarningOf(t.Text, content.Subjects))).Where(t => t.Warning is not null)
            .Select(t => $"{PlanWords.FieldOf(t.Field)}：{t.Warning}").Distinct()];
    }

    // Only whoever sees the case's consents can be told which agency no longer reads the plan, and why.
    private async Task LoadStoppedAsync(CancellationToken ct)
    {
        if (!MayWrite || Version.State.IsOver() || Version.State == PlanVersionState.Draft) return;
        var consents = await db.Consents.AsNoTracking().Where(c => c.CaseId == Plan.CaseId).ToListAsync(ct);
        Stopped = [.. ConsentCoverage.Gaps(ward.Plans.Need, Version.Content.Subjects, Version.Content.Categories, consents, Work.Now)
            .Select(g => $"{names.Called(g.Subject)} → {ward.NameOf(CodeLists.RecipientCategory, g.RecipientCategory)}：{RefusalWords.Of(g.Reason)}")];
    }
}
