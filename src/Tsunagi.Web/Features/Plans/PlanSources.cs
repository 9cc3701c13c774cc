using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Plans;

/// <summary>
/// 期限が近い・過ぎたモニタリング: on the lists of the main agency, of the organisation that keeps the plan, and of the one that
/// took over its case. What was interrupted is not called for after its case was closed.
/// </summary>
sealed class PlanToday(AppDb db, Work work) : ITodayFacts
{
    public Permission Needs => Permission.SeePlan;

    private const int DaysBefore = 7;

    public IQueryable<TodayFact> Facts(TodayAsker who) =>
        db.PlanVersions
            .Where(v => (v.MainAgencyId == who.Desk || db.Plans.Any(p => p.Id == v.PlanId && p.OrganisationId == who.Desk)
                    || db.Cases.Any(c => c.Id == v.CaseId && c.OrganisationId == who.Desk))
                && !(v.State == PlanVersionState.Interrupted && db.Cases.Any(c => c.Id == v.CaseId && c.State == CaseState.Closed))
                && ((v.NextMonitoringOn <= who.Today.AddDays(DaysBefore) && (v.State == PlanVersionState.Active || v.State == PlanVersionState.Interrupted))
                    || (v.NextFollowUpOn <= who.Today.AddDays(DaysBefore) && v.State == PlanVersionState.FollowUp)))
            .OrderBy(v => v.NextFollowUpOn ?? v.NextMonitoringOn).Take(ITodaySource.Most)
            // Whoever sees the plan need not see its case.
            .LeftJoin(db.Cases, v => v.CaseId, c => c.Id, (v, c) => new TodayFact
            {
                Source = who.Source,
                Id = (Guid)(object)v.PlanId,
                Other = who.NoId,
                At = who.Now,
                Day = (v.NextFollowUpOn ?? v.NextMonitoringOn)!.Value,
                Text = "" + v.Number,
                Who = c!.Persons.Where(p => p.LeftAt == null && p.IsReference)
                    .Join(db.Persons, p => p.PersonId, p => p.Id, (_, p) => (p.Name.Family ?? p.Name.Common ?? "") + " " + (p.Name.Given ?? "")).FirstOrDefault(),
                Kind = (string)(object)v.State,
                Number = (int?)c.Sequence ?? 0,
                Year = (int?)c.FiscalYear ?? 0,
            });

    public TodayRow RowOf(TodayFact fact) => new(TodayList.Due, JapanTime.StartOf(fact.Day), Enum.Parse<PlanVersionState>(fact.Kind) switch
    {
        PlanVersionState.FollowUp => "フォローアップ",
        PlanVersionState.Interrupted => "中断中のプランへの働きかけ",
        _ => "プランのモニタリング",
    }, PlanLinks.Version(new(fact.Id), int.Parse(fact.Text!, CultureInfo.InvariantCulture)))
    {
        Who = CaseTitle.Of(fact.Who, fact.Year, fact.Number),
        When = DateWords.Until(fact.Day, work.Today),
        Tone = fact.Day < work.Today ? Tone.Warning : Tone.Neutral,
        NextLabel = AccessPolicy.RoleAllows(work.Actor, Permission.MonitorPlan) ? "記録する" : "開く",
    };
}

/// <summary>A case is not closed over a plan that is under way, or one that somebody is writing.</summary>
sealed class PlanOpenWork(AppDb db) : IOpenWorkSource
{
    public async Task<OpenWork> OfAsync(Id<Case> id, CancellationToken ct)
    {
        var plans = await db.Plans.AsNoTracking().Where(p => p.CaseId == id).ToListAsync(ct);
        return OpenWork.None with { PlanActive = plans.Exists(p => p.IsUnderWay), PlanDrafted = plans.Exists(p => p.IsBeingWritten) };
    }
}

/// <summary>引継ぎ前の主担当: a case went to others and its decided plan still names the former organisation; a handover rewrites no plan.</summary>
static class FormerMainAgency
{
    /// <summary>The versions of a case at work that name it.</summary>
    public static IQueryable<PlanVersion> NamingFormerAgency(this AppDb db, Id<Case> id) => db.PlanVersions.AsNoTracking()
        .Where(v => v.CaseId == id && (v.State == PlanVersionState.Active || v.State == PlanVersionState.Evaluating || v.State == PlanVersionState.Interrupted)
            && db.Cases.Any(c => c.Id == id && c.OrganisationId != v.MainAgencyId && c.Periods.Any(p => p.OrganisationId == v.MainAgencyId)));
}

/// <summary>The same in the state line of the case, for who took it over.</summary>
sealed class FormerMainAgencyFact(AppDb db, NameBook names) : ICaseFactSource
{
    public async Task<IReadOnlyList<CaseFact>> OfAsync(Id<Case> id, AccessDecision decision, CancellationToken ct) =>
        !decision.Shows(FieldClasses.Narrative) ? [] :
        [
            .. (await db.NamingFormerAgency(id).Select(v => new { v.PlanId, v.Number, v.MainAgencyId }).ToListAsync(ct))
                .Select(v => new CaseFact("プランの主担当", $"引継ぎ前の{names.Of(v.MainAgencyId)}のまま", Tone.Warning) { Href = PlanLinks.Version(v.PlanId, v.Number) }),
        ];
}

/// <summary>支援プラン in the course of its case: what became of each version, but not how its text was written.</summary>
sealed class PlanCourse(AppDb db) : ICaseCourseSource
{
    public async Task<IReadOnlyList<CourseEvent>> OfAsync(Id<Case> id, AccessDecision decision, CancellationToken ct)
    {
        // Such a reader sees some versions only (PlanSight), and finds them on the page of the plan.
        if (decision.Basis is GrantBasis.Consent or GrantBasis.PlanConference) return [];
        var found = await db.Plans.AsNoTracking().Where(p => p.CaseId == id).ToListAsync(ct);
        return
        [
            .. from plan in found
               from version in plan.Versions
               from step in version.Steps
               where step.Action != PlanVersionAction.Edit
               select new CourseEvent(step.By.At, TimelineKind.Plan, "プラン", $"{PlanWords.Of(plan.Kind)} 第{version.Number}版：{PlanWords.Of(step.Action)}", step.By.Account, PlanLinks.Version(plan.Id, version.Number)),
        ];
    }
}
