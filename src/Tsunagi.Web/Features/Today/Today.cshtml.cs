using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.Today;

namespace Tsunagi.Web.Features.Today;

/// <summary>今日: what waits for me and my desk, gathered from every feature that has something waiting.</summary>
[Permit(Permission.SeeToday)]
public sealed class TodayModel(IEnumerable<ITodaySource> sources) : TsunagiPage
{
    public IReadOnlyDictionary<TodayList, IReadOnlyList<TodayRow>> Rows { get; private set; } = new Dictionary<TodayList, IReadOnlyList<TodayRow>>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        // One after the other: they share one transaction.
        List<TodayRow> rows = [];
        var seldom = await SeldomAsync(ct);
        foreach (var source in sources.Where(s => s is not ISeldomToday || seldom.Contains(s))) rows.AddRange(await source.RowsAsync(ct));
        Rows = Enum.GetValues<TodayList>().ToDictionary(list => list, list => (IReadOnlyList<TodayRow>)[.. rows.Where(r => r.List == list).OrderBy(r => r.Order)]);
        Work.Saw(Permission.SeeToday, RootRef.System);
    }

    // Which of those that seldom have something have something now, in one statement.
    private async Task<HashSet<ITodaySource>> SeldomAsync(CancellationToken ct)
    {
        var asked = sources.OfType<ISeldomToday>().Where(s => s.Waiting is not null).ToList();
        var each = asked.Select((s, number) => s.Waiting!.Take(1).Select(_ => number)).ToList();
        return each.Count == 0 ? [] : [.. (await each.Aggregate((a, b) => a.Concat(b)).ToListAsync(ct)).Select(number => asked[number])];
    }
}
