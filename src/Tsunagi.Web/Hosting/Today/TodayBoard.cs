using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Hosting.Today;

/// <summary>One list of 今日: its rows, earliest first, and whether a feature had more than it gives.</summary>
public sealed record TodayRows(IReadOnlyList<TodayRow> Rows, bool HasMore);

/// <summary>Gathers 今日 from every feature that has something waiting, in few statements.</summary>
public sealed class TodayBoard(IEnumerable<ITodayFacts> facts, IEnumerable<ITodaySource> sources, TodayStatement statement, AppDb db, Work work, CurrentWard ward)
{
    /// <summary>Every list for whoever is at work.</summary>
    public async Task<IReadOnlyDictionary<TodayList, TodayRows>> AllAsync(CancellationToken ct)
    {
        // One after the other: they share one transaction.
        var given = await FactsAsync([.. facts.Where(f => Allows(f.Needs))], ct);
        List<ITodaySource> others = [.. sources.Where(s => Allows(s.Needs))];
        var seldom = await SeldomAsync([.. others.OfType<ISeldomToday>()], ct);
        foreach (var source in others.Where(s => s is not ISeldomToday || seldom.Contains(s))) given.Add(await source.RowsAsync(ct));
        return Enum.GetValues<TodayList>().ToDictionary(list => list, list => new TodayRows(
            [.. given.SelectMany(rows => rows).Where(row => row.List == list).OrderBy(row => row.Order)],
            given.Any(rows => rows.Count >= ITodaySource.Most && rows.Any(row => row.List == list))));
    }

    private bool Allows(Permission needs) => AccessPolicy.RoleAllows(work.Actor, needs);

    // The facts of all features, in one statement.
    private async Task<List<IReadOnlyList<TodayRow>>> FactsAsync(List<ITodayFacts> asked, CancellationToken ct)
    {
        if (asked.Count == 0) return [];
        var who = new TodayAsker(
            work.Actor.Organisation, work.Actor.Account, work.Now, work.Today, JapanTime.StartOf(work.Today), ward.Profile.RulesAsOf(work.Today).Deadlines.ContactGapDays);
        var found = await statement.Of(db, work.Actor.Roles, asked, who).ToListAsync(ct);
        return [.. found.GroupBy(fact => fact.Source).Select(own => (IReadOnlyList<TodayRow>)[.. own.Select(asked[own.Key].RowOf)])];
    }

    // Which of those that seldom have something have something now, in one statement.
    private static async Task<HashSet<ITodaySource>> SeldomAsync(List<ISeldomToday> asked, CancellationToken ct)
    {
        var each = asked.Select((s, number) => s.Waiting.Take(1).Select(_ => number)).ToList();
        return each.Count == 0 ? [] : [.. (await each.Aggregate((a, b) => a.Concat(b)).ToListAsync(ct)).Select(number => asked[number])];
    }
}
