using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.PlanConferences;

/// <summary>今週の重層的支援会議: those the viewer hosts or comes to.</summary>
sealed class PlanConferenceToday(AppDb db, PlanWard ward) : ITodayFacts
{
    public Permission Needs => Permission.SeePlanConference;

    public IQueryable<TodayFact> Facts(TodayAsker who) =>
        db.PlanConferences
            .Where(c => c.ScheduledAt >= who.StartOfToday && c.ScheduledAt <= who.Now.AddDays(7) && (c.State == PlanConferenceState.Planned || c.State == PlanConferenceState.ConsentChecked))
            .OrderBy(c => c.ScheduledAt).Take(ITodaySource.Most)
            .Select(c => new TodayFact
            {
                Source = who.Source,
                Id = (Guid)(object)c.Id,
                Other = who.NoId,
                At = c.ScheduledAt,
                Day = who.Today,
                Text = c.Place,
                Who = who.NoText,
                Kind = (string)(object)c.Purpose,
                Number = 0,
                Year = 0,
            });

    public TodayRow RowOf(TodayFact fact) => new(
        TodayList.Meetings, fact.At, $"{ward.ConferenceName}　{PlanWords.Of(Enum.Parse<PlanConferencePurpose>(fact.Kind))}", PlanConferenceLinks.Detail(new(fact.Id)))
    {
        When = $"{DateWords.Short(fact.At)} {fact.Text}",
    };
}

/// <summary>予定日を過ぎた重層的支援会議: its day went by and nobody wrote down that it was held; for who runs it, until it is recorded, moved or called off.</summary>
sealed class UnheldToday(AppDb db, PlanWard ward) : ITodayFacts
{
    public Permission Needs => Permission.RunPlanConference;

    public IQueryable<TodayFact> Facts(TodayAsker who) =>
        db.PlanConferences
            .Where(c => c.ScheduledAt < who.StartOfToday && (c.State == PlanConferenceState.Planned || c.State == PlanConferenceState.ConsentChecked)
                && db.Cases.Any(k => k.Id == c.CaseId && k.OrganisationId == who.Desk))
            .OrderBy(c => c.ScheduledAt).Take(ITodaySource.Most)
            .Join(db.Cases, c => c.CaseId, k => k.Id, (c, k) => new TodayFact
            {
                Source = who.Source,
                Id = (Guid)(object)c.Id,
                Other = who.NoId,
                At = c.ScheduledAt,
                Day = who.Today,
                Text = c.Place,
                Who = k.Persons.Where(p => p.LeftAt == null && p.IsReference)
                    .Join(db.Persons, p => p.PersonId, p => p.Id, (_, p) => (p.Name.Family ?? p.Name.Common ?? "") + " " + (p.Name.Given ?? "")).FirstOrDefault(),
                Kind = (string)(object)c.Purpose,
                Number = k.Sequence,
                Year = k.FiscalYear,
            });

    public TodayRow RowOf(TodayFact fact) => new(
        TodayList.Due, fact.At, $"{ward.ConferenceName}　{PlanWords.Of(Enum.Parse<PlanConferencePurpose>(fact.Kind))}：開催の記録がまだありません", PlanConferenceLinks.Detail(new(fact.Id)))
    {
        Who = CaseTitle.Of(fact.Who, fact.Year, fact.Number),
        When = $"{DateWords.Short(fact.At)}の予定　{fact.Text}",
        Tone = Tone.Warning,
        NextLabel = "記録する",
    };
}
