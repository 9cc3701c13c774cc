using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.PhoneMemos;

/// <summary>How the list of memos is narrowed and paged.</summary>
public sealed record PhoneMemoFilter
{
    /// <summary>Those that are done, too; then the latest stand first.</summary>
    public bool All { get; init; }

    /// <summary>Only those for oneself, and those for whoever comes first.</summary>
    public bool Mine { get; init; }

    /// <summary>折り返し: only those who wait for a call.</summary>
    public bool CallBack { get; init; }

    /// <summary>Where the last page ended.</summary>
    public string? After { get; init; }
}

/// <summary>One row of the list.</summary>
public sealed record PhoneMemoRow(
    Id<PhoneMemo> Id, DateTimeOffset LeftAt, PhoneMemoState State, string Message, string? From, string? Phone, bool CallBack, string? CallBackWhen, string? To, string LeftBy);

/// <summary>One page of the list.</summary>
public sealed record PhoneMemoPage(IReadOnlyList<PhoneMemoRow> Rows, string? Next);

/// <summary>この窓口の電話メモ: those that wait, the longest waiting on top.</summary>
public sealed class PhoneMemoList(AppDb db, Work work)
{
    private const int PageSize = 50;

    /// <summary>The rows of one's own desk that a filter leaves.</summary>
    public async Task<PhoneMemoPage> RunAsync(PhoneMemoFilter filter, CancellationToken ct)
    {
        var found = await Sorted(Narrowed(filter), filter).Take(PageSize + 1).Select(m => new PhoneMemoRow(
            m.Id, m.LeftAt, m.State, m.Message, m.From, m.Phone, m.CallBack, m.CallBackWhen,
            db.Accounts.Where(a => a.Id == m.ToAccount).Select(a => a.Name).FirstOrDefault(),
            db.Accounts.Where(a => a.Id == m.LeftBy).Select(a => a.Name).FirstOrDefault() ?? "")).ToListAsync(ct);
        work.Saw(Permission.ListPhoneMemos, RootRef.System);
        var rows = found.Take(PageSize).ToList();
        return new(rows, found.Count > PageSize ? new PageKey(rows[^1].LeftAt, rows[^1].Id.Value).ToString() : null);
    }

    private IQueryable<PhoneMemo> Narrowed(PhoneMemoFilter filter)
    {
        var (desk, me) = (work.Actor.Organisation, work.Actor.Account);
        var rows = db.PhoneMemos.AsNoTracking().Where(m => m.OrganisationId == desk);
        if (!filter.All) rows = rows.Where(m => m.State == PhoneMemoState.Waiting);
        if (filter.Mine) rows = rows.Where(m => m.ToAccount == null || m.ToAccount == me);
        if (filter.CallBack) rows = rows.Where(m => m.CallBack);
        return rows;
    }

    private static IQueryable<PhoneMemo> Sorted(IQueryable<PhoneMemo> rows, PhoneMemoFilter filter)
    {
        if (PageKey.Read(filter.After) is { } last)
        {
            var id = new Id<PhoneMemo>(last.Id);
            rows = filter.All
                ? rows.Where(m => m.LeftAt < last.At || m.LeftAt == last.At && m.Id.CompareTo(id) < 0)
                : rows.Where(m => m.LeftAt > last.At || m.LeftAt == last.At && m.Id.CompareTo(id) > 0);
        }
        return filter.All ? rows.OrderByDescending(m => m.LeftAt).ThenByDescending(m => m.Id) : rows.OrderBy(m => m.LeftAt).ThenBy(m => m.Id);
    }
}

/// <summary>対応待ち: memos for oneself, and for whoever comes first.</summary>
sealed class PhoneMemosToday(AppDb db, Work work) : ITodayFacts
{
    public Permission Needs => Permission.ListPhoneMemos;

    public IQueryable<TodayFact> Facts(TodayAsker who) =>
        db.PhoneMemos
            .Where(m => m.OrganisationId == who.Desk && m.State == PhoneMemoState.Waiting && (m.ToAccount == null || m.ToAccount == who.Account))
            .OrderBy(m => m.LeftAt).Take(ITodaySource.Most)
            .Select(m => new TodayFact
            {
                Source = who.Source,
                Id = (Guid)(object)m.Id,
                Other = who.NoId,
                At = m.LeftAt,
                Day = who.Today,
                Text = m.Message,
                Who = m.From,
                Kind = m.CallBackWhen ?? "",
                Number = m.CallBack ? 1 : 0,
                Year = 0,
            });

    public TodayRow RowOf(TodayFact fact) => new(TodayList.Waiting, fact.At, $"電話メモ：{PhoneMemoWords.Short(fact.Text!)}", PhoneMemoLinks.Detail(new(fact.Id)))
    {
        Who = fact.Who,
        When = fact.Number == 0 ? DateWords.Ago(fact.At, work.Today) : $"{DateWords.Ago(fact.At, work.Today)}　{PhoneMemoWords.CallBack(fact.Kind)}",
        NextLabel = fact.Number == 0 ? "開く" : "折り返す",
    };
}
