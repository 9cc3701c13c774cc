using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;

namespace Tsunagi.Web.Features.Cases;

/// <summary>Which of the desk's cases to list.</summary>
public enum CaseFilter
{
    /// <summary>支援中と一時休止.</summary>
    Running,
    /// <summary>自分が担当・代理.</summary>
    Mine,
    /// <summary>次の対応の期限が過ぎた.</summary>
    Overdue,
    /// <summary>次の対応が未定.</summary>
    NoNextAction,
    /// <summary>担当者が未定.</summary>
    NoWorker,
    /// <summary>一時休止.</summary>
    Suspended,
    /// <summary>終結.</summary>
    Closed,
    /// <summary>ほかの組織の担当で、閲覧できるもの.</summary>
    Shared,
}

/// <summary>One row of the list.</summary>
public sealed record CaseRow(
    Id<Case> Id, string Number, string Title, CaseState State, string Organisation, string? Worker,
    string? Next, DateOnly? Due, bool IsOverdue, DateTimeOffset OpenedAt);

/// <summary>支援中の一覧: by the day of the next action, page after page by key.</summary>
public sealed class ListCases(AppDb db, Work work, NameBook names)
{
    public const int PageSize = 50;

    /// <summary>One page, and where the next begins; null at the end.</summary>
    public async Task<(IReadOnlyList<CaseRow> Rows, string? After)> RunAsync(CaseFilter filter, string? after, CancellationToken ct)
    {
        var query = Of(filter);
        if (Key.TryParse(after, out var key))
            query = query.Where(c => c.NextDueOn > key.Due || (c.NextDueOn == key.Due && c.Id.CompareTo(key.Id) > 0));
        var found = await query.OrderBy(c => c.NextDueOn).ThenBy(c => c.Id).Take(PageSize + 1).AsNoTracking()
            .Select(c => new
            {
                c.Id,
                c.FiscalYear,
                c.Sequence,
                c.State,
                c.OrganisationId,
                c.OpenedAt,
                c.NextDueOn,
                Next = c.NextAction == null ? null : c.NextAction.Text,
                Worker = c.Assignments.Where(a => a.From <= work.Now && work.Now < a.Until).Select(a => a.WorkerId).FirstOrDefault(),
                Persons = c.Persons.Where(p => p.LeftAt == null).OrderByDescending(p => p.IsReference).ThenBy(p => p.Number).Select(p => p.PersonId).ToList(),
            }).ToListAsync(ct);
        var shown = found.Take(PageSize).ToList();
        var book = await names.ForAsync(
            shown.Select(c => c.Worker), shown.SelectMany(c => c.Persons.Take(1)), ct);
        work.Saw(Permission.ListCases, RootRef.System);
        return ([.. shown.Select(c => new CaseRow(
            c.Id, new CaseNumber(c.FiscalYear, c.Sequence).ToString(),
            c.Persons.Count == 0 ? "氏名不詳" : book.Of(c.Persons[0]) + (c.Persons.Count > 1 ? $" ほか{c.Persons.Count - 1}人" : ""),
            c.State, book.Of(c.OrganisationId), c.Worker is { } worker ? book.Of(worker) : null,
            // How much another organisation's basis opens is decided case by case, on its page.
            c.OrganisationId == work.Actor.Organisation ? c.Next : null, c.Next is null ? null : c.NextDueOn, c.NextDueOn < work.Today, c.OpenedAt))],
            found.Count > PageSize ? new Key(shown[^1].NextDueOn, shown[^1].Id).ToString() : null);
    }

    /// <summary>How many there are, for the heading and for 今日: the same rows as the list.</summary>
    public Task<int> CountAsync(CaseFilter filter, CancellationToken ct) => Of(filter).CountAsync(ct);

    private IQueryable<Case> Of(CaseFilter filter)
    {
        var (own, me, now, today) = (work.Actor.Organisation, work.Actor.Account, work.Now, work.Today);
        var running = db.Cases.Where(c => c.OrganisationId == own && c.State != CaseState.Closed);
        return filter switch
        {
            CaseFilter.Running => running,
            CaseFilter.Mine => running.Where(c =>
                c.Assignments.Any(a => a.WorkerId == me && a.From <= now && now < a.Until)
                || c.Deputies.Any(d => d.AccountId == me && d.From <= now && now < d.Until)),
            CaseFilter.Overdue => running.Where(c => c.NextDueOn < today),
            CaseFilter.NoNextAction => running.Where(c => c.NextAction == null),
            CaseFilter.NoWorker => running.Where(c => c.Assignments.Any(a => a.WorkerId == null && a.From <= now && now < a.Until)),
            CaseFilter.Suspended => running.Where(c => c.State == CaseState.Suspended),
            CaseFilter.Closed => db.Cases.Where(c => c.OrganisationId == own && c.State == CaseState.Closed),
            CaseFilter.Shared => db.Cases.Where(c => c.OrganisationId != own),
        };
    }

    /// <summary>Where a page of the list ended.</summary>
    private readonly record struct Key(DateOnly Due, Id<Case> Id)
    {
        public override string ToString() => $"{Due:yyyy-MM-dd}_{Id}";

        public static bool TryParse(string? text, out Key key)
        {
            key = default;
            if (text?.Split('_') is not [var due, var id] || !Id<Case>.TryParse(id, null, out var parsed)
                || !DateOnly.TryParseExact(due, "yyyy-MM-dd", out var date))
                return false;
            key = new(date, parsed);
            return true;
        }
    }
}
