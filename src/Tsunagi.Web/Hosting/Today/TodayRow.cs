using Tsunagi.Web.DesignSystem;

namespace Tsunagi.Web.Hosting.Today;

/// <summary>The lists of 今日, in their order.</summary>
public enum TodayList
{
    /// <summary>対応待ち.</summary>
    Waiting,
    /// <summary>つながれた相談.</summary>
    HandedToUs,
    /// <summary>期限が近い・過ぎた.</summary>
    Due,
    /// <summary>今週の会議（自分が出るもの）.</summary>
    Meetings,
}

/// <summary>One row of 今日: what, who as far as allowed, since or until when, and the next step.</summary>
/// <param name="List">In which list.</param>
/// <param name="Order">Rows are sorted by it, earliest first: the waiting since, the due date, the hour of the meeting.</param>
/// <param name="What">What waits.</param>
/// <param name="Href">Where it is.</param>
public sealed record TodayRow(TodayList List, DateTimeOffset Order, string What, string Href)
{
    /// <summary>About whom, as far as the viewer may know.</summary>
    public string? Who { get; init; }

    /// <summary>Since or until when, in words.</summary>
    public string? When { get; init; }

    /// <summary>Warning when overdue, Danger only for danger to life.</summary>
    public Tone Tone { get; init; }

    /// <summary>The words of the next step.</summary>
    public string NextLabel { get; init; } = "開く";

    /// <summary>Where the next step is done; the row's own page when null.</summary>
    public string? NextHref { get; init; }
}
