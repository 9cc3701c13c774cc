using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Conferences.WorkOrders;

/// <summary>依頼票 that wait for this desk's answer.</summary>
sealed class WorkOrdersToday(AppDb db, Work work) : ITodayFacts
{
    public Permission Needs => Permission.ListWorkOrders;

    public IQueryable<TodayFact> Facts(TodayAsker who) =>
        db.WorkOrders.Where(o => o.ReceiverId == who.Desk && o.State != WorkOrderState.Done && o.State != WorkOrderState.Withdrawn)
            .OrderBy(o => o.Deadline).Take(ITodaySource.Most)
            .Select(o => new TodayFact
            {
                Source = who.Source,
                Id = (Guid)(object)o.Id,
                Other = who.NoId,
                At = who.Now,
                Day = o.Deadline,
                Text = o.Task,
                Who = who.NoText,
                Kind = (string)(object)o.State,
                Number = 0,
                Year = 0,
            });

    public TodayRow RowOf(TodayFact fact) => new(TodayList.Waiting, JapanTime.StartOf(fact.Day), $"依頼票：{fact.Text}", WorkOrderLinks.Detail(new(fact.Id)))
    {
        When = $"期限 {ConferenceWords.Day(fact.Day)}　{ConferenceWords.Of(Enum.Parse<WorkOrderState>(fact.Kind))}",
        Tone = fact.Day < work.Today ? Tone.Warning : Tone.Neutral,
        NextLabel = "答える",
    };
}
