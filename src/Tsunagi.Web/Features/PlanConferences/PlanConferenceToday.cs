using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.PlanConferences;

/// <summary>今週の重層的支援会議: those the viewer hosts or comes to.</summary>
sealed class PlanConferenceToday(AppDb db, Work work, PlanWard ward) : ITodayFacts
{
    public Permission Needs => Permission.SeePlanConference;

    public IQueryable<TodayFact> Facts(TodayFact blank)
    {
        var (from, until) = (JapanTime.StartOf(work.Today), work.Now.AddDays(7));
        return db.PlanConferences
            .Where(c => c.ScheduledAt >= from && c.ScheduledAt <= until && (c.State == PlanConferenceState.Planned || c.State == PlanConferenceState.ConsentChecked))
            .OrderBy(c => c.ScheduledAt).Take(ITodaySource.Most)
            .Select(c => new TodayFact
            {
                Source = blank.Source,
                Id = (Guid)(object)c.Id,
                Other = blank.Other,
                At = c.ScheduledAt,
                Day = blank.Day,
                Text = c.Place,
                Who = blank.Who,
                Kind = (string)(object)c.Purpose,
                Number = blank.Number,
                Year = blank.Year,
            });
    }

    public TodayRow RowOf(TodayFact fact) => new(
        TodayList.Meetings, fact.At, $"{ward.ConferenceName}　{PlanWords.Of(Enum.Parse<PlanConferencePurpose>(fact.Kind))}", PlanConferenceLinks.Detail(new(fact.Id)))
    {
        When = $"{DateWords.Short(fact.At)} {fact.Text}",
    };
}

/// <summary>予定日を過ぎた重層的支援会議: its day went by and nobody wrote down that it was held; for who runs it, until it is recorded, moved or called off.</summary>
sealed class UnheldToday(AppDb db, Work work, PlanWard ward) : ITodayFacts
{
    public Permission Needs => Permission.RunPlanConference;

    public IQueryable<TodayFact> Facts(TodayFact blank)
    {
        var (own, today) = (work.Actor.Organisation, JapanTime.StartOf(work.Today));
        return db.PlanConferences
            .Where(c => c.ScheduledAt < today && (c.State == PlanConferenceState.Planned || c.State == PlanConferenceState.ConsentChecked)
                && db.Cases.Any(k => k.Id == c.CaseId && k.OrganisationId == own))
            .OrderBy(c => c.ScheduledAt).Take(ITodaySource.Most)
            .Join(db.Cases, c => c.CaseId, k => k.Id, (c, k) => new TodayFact
            {
                Source = blank.Source,
                Id = (Guid)(object)c.Id,
                Other = blank.Other,
                At = c.ScheduledAt,
                Day = blank.Day,
                Text = c.Place,
                Who = k.Persons.Where(p => p.LeftAt == null && p.IsReference)
                    .Join(db.Persons, p => p.PersonId, p => p.Id, (_, p) => (p.Name.Family ?? p.Name.Common ?? "") + " " + (p.Name.Given ?? "")).FirstOrDefault(),
                Kind = (string)(object)c.Purpose,
                Number = k.Sequence,
                Year = k.FiscalYear,
            });
    }

    public TodayRow RowOf(TodayFact fact) => new(
        TodayList.Due, fact.At, $"{ward.ConferenceName}　{PlanWords.Of(Enum.Parse<PlanConferencePurpose>(fact.Kind))}：開催の記録がまだありません", PlanConferenceLinks.Detail(new(fact.Id)))
    {
        Who = CaseTitle.Of(fact.Who, fact.Year, fact.Number),
        When = $"{DateWords.Short(fact.At)}の予定　{fact.Text}",
        Tone = Tone.Warning,
        NextLabel = "記録する",
    };
}
