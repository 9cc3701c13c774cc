using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Notices;

/// <summary>One row of the list.</summary>
public sealed record NoticeRow(
    Id<CoordinationNotice> Id, DateTimeOffset ToldAt, DateOnly AnswerBy, DateOnly DeleteOn, CoordinationNoticeState State, IReadOnlyList<Id<Organisation>> Organisations, bool IsOverdue);

/// <summary>自分に届いたお知らせ: those that wait on top, the most urgent first.</summary>
public sealed class NoticeList(AppDb db, Work work, NoticesInCharge charge)
{
    /// <summary>All that are there; they do not grow old (rules §7).</summary>
    public async Task<IReadOnlyList<NoticeRow>> RunAsync(CancellationToken ct)
    {
        work.Saw(Permission.ListNotices, RootRef.System);
        var areas = charge.Areas;
        var found = await db.CoordinationNotices.AsNoTracking().Where(n => areas.Contains(n.AreaCode)).ToListAsync(ct);
        return
        [
            .. found.OrderBy(n => n.State == CoordinationNoticeState.Told ? 0 : 1).ThenBy(n => n.State == CoordinationNoticeState.Told ? n.AnswerBy.DayNumber : -n.ToldAt.UtcTicks / TimeSpan.TicksPerDay).ThenBy(n => n.Id)
                .Select(n => new NoticeRow(n.Id, n.ToldAt, n.AnswerBy, n.DeleteOn, n.State, n.Organisations, n.IsOverdue(work.Today))),
        ];
    }
}

/// <summary>対応待ち・期限: what a coordinator has to decide on.</summary>
sealed class NoticesToday(AppDb db, Work work) : ITodayFacts
{
    public Permission Needs => Permission.ListNotices;

    public IQueryable<TodayFact> Facts(TodayAsker who) =>
        db.CoordinationNotices.Where(n => n.State == CoordinationNoticeState.Told).OrderBy(n => n.AnswerBy).Take(ITodaySource.Most).Select(n => new TodayFact
        {
            Source = who.Source,
            Id = (Guid)(object)n.Id,
            Other = who.NoId,
            At = n.ToldAt,
            Day = n.AnswerBy,
            Text = who.NoText,
            Who = who.NoText,
            Kind = who.NoText,
            Number = 0,
            Year = 0,
        });

    public TodayRow RowOf(TodayFact fact) => new(TodayList.Waiting, JapanTime.StartOf(fact.Day), "連携検討のお知らせ：対応を決める", NoticeLinks.Detail(new(fact.Id)))
    {
        When = DateWords.Until(fact.Day, work.Today),
        Tone = fact.Day < work.Today ? Tone.Warning : Tone.Neutral,
        NextLabel = "対応を決める",
    };
}
