using Microsoft.EntityFrameworkCore;

namespace Tsunagi.Web.Hosting.Requests;

/// <summary>A page of a list that is read by key (ADR 0040).</summary>
/// <param name="Items">Its rows.</param>
/// <param name="Total">How many rows there are on all pages.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Total, string? Next)
{
    /// <summary>A list that is not paged: what waits for somebody.</summary>
    public static PageOf<T> Whole(IReadOnlyList<T> items) => new(items, items.Count, null);

    /// <summary>The same page with its rows as they are shown.</summary>
    public PageOf<TRow> Select<TRow>(Func<T, TRow> row) => new([.. Items.Select(row)], Total, Next);
}

/// <summary>Reads a page of a list.</summary>
static class PageReading
{
    /// <summary>Rows on a page.</summary>
    public const int Size = 50;

    /// <summary>The first page of the rows that are left, in their order.</summary>
    /// <param name="rest">What stands behind the page before, sorted.</param>
    /// <param name="total">How many there are on all pages.</param>
    /// <param name="key">Where a row stands.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<PageOf<T>> ToPageAsync<T>(this IQueryable<T> rest, int total, Func<T, PageKey> key, CancellationToken ct)
    {
        var found = await rest.Take(Size + 1).ToListAsync(ct);
        List<T> shown = [.. found.Take(Size)];
        return new(shown, total, found.Count > Size ? key(shown[^1]).ToString() : null);
    }
}
