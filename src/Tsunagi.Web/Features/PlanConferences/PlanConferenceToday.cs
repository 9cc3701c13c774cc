using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.PlanConferences;

/// <summary>今週の重層的支援会議: those the viewer hosts or comes to.</summary>
sealed class PlanConferenceToday(AppDb db, Work work, PlanWard ward) : ITodayFacts
{
    public Permission Needs => Permission.SeePlanConference;

    public IQueryable<TodayFact> Facts(TodayFact blank)
    {
        var (from, until) = (work.Now.AddHours(-12), work.Now.AddDays(7));
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
