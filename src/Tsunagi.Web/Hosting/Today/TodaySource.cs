using Tsunagi.Domain.Access;

namespace Tsunagi.Web.Hosting.Today;

/// <summary>
/// What one feature puts on 今日. One statement, at most two: the page may not cost more than eight. Only what the viewer may see,
/// by the same filter as everywhere; at most <see cref="Most"/> rows.
/// </summary>
public interface ITodaySource
{
    /// <summary>The most rows one source gives.</summary>
    const int Most = 50;

    /// <summary>What the viewer's role must allow: 今日 is everybody's, what stands there is not.</summary>
    Permission Needs { get; }

    /// <summary>The rows for whoever is at work.</summary>
    Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct);
}

/// <summary>
/// What one feature puts on 今日 on few days only. One statement asks all of these whether anything waits, and only those with
/// something are asked for their rows: most desks on most days then pay for one statement instead of one each.
/// </summary>
public interface ISeldomToday : ITodaySource
{
    /// <summary>A row for each thing that may wait. No less than what the rows are made of.</summary>
    IQueryable<int> Waiting { get; }
}

/// <summary>What one feature puts on 今日 where a few plain columns tell it all: the facts of all features come in one statement.</summary>
public interface ITodayFacts
{
    /// <summary>What the viewer's role must allow: 今日 is everybody's, what stands there is not.</summary>
    Permission Needs { get; }

    /// <summary>
    /// The facts, ordered, at most <see cref="ITodaySource.Most"/>; put together once for all who hold the same roles (ADR 0048). What is
    /// one asker's own stands in the query as <c>who.…</c> and as nothing else.
    /// </summary>
    /// <param name="who">Who asks, when, and what stands in every column that is not used: a union needs all of them, and of one type.</param>
    IQueryable<TodayFact> Facts(TodayAsker who);

    /// <summary>How a fact is told.</summary>
    TodayRow RowOf(TodayFact fact);
}

/// <summary>What the database says of one row of 今日; every feature uses the columns it needs.</summary>
public sealed class TodayFact
{
    /// <summary>Which feature's it is; as the asker says.</summary>
    public int Source { get; init; }

    /// <summary>The record.</summary>
    public Guid Id { get; init; }

    /// <summary>Another record it leads to.</summary>
    public Guid Other { get; init; }

    /// <summary>The instant it waits since, or is due at.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The day it is due on.</summary>
    public DateOnly Day { get; init; }

    /// <summary>What it is about.</summary>
    public string? Text { get; init; } = "";

    /// <summary>About whom, or by whom.</summary>
    public string? Who { get; init; } = "";

    /// <summary>Its state or kind, by its name.</summary>
    public string Kind { get; init; } = "";

    /// <summary>A number of its own, such as a version.</summary>
    public int Number { get; init; }

    /// <summary>A year, or another number.</summary>
    public int Year { get; init; }
}
