using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Notices;

/// <summary>対応の一つ.</summary>
/// <param name="Choice">What was chosen.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Which of the coordinators.</param>
/// <param name="At">When.</param>
public sealed record NoticeStep(NoticeChoice Choice, string Reason, Id<Account> By, DateTimeOffset At);

/// <summary>
/// 連携検討のお知らせ: several organisations deal with the same human being and do not know it of one another. It says which, and
/// nothing else – not who it is, nor what was written (rules §7; docs/adr/0055).
/// </summary>
public sealed class CoordinationNotice : Aggregate
{
    private CoordinationNotice() { }

    /// <summary>知らせる.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="area">The area in whose charge it lies; null for the whole ward.</param>
    /// <param name="organisations">Whom it names.</param>
    /// <param name="rules">The numbers of the ward.</param>
    /// <param name="offices">When they work.</param>
    /// <param name="by">The program itself.</param>
    public static CoordinationNotice Tell(
        Id<CoordinationNotice> id, string? area, IReadOnlyList<Id<Organisation>> organisations, NoticeRules rules, OfficeHours offices, Stamp by)
    {
        var today = JapanTime.DateOf(by.At);
        var told = new CoordinationNotice
        {
            Id = id,
            AreaCode = area,
            Organisations = [.. organisations],
            ToldAt = by.At,
            AnswerBy = offices.AddWorkingDays(today, rules.AnswerWithinWorkingDays),
            DeleteOn = today.AddDays(rules.DeleteAfterDays),
        };
        told.Record(new CoordinationNoticeTold(id, area, told.AnswerBy));
        return told;
    }

    /// <summary>Its id.</summary>
    public Id<CoordinationNotice> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.CoordinationNotice, Id);

    /// <summary>The area in whose charge it lies; null for the whole ward.</summary>
    public string? AreaCode { get; private set; }

    /// <summary>関わっている機関.</summary>
    public IReadOnlyList<Id<Organisation>> Organisations { get; private set; } = [];

    /// <summary>When it was told.</summary>
    public DateTimeOffset ToldAt { get; private set; }

    /// <summary>対応を決める期限, the last day included.</summary>
    public DateOnly AnswerBy { get; private set; }

    /// <summary>使われなければ消す日.</summary>
    public DateOnly DeleteOn { get; private set; }

    /// <summary>未対応から.</summary>
    public CoordinationNoticeState State { get; private set; }

    /// <summary>What was chosen, oldest first.</summary>
    public IReadOnlyList<NoticeStep> Steps { get; private set; } = [];

    /// <summary>The fiscal year in whose figures it counts.</summary>
    public int FiscalYear => JapanTime.FiscalYearOf(JapanTime.DateOf(ToldAt));

    /// <summary>期限を過ぎた: nobody has chosen, and the days are over.</summary>
    public bool IsOverdue(DateOnly today) => State == CoordinationNoticeState.Told && AnswerBy < today;

    /// <summary>消す: it was never used, and its time is over.</summary>
    public bool MayBeDeleted(DateOnly today) => CoordinationNoticeStates.IsUnused(State) && DeleteOn <= today;

    /// <summary>対応を決める: also when the days are over, as long as it is there.</summary>
    public Outcome Choose(NoticeChoice? choice, string? reason, Stamp by)
    {
        var checks = new FieldChecks().RefuseIf(choice is null, RefusalCode.Required, nameof(NoticeStep.Choice))
            .Require(nameof(NoticeStep.Reason), reason).Text(nameof(NoticeStep.Reason), reason, FieldChecks.Long);
        if (!checks.Passed || choice is not { } chosen) return Outcome.Refused(checks.Refusals);
        if (CoordinationNoticeStates.Next(State, chosen) is not { } next) return Outcome.Refused(RefusalCode.WrongState);
        State = next;
        Steps = [.. Steps, new(chosen, reason!.Trim(), by.Account, by.At)];
        Record(new CoordinationNoticeAnswered(Id, chosen));
        return Outcome.Done;
    }
}

/// <summary>A notice was told; whom it names is not said here.</summary>
public sealed record CoordinationNoticeTold(Id<CoordinationNotice> Notice, string? Area, DateOnly AnswerBy) : DomainEvent;

/// <summary>A coordinator chose what to do about a notice.</summary>
public sealed record CoordinationNoticeAnswered(Id<CoordinationNotice> Notice, NoticeChoice Choice) : DomainEvent;
