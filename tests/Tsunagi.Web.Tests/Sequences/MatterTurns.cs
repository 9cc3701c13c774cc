using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Conferences.Support;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>支援会議 at random: proposed, chaired, its members named, explained to, seated and named to read; and what becomes of it.</summary>
internal sealed class MatterTurns(Dice dice, Matter on)
{
    private const int AtOnce = 3, People = 5, Seated = 3;

    private static readonly MatterAction[] Settlements = [MatterAction.Watch, MatterAction.ActUrgently, MatterAction.StartOutreach, MatterAction.MoveToPlanConference, MatterAction.Close];

    private readonly string key = Planted.KeyOf(on);
    private MatterMeetingTurns Meeting => new(dice, on);

    public static Turn Act(Dice dice)
    {
        var matters = dice.Board.Guarded.Matters;
        if (matters.Count(m => !m.IsOver) < AtOnce || dice.OneIn(40)) return Propose(dice);
        // Half of what is done is done to those that are furthest: spread over all there are, hardly one would ever sit.
        var near = matters.Where(m => !m.IsOver).OrderByDescending(Nearness).ThenBy(m => m.Id).Take(AtOnce).ToList();
        var turns = new MatterTurns(dice, near.Count > 0 && dice.OneIn(2) ? dice.Pick(near) : dice.Pick(matters));
        return (dice.OneIn(4) ? null : turns.Onward()) ?? turns.Anything();
    }

    private static int Nearness(Matter matter) => matter.State switch
    {
        MatterState.Held => 3,
        MatterState.Convened => 2,
        MatterState.MembersSelected => 1,
        _ => 0,
    };

    private static Turn Propose(Dice dice)
    {
        var source = dice.Board.Cases.Count > 0 && dice.OneIn(2) ? dice.Pick(dice.Board.Cases) : null;
        var paper = Planted.Key(dice.Random) + Planted.InThePaper;
        NewProposal input = new()
        {
            Case = source?.Id,
            Title = paper + "件名",
            Ground = dice.Pick(Enum.GetValues<ProposalGround>()),
            GroundReason = paper + "理由",
            Text = paper + "内容",
            Chair = dice.Pick(Chairs(dice)).Account,
        };
        var by = source is null ? dice.Pick(dice.Everybody) : dice.Of(source.Organisation);
        return Turn.Making<ProposeMatter, Matter>("matter: propose", by, (h, _, ct) => h.RunAsync(input, ct));
    }

    /// <summary>The step that brings the matter nearer to its end.</summary>
    private Turn? Onward()
    {
        if (Waiting is not null && dice.OneIn(3)) return SeeNotice();
        if (on.IsOver) return null;
        if (on.ChairId is null) return ChooseChair();
        if (!There.Any(p => p.AccountId == on.ChairId && IsExplained(p))) return dice.OneIn(4) ? AtTheDoor() : TakeChair();
        if (on.SecretaryId is null) return FindSecretary();
        if (on.Items.Count > 0 && dice.OneIn(5)) return new MatterWayOutTurns(dice, on).Order();
        return on.State switch
        {
            MatterState.MembersSelected => Prepare(),
            MatterState.Convened => dice.OneIn(4) ? Meeting.Ask() : Meeting.Hold(),
            MatterState.Held => Meeting.Onward(),
            MatterState.Proposed => Meeting.Open(),
            _ => Meeting.After() ?? (dice.OneIn(2) ? Meeting.Open() : Settle()),
        };
    }

    private Turn Prepare()
    {
        if (on.OpenSession is not { } session) return Meeting.Open();
        var seated = session.Members.Select(m => m.ParticipantId).ToHashSet();
        if (session.Agenda.Count == 0) return Meeting.AddItem();
        if (There.Count < People) return dice.OneIn(4) ? NameGuest() : Name(dice.Pick(dice.Everybody));
        if (There.Find(p => !IsExplained(p)) is { } unexplained) return Explain(unexplained);
        if (seated.Count < Seated && There.Find(p => p.AccountId != on.ChairId && !seated.Contains(p.Id)) is { } standing) return Seat(standing);
        return on.Namings.All(n => n.SessionNumber != session.Number) || dice.OneIn(2) ? NameReader() : Meeting.Convene();
    }

    private Turn FindSecretary()
    {
        var able = dice.Everybody.First(p => p.Is(Role.ConferenceSecretary));
        return There.Find(p => p.AccountId == able.Account) switch
        {
            null => Name(able),
            { } known when !IsExplained(known) => Explain(known),
            { } known => Appoint(known),
        };
    }

    /// <summary>Anything that can be done to a matter, by whomever.</summary>
    private Turn Anything() => dice.Random.Next(16) switch
    {
        0 => dice.OneIn(2) ? AtTheDoor() : TakeChair(),
        1 => Turn.Of<MatterOffice>("matter: hand on chair", Office(), (h, _, ct) => h.HandOnAsync(on.Id, new() { Chair = dice.Pick(Chairs(dice)).Account }, ct)),
        2 => Name(dice.Pick(dice.Everybody)),
        3 => NameGuest(),
        4 => Explain(Somebody),
        5 => Sign(),
        6 => Seat(Somebody),
        7 => NameReader(),
        8 => Leave(),
        9 => Settle(),
        10 => dice.OneIn(2) ? Unseat() : EndReading(),
        11 => dice.OneIn(4) ? Appoint(Somebody) : NameOnItem(),
        _ => Meeting.Anything(),
    };

    private Turn TakeChair() => Turn.Of<MatterOffice>("matter: take chair", dice.As(on.ChairId), (h, _, ct) => h.TakeChairAsync(on.Id, new() { DutyConfirmed = true }, ct));

    /// <summary>What those do who are asked, or who asked, and read nothing of what came of it.</summary>
    private Turn AtTheDoor() => dice.Random.Next(6) switch
    {
        0 => Withdraw(),
        1 => ChooseChair(),
        2 => SeeNotice(),
        _ => Turn.Of<MatterOffice>("matter: decline chair", dice.As(on.ChairId), (h, _, ct) => h.DeclineChairAsync(on.Id, new() { Reason = "手が回らない" }, ct)),
    };

    private Turn Withdraw() => Turn.Of<KeepProposal>("matter: withdraw", dice.As(on.ProposedBy), (h, _, ct) => h.WithdrawAsync(on.Id, new() { Reason = "落ち着いた" }, ct));

    private Turn ChooseChair()
    {
        var next = dice.Pick(Chairs(dice)).Account;
        return Turn.Of<KeepProposal>("matter: choose chair", dice.As(on.ProposedBy), (h, _, ct) => h.ChooseChairAsync(on.Id, new() { Chair = next }, ct));
    }

    private Turn SeeNotice()
    {
        var notice = Waiting;
        return Turn.Of<MatterOffice>("matter: see notice", dice.As(notice?.AddressedTo), (h, _, ct) => h.SeeNoticeAsync(on.Id, new() { Notice = notice?.Id }, ct));
    }

    private Turn Appoint(MatterParticipant? who) =>
        Turn.Of<MatterOffice>("matter: appoint secretary", dice.As(on.ChairId), (h, _, ct) => h.AppointSecretaryAsync(on.Id, new() { Participant = who?.Id }, ct));

    private Turn Name(Actor who) => Turn.Making<MatterMembers, MatterParticipant>("matter: name", Office(), (h, _, ct) =>
        h.AddAsync(on.Id, new() { Organisation = who.Organisation, Account = who.Account, SelfInterested = dice.OneIn(20) }, ct));

    private Turn NameGuest() => Turn.Making<MatterMembers, MatterParticipant>("matter: name guest", Office(), (h, _, ct) =>
        h.AddAsync(on.Id, new() { Name = $"{Inside}町会長", Affiliation = $"{Inside}町会" }, ct));

    private Turn Explain(MatterParticipant? who) =>
        Turn.Making<MatterMembers, DutyExplanation>("matter: explain", Office(), (h, _, ct) => h.ExplainAsync(on.Id, new() { Participant = who?.Id }, ct));

    private Turn Sign()
    {
        var explanation = on.Explanations.Count == 0 ? null : dice.Pick(on.Explanations);
        return Turn.Of<MatterMembers>("matter: sign", Office(), (h, _, ct) => h.SignAsync(on.Id, new() { Explanation = explanation?.Id }, ct));
    }

    private Turn Seat(MatterParticipant? who)
    {
        var part = who?.Kind == ParticipantKind.Guest ? MemberPart.Guest : dice.Pick([MemberPart.Attendee, MemberPart.Attendee, MemberPart.Head, MemberPart.Deputy]);
        return Turn.Of<MatterMembers>("matter: seat", Office(), (h, _, ct) => h.SeatAsync(on.Id, new() { Participant = who?.Id, Part = part }, ct));
    }

    private Turn Unseat()
    {
        var who = SeatedOne;
        return Turn.Of<MatterMembers>("matter: unseat", Office(), (h, _, ct) => h.UnseatAsync(on.Id, new() { Participant = who }, ct));
    }

    private Turn NameReader()
    {
        var who = SeatedOne;
        var scope = dice.OneIn(3) || on.Participants.FirstOrDefault(p => p.Id == who)?.Kind == ParticipantKind.Guest ? ReadingScope.NamedItems : ReadingScope.WholeSession;
        var session = dice.Random.Next(on.Sessions.Count) + (on.Sessions.Count == 0 ? 0 : 1);
        return Turn.Of<MatterMembers>("matter: name reader", dice.As(on.ChairId), (h, _, ct) =>
            h.NameReaderAsync(on.Id, new() { Participant = who, Session = dice.OneIn(3) ? session : on.Sessions.Count, Scope = scope }, ct));
    }

    private Turn EndReading()
    {
        var naming = on.Namings.Where(n => n.EndedAt is null).ToList() is { Count: > 0 } running ? dice.Pick(running) : null;
        return Turn.Of<MatterMembers>("matter: end reading", dice.As(on.ChairId), (h, _, ct) =>
            h.EndReadingAsync(on.Id, new() { Participant = naming?.ParticipantId, Session = naming?.SessionNumber }, ct));
    }

    private Turn NameOnItem()
    {
        var (item, who) = (on.Items.Count == 0 ? null : dice.Pick(on.Items), Somebody);
        return Turn.Of<MatterMembers>("matter: name on item", dice.As(on.ChairId), (h, _, ct) => h.NameOnItemAsync(on.Id, new() { Item = item?.Id, Participant = who?.Id }, ct));
    }

    private Turn Leave()
    {
        var who = Somebody;
        return Turn.Of<MatterMembers>("matter: leave", dice.OneIn(2) ? Office() : dice.As(who?.AccountId), (h, _, ct) => h.LeaveAsync(on.Id, new() { Participant = who?.Id }, ct));
    }

    private Turn Settle()
    {
        var action = dice.Pick(Settlements);
        return Turn.Of<MatterOffice>($"matter: settle {action}", dice.As(on.ChairId), (h, today, ct) =>
            h.SettleAsync(on.Id, new() { Action = action, Reason = $"{Inside}結果", ConsentConfirmed = true, ConsentedBy = $"{Inside}本人", ConsentedOn = today }, ct));
    }

    private static List<Actor> Chairs(Dice dice) => [.. dice.Everybody.Where(p => p.Is(Role.ConferenceChair))];

    private string Inside => key + Planted.Inside;

    private List<MatterParticipant> There => [.. on.Participants.Where(p => p.LeftAt is null).OrderBy(p => p.Id)];

    private MatterParticipant? Somebody => on.Participants.Count == 0 ? null : dice.Pick(on.Participants);

    private Id<MatterParticipant>? SeatedOne =>
        on.Sessions.MaxBy(s => s.Number)?.Members.ToList() is { Count: > 0 } members ? dice.Pick(members).ParticipantId : Somebody?.Id;

    private ProposalNotice? Waiting => on.Notices.FirstOrDefault(n => n.Waits);

    private bool IsExplained(MatterParticipant who) => on.Explanations.Any(e => e.ParticipantId == who.Id);

    private Actor Office() => dice.As(dice.OneIn(2) ? on.ChairId : on.SecretaryId ?? on.ChairId);
}
