using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Hosting.Today;

/// <summary>
/// The numbers in the menu are the rows of 今日, each with the entry it lies under: what waits is said in one place (ADR 0050).
/// </summary>
public static class MenuCounts
{
    /// <summary>For each entry under which something waits, how much; 今日 has all of it.</summary>
    /// <param name="lists">The lists of 今日.</param>
    /// <param name="entries">The menu.</param>
    public static IReadOnlyDictionary<string, MenuCount> Of(IEnumerable<TodayRows> lists, IEnumerable<MenuEntry> entries)
    {
        var rows = lists.ToList();
        var menu = entries.Where(e => !e.IsForm && e.Href != All).OrderBy(e => e.Order).ToList();
        var counts = rows.SelectMany(list => list.Rows).Select(row => MenuEntry.Of(menu, row.Href)?.Href).OfType<string>().CountBy(href => href)
            .ToDictionary(under => under.Key, under => new MenuCount(under.Value, under.Value >= ITodaySource.Most));
        if (rows.Exists(list => list.Rows.Count > 0)) counts[All] = new(rows.Sum(list => list.Rows.Count), rows.Exists(list => list.HasMore));
        return counts;
    }

    // 今日 itself.
    private const string All = "/";
}
