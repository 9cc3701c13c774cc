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

    /// <summary>
    /// The numbers as they may be told: those below the limit are left out, and another with them where the sum would give the one away.
    /// </summary>
    /// <param name="numbers">The outcomes; what is missing is none.</param>
    /// <param name="smallBelow">From which number on one is told (statistics of the profile).</param>
    public static IReadOnlyList<NoticeFigure> Publish(IReadOnlyDictionary<NoticeOutcome, int> numbers, int smallBelow)
    {
        int Of(NoticeOutcome outcome) => numbers.GetValueOrDefault(outcome);
        var total = Outcomes.Sum(Of);
        HashSet<NoticeOutcome> hidden = [.. Outcomes.Where(o => Of(o) is > 0 and var n && n < smallBelow)];
        var isTotalHidden = total > 0 && total < smallBelow;
        if (hidden.Count == 1 && !isTotalHidden)
        {
            if (Outcomes.Where(o => !hidden.Contains(o) && Of(o) > 0).Select(o => (NoticeOutcome?)o).MinBy(o => Of(o!.Value)) is { } second) hidden.Add(second);
            else isTotalHidden = true;
        }
        return
        [
            new(NoticeOutcome.Told, isTotalHidden ? null : total),
            .. Outcomes.Select(o => new NoticeFigure(o, hidden.Contains(o) ? null : Of(o))),
        ];
    }
}
