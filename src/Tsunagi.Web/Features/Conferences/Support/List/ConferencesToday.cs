using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>
/// 今週の会議（自分が出るもの）, for chair and secretary those whose day went by without being held, proposals to chair, those that
/// come back, and acts in danger the chair must hear of the same day.
/// </summary>
sealed class ConferencesToday(AppDb db, Work work) : ISeldomToday
{
    public Permission Needs => Permission.ListSupportConferences;

    private const int DaysShown = 7;

    public IQueryable<int> Waiting => Sessions.Select(_ => 1).Concat(Proposals.Select(_ => 1)).Concat(Untold.Select(_ => 1)).Concat(Notices.Select(_ => 1));

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct) => [.. await MeetingsAsync(ct), .. await ToDoAsync(ct), .. await NoticesAsync(ct)];

    // Grants and row security leave out what is not mine; a session one is not named for is left out here.
    private async Task<IEnumerable<TodayRow>> MeetingsAsync(CancellationToken ct)
    {
        var found = await Sessions.OrderBy(s => s.ScheduledAt)
            .Select(s => new
            {
                Id = s.MatterId,
                s.Number,
                s.ScheduledAt,
                s.Place,
                Title = db.Set<MatterPaper>().Where(p => p.MatterId == s.MatterId).Select(p => p.Title).FirstOrDefault(),
            }).Take(ITodaySource.Most).ToListAsync(ct);
        return found.Select(s => RowOf(s.ScheduledAt!.Value, s.Title ?? "会議案件", s.Id, $"第{s.Number}回　{s.Place}"));
    }

    private TodayRow RowOf(DateTimeOffset at, string title, Id<Matter> matter, string where) => JapanTime.DateOf(at) < work.Today
        ? new(TodayList.Due, at, $"{title}：開催の記録がまだありません", SupportLinks.Hold(matter))
        {
            When = $"{ConferenceWords.When(at)}の予定　{where}",
            Tone = Tone.Warning,
            NextLabel = "記録する",
        }
        : new(TodayList.Meetings, at, title, SupportLinks.Overview(matter)) { When = $"{ConferenceWords.When(at)}　{where}" };

    private async Task<IEnumerable<TodayRow>> ToDoAsync(CancellationToken ct)
    {
        var proposals = Proposals.Select(m => new { m.Id, At = m.ProposedAt, IsProposal = true });
        var untold = Untold.Select(d => new { Id = d.MatterId, d.At, IsProposal = false });
        var found = await proposals.Concat(untold).OrderBy(w => w.At).Take(ITodaySource.Most).ToListAsync(ct);
        return found.Select(w => w.IsProposal
            ? new TodayRow(TodayList.Waiting, w.At, "支援会議の提案：座長の引受け", SupportLinks.List) { When = ConferenceWords.When(w.At) }
            : new TodayRow(TodayList.Due, w.At, "差し迫った危険への対応：座長への報告", SupportLinks.WaysOut(w.Id))
            {
                When = JapanTime.DateOf(w.At) < work.Today ? "同日中の報告の期限を過ぎています" : "今日中に報告",
                Tone = JapanTime.DateOf(w.At) < work.Today ? Tone.Warning : Tone.Neutral,
            });
    }

    // A chair that was declined, a proposal that was taken back: back as work with whom it lies.
    private async Task<IEnumerable<TodayRow>> NoticesAsync(CancellationToken ct)
    {
        var me = work.Actor.Account;
        var found = await Notices.OrderBy(n => n.At).Take(ITodaySource.Most)
            .Select(n => new { n.MatterId, n.Kind, n.At, IsOffice = db.Matters.Any(m => m.Id == n.MatterId && m.ChairTakenAt != null && (m.ChairId == me || m.SecretaryId == me)) }).ToListAsync(ct);
        return found.Select(n => new TodayRow(TodayList.Waiting, n.At, $"支援会議：{ConferenceWords.Of(n.Kind)}", n.IsOffice ? SupportLinks.Overview(n.MatterId) : n.Kind == ProposalNoticeKind.ChairDeclined ? SupportLinks.Proposed : SupportLinks.List)
        {
            When = ConferenceWords.When(n.At),
            Tone = Tone.Warning,
            NextLabel = n.Kind == ProposalNoticeKind.ChairDeclined ? "座長を選ぶ" : "確かめる",
        });
    }

    private IQueryable<MatterSession> Sessions
    {
        get
        {
            var me = work.Actor.Account;
            var (from, until) = (JapanTime.StartOf(work.Today), JapanTime.StartOf(work.Today.AddDays(DaysShown)));
            return from session in db.Set<MatterSession>().AsNoTracking()
                   join matter in db.Matters on session.MatterId equals matter.Id
                   where matter.State == MatterState.Convened && session.HeldAt == null && session.ScheduledAt < until
                       && (matter.ChairId == me || matter.SecretaryId == me || session.ScheduledAt >= @from && db.Set<ReadingNaming>().Any(n =>
                           n.MatterId == matter.Id && n.SessionNumber == session.Number && n.EndedAt == null
                           && db.Set<MatterParticipant>().Any(p => p.Id == n.ParticipantId && p.AccountId == me && p.LeftAt == null)))
                   select session;
        }
    }

    private IQueryable<Matter> Proposals
    {
        get
        {
            var (me, chairs) = (work.Actor.Account, work.Actor.Is(Role.ConferenceChair));
            return db.Matters.AsNoTracking()
                .Where(m => chairs && m.ChairId == me && m.State != MatterState.Withdrawn && !db.Set<MatterParticipant>().Any(p => p.MatterId == m.Id && p.AccountId == me && p.LeftAt == null));
        }
    }

    // Row security leaves those one said, those one has to act on, and those of a matter one leads.
    private IQueryable<ProposalNotice> Notices
    {
        get
        {
            var me = work.Actor.Account;
            return db.Set<ProposalNotice>().AsNoTracking().Where(n => n.AnsweredAt == null && n.By != me);
        }
    }

    private IQueryable<WayOut.ByDanger> Untold => db.Set<WayOut.ByDanger>().AsNoTracking().Where(d => d.ChairToldAt == null);
}
