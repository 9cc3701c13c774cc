using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Decisions;

/// <summary>自分の番の決裁.</summary>
sealed class DecisionToday(ListDecisions list, Work work) : ISeldomToday
{
    public Permission Needs => Permission.SeeDecision;

    public IQueryable<int> Waiting => list.Open.Select(_ => 1);

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct) =>
    [
        .. (await list.MineAsync(ct)).Take(ITodaySource.Most).Select(d => new TodayRow(TodayList.Waiting, d.DraftedAt, $"決裁：{PlanWords.Of(d.Kind)}", DecisionLinks.Detail(d.Id))
        {
            When = $"{DateWords.Ago(d.DraftedAt, work.Today)}から　{PlanWords.Of(d.State)}",
        }),
    ];
}
