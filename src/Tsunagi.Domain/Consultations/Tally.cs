using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consultations;

/// <summary>件数だけ: one short answer at a desk that is counted and not written down (rules §12). It names nobody.</summary>
public sealed class Tally : Aggregate
{
    private Tally() { }

    /// <summary>Counts one.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="code">What it was, a code of the ward's list (道案内, 電話の取次ぎ …).</param>
    /// <param name="offered">The codes on offer.</param>
    /// <param name="by">Who, at which desk, when.</param>
    public static Outcome<Tally> Count(Id<Tally> id, string code, IReadOnlySet<string> offered, Stamp by)
    {
        if (!offered.Contains(code)) return new Refusal(RefusalCode.UnknownCode, nameof(Code));
        var counted = new Tally
        {
            Id = id,
            OrganisationId = by.Organisation,
            On = JapanTime.DateOf(by.At),
            Code = code,
            By = by.Account,
            At = by.At,
        };
        counted.Record(new Tallied(id, by.Organisation, code));
        return counted;
    }

    /// <summary>Its id.</summary>
    public Id<Tally> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.System;

    /// <summary>The desk.</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>The day in Tokyo.</summary>
    public DateOnly On { get; private set; }

    /// <summary>What it was, a code.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Who counted.</summary>
    public Id<Account> By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>取消し: tapped by mistake.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>取り消す: on the same day, by whoever counted.</summary>
    public Outcome Undo(Stamp by)
    {
        if (UndoneAt is not null || JapanTime.DateOf(by.At) != On) return Outcome.Refused(RefusalCode.WrongState);
        if (by.Account != By) return Outcome.Refused(RefusalCode.NotAllowed);
        UndoneAt = by.At;
        Record(new TallyUndone(Id));
        return Outcome.Done;
    }
}

/// <summary>One short answer was counted.</summary>
public sealed record Tallied(Id<Tally> Tally, Id<Organisation> Organisation, string Code) : DomainEvent;

/// <summary>A count was taken back.</summary>
public sealed record TallyUndone(Id<Tally> Tally) : DomainEvent;
