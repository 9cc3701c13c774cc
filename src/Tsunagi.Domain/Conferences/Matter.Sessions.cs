using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

// 回・議題・会議録・紙の写し: the sessions and what is written in them.
public sealed partial class Matter
{
    private readonly List<MatterSession> sessions = [];
    private readonly List<MatterItem> items = [];
    private readonly List<SessionDirection> directions = [];
    private readonly List<MinutesCorrection> minutesCorrections = [];
    private readonly List<PaperCopy> copies = [];

    /// <summary>回, oldest first.</summary>
    public IReadOnlyList<MatterSession> Sessions => sessions;

    /// <summary>案件の項目.</summary>
    public IReadOnlyList<MatterItem> Items => items;

    /// <summary>支援の方向性, of each session that wrote one.</summary>
    public IReadOnlyList<SessionDirection> Directions => directions;

    /// <summary>会議録の訂正.</summary>
    public IReadOnlyList<MinutesCorrection> MinutesCorrections => minutesCorrections;

    /// <summary>紙の写し.</summary>
    public IReadOnlyList<PaperCopy> Copies => copies;

    /// <summary>The session being prepared or held; null when none is.</summary>
    public MatterSession? OpenSession =>
        State is MatterState.MembersSelected or MatterState.Convened or MatterState.Held ? Latest : null;

    /// <summary>
    /// 次の回を開く: its members are selected anew; those of the last session who are still there are carried over, but
    /// nobody's reading is.
    /// </summary>
    public Outcome SelectMembers(Id<MatterSession> id, Stamp by)
    {
        if (Refuse(Office.Chair, by) is { } refused) return refused;
        if (sessions.Any(s => s.IsFixed && s.ConfirmedAt is null)) return Outcome.Refused(RefusalCode.MinutesNotConfirmed);
        var last = sessions.Count == 0 ? null : Latest;
        if (Step(MatterAction.SelectMembers) is { } wrong) return wrong;
        var session = new MatterSession(id, Id, sessions.Count + 1);
        foreach (var member in last?.Members.Where(m => Find(m.ParticipantId, by.At) is not null) ?? [])
            session.Seat(member.ParticipantId, member.Part);
        sessions.Add(session);
        Record(new SessionOpened(Id, session.Number));
        return Outcome.Done;
    }

    /// <summary>議題に載せる: a new item.</summary>
    public Outcome AddItem(Id<MatterItem> id, ItemText text, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (OpenSession is not { } session) return Outcome.Refused(RefusalCode.WrongState);
        var needs = new Needs().Text(text.Title, nameof(text.Title), MaxLine).Fits(text.PeopleNames, nameof(text.PeopleNames), MaxText);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        items.Add(new(id, Id, text));
        session.PutOnAgenda(id);
        Record(new ItemAdded(Id, id, session.Number, text.NamedOnly));
        return Outcome.Done;
    }

    /// <summary>議題に載せる: an item of an earlier session, again.</summary>
    public Outcome PutOnAgenda(Id<MatterItem> item, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (OpenSession is not { } session) return Outcome.Refused(RefusalCode.WrongState);
        if (items.All(i => i.Id != item)) return Outcome.Refused(RefusalCode.UnknownCode, "Item");
        if (session.Agenda.Any(a => a.ItemId == item)) return Outcome.Refused(RefusalCode.AlreadyNamed, "Item");
        session.PutOnAgenda(item);
        Record(new ItemAdded(Id, item, session.Number, items.Single(i => i.Id == item).NamedOnly));
        return Outcome.Done;
    }

    /// <summary>項目に指名する: the chair names who sees an item.</summary>
    public Outcome NameOnItem(Id<MatterItem> item, Id<MatterParticipant> participant, Stamp by)
    {
        if (Refuse(Office.Chair, by) is { } refused) return refused;
        if (items.SingleOrDefault(i => i.Id == item) is not { } found) return Outcome.Refused(RefusalCode.UnknownCode, "Item");
        if (Find(participant, by.At) is null) return Outcome.Refused(RefusalCode.UnknownCode, "Participant");
        if (found.Named.Any(n => n.ParticipantId == participant)) return Outcome.Refused(RefusalCode.AlreadyNamed);
        found.Name(participant, by);
        Record(new NamedOnItem(Id, item, participant));
        return Outcome.Done;
    }

    /// <summary>招集する: only the chair; every member has been explained to (W3 guard), two agencies at least, one item.</summary>
    public Outcome Convene(DateTimeOffset at, string place, Stamp by)
    {
        if (Refuse(Office.Chair, by) is { } refused) return refused;
        if (MatterStates.Next(State, MatterAction.Convene) is null) return Outcome.Refused(RefusalCode.WrongState);
        var session = Latest;
        var needs = new Needs().Text(place, "Place", MaxLine).NotPast(JapanTime.DateOf(at), "At", by.At);
        if (SecretaryId is null) needs.Add(RefusalCode.NoSecretary);
        if (AgenciesAt(session) < 2) needs.Add(RefusalCode.TooFewMembers);
        if (session.Agenda.Count == 0) needs.Add(RefusalCode.NoItems);
        if (session.Members.Any(m => !IsExplainedNow(m, by.At))) needs.Add(RefusalCode.DutyNotExplained);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        Step(MatterAction.Convene);
        session.Schedule(at, place);
        Record(new SessionConvened(Id, session.Number, at));
        return Outcome.Done;
    }

    /// <summary>開催する: with who is present; nobody sits down before the duty was explained to them .</summary>
    /// <param name="present">Who is present.</param>
    /// <param name="early">予定日より前に開いた: said by whoever opens it before its day, so that nobody does so by mistake.</param>
    /// <param name="by">The secretary or the chair.</param>
    public Outcome Hold(IReadOnlyCollection<Id<MatterParticipant>> present, bool early, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (MatterStates.Next(State, MatterAction.Hold) is null) return Outcome.Refused(RefusalCode.WrongState);
        var session = Latest;
        var attending = session.Members.Where(m => present.Contains(m.ParticipantId)).ToList();
        var needs = new Needs();
        if (present.Count == 0) needs.Add(RefusalCode.Required, "Present");
        if (attending.Count != present.Count) needs.Add(RefusalCode.NotAMember, "Present");
        if (attending.Any(m => !IsExplainedNow(m, by.At))) needs.Add(RefusalCode.DutyNotExplained, "Present");
        if (!early && session.IsBeforeItsDay(JapanTime.DateOf(by.At))) needs.Add(RefusalCode.ConferenceBeforeItsDay, "Early");
        if (needs.Refusals.Count > 0) return needs.Outcome;
        Step(MatterAction.Hold);
        foreach (var member in attending) member.MarkAttended();
        session.Hold(by.At);
        Record(new SessionHeld(Id, session.Number, attending.Count));
        return Outcome.Done;
    }

    /// <summary>遅れて着いた: a member arrives while the session is held.</summary>
    public Outcome Arrive(Id<MatterParticipant> participant, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (State != MatterState.Held) return Outcome.Refused(RefusalCode.WrongState);
        if (Latest.Members.SingleOrDefault(m => m.ParticipantId == participant) is not { Attended: false } member)
            return Outcome.Refused(RefusalCode.NotAMember, "Participant");
        if (!IsExplainedNow(member, by.At)) return Outcome.Refused(RefusalCode.DutyNotExplained, "Participant");
        member.MarkAttended();
        Record(new MemberArrived(Id, Latest.Number, participant));
        return Outcome.Done;
    }

    /// <summary>話し合いを記録する, per item, while the session is open; after fixing it is closed.</summary>
    /// <param name="item">The item.</param>
    /// <param name="discussion">The record.</param>
    /// <param name="former">The record the writer began from; when it has changed since, nothing is written over. Null does not ask.</param>
    /// <param name="by">The secretary or the chair.</param>
    public Outcome WriteDiscussion(Id<MatterItem> item, string discussion, string? former, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (State != MatterState.Held) return Outcome.Refused(RefusalCode.WrongState);
        if (Latest.Agenda.SingleOrDefault(a => a.ItemId == item) is not { } entry) return Outcome.Refused(RefusalCode.UnknownCode, "Item");
        var needs = new Needs().Fits(discussion, "Discussion", MaxText);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        if (former is not null && Lines(former) != Lines(entry.Discussion)) return Outcome.Refused(RefusalCode.Stale, "Text");
        entry.Write(discussion.Trim());
        Record(new DiscussionWritten(Id, item, Latest.Number));
        return Outcome.Done;
    }

    /// <summary>支援の方向性と緊急時の対応を記録する, for the session as a whole, while it is open; after fixing it is closed.</summary>
    /// <param name="text">The record.</param>
    /// <param name="seen">How often it had been written when the writer began; written since, nothing is written over. Null does not ask.</param>
    /// <param name="by">The secretary or the chair.</param>
    public Outcome WriteDirection(DirectionText text, int? seen, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (State != MatterState.Held) return Outcome.Refused(RefusalCode.WrongState);
        var needs = new Needs().Fits(text.Direction, nameof(text.Direction), MaxText).Fits(text.UrgentResponse, nameof(text.UrgentResponse), MaxText);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        var written = DirectionOf(Latest.Number);
        if (seen is { } writings && writings != (written?.Writings ?? 0)) return Outcome.Refused(RefusalCode.Stale, nameof(text.Direction));
        if (written is null) directions.Add(written = new(Latest));
        written.Write(text);
        Record(new DirectionWritten(Id, Latest.Number));
        return Outcome.Done;
    }

    /// <summary>What a session came to as a whole; null while nothing is written.</summary>
    public SessionDirection? DirectionOf(int session) => directions.Find(d => d.SessionNumber == session);

    /// <summary>会議録を確定する: by the secretary. From here on only corrections are appended.</summary>
    /// <param name="next">次回の予定, if one was agreed.</param>
    /// <param name="decidesDirection">Whether the ward's 支援会議 decides on the direction of support: then the minutes say it.</param>
    /// <param name="by">The secretary.</param>
    public Outcome FixMinutes(DateOnly? next, bool decidesDirection, Stamp by)
    {
        if (Refuse(Office.Secretary, by) is { } refused) return refused;
        if (MatterStates.Next(State, MatterAction.FixMinutes) is null) return Outcome.Refused(RefusalCode.WrongState);
        var needs = new Needs();
        if (next is { } date) needs.NotPast(date, "Next", by.At);
        if (decidesDirection && string.IsNullOrEmpty(DirectionOf(Latest.Number)?.Direction)) needs.Add(RefusalCode.SupportDirectionMissing, "Direction");
        if (needs.Refusals.Count > 0) return needs.Outcome;
        Step(MatterAction.FixMinutes);
        Latest.Fix(next, by);
        Record(new MinutesFixed(Id, Latest.Number, next));
        return Outcome.Done;
    }

    /// <summary>会議録を確認する: by the chair.</summary>
    public Outcome ConfirmMinutes(int session, Stamp by)
    {
        if (Refuse(Office.Chair, by) is { } refused) return refused;
        if (sessions.SingleOrDefault(s => s.Number == session) is not { IsFixed: true, ConfirmedAt: null } found)
            return Outcome.Refused(RefusalCode.WrongState);
        found.Confirm(by);
        Record(new MinutesConfirmed(Id, session));
        return Outcome.Done;
    }

    /// <summary>会議録を訂正する: appends, after fixing.</summary>
    public Outcome CorrectMinutes(Id<MinutesCorrection> id, int session, Id<MatterItem>? item, string text, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (sessions.SingleOrDefault(s => s.Number == session) is not { IsFixed: true } found) return Outcome.Refused(RefusalCode.WrongState);
        if (item is { } on && found.Agenda.All(a => a.ItemId != on)) return Outcome.Refused(RefusalCode.UnknownCode, "Item");
        var needs = new Needs().Text(text, "Text", MaxText);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        minutesCorrections.Add(new(id, found, item, text.Trim(), by));
        Record(new MinutesCorrected(Id, session));
        return Outcome.Done;
    }

    /// <summary>紙の写しを渡す: numbered; to somebody explained to, who may read something of the session.</summary>
    public Outcome HandOutCopy(Id<PaperCopy> id, Id<MatterParticipant> participant, int session, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (Find(participant, by.At) is not { } person) return Outcome.Refused(RefusalCode.UnknownCode, "Participant");
        if (!MatterAccess.IsExplained(this, person, by.At)) return Outcome.Refused(RefusalCode.DutyNotExplained, "Participant");
        if (!MatterAccess.Read(this, person, by.At).ReadsSession(session)) return Outcome.Refused(RefusalCode.NotAReader, "Participant");
        var number = copies.Count == 0 ? 1 : copies.Max(c => c.Number) + 1;
        copies.Add(new(id, number, session, person, by));
        Record(new CopyHandedOut(Id, number, participant));
        return Outcome.Done;
    }

    /// <summary>紙の写しを回収した.</summary>
    public Outcome CollectCopy(Id<PaperCopy> id, Stamp by) => EndCopy(id, copy => copy.Collect(by.At), by);

    /// <summary>紙の写しを紛失した: with what is known about it.</summary>
    public Outcome ReportCopyLost(Id<PaperCopy> id, string reason, Stamp by)
    {
        var needs = new Needs().Text(reason, "Reason", MaxText);
        return needs.Refusals.Count > 0 ? needs.Outcome : EndCopy(id, copy => copy.Lose(reason.Trim()), by);
    }

    private Outcome EndCopy(Id<PaperCopy> id, Action<PaperCopy> end, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (copies.SingleOrDefault(c => c.Id == id) is not { } copy) return Outcome.Refused(RefusalCode.UnknownCode, "Copy");
        if (!copy.IsOut) return Outcome.Refused(RefusalCode.WrongState);
        end(copy);
        Record(new CopyAccountedFor(Id, copy.Number, copy.LostReason is not null));
        return Outcome.Done;
    }

    // By its number, never by its place in the list: a list comes back from the database in any order.
    private MatterSession Latest => sessions.MaxBy(s => s.Number)!;

    // A form sends line ends of its own.
    private static string Lines(string text) => text.ReplaceLineEndings("\n").Trim();

    private bool IsExplainedNow(SessionMember member, DateTimeOffset now) =>
        Find(member.ParticipantId, now) is { } person && MatterAccess.IsExplained(this, person, now);

    private int AgenciesAt(MatterSession session) =>
        participants.Where(p => p.LeftAt is null && (p.AccountId == ChairId || session.Members.Any(m => m.ParticipantId == p.Id)))
            .Select(p => p.OrganisationId?.ToString() ?? p.Affiliation).Distinct().Count();
}
