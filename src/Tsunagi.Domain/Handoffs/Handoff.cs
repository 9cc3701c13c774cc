using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Handoffs;

/// <summary>つなぎ: asks another organisation to take up work, without ever letting go of it in between.</summary>
/// <remarks>
/// A handoff carries its own envelope and copies; it never leads to the sender's case, and acceptance opens the receiver's
/// own. The sender answers for the person until a receiver has accepted.
/// </remarks>
public sealed partial class Handoff : Aggregate
{
    private List<HandoffStep> steps = [];
    private readonly List<HandoffQuestion> questions = [];
    private List<Enclosure> enclosures = [];
    private List<CriteriaJudgement> judgements = [];
    private List<ContactAttempt> attempts = [];

    private Handoff() { }

    /// <summary>Its id.</summary>
    public Id<Handoff> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Handoff, Id);

    /// <summary>種類.</summary>
    public HandoffKind Kind { get; private set; }

    /// <summary>状態.</summary>
    public HandoffState State { get; private set; }

    /// <summary>Since when it is in that state.</summary>
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>送った機関.</summary>
    public Id<Organisation> SenderId { get; private set; }

    /// <summary>送った人.</summary>
    public Id<Account> SenderWorkerId { get; private set; }

    /// <summary>つなぎ先 inside the system.</summary>
    public Id<Organisation>? ReceiverId { get; private set; }

    /// <summary>つなぎ先 outside the system.</summary>
    public OutsideReceiver? Outside { get; private set; }

    /// <summary>The sender's case; closing it is refused while this handoff is open.</summary>
    public Id<Case>? SourceCaseId { get; private set; }

    /// <summary>The sender's consultation.</summary>
    public Id<Consultation>? SourceConsultationId { get; private set; }

    /// <summary>The handoff this one continues: redirected, or sent again after a return.</summary>
    public Id<Handoff>? ParentId { get; private set; }

    /// <summary>The first handoff of the chain; itself, if it is the first.</summary>
    public Id<Handoff> ChainRootId { get; private set; }

    /// <summary>Who passed it on to this receiver, if it was redirected.</summary>
    public Id<Organisation>? RedirectedById { get; private set; }

    /// <summary>たらい回しの数: returns and redirects along the chain so far, 課内調整 not counted.</summary>
    public int ChainBounces { get; private set; }

    /// <summary>封筒.</summary>
    public HandoffEnvelope Envelope { get; private set; } = null!;

    /// <summary>同封.</summary>
    public IReadOnlyList<Enclosure> Enclosures => enclosures;

    /// <summary>添付したアセスメント.</summary>
    public EnclosedAssessment? Assessment { get; private set; }

    /// <summary>送った側の見方.</summary>
    public CriteriaSheet? SenderCriteria { get; private set; }

    /// <summary>受付判断, oldest first.</summary>
    public IReadOnlyList<CriteriaJudgement> Judgements => judgements;

    /// <summary>The judgement that holds.</summary>
    public CriteriaJudgement? Judgement => judgements.Count > 0 ? judgements[^1] : null;

    /// <summary>追加情報の質問.</summary>
    public IReadOnlyList<HandoffQuestion> Questions => questions;

    /// <summary>外部への連絡.</summary>
    public IReadOnlyList<ContactAttempt> Attempts => attempts;

    /// <summary>外部の受け手の確認.</summary>
    public ReceiverConfirmation? Confirmation { get; private set; }

    /// <summary>起案中の判断.</summary>
    public HandoffProposal? Proposal { get; private set; }

    /// <summary>つなぎ戻しの内容.</summary>
    public HandoffReturn? ReturnedWith { get; private set; }

    /// <summary>助言.</summary>
    public string? Advice { get; private set; }

    /// <summary>受けて開いたケース: the receiver's own.</summary>
    public Id<Case>? ReceiverCaseId { get; private set; }

    /// <summary>受けた人.</summary>
    public Id<Account>? ReceiverWorkerId { get; private set; }

    /// <summary>多機関協働事業者 named on acceptance.</summary>
    public Id<Organisation>? HubId { get; private set; }

    /// <summary>本人へ結果を伝えたか.</summary>
    public PersonTold? Told { get; private set; }

    /// <summary>When it was sent; none for a draft, and for one withdrawn as a draft.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>経過, oldest first.</summary>
    public IReadOnlyList<HandoffStep> Steps => steps;

    /// <summary>Whose turn it is.</summary>
    public HandoffSide WhoActsNext => HandoffStates.WhoActs(State);

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => HandoffStates.IsFinal(State);

    /// <summary>本人への結果報告待ち: asked at the end of every handoff that was sent (rules §1).</summary>
    public bool MustTellPerson => HasEnded && SentAt is not null && Told is null;

    /// <summary>Whether its receiver may still come to read something new.</summary>
    public bool MayStillDisclose =>
        State is HandoffState.Accepted or HandoffState.AcceptedJointly || !HasEnded && State is not HandoffState.Returned;

    /// <summary>Whether it may still come to be returned; a return put up for decision lapses with this.</summary>
    public bool MayStillBeReturned =>
        State is HandoffState.Received or HandoffState.Screening or HandoffState.Questioned or HandoffState.InDecision;

    /// <summary>主担当: who leads the asked-for work; the sender until somebody accepted it alone.</summary>
    public HandoffSide Lead => State == HandoffState.Accepted ? HandoffSide.Receiver : HandoffSide.Sender;

    /// <summary>From which end an organisation looks at it.</summary>
    public HandoffSide SideOf(Id<Organisation> organisation) =>
        organisation == SenderId ? HandoffSide.Sender
        : organisation == ReceiverId ? HandoffSide.Receiver
        : HandoffSide.Neither;

    /// <summary>How long it has been in its state.</summary>
    public TimeSpan Age(DateTimeOffset now) => now > StateSince ? now - StateSince : TimeSpan.Zero;

    /// <summary>How long it has been the receiver's turn altogether.</summary>
    public TimeSpan InReceiversHands(DateTimeOffset now) => HandoffClock.InReceiversHands(steps, now);

    /// <summary>たらい回しの知らせ: the area manager is told.</summary>
    public bool NeedsAreaManager(HandoffRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return ChainBounces > rules.BounceAlertOver;
    }

    /// <summary>What an end may read of the enclosures now.</summary>
    public IReadOnlyList<Enclosure> OpenTo(HandoffSide side) => side switch
    {
        HandoffSide.Sender => enclosures,
        HandoffSide.Receiver => [.. enclosures.Where(OpenToReceiver)],
        HandoffSide.Neither => [],
    };

    /// <summary>Whether a sheet of it may go to the receiver: it was sent, and not taken back.</summary>
    public bool MayGoOnPaper => SentAt is not null && State != HandoffState.Withdrawn;

    /// <summary>
    /// 紙に載せる同封: what the receiver may read now. Somebody outside reads it nowhere else, so what opens on receipt goes with
    /// the first sheet. A protected place goes on none, whenever the protection began.
    /// </summary>
    public IReadOnlyList<Enclosure> OnPaper(bool locationProtected) =>
    [
        .. (State == HandoffState.AwaitingContact ? enclosures.Where(e => e is { IsHeldBack: false, Opens: EnclosureOpens.OnReceipt }) : OpenTo(HandoffSide.Receiver))
            .Where(e => !locationProtected || e.Part != EnclosedPart.Contact),
    ];

    private bool OpenToReceiver(Enclosure enclosure) => !enclosure.IsHeldBack && State switch
    {
        HandoffState.Accepted or HandoffState.AcceptedJointly => true,
        HandoffState.Received or HandoffState.Screening or HandoffState.Questioned or HandoffState.InDecision
            or HandoffState.Advised or HandoffState.Closed => enclosure.Opens == EnclosureOpens.OnReceipt,
        // What was not taken on is no longer needed to take it on.
        HandoffState.Drafted or HandoffState.AwaitingContact or HandoffState.Returned or HandoffState.ReturnAcknowledged
            or HandoffState.Redirected or HandoffState.Withdrawn => false,
    };

    private IReadOnlyList<Disclosed> DisclosedToReceiver() =>
        [.. OpenTo(HandoffSide.Receiver).Select(e => new Disclosed(e.Part, e.LegalBasis))];

    private void Move(HandoffAction action, Stamp by, string? reason = null)
    {
        var next = HandoffStates.Next(State, action)
            ?? throw new InvalidOperationException($"{action} was allowed in {State} but leads nowhere.");
        if (next != State)
        {
            Enter(next, by, reason);
        }
    }

    private void Enter(HandoffState state, Stamp by, string? reason)
    {
        (State, StateSince) = (state, by.At);
        steps = [.. steps, new(steps.Count + 1, state, by.At, by.Account, by.Organisation, reason)];
    }

    private Refusal? Against(HandoffAct act, Stamp by, HandoffRules? rules = null) =>
        HandoffActs.Against(this, SideOf(by.Organisation), act, rules ?? WithoutDecisions);

    // Only accepting and returning ask what the ward decides; every other act gets this.
    private static readonly HandoffRules WithoutDecisions = new(false, false, int.MaxValue);
}
