using System.Globalization;

namespace Tsunagi.Web.Hosting.Requests;

/// <summary>Where a page of a list by time ended: the last row's moment and id. The next page begins behind it, however many rows were added since.</summary>
/// <param name="At">The moment the list is sorted by.</param>
/// <param name="Id">The row, for those of one moment.</param>
public readonly record struct PageKey(DateTimeOffset At, Guid Id)
{
    /// <summary>Of a list in which rows without a moment stand at the end.</summary>
    public static PageKey Of(DateTimeOffset? at, Guid id) => new(at ?? DateTimeOffset.MaxValue, id);

    /// <summary>Whether the page ended among the rows without a moment.</summary>
    public bool IsUndated => At == DateTimeOffset.MaxValue;

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else, and the list begins anew.</summary>
    public static PageKey? Read(string? text) =>
        text?.Split('_') is [var at, var id] && long.TryParse(at, CultureInfo.InvariantCulture, out var ticks) && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            && Guid.TryParse(id, out var row) ? new(new(ticks, TimeSpan.Zero), row) : null;

    /// <summary>As it stands in an address.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}_{Id}");
}
