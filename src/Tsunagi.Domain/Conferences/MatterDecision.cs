using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>見守り役: who watches, for what sign, and whom to call.</summary>
public sealed class WatchRole
{
    private WatchRole() => Who = Sign = Call = "";

    internal WatchRole(Id<WatchRole> id, MatterSession session, Id<MatterItem> item, WatchText text) : this()
    {
        (Id, MatterId, SessionNumber, ItemId, ParticipantId) = (id, session.MatterId, session.Number, item, text.Participant);
        (Who, Sign, Call) = (text.Who.Trim(), text.Sign.Trim(), text.Call.Trim());
    }

    /// <summary>Its id.</summary>
    public Id<WatchRole> Id { get; private set; }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>The session that agreed on it.</summary>
    public int SessionNumber { get; private set; }

    /// <summary>The item.</summary>
    public Id<MatterItem> ItemId { get; private set; }

    /// <summary>The participant who watches, if they are one.</summary>
    public Id<MatterParticipant>? ParticipantId { get; private set; }

    /// <summary>だれが.</summary>
    public string Who { get; private set; }

    /// <summary>どんな様子に気づいたら.</summary>
    public string Sign { get; private set; }

    /// <summary>どこへ連絡するか.</summary>
    public string Call { get; private set; }

    /// <summary>When the watch ended, if it did.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    internal void End(DateTimeOffset at) => EndedAt = at;
}

/// <summary>見守りの内容.</summary>
public sealed record WatchText(Id<MatterParticipant>? Participant, string Who, string Sign, string Call);

/// <summary>決定事項: だれが・何を・いつまで, as a row.</summary>
public sealed class MatterDecision
{
    private MatterDecision() => Who = What = DoneWord = "";

    internal MatterDecision(Id<MatterDecision> id, MatterSession session, Id<MatterItem> item, DecisionText text) : this()
    {
        (Id, MatterId, SessionNumber, ItemId) = (id, session.MatterId, session.Number, item);
        (Who, What, Until) = (text.Who.Trim(), text.What.Trim(), text.Until);
    }

    /// <summary>Its id.</summary>
    public Id<MatterDecision> Id { get; private set; }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>The session that decided.</summary>
    public int SessionNumber { get; private set; }

    /// <summary>The item.</summary>
    public Id<MatterItem> ItemId { get; private set; }

    /// <summary>だれが.</summary>
    public string Who { get; private set; }

    /// <summary>何を.</summary>
    public string What { get; private set; }

    /// <summary>いつまで.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>書き損じ: struck out before the minutes were fixed.</summary>
    public DateTimeOffset? StruckAt { get; private set; }

    /// <summary>When it was done, if it was.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Who said so.</summary>
    public Id<Account>? DoneBy { get; private set; }

    /// <summary>結果のひとこと.</summary>
    public string DoneWord { get; private set; }

    internal void Strike(DateTimeOffset at) => StruckAt = at;

    internal void Finish(string word, Stamp by) => (DoneAt, DoneBy, DoneWord) = (by.At, by.Account, word);
}

/// <summary>決定の内容.</summary>
public sealed record DecisionText(string Who, string What, DateOnly? Until);

/// <summary>結果: what the chair settled after a session, kept in order.</summary>
public sealed class MatterOutcome
{
    private MatterOutcome() => Reason = "";

    internal MatterOutcome(Id<MatterOutcome> id, Id<Matter> matter, MatterState state, string reason, Stamp by) =>
        (Id, MatterId, State, Reason, By, At) = (id, matter, state, reason, by.Account, by.At);

    /// <summary>Its id.</summary>
    public Id<MatterOutcome> Id { get; private set; }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>見守り・緊急対応・アウトリーチ開始・重層的支援会議へ移行・終了.</summary>
    public MatterState State { get; private set; }

    /// <summary>理由.</summary>
    public string Reason { get; private set; }

    /// <summary>The chair.</summary>
    public Id<Account> By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}
