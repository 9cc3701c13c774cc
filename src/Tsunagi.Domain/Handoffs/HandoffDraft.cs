using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Handoffs;

/// <summary>つなぎの元: the sender's own records, which the receiver can never reach through the handoff.</summary>
public readonly record struct HandoffSource(Id<Case>? Case = null, Id<Consultation>? Consultation = null);

/// <summary>添付するアセスメント: a version of one's own sheet, or another agency's form with the same items.</summary>
/// <param name="Id">The sheet.</param>
/// <param name="Version">Its version.</param>
/// <param name="Blanks">What is blank in it; blanks are allowed and shown.</param>
/// <param name="EquivalentDocument">同等の書類: what it is called, where another agency's form stands for the sheet.</param>
public sealed record EnclosedAssessment(Id<Assessment>? Id, int Version, IReadOnlyList<string> Blanks, string? EquivalentDocument = null)
{
    /// <summary>Whether it names a sheet or a document at all.</summary>
    public bool IsGiven => Id is not null || !string.IsNullOrWhiteSpace(EquivalentDocument);
}

/// <summary>つなぎの内容: what the sender writes. Saved as typed; what is missing is told when sending.</summary>
public sealed record HandoffDraft(
    HandoffKind Kind,
    HandoffSource Source,
    HandoffReceiver? Receiver,
    HandoffEnvelope Envelope,
    IReadOnlyList<Enclosure> Enclosures,
    EnclosedAssessment? Assessment = null,
    CriteriaSheet? Criteria = null);

/// <summary>つなぎのきまり: what a ward decides for itself.</summary>
/// <param name="ReturnNeedsDecision">つなぎ戻しに決裁が要る.</param>
/// <param name="AcceptanceNeedsDecision">多機関協働で受けるのに決裁が要る.</param>
/// <param name="BounceAlertOver">More returns and redirects than this along one chain tell the area manager.</param>
public sealed record HandoffRules(bool ReturnNeedsDecision, bool AcceptanceNeedsDecision, int BounceAlertOver);

/// <summary>起案中の判断.</summary>
public enum ProposedAct
{
    /// <summary>つなぎ戻す.</summary>
    Return,
    /// <summary>多機関協働で受ける.</summary>
    Accept,
}

/// <summary>起案: what lies with the receiver's supervisor, and who drafted it.</summary>
public sealed record HandoffProposal(
    ProposedAct Act, Id<Decision> Decision, string? WhatToDo, Id<Organisation>? Hub, bool IsInternalAdjustment, Id<Account> By);

/// <summary>つなぎ戻し: which criteria fail and what the sender should do now. Never the one without the other.</summary>
public sealed record HandoffReturn(IReadOnlyList<Criterion> Failing, string WhatToDo, Id<Decision>? Decision);

/// <summary>適した部署: where a receiver passes a handoff on to.</summary>
/// <param name="Kind">The kind the next receiver gets it as.</param>
/// <param name="Receiver">Who.</param>
/// <param name="Reason">Why they fit better.</param>
/// <param name="IsInternalAdjustment">課内調整: a move among the sections of one center is no bounce (rules §1).</param>
public sealed record RedirectTarget(HandoffKind Kind, HandoffReceiver Receiver, string Reason, bool IsInternalAdjustment);

/// <summary>受けた結果: what the handler needs to open the receiver's own case.</summary>
/// <param name="Case">The id the receiver's case will have.</param>
/// <param name="Opened">What the receiver may copy into its own records.</param>
public sealed record HandoffAcceptance(Id<Case> Case, IReadOnlyList<Enclosure> Opened);

/// <summary>本人へ結果を伝えたか.</summary>
/// <param name="Told">Whether.</param>
/// <param name="On">When told, or when it was decided that it cannot be.</param>
/// <param name="How">How told (code of the channel), or why not, in words.</param>
public sealed record PersonTold(bool Told, DateOnly On, string How);
