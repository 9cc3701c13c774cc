using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Decisions;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Decisions;

/// <summary>自分の番の決裁.</summary>
sealed class DecisionToday(AppDb db, Work work) : ISeldomToday
{
    public Permission Needs => Permission.SeeDecision;

    public IQueryable<int> Waiting => Open.Select(_ => 1);

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct)
    {
        var open = await Open.OrderBy(d => d.DraftedAt).Take(ITodaySource.Most).ToListAsync(ct);
        return
        [
            .. open.Where(d => DecisionTurn.IsMine(d, work.Actor)).Select(d => new TodayRow(TodayList.Waiting, d.DraftedAt, $"決裁：{PlanWords.Of(d.Kind)}", DecisionLinks.Detail(d.Id))
            {
                When = $"{DateWords.Ago(d.DraftedAt, work.Today)}から　{PlanWords.Of(d.State)}",
            }),
        ];
    }

    private IQueryable<Decision> Open
    {
        get
        {
            var own = work.Actor.Organisation;
            return db.Decisions.AsNoTracking().Where(d => d.OrganisationId == own && d.State != DecisionState.Decided && d.State != DecisionState.Withdrawn && d.State != DecisionState.Lapsed);
        }
    }
}
