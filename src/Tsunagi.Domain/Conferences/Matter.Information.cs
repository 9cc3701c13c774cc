using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

// 協力の求め・事前シート・情報・見守り・決定: what is asked, given and agreed.
public sealed partial class Matter
{
    private readonly List<CooperationRequest> requests = [];
    private readonly List<PreMeetingSheet> sheets = [];
    private readonly List<MatterInformation> information = [];
    private readonly List<InformationCorrection> informationCorrections = [];
    private readonly List<OwnKnowledge> ownKnowledge = [];
    private readonly List<WatchRole> watchRoles = [];
    private readonly List<MatterDecision> decisions = [];

    /// <summary>協力の求め.</summary>
    public IReadOnlyList<CooperationRequest> Requests => requests;

    /// <summary>事前シート.</summary>
    public IReadOnlyList<PreMeetingSheet> Sheets => sheets;

    /// <summary>情報.</summary>
    public IReadOnlyList<MatterInformation> Information => information;

    /// <summary>情報の訂正.</summary>
    public IReadOnlyList<InformationCorrection> InformationCorrections => informationCorrections;

    /// <summary>自機関の情報の記録.</summary>
    public IReadOnlyList<OwnKnowledge> OwnKnowledge => ownKnowledge;

    /// <summary>見守り役.</summary>
    public IReadOnlyList<WatchRole> WatchRoles => watchRoles;

    /// <summary>決定事項.</summary>
    public IReadOnlyList<MatterDecision> Decisions => decisions;

    /// <summary>
    /// 協力を求める. Asking tells that the meeting exists, so it is asked only of people the duty was explained to.
    /// </summary>
    public Outcome Ask(
        Id<CooperationRequest> id, Id<MatterParticipant> of, int session, Id<MatterItem>? item, RequestText text, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (IsOver || sessions.All(s => s.Number != session)) return Outcome.Refused(RefusalCode.WrongState);
        if (Find(of, by.At) is not { } person) return Outcome.Refused(RefusalCode.UnknownCode, "Of");
        if (!MatterAccess.IsExplained(this, person, by.At)) return Outcome.Refused(RefusalCode.DutyNotExplained, "Of");
        if (item is { } on && items.All(i => i.Id != on)) return Outcome.Refused(RefusalCode.UnknownCode, "Item");
        var needs = new Needs().Text(text.What, nameof(text.What), MaxText).Text(text.Requester, nameof(text.Requester), MaxLine);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        requests.Add(new(id, person, session, item, text, by));
        Record(new CooperationAsked(Id, id, of, session));
        return Outcome.Done;
    }

    /// <summary>求めに応じられない: an answer too, with a word on why.</summary>
    public Outcome Decline(Id<CooperationRequest> request, string word, Stamp by)
    {
        if (AnswerableBy(request, by) is not { } found) return Outcome.Refused(RefusalCode.NotFound);
        if (found.Answer != RequestAnswer.Waiting) return Outcome.Refused(RefusalCode.WrongState);
        var needs = new Needs().Text(word, "Word", MaxText);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        found.Reply(RequestAnswer.Declined, word.Trim(), by.At);
        Record(new CooperationDeclined(Id, request));
        return Outcome.Done;
    }

    /// <summary>事前シートを出す: by the one asked, or by the secretary for them.</summary>
    public Outcome SubmitSheet(Id<PreMeetingSheet> id, Id<CooperationRequest> request, SheetText text, Stamp by)
    {
        if (AnswerableBy(request, by) is not { } found) return Outcome.Refused(RefusalCode.NotFound);
        if (IsOver) return Outcome.Refused(RefusalCode.WrongState);
        var needs = new Needs().Text(text.HouseholdPicture, nameof(text.HouseholdPicture), MaxText)
            .Fits(text.PresentEfforts, nameof(text.PresentEfforts), MaxText)
            .Fits(text.WantedAgencies, nameof(text.WantedAgencies), MaxText)
            .Fits(text.RequestsToOthers, nameof(text.RequestsToOthers), MaxText);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        sheets.Add(new(id, found, text, by));
        found.Reply(RequestAnswer.Given, found.Word, by.At);
        Record(new SheetSubmitted(Id, id, request));
        return Outcome.Done;
    }

    /// <summary>情報を記録する: answering a recorded request; a guest's words are entered by the secretary.</summary>
    public Outcome GiveInformation(Id<MatterInformation> id, Id<CooperationRequest>? request, Id<MatterItem> item, string text, Stamp by)
    {
        if (MatterAccess.Decide(this, by.Account, null, by.At) < MatterLevel.ItemLimited) return Outcome.Refused(RefusalCode.NotFound);
        if (request is not { } asked) return Outcome.Refused(RefusalCode.NoRequestRecorded, "Request");
        if (AnswerableBy(asked, by) is not { } found) return Outcome.Refused(RefusalCode.NoRequestRecorded, "Request");
        if (IsOver) return Outcome.Refused(RefusalCode.WrongState);
        var session = sessions.Single(s => s.Number == found.SessionNumber);
        if (session.Agenda.All(a => a.ItemId != item) || !MatterAccess.Read(this, by.Account, by.At).ReadsItem(session.Number, item))
            return Outcome.Refused(RefusalCode.UnknownCode, "Item");
        var needs = new Needs().Text(text, "Text", MaxText);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        var source = participants.Single(p => p.Id == found.ParticipantId);
        information.Add(new(id, found, source, item, text.Trim(), session.TimingNow, by));
        found.Reply(RequestAnswer.Given, found.Word, by.At);
        Record(new InformationGiven(Id, id, asked, session.TimingNow));
        return Outcome.Done;
    }

    /// <summary>情報を訂正する: appends; by its source or by the secretary.</summary>
    public Outcome CorrectInformation(Id<InformationCorrection> id, Id<MatterInformation> piece, string text, Stamp by)
    {
        if (information.SingleOrDefault(i => i.Id == piece) is not { } found || AnswerableBy(found.RequestId, by) is null)
            return Outcome.Refused(RefusalCode.NotFound);
        var needs = new Needs().Text(text, "Text", MaxText);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        informationCorrections.Add(new(id, found, text.Trim(), by));
        Record(new InformationCorrected(Id, piece));
        return Outcome.Done;
    }

    /// <summary>自機関でも把握している, stated by a reader for their own organisation (origin rule).</summary>
    public Outcome StateOwnKnowledge(
        Id<OwnKnowledge> id, Id<MatterInformation> piece, Id<Organisation> organisation, OwnKnowledgeKind kind, string how, Stamp by)
    {
        var reading = MatterAccess.Read(this, by.Account, by.At);
        if (information.SingleOrDefault(i => i.Id == piece) is not { } found || !reading.ReadsItem(found.SessionNumber, found.ItemId))
            return Outcome.Refused(RefusalCode.NotFound);
        if (organisation != by.Organisation && !reading.IsOffice) return Outcome.Refused(RefusalCode.NotAllowed);
        if (!OriginRule.IsSealedFor(found, organisation, ownKnowledge)) return Outcome.Refused(RefusalCode.AlreadyNamed);
        var needs = new Needs().Text(how, "How", MaxText);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        ownKnowledge.Add(new(id, found, organisation, kind, how.Trim(), by));
        Record(new OwnKnowledgeStated(Id, piece, organisation, kind));
        return Outcome.Done;
    }

    /// <summary>見守り役を決める.</summary>
    public Outcome AssignWatch(Id<WatchRole> id, Id<MatterItem> item, WatchText text, Stamp by)
    {
        if (RefuseRow(item, by) is { } refused) return refused;
        var needs = new Needs().Text(text.Who, nameof(text.Who), MaxLine).Text(text.Sign, nameof(text.Sign), MaxText)
            .Text(text.Call, nameof(text.Call), MaxLine);
        if (text.Participant is { } who && Find(who, by.At) is null) needs.Add(RefusalCode.UnknownCode, nameof(text.Participant));
        if (needs.Refusals.Count > 0) return needs.Outcome;
        watchRoles.Add(new(id, Latest, item, text));
        Record(new WatchAssigned(Id, id));
        return Outcome.Done;
    }

    /// <summary>見守りを終える.</summary>
    public Outcome EndWatch(Id<WatchRole> id, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (watchRoles.SingleOrDefault(w => w.Id == id) is not { EndedAt: null } watch) return Outcome.Refused(RefusalCode.WrongState);
        watch.End(by.At);
        Record(new WatchEnded(Id, id));
        return Outcome.Done;
    }

    /// <summary>決定事項を書く: だれが・何を・いつまで.</summary>
    public Outcome AddDecision(Id<MatterDecision> id, Id<MatterItem> item, DecisionText text, Stamp by)
    {
        if (RefuseRow(item, by) is { } refused) return refused;
        var needs = new Needs().Text(text.Who, nameof(text.Who), MaxLine).Text(text.What, nameof(text.What), MaxText);
        if (text.Until is { } until) needs.NotPast(until, nameof(text.Until), by.At);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        decisions.Add(new(id, Latest, item, text));
        Record(new DecisionAdded(Id, id, text.Until));
        return Outcome.Done;
    }

    /// <summary>決定事項の書き損じを消す, before the minutes are fixed; it stays readable as struck.</summary>
    public Outcome StrikeDecision(Id<MatterDecision> id, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (State != MatterState.Held) return Outcome.Refused(RefusalCode.WrongState);
        if (decisions.SingleOrDefault(d => d.Id == id) is not { StruckAt: null } decision || decision.SessionNumber != Latest.Number)
            return Outcome.Refused(RefusalCode.WrongState);
        decision.Strike(by.At);
        Record(new DecisionStruck(Id, id));
        return Outcome.Done;
    }

    /// <summary>決定事項が済んだ.</summary>
    public Outcome FinishDecision(Id<MatterDecision> id, string? word, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (decisions.SingleOrDefault(d => d.Id == id) is not { StruckAt: null, DoneAt: null } decision) return Outcome.Refused(RefusalCode.WrongState);
        var needs = new Needs().Fits(word, "Word", MaxLine);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        decision.Finish(word?.Trim() ?? "", by);
        Record(new DecisionFinished(Id, id));
        return Outcome.Done;
    }

    /// <summary>The request, when the actor is the one asked (and may still read) or the office.</summary>
    private CooperationRequest? AnswerableBy(Id<CooperationRequest> id, Stamp by)
    {
        if (requests.SingleOrDefault(r => r.Id == id) is not { } request) return null;
        var reading = MatterAccess.Read(this, by.Account, by.At);
        return reading.IsOffice || (reading.Reads && reading.Participant == request.ParticipantId
            && reading.ReadsSession(request.SessionNumber)) ? request : null;
    }

    private Outcome? RefuseRow(Id<MatterItem> item, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (State != MatterState.Held) return Outcome.Refused(RefusalCode.WrongState);
        return Latest.Agenda.Any(a => a.ItemId == item) ? null : Outcome.Refused(RefusalCode.UnknownCode, "Item");
    }
}
