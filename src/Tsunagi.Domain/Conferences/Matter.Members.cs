using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

// 構成員・説明・閲覧指名: who is named, explained to, and named to read.
public sealed partial class Matter
{
    private readonly List<MatterParticipant> participants = [];
    private readonly List<DutyExplanation> explanations = [];
    private readonly List<ReadingNaming> namings = [];

    /// <summary>関係者: everybody ever named, those who left included.</summary>
    public IReadOnlyList<MatterParticipant> Participants => participants;

    /// <summary>守秘義務の説明の記録.</summary>
    public IReadOnlyList<DutyExplanation> Explanations => explanations;

    /// <summary>閲覧指名.</summary>
    public IReadOnlyList<ReadingNaming> Namings => namings;

    /// <summary>人を指名する. A self-interested party is refused (利害関係者); a guest has no account.</summary>
    public Outcome AddParticipant(Id<MatterParticipant> id, MemberPerson person, bool selfInterested, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (IsOver) return Outcome.Refused(RefusalCode.WrongState);
        var needs = new Needs().Text(person.Name, nameof(person.Name), MaxLine)
            .Text(person.Affiliation, nameof(person.Affiliation), MaxLine);
        if (selfInterested) needs.Add(RefusalCode.SelfInterested);
        var isGuest = person.Kind == ParticipantKind.Guest;
        if (isGuest != person.Account is null || isGuest != person.Organisation is null) needs.Add(RefusalCode.UnknownCode, nameof(person.Kind));
        if (person.Account is { } account && participants.Any(p => p.AccountId == account && p.IsThere(by.At)))
            needs.Add(RefusalCode.AlreadyNamed);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        participants.Add(new(id, Id, person, by));
        Record(new ParticipantNamed(Id, id, person.Kind));
        return Outcome.Done;
    }

    /// <summary>守秘義務を説明した. An oral explanation, recorded, suffices.</summary>
    public Outcome RecordExplanation(Id<DutyExplanation> id, Id<MatterParticipant> participant, ExplanationGiven given, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (Find(participant, by.At) is not { } person) return Outcome.Refused(RefusalCode.UnknownCode, "Participant");
        var needs = new Needs().Text(given.TextVersion, nameof(given.TextVersion), MaxLine)
            .NotFuture(given.On, nameof(given.On), by.At);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        explanations.Add(new(id, person, given, by));
        Record(new DutyExplained(Id, participant, given.TextVersion, given.On));
        return Outcome.Done;
    }

    /// <summary>署名を受け取った.</summary>
    public Outcome RecordSignature(Id<DutyExplanation> id, DateOnly on, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (explanations.SingleOrDefault(e => e.Id == id) is not { } explanation) return Outcome.Refused(RefusalCode.UnknownCode, "Explanation");
        if (explanation.SignedOn is not null) return Outcome.Refused(RefusalCode.WrongState);
        if (on > JapanTime.DateOf(by.At)) return Outcome.Refused(RefusalCode.DateInFuture, "On");
        explanation.Sign(on);
        Record(new PledgeSigned(Id, explanation.ParticipantId, on));
        return Outcome.Done;
    }

    /// <summary>この回の構成員にする. Per agency: one attendee, their 所属長, one deputy (rules §2).</summary>
    public Outcome AddMember(Id<MatterParticipant> participant, MemberPart part, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (State is not (MatterState.MembersSelected or MatterState.Convened or MatterState.Held)) return Outcome.Refused(RefusalCode.WrongState);
        if (Find(participant, by.At) is not { } person) return Outcome.Refused(RefusalCode.UnknownCode, "Participant");
        if (person.Kind == ParticipantKind.Guest != (part == MemberPart.Guest)) return Outcome.Refused(RefusalCode.UnknownCode, "Part");
        var session = Latest;
        if (session.Members.Any(m => m.ParticipantId == participant)) return Outcome.Refused(RefusalCode.AlreadyNamed);
        if (part != MemberPart.Guest && PartTaken(session, person.OrganisationId, part)) return Outcome.Refused(RefusalCode.PartTaken, "Part");
        session.Seat(participant, part);
        Record(new MemberSelected(Id, session.Number, participant, part));
        return Outcome.Done;
    }

    /// <summary>この回の構成員から外す, before the session is held. Their reading of this session ends with it.</summary>
    public Outcome RemoveMember(Id<MatterParticipant> participant, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (State is not (MatterState.MembersSelected or MatterState.Convened)) return Outcome.Refused(RefusalCode.WrongState);
        var session = Latest;
        if (session.Members.SingleOrDefault(m => m.ParticipantId == participant) is not { } member)
            return Outcome.Refused(RefusalCode.UnknownCode, "Participant");
        member.Remove(by.At);
        foreach (var naming in Running(participant, by.At).Where(n => n.SessionNumber == session.Number)) naming.End(by.At);
        Record(new MemberRemoved(Id, session.Number, participant));
        return Outcome.Done;
    }

    /// <summary>
    /// 閲覧者に指名する: one person, one session; a newcomer reads an earlier session only by a naming of its own. A guest
    /// is named for single items and reads them on a numbered copy.
    /// </summary>
    public Outcome NameReader(Id<ReadingNaming> id, Id<MatterParticipant> participant, int session, ReadingScope scope, Stamp by)
    {
        if (Refuse(Office.Chair, by) is { } refused) return refused;
        if (Find(participant, by.At) is not { } person) return Outcome.Refused(RefusalCode.UnknownCode, "Participant");
        if (!sessions.Any(s => s.Number >= session && s.Members.Any(m => m.ParticipantId == participant)) || sessions.All(s => s.Number != session))
            return Outcome.Refused(RefusalCode.NotAMember, "Participant");
        if (person.Kind == ParticipantKind.Guest && scope != ReadingScope.NamedItems) return Outcome.Refused(RefusalCode.GuestReadsItemsOnly, "Scope");
        foreach (var former in Running(participant, by.At).Where(n => n.SessionNumber == session)) former.End(by.At);
        namings.Add(new(id, person, session, scope, by));
        Record(new ReaderNamed(Id, participant, session, scope));
        return Outcome.Done;
    }

    /// <summary>閲覧を終わらせる, for one session.</summary>
    public Outcome EndReading(Id<MatterParticipant> participant, int session, Stamp by)
    {
        if (Refuse(Office.Chair, by) is { } refused) return refused;
        var running = Running(participant, by.At).Where(n => n.SessionNumber == session).ToList();
        if (running.Count == 0) return Outcome.Refused(RefusalCode.UnknownCode, "Participant");
        foreach (var naming in running) naming.End(by.At);
        Record(new ReadingEnded(Id, participant, session));
        return Outcome.Done;
    }

    /// <summary>退任する: reading ends at this instant, the duty does not .</summary>
    public Outcome Leave(Id<MatterParticipant> participant, Stamp by)
    {
        if (Find(participant, by.At) is not { } person) return Outcome.Refused(RefusalCode.NotFound);
        if (person.AccountId != by.Account && Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (person.AccountId is { } leaver && (leaver == ChairId || (leaver == FormerChairId && !IsChairedBy(ChairId, by.At))))
            return Outcome.Refused(RefusalCode.ChairMustHandOn);
        // The secretary hands the papers back to the chair: an office never ends by its holder alone.
        if (person.AccountId is not null && person.AccountId == SecretaryId && by.Account != ChairId) return Outcome.Refused(RefusalCode.ChairOnly);
        person.Leave(by.At);
        foreach (var naming in Running(participant, by.At)) naming.End(by.At);
        // Where they sat stays with the sessions that were held; to one still ahead they do not come.
        foreach (var seat in sessions.Where(s => s.HeldAt is null).SelectMany(s => s.Members).Where(m => m.ParticipantId == participant).ToList())
            seat.Remove(by.At);
        if (person.AccountId is not null && person.AccountId == SecretaryId) SecretaryId = null;
        Record(new ParticipantLeft(Id, participant));
        return Outcome.Done;
    }

    private MatterParticipant? Find(Id<MatterParticipant> id, DateTimeOffset now) =>
        participants.SingleOrDefault(p => p.Id == id && p.IsThere(now));

    private List<ReadingNaming> Running(Id<MatterParticipant> participant, DateTimeOffset now) =>
        [.. namings.Where(n => n.ParticipantId == participant && n.RunsAt(now))];

    private bool PartTaken(MatterSession session, Id<Organisation>? organisation, MemberPart part) =>
        session.Members.Any(m => m.Part == part && participants.Any(
            p => p.Id == m.ParticipantId && p.OrganisationId == organisation && p.LeftAt is null));
}
