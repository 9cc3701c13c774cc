using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Conferences.Support;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>The sessions of a 支援会議 at random: convened, held, what is asked and told in them, their minutes and copies.</summary>
internal sealed class MatterMeetingTurns(Dice dice, Matter on)
{
    private readonly string said = Planted.KeyOf(on) + Planted.Inside;
    private MatterWayOutTurns WaysOut => new(dice, on);

    /// <summary>What is done while the session sits.</summary>
    public Turn Onward()
    {
        var (requests, information) = (on.Requests.Where(r => r.SessionNumber == Latest?.Number).ToList(), on.Information.Where(i => i.SessionNumber == Latest?.Number).ToList());
        if (requests.Count == 0) return Ask();
        if (information.Count == 0) return Inform();
        return dice.Random.Next(10) switch
        {
            0 => Inform(),
            1 => Write(),
            2 => Decide(),
            3 => Watch(),
            4 => dice.OneIn(2) ? Sheet() : Direct(),
            5 => dice.OneIn(2) ? Decline() : StateOwn(),
            < 8 => WaysOut.Anything(),
            _ => Fix(),
        };
    }

    /// <summary>What has to be cleared away after a session; null when nothing is left.</summary>
    public Turn? After() =>
        Latest is { IsFixed: true, ConfirmedAt: null } ? Confirm()
        : on.Copies.Any(c => c.IsOut) ? EndCopy()
        : dice.OneIn(5) ? HandOutCopy()
        : WaysOut.Settled();

    /// <summary>Anything that can be done to a session, in whatever state.</summary>
    public Turn Anything() => dice.Random.Next(24) switch
    {
        0 => Open(),
        1 => AddItem(),
        2 => Turn.Of<MatterSessions>("matter: put on agenda", Office(), (h, _, ct) => h.PutOnAgendaAsync(on.Id, new() { Item = Item }, ct)),
        3 => Convene(),
        4 => Hold(),
        5 => Arrive(),
        6 => Write(),
        7 => Fix(),
        8 => Confirm(),
        9 => Turn.Making<MatterSessions, MinutesCorrection>("matter: correct minutes", Office(), (h, _, ct) =>
            h.CorrectAsync(on.Id, new() { Session = Latest?.Number, Item = dice.OneIn(2) ? Item : null, Text = said + "訂正" }, ct)),
        10 => Ask(),
        11 => Decline(),
        12 => Sheet(),
        13 => Inform(),
        14 => CorrectInformation(),
        15 => StateOwn(),
        16 => dice.OneIn(2) ? Watch() : EndWatch(),
        17 => dice.OneIn(2) ? Decide() : dice.OneIn(2) ? StrikeDecision() : FinishDecision(),
        18 => HandOutCopy(),
        19 => EndCopy(),
        20 => Direct(),
        _ => WaysOut.Anything(),
    };

    public Turn Open() => Turn.Making<MatterSessions, MatterSession>("matter: open session", dice.As(on.ChairId), (h, _, ct) => h.SelectMembersAsync(on.Id, ct));

    public Turn AddItem()
    {
        var namedOnly = dice.OneIn(3);
        return Turn.Making<MatterSessions, MatterItem>("matter: add item", Office(), (h, _, ct) =>
            h.AddItemAsync(on.Id, new() { Title = said + "項目", PeopleNames = said + "本人", NamedOnly = namedOnly }, ct));
    }

    public Turn Convene()
    {
        var days = dice.Random.Next(0, 5);
        return Turn.Of<MatterSessions>("matter: convene", dice.As(on.ChairId), (h, today, ct) =>
            h.ConveneAsync(on.Id, new() { Date = today.AddDays(days), Time = new(10, 0), Place = said + "会場" }, ct));
    }

    public Turn Hold()
    {
        List<Id<MatterParticipant>> present = [.. (Latest?.Members ?? []).Where(m => IsExplained(m.ParticipantId) || dice.OneIn(10)).Select(m => m.ParticipantId)];
        if (present.Count > 1 && dice.OneIn(3)) present.RemoveAt(0);
        var early = !dice.OneIn(8);
        return Turn.Of<MatterSessions>("matter: hold", Office(), (h, _, ct) => h.HoldAsync(on.Id, new() { Present = present, Early = early }, ct));
    }

    public Turn Ask()
    {
        var item = dice.OneIn(3) ? Item : null;
        return Turn.Of<MatterRecords>("matter: ask", Office(), (h, _, ct) => h.AskAsync(on.Id, new() { Session = Latest?.Number, Item = item, What = said + "求め" }, ct));
    }

    private Turn Arrive()
    {
        var late = Latest?.Members.Where(m => !m.Attended).ToList() is { Count: > 0 } absent ? dice.Pick(absent).ParticipantId : default;
        return Turn.Of<MatterSessions>("matter: arrive", Office(), (h, _, ct) => h.ArriveAsync(on.Id, new() { Participant = late }, ct));
    }

    private Turn Write() => Turn.Of<MatterSessions>("matter: write", Office(), (h, _, ct) => h.WriteAsync(on.Id, new() { Item = Item, Text = said + "話し合い" }, ct));

    private Turn Direct()
    {
        int? seen = dice.OneIn(2) ? null : on.Directions.FirstOrDefault(d => d.SessionNumber == Latest?.Number)?.Writings ?? 0;
        return Turn.Of<MatterSessions>("matter: write direction", Office(), (h, _, ct) =>
            h.WriteDirectionAsync(on.Id, new() { Direction = said + "方向性", UrgentResponse = said + "緊急時", Seen = seen }, ct));
    }

    private Turn Fix()
    {
        int? days = dice.OneIn(3) ? null : dice.Random.Next(0, 40);
        return Turn.Of<MatterSessions>("matter: fix minutes", dice.As(on.SecretaryId), (h, today, ct) => h.FixAsync(on.Id, new() { Next = days is { } later ? today.AddDays(later) : null }, ct));
    }

    private Turn Confirm() => Turn.Of<MatterSessions>("matter: confirm minutes", dice.As(on.ChairId), (h, _, ct) => h.ConfirmAsync(on.Id, new() { Session = Latest?.Number }, ct));

    private Turn Decline()
    {
        var (request, by) = Asked();
        return Turn.Of<MatterRecords>("matter: decline", by, (h, _, ct) => h.DeclineAsync(on.Id, new() { Request = request?.Id, Word = said + "応じられない" }, ct));
    }

    private Turn Sheet()
    {
        var (request, by) = Asked();
        return Turn.Making<MatterRecords, PreMeetingSheet>("matter: hand in sheet", by, (h, _, ct) => h.SubmitSheetAsync(on.Id,
            new() { Request = request?.Id, HouseholdPicture = said + "世帯", PresentEfforts = said + "取組", WantedAgencies = said + "機関", RequestsToOthers = said + "依頼" }, ct));
    }

    private Turn Inform()
    {
        var (request, by) = Asked();
        var agenda = on.Sessions.FirstOrDefault(s => s.Number == request?.SessionNumber)?.Agenda;
        var item = agenda is { Count: > 0 } ? dice.Pick(agenda).ItemId : Item;
        return Turn.Making<MatterRecords, MatterInformation>("matter: inform", by, (h, _, ct) => h.GiveAsync(on.Id, new() { Request = request?.Id, Item = item, Text = said + "情報" }, ct));
    }

    private Turn CorrectInformation()
    {
        var piece = Piece;
        return Turn.Making<MatterRecords, InformationCorrection>("matter: correct information", dice.OneIn(2) ? Office() : Reader(), (h, _, ct) =>
            h.CorrectAsync(on.Id, new() { Information = piece, Text = said + "情報の訂正" }, ct));
    }

    private Turn StateOwn()
    {
        var (piece, kind) = (Piece, dice.Pick(Enum.GetValues<OwnKnowledgeKind>()));
        return Turn.Making<MatterRecords, OwnKnowledge>("matter: state own knowledge", Reader(), (h, _, ct) => h.StateOwnAsync(on.Id, new() { Information = piece, Kind = kind, How = said + "以前から" }, ct));
    }

    private Turn Watch() => Turn.Making<MatterRecords, WatchRole>("matter: assign watch", Office(), (h, _, ct) =>
        h.AssignWatchAsync(on.Id, new() { Item = Item, Who = said + "近所", Sign = said + "合図", Call = said + "連絡先" }, ct));

    private Turn EndWatch()
    {
        var watch = on.WatchRoles.FirstOrDefault(w => w.EndedAt is null);
        return Turn.Of<MatterRecords>("matter: end watch", Office(), (h, _, ct) => h.EndWatchAsync(on.Id, new() { Watch = watch?.Id }, ct));
    }

    private Turn Decide() => Turn.Making<MatterRecords, MatterDecision>("matter: decide", Office(), (h, today, ct) =>
        h.DecideAsync(on.Id, new() { Item = Item, Who = said + "担当", What = said + "決定", Until = today.AddDays(7) }, ct));

    private Turn StrikeDecision() => Turn.Of<MatterRecords>("matter: strike decision", Office(), (h, _, ct) => h.StrikeDecisionAsync(on.Id, new() { Decision = Decision }, ct));

    private Turn FinishDecision() => Turn.Of<MatterRecords>("matter: finish decision", Office(), (h, _, ct) => h.FinishDecisionAsync(on.Id, new() { Decision = Decision, Word = said + "済んだ" }, ct));

    private Turn HandOutCopy()
    {
        var reader = on.Namings.Where(n => n.EndedAt is null).ToList() is { Count: > 0 } namings ? dice.Pick(namings) : null;
        return Turn.Making<MatterCopies, PaperCopy>("matter: hand out copy", Office(), (h, _, ct) => h.HandOutAsync(on.Id, new() { Participant = reader?.ParticipantId, Session = reader?.SessionNumber }, ct));
    }

    private Turn EndCopy()
    {
        var copy = on.Copies.FirstOrDefault(c => c.IsOut)?.Id;
        return dice.OneIn(4)
            ? Turn.Of<MatterCopies>("matter: lose copy", Office(), (h, _, ct) => h.ReportLostAsync(on.Id, new() { Copy = copy, Reason = said + "紛失" }, ct))
            : Turn.Of<MatterCopies>("matter: collect copy", Office(), (h, _, ct) => h.CollectAsync(on.Id, new() { Copy = copy }, ct));
    }

    private MatterSession? Latest => on.Sessions.MaxBy(s => s.Number);

    private Id<MatterItem>? Item =>
        Latest is { Agenda.Count: > 0 } && !dice.OneIn(4) ? dice.Pick(Latest.Agenda).ItemId : on.Items.Count > 0 ? dice.Pick(on.Items).Id : null;

    private Id<MatterInformation>? Piece => on.Information.Count == 0 ? null : dice.Pick(on.Information).Id;

    private Id<MatterDecision>? Decision => on.Decisions.Where(d => d.StruckAt is null && d.DoneAt is null).ToList() is { Count: > 0 } open ? dice.Pick(open).Id : null;

    // A request of the last session, and who answers: the one asked, or the secretary for them.
    private (CooperationRequest?, Actor) Asked()
    {
        var open = on.Requests.Where(r => r.SessionNumber == Latest?.Number).ToList();
        if (open.Count == 0) return (null, Office());
        var request = dice.Pick(open.Exists(r => r.Answer == RequestAnswer.Waiting) ? [.. open.Where(r => r.Answer == RequestAnswer.Waiting)] : open);
        return (request, dice.As(dice.OneIn(2) ? on.SecretaryId : AccountOf(request.ParticipantId)));
    }

    private Actor Reader()
    {
        var running = on.Namings.Where(n => n.EndedAt is null).ToList();
        return running.Count == 0 ? Office() : dice.As(AccountOf(dice.Pick(running).ParticipantId));
    }

    // What is read in several statements may lack the last to come.
    private Id<Account>? AccountOf(Id<MatterParticipant> who) => on.Participants.FirstOrDefault(p => p.Id == who)?.AccountId;

    private bool IsExplained(Id<MatterParticipant> who) => on.Explanations.Any(e => e.ParticipantId == who);

    private Actor Office() => dice.As(dice.OneIn(2) ? on.ChairId : on.SecretaryId ?? on.ChairId);
}
