using Microsoft.EntityFrameworkCore;
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
public sealed class NoticeList(Work work, NoticesInCharge charge)
{
    /// <summary>All that are there; they do not grow old (rules §7).</summary>
    public async Task<IReadOnlyList<NoticeRow>> RunAsync(CancellationToken ct)
    {
        work.Saw(Permission.ListNotices, RootRef.System);
        var found = await charge.Notices.AsNoTracking().ToListAsync(ct);
        return
        [
            .. found.OrderBy(n => n.State == CoordinationNoticeState.Told ? 0 : 1).ThenBy(n => n.State == CoordinationNoticeState.Told ? n.AnswerBy.DayNumber : -n.ToldAt.UtcTicks / TimeSpan.TicksPerDay).ThenBy(n => n.Id)
                .Select(n => new NoticeRow(n.Id, n.ToldAt, n.AnswerBy, n.DeleteOn, n.State, n.Organisations, n.IsOverdue(work.Today))),
        ];
    }
}

/// <summary>対応待ち・期限: what a coordinator has to decide on. Few desks ever have one, and which areas are theirs is no column to ask for.</summary>
sealed class NoticesToday(Work work, NoticesInCharge charge) : ISeldomToday
{
    public Permission Needs => Permission.ListNotices;

    public IQueryable<int> Waiting => Told.Select(n => n.Version);

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct) =>
        (await Told.OrderBy(n => n.AnswerBy).ThenBy(n => n.Id).Take(ITodaySource.Most).Select(n => new { n.Id, n.AnswerBy }).ToListAsync(ct)).ConvertAll(n => RowOf(n.Id, n.AnswerBy));

    private IQueryable<CoordinationNotice> Told => charge.Notices.Where(n => n.State == CoordinationNoticeState.Told);

    private TodayRow RowOf(Id<CoordinationNotice> id, DateOnly answerBy) => new(TodayList.Waiting, JapanTime.StartOf(answerBy), "連携検討のお知らせ：対応を決める", NoticeLinks.Detail(id))
    {
        When = DateWords.Until(answerBy, work.Today),
        Tone = answerBy < work.Today ? Tone.Warning : Tone.Neutral,
        NextLabel = "対応を決める",
    };
}
