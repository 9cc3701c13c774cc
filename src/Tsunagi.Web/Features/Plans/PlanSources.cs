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

/// <summary>期限が近い・過ぎたモニタリング: on the main agency's list and on that of the organisation that keeps the plan .</summary>
sealed class PlanToday(AppDb db, Work work) : ITodayFacts
{
    public Permission Needs => Permission.SeePlan;

    private const int DaysBefore = 7;

    public IQueryable<TodayFact> Facts(TodayFact blank)
    {
        var (own, until) = (work.Actor.Organisation, work.Today.AddDays(DaysBefore));
        return db.PlanVersions
            .Where(v => (v.MainAgencyId == own || db.Plans.Any(p => p.Id == v.PlanId && p.OrganisationId == own))
                && ((v.NextMonitoringOn <= until && (v.State == PlanVersionState.Active || v.State == PlanVersionState.Interrupted))
                    || (v.NextFollowUpOn <= until && v.State == PlanVersionState.FollowUp)))
            .OrderBy(v => v.NextFollowUpOn ?? v.NextMonitoringOn).Take(ITodaySource.Most)
            // Whoever sees the plan need not see its case.
            .LeftJoin(db.Cases, v => v.CaseId, c => c.Id, (v, c) => new TodayFact
            {
                Source = blank.Source,
                Id = (Guid)(object)v.PlanId,
                Other = blank.Other,
                At = blank.At,
                Day = (v.NextFollowUpOn ?? v.NextMonitoringOn)!.Value,
                Text = "" + v.Number,
                Who = c!.Persons.Where(p => p.LeftAt == null && p.IsReference)
                    .Join(db.Persons, p => p.PersonId, p => p.Id, (_, p) => (p.Name.Family ?? p.Name.Common ?? "") + " " + (p.Name.Given ?? "")).FirstOrDefault(),
                Kind = (string)(object)v.State,
                Number = (int?)c.Sequence ?? blank.Number,
                Year = (int?)c.FiscalYear ?? blank.Year,
            });
    }

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
        NextLabel = "記録する",
    };
}

/// <summary>A case with an open plan is not closed over it.</summary>
sealed class PlanOpenWork(AppDb db) : IOpenWorkSource
{
    public async Task<OpenWork> OfAsync(Id<Case> id, CancellationToken ct)
    {
        var plans = await db.Plans.AsNoTracking().Where(p => p.CaseId == id).ToListAsync(ct);
        return new OpenWork(0, false, plans.Exists(p => p.IsOpen), 0);
    }
}
