using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>支援会議の一回: one session of a matter, with its members and its minutes.</summary>
public sealed class MatterSession
{
    private readonly List<SessionMember> seats = [];
    private readonly List<AgendaEntry> agenda = [];

    private MatterSession() => Place = "";

    internal MatterSession(Id<MatterSession> id, Id<Matter> matter, int number) : this() =>
        (Id, MatterId, Number) = (id, matter, number);

    /// <summary>Its id.</summary>
    public Id<MatterSession> Id { get; private set; }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>第○回, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>開催予定.</summary>
    public DateTimeOffset? ScheduledAt { get; private set; }

    /// <summary>場所.</summary>
    public string Place { get; private set; }

    /// <summary>開催: when it began.</summary>
    public DateTimeOffset? HeldAt { get; private set; }

    /// <summary>会議録の確定: by the secretary; from here on only corrections are appended.</summary>
    public DateTimeOffset? FixedAt { get; private set; }

    /// <summary>The secretary who fixed the minutes.</summary>
    public Id<Account>? FixedBy { get; private set; }

    /// <summary>会議録の確認: by the chair.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>The chair who confirmed them.</summary>
    public Id<Account>? ConfirmedBy { get; private set; }

    /// <summary>次回の予定, if one was agreed.</summary>
    public DateOnly? NextDate { get; private set; }

    /// <summary>構成員 of this session, those taken off the list included.</summary>
    public IReadOnlyList<SessionMember> Seats => seats;

    /// <summary>構成員 of this session.</summary>
    public IEnumerable<SessionMember> Members => seats.Where(m => m.RemovedAt is null);

    /// <summary>議題 of this session, with what was said on each.</summary>
    public IReadOnlyList<AgendaEntry> Agenda => agenda;

    /// <summary>True once the minutes are fixed.</summary>
    public bool IsFixed => FixedAt is not null;

    /// <summary>True while the day it was convened for has not come.</summary>
    public bool IsBeforeItsDay(DateOnly today) => ScheduledAt is { } planned && today < JapanTime.DateOf(planned);

    /// <summary>When a piece given now is given, seen from this session.</summary>
    public InformationTiming TimingNow => (HeldAt, FixedAt) switch
    {
        (null, _) => InformationTiming.BeforeSession,
        (_, null) => InformationTiming.InSession,
        _ => InformationTiming.AfterSession,
    };

    internal void Seat(Id<MatterParticipant> participant, MemberPart part)
    {
        if (seats.Find(m => m.ParticipantId == participant) is { } former) former.SeatAgain(part);
        else seats.Add(new(MatterId, Id, participant, part));
    }

    internal AgendaEntry PutOnAgenda(Id<MatterItem> item)
    {
        var entry = new AgendaEntry(MatterId, Id, Number, item, agenda.Count + 1);
        agenda.Add(entry);
        return entry;
    }

    internal void Schedule(DateTimeOffset at, string place) => (ScheduledAt, Place) = (at, place.Trim());

    internal void Hold(DateTimeOffset at) => HeldAt = at;

    internal void Fix(DateOnly? next, Stamp by) => (NextDate, FixedAt, FixedBy) = (next, by.At, by.Account);

    internal void Confirm(Stamp by) => (ConfirmedAt, ConfirmedBy) = (by.At, by.Account);
}

/// <summary>構成員: one person's place at one session.</summary>
public sealed class SessionMember
{
    private SessionMember() { }

    internal SessionMember(Id<Matter> matter, Id<MatterSession> session, Id<MatterParticipant> participant, MemberPart part) =>
        (MatterId, SessionId, ParticipantId, Part) = (matter, session, participant, part);

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>The session.</summary>
    public Id<MatterSession> SessionId { get; private set; }

    /// <summary>Who.</summary>
    public Id<MatterParticipant> ParticipantId { get; private set; }

    /// <summary>出席者・所属長・代理・ゲスト.</summary>
    public MemberPart Part { get; private set; }

    /// <summary>出席した.</summary>
    public bool Attended { get; private set; }

    /// <summary>When they were taken off the list before the session, if they were.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    internal void SeatAgain(MemberPart part) => (Part, RemovedAt) = (part, null);

    internal void Remove(DateTimeOffset at) => RemovedAt = at;

    internal void MarkAttended() => Attended = true;
}

/// <summary>議題: one item on the agenda of one session, and the record of what was discussed.</summary>
public sealed class AgendaEntry
{
    private AgendaEntry() => Discussion = "";

    internal AgendaEntry(Id<Matter> matter, Id<MatterSession> session, int sessionNumber, Id<MatterItem> item, int order) : this() =>
        (MatterId, SessionId, SessionNumber, ItemId, Order) = (matter, session, sessionNumber, item, order);

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>The session.</summary>
    public Id<MatterSession> SessionId { get; private set; }

    /// <summary>Its number, which the access rule speaks of.</summary>
    public int SessionNumber { get; private set; }

    /// <summary>The item.</summary>
    public Id<MatterItem> ItemId { get; private set; }

    /// <summary>Its place on the agenda, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>話し合いの記録; written until the minutes are fixed, then closed.</summary>
    public string Discussion { get; private set; }

    internal void Write(string discussion) => Discussion = discussion;
}

/// <summary>会議録の訂正: appended after the minutes were fixed; what was fixed stays as it is.</summary>
public sealed class MinutesCorrection
{
    private MinutesCorrection() => Text = "";

    internal MinutesCorrection(Id<MinutesCorrection> id, MatterSession session, Id<MatterItem>? item, string text, Stamp by) =>
        (Id, MatterId, SessionNumber, ItemId, Text, By, At) = (id, session.MatterId, session.Number, item, text, by.Account, by.At);

    /// <summary>Its id.</summary>
    public Id<MinutesCorrection> Id { get; private set; }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>The session whose minutes it corrects.</summary>
    public int SessionNumber { get; private set; }

    /// <summary>The item it concerns, if one.</summary>
    public Id<MatterItem>? ItemId { get; private set; }

    /// <summary>訂正の内容.</summary>
    public string Text { get; private set; }

    /// <summary>Who appended it.</summary>
    public Id<Account> By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>紙の写し: a numbered paper copy, handed out and collected back (rules §2).</summary>
public sealed class PaperCopy
{
    private PaperCopy() { }

    internal PaperCopy(Id<PaperCopy> id, int number, int session, MatterParticipant to, Stamp by) =>
        (Id, MatterId, Number, SessionNumber, ParticipantId, HandedBy, HandedAt) =
        (id, to.MatterId, number, session, to.Id, by.Account, by.At);

    /// <summary>Its id.</summary>
    public Id<PaperCopy> Id { get; private set; }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>The number printed on it, from 1 within the matter.</summary>
    public int Number { get; private set; }

    /// <summary>The session it shows.</summary>
    public int SessionNumber { get; private set; }

    /// <summary>To whom it was handed.</summary>
    public Id<MatterParticipant> ParticipantId { get; private set; }

    /// <summary>Who handed it out.</summary>
    public Id<Account> HandedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset HandedAt { get; private set; }

    /// <summary>回収した時.</summary>
    public DateTimeOffset? CollectedAt { get; private set; }

    /// <summary>紛失の経緯, if it was lost; a loss is an incident of its own .</summary>
    public string? LostReason { get; private set; }

    /// <summary>True while it is out.</summary>
    public bool IsOut => CollectedAt is null && LostReason is null;

    internal void Collect(DateTimeOffset at) => CollectedAt = at;

    internal void Lose(string reason) => LostReason = reason;
}
