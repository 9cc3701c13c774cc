using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>協力の求めへの答え.</summary>
public enum RequestAnswer
{
    /// <summary>回答待ち.</summary>
    Waiting,
    /// <summary>応じた.</summary>
    Given,
    /// <summary>応じられない.</summary>
    Declined,
}

/// <summary>情報が出された時.</summary>
public enum InformationTiming
{
    /// <summary>会議前.</summary>
    BeforeSession,
    /// <summary>会議中.</summary>
    InSession,
    /// <summary>会議後.</summary>
    AfterSession,
}

/// <summary>協力の求め (社会福祉法106条の6第3項): from whom, what, when. Every piece of information answers one.</summary>
public sealed class CooperationRequest
{
    private CooperationRequest() => What = Requester = Word = "";

    internal CooperationRequest(
        Id<CooperationRequest> id, MatterParticipant from, int session, Id<MatterItem>? item, RequestText text, Stamp by) : this()
    {
        (Id, MatterId, ParticipantId, SessionNumber, ItemId) = (id, from.MatterId, from.Id, session, item);
        (What, Requester, AskedBy, AskedAt) = (text.What.Trim(), text.Requester, by.Account, by.At);
    }

    /// <summary>Its id.</summary>
    public Id<CooperationRequest> Id { get; private set; }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>Of whom it is asked.</summary>
    public Id<MatterParticipant> ParticipantId { get; private set; }

    /// <summary>For which session.</summary>
    public int SessionNumber { get; private set; }

    /// <summary>On which item, if on one.</summary>
    public Id<MatterItem>? ItemId { get; private set; }

    /// <summary>求める内容.</summary>
    public string What { get; private set; }

    /// <summary>In whose name it is asked, after the law text in force (profile text).</summary>
    public string Requester { get; private set; }

    /// <summary>Who asked.</summary>
    public Id<Account> AskedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>回答待ち・応じた・応じられない. Cooperation is a duty of effort, so declining is an answer.</summary>
    public RequestAnswer Answer { get; private set; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>ひとこと.</summary>
    public string Word { get; private set; }

    internal void Reply(RequestAnswer answer, string word, DateTimeOffset at) => (Answer, Word, AnsweredAt) = (answer, word, at);
}

/// <summary>求めの内容.</summary>
/// <param name="What">What is asked.</param>
/// <param name="Requester">In whose name, after the law text in force.</param>
public sealed record RequestText(string What, string Requester);

/// <summary>事前シート: what an agency writes before a session. A newer sheet stands beside the older one.</summary>
public sealed class PreMeetingSheet
{
    private PreMeetingSheet() => HouseholdPicture = PresentEfforts = WantedAgencies = RequestsToOthers = "";

    internal PreMeetingSheet(Id<PreMeetingSheet> id, CooperationRequest request, SheetText text, Stamp by) : this()
    {
        (Id, MatterId, RequestId) = (id, request.MatterId, request.Id);
        (ParticipantId, SessionNumber) = (request.ParticipantId, request.SessionNumber);
        (HouseholdPicture, PresentEfforts) = (text.HouseholdPicture.Trim(), text.PresentEfforts.Trim());
        (WantedAgencies, RequestsToOthers) = (text.WantedAgencies.Trim(), text.RequestsToOthers.Trim());
        (WrittenBy, WrittenAt) = (by.Account, by.At);
    }

    /// <summary>Its id.</summary>
    public Id<PreMeetingSheet> Id { get; private set; }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>The request it answers.</summary>
    public Id<CooperationRequest> RequestId { get; private set; }

    /// <summary>Whose sheet it is.</summary>
    public Id<MatterParticipant> ParticipantId { get; private set; }

    /// <summary>For which session.</summary>
    public int SessionNumber { get; private set; }

    /// <summary>把握している世帯の様子.</summary>
    public string HouseholdPicture { get; private set; }

    /// <summary>現在の取組み.</summary>
    public string PresentEfforts { get; private set; }

    /// <summary>参加してほしい機関.</summary>
    public string WantedAgencies { get; private set; }

    /// <summary>ほかの機関へのお願い.</summary>
    public string RequestsToOthers { get; private set; }

    /// <summary>Who wrote it down.</summary>
    public Id<Account> WrittenBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset WrittenAt { get; private set; }
}

/// <summary>事前シートの内容.</summary>
public sealed record SheetText(string HouseholdPicture, string PresentEfforts, string WantedAgencies, string RequestsToOthers);

/// <summary>情報: one piece given by one source, on one item, answering one request.</summary>
public sealed class MatterInformation
{
    private MatterInformation() => Text = "";

    internal MatterInformation(
        Id<MatterInformation> id, CooperationRequest request, MatterParticipant source, Id<MatterItem> item,
        string text, InformationTiming timing, Stamp by)
    {
        (Id, MatterId, RequestId, SessionNumber, ItemId) = (id, request.MatterId, request.Id, request.SessionNumber, item);
        (SourceId, SourceOrganisationId) = (source.Id, source.OrganisationId);
        (Text, Timing, RecordedBy, RecordedAt) = (text, timing, by.Account, by.At);
    }

    /// <summary>Its id.</summary>
    public Id<MatterInformation> Id { get; private set; }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>The request it answers.</summary>
    public Id<CooperationRequest> RequestId { get; private set; }

    /// <summary>The session it belongs to.</summary>
    public int SessionNumber { get; private set; }

    /// <summary>The item it concerns.</summary>
    public Id<MatterItem> ItemId { get; private set; }

    /// <summary>情報の出どころ: the person who gave it.</summary>
    public Id<MatterParticipant> SourceId { get; private set; }

    /// <summary>Their organisation; none for a guest.</summary>
    public Id<Organisation>? SourceOrganisationId { get; private set; }

    /// <summary>内容, never changed; corrections are appended.</summary>
    public string Text { get; private set; }

    /// <summary>会議前・会議中・会議後.</summary>
    public InformationTiming Timing { get; private set; }

    /// <summary>Who wrote it down; the secretary for a guest.</summary>
    public Id<Account> RecordedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset RecordedAt { get; private set; }
}

/// <summary>情報の訂正: appended, never written over.</summary>
public sealed class InformationCorrection
{
    private InformationCorrection() => Text = "";

    internal InformationCorrection(Id<InformationCorrection> id, MatterInformation corrected, string text, Stamp by) =>
        (Id, MatterId, InformationId, SessionNumber, ItemId, Text, By, At) =
        (id, corrected.MatterId, corrected.Id, corrected.SessionNumber, corrected.ItemId, text, by.Account, by.At);

    /// <summary>Its id.</summary>
    public Id<InformationCorrection> Id { get; private set; }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>What it corrects.</summary>
    public Id<MatterInformation> InformationId { get; private set; }

    /// <summary>The session of what it corrects.</summary>
    public int SessionNumber { get; private set; }

    /// <summary>The item of what it corrects.</summary>
    public Id<MatterItem> ItemId { get; private set; }

    /// <summary>訂正の内容.</summary>
    public string Text { get; private set; }

    /// <summary>Who.</summary>
    public Id<Account> By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>どうして知っているか: how an agency holds a fact the meeting holds too.</summary>
public enum OwnKnowledgeKind
{
    /// <summary>以前から把握していた.</summary>
    HeldBefore,
    /// <summary>会議と別に後から知った.</summary>
    LearntLater,
}

/// <summary>自機関の情報の記録: an agency states that it holds a fact by itself, so that it is not sealed for it.</summary>
public sealed class OwnKnowledge
{
    private OwnKnowledge() => How = "";

    internal OwnKnowledge(
        Id<OwnKnowledge> id, MatterInformation information, Id<Organisation> organisation, OwnKnowledgeKind kind, string how, Stamp by) =>
        (Id, MatterId, InformationId, SessionNumber, ItemId, OrganisationId, Kind, How, By, At) =
        (id, information.MatterId, information.Id, information.SessionNumber, information.ItemId, organisation, kind, how,
            by.Account, by.At);

    /// <summary>Its id.</summary>
    public Id<OwnKnowledge> Id { get; private set; }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>The fact.</summary>
    public Id<MatterInformation> InformationId { get; private set; }

    /// <summary>The session of the fact.</summary>
    public int SessionNumber { get; private set; }

    /// <summary>The item of the fact.</summary>
    public Id<MatterItem> ItemId { get; private set; }

    /// <summary>Which agency holds it.</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>Before, or later by itself.</summary>
    public OwnKnowledgeKind Kind { get; private set; }

    /// <summary>どのように知ったか.</summary>
    public string How { get; private set; }

    /// <summary>Who stated it.</summary>
    public Id<Account> By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>出どころの原則 (rules §2): sealed is what was learnt from others in the meeting.</summary>
public static class OriginRule
{
    /// <summary>
    /// True when an organisation may use the piece only inside the matter: it neither gave it nor holds it by itself.
    /// What it gave stays its own; the meeting holds a copy.
    /// </summary>
    public static bool IsSealedFor(
        MatterInformation information, Id<Organisation> organisation, IEnumerable<OwnKnowledge> stated) =>
        information.SourceOrganisationId != organisation
        && !stated.Any(s => s.InformationId == information.Id && s.OrganisationId == organisation);
}
