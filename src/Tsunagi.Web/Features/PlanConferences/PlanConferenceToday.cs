using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.PlanConferences;

/// <summary>今週の重層的支援会議: those the viewer hosts or comes to.</summary>
sealed class PlanConferenceToday(AppDb db, Work work, PlanWard ward) : ISeldomToday
{
    public IQueryable<int>? Waiting => Coming.Select(_ => 1);

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct)
    {
        var coming = await Coming.OrderBy(c => c.ScheduledAt).Take(ITodaySource.Most).ToListAsync(ct);
        return coming.ConvertAll(c => new TodayRow(TodayList.Meetings, c.ScheduledAt, $"{ward.ConferenceName}　{PlanWords.Of(c.Purpose)}", PlanConferenceLinks.Detail(c.Id))
        {
            When = $"{DateWords.Short(c.ScheduledAt)} {c.Place}",
        });
    }

    private IQueryable<PlanConference> Coming
    {
        get
        {
            var (from, until) = (work.Now.AddHours(-12), work.Now.AddDays(7));
            return db.PlanConferences.AsNoTracking()
                .Where(c => c.ScheduledAt >= from && c.ScheduledAt <= until && (c.State == PlanConferenceState.Planned || c.State == PlanConferenceState.ConsentChecked));
        }
    }
}
