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
        foreach (var source in sources) rows.AddRange(await source.RowsAsync(ct));
        Rows = Enum.GetValues<TodayList>().ToDictionary(list => list, list => (IReadOnlyList<TodayRow>)[.. rows.Where(r => r.List == list).OrderBy(r => r.Order)]);
        Work.Saw(Permission.SeeToday, RootRef.System);
    }
}
