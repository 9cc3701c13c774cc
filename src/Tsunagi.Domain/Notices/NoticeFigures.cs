namespace Tsunagi.Domain.Notices;

/// <summary>数える結果: how a notice ended, or that it was told at all.</summary>
public enum NoticeOutcome
{
    /// <summary>知らせた.</summary>
    Told,
    /// <summary>何もしない.</summary>
    LeftAlone,
    /// <summary>各機関へたずねた.</summary>
    Asked,
    /// <summary>支援会議を提案した.</summary>
    ConferenceProposed,
    /// <summary>対応がないまま消えた.</summary>
    Unanswered,
}

/// <summary>お知らせの件数: how many, in one fiscal year. It outlives the notices it counts, and names none of them.</summary>
public sealed class NoticeTally
{
    private NoticeTally() { }

    /// <summary>The year in which they were told.</summary>
    public int FiscalYear { get; private set; }

    /// <summary>What is counted.</summary>
    public NoticeOutcome Outcome { get; private set; }

    /// <summary>How many.</summary>
    public int Number { get; private set; }
}

/// <summary>One published number; null where it is too small to be told.</summary>
public sealed record NoticeFigure(NoticeOutcome Outcome, int? Number);

/// <summary>年ごとの公表: the numbers of one year, once nothing in them can change any more.</summary>
public static class NoticeFigures
{
    /// <summary>The outcomes that add up to those told.</summary>
    public static IReadOnlyList<NoticeOutcome> Outcomes { get; } =
        [NoticeOutcome.LeftAlone, NoticeOutcome.Asked, NoticeOutcome.ConferenceProposed, NoticeOutcome.Unanswered];

    /// <summary>The day from which a year is shown: the last notice of it has been answered or deleted, so nobody can watch a number grow.</summary>
    public static DateOnly ShownFrom(int fiscalYear, int deleteAfterDays) => new DateOnly(fiscalYear + 1, 4, 1).AddDays(deleteAfterDays + 1);

    /// <summary>Whether a year is shown; from then on it is not counted on, whatever is still done about a notice of it.</summary>
    public static bool IsShown(int fiscalYear, int deleteAfterDays, DateOnly today) => ShownFrom(fiscalYear, deleteAfterDays) <= today;

    /// <summary>
    /// The numbers as they may be told. Where one is below the limit, all that are below it are left out, those that are none among them; and
    /// the sum where it is small itself, or would give away what is left out. Whoever knows this rule is left with two numbers at least for
    /// each that is left out.
    /// </summary>
    /// <param name="numbers">The outcomes; what is missing is none.</param>
    /// <param name="smallBelow">From which number on one is told (statistics of the profile); three at least, for below two there is but one.</param>
    public static IReadOnlyList<NoticeFigure> Publish(IReadOnlyDictionary<NoticeOutcome, int> numbers, int smallBelow)
    {
        int Of(NoticeOutcome outcome) => numbers.GetValueOrDefault(outcome);
        var limit = Math.Max(3, smallBelow);
        var total = Outcomes.Sum(Of);
        HashSet<NoticeOutcome> hidden = Outcomes.Any(o => Of(o) is > 0 and var n && n < limit) ? [.. Outcomes.Where(o => Of(o) < limit)] : [];
        return
        [
            new(NoticeOutcome.Told, total == 0 || total >= limit && KeepsSecret(hidden.Count, hidden.Sum(Of), limit) ? total : null),
            .. Outcomes.Select(o => new NoticeFigure(o, hidden.Contains(o) ? null : Of(o))),
        ];
    }

    // So many numbers below the limit have such a sum in several ways. One step away from all of them at their greatest, for that the
    // sum is left out tells something as well.
    private static bool KeepsSecret(int hidden, int sum, int limit) => hidden == 0 || hidden > 1 && sum <= hidden * (limit - 1) - 2;
}
