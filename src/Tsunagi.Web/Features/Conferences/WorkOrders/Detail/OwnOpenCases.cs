using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Conferences.WorkOrders;

/// <summary>A case as a work order names it.</summary>
public sealed record NamedCase(Id<Case> Id, string Label, DateTimeOffset OpenedAt);

/// <summary>自機関のケースから選ぶ: the open cases of the organisation one acts for, newest first, page after page by key.</summary>
public sealed class OwnOpenCases(AppDb db, Work work, NameBook names)
{
    public const int PageSize = 50;

    /// <summary>One page, and where the next begins; null at the end.</summary>
    public async Task<(IReadOnlyList<NamedCase> Cases, string? After)> RunAsync(string? after, CancellationToken ct)
    {
        var query = db.Cases.Where(c => c.OrganisationId == work.Actor.Organisation && c.State != CaseState.Closed);
        if (PageKey.Read(after) is { } last)
        {
            var (at, id) = (last.At, new Id<Case>(last.Id));
            query = query.Where(c => c.OpenedAt < at || c.OpenedAt == at && c.Id.CompareTo(id) < 0);
        }
        var found = await NamedAsync(query.OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id).Take(PageSize + 1), ct);
        work.Saw(Permission.ListCases, RootRef.System);
        var shown = found.Take(PageSize).ToList();
        return (shown, found.Count > PageSize ? new PageKey(shown[^1].OpenedAt, shown[^1].Id.Value).ToString() : null);
    }

    /// <summary>One case, if the actor may see it.</summary>
    public async Task<NamedCase?> OneAsync(Id<Case> id, CancellationToken ct) => (await NamedAsync(db.Cases.Where(c => c.Id == id), ct)).SingleOrDefault();

    private async Task<List<NamedCase>> NamedAsync(IQueryable<Case> cases, CancellationToken ct)
    {
        var found = await cases.AsNoTracking().Select(c => new
        {
            c.Id,
            c.FiscalYear,
            c.Sequence,
            c.OpenedAt,
            Persons = c.Persons.Where(p => p.LeftAt == null).OrderByDescending(p => p.IsReference).ThenBy(p => p.Number).Select(p => p.PersonId).ToList(),
        }).ToListAsync(ct);
        await names.ForAsync([], found.SelectMany(c => c.Persons.Take(1)), ct);
        return [.. found.Select(c => new NamedCase(c.Id, $"{new CaseNumber(c.FiscalYear, c.Sequence)}　{(c.Persons.Count == 0 ? "お名前を伺っていない方" : names.Of(c.Persons[0]))}", c.OpenedAt))];
    }
}
