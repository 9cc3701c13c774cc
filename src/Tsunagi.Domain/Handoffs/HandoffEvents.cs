using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Handoffs;

/// <summary>つなぎの下書きが作られた・直された.</summary>
public sealed record HandoffDrafted(Id<Handoff> Handoff, HandoffKind Kind, Id<Organisation> Sender) : DomainEvent;

/// <summary>つなぎが送られ、届いた (or, outside the system, contact began).</summary>
public sealed record HandoffSent(
    Id<Handoff> Handoff, HandoffKind Kind, Id<Organisation> Sender, Id<Organisation>? Receiver, string? OutsideKind,
    IReadOnlyList<Disclosed> OnReceipt) : DomainEvent;

/// <summary>開示された情報の区分と根拠.</summary>
public sealed record Disclosed(EnclosedPart Part, string LegalBasis);

/// <summary>外部の受け手へ連絡が試みられた.</summary>
public sealed record OutsideContactAttempted(Id<Handoff> Handoff, int Number, string Method) : DomainEvent;

/// <summary>外部の受け手が引き受けを確認した.</summary>
public sealed record OutsideReceiverConfirmed(Id<Handoff> Handoff, string Method, IReadOnlyList<Disclosed> Disclosed) : DomainEvent;

/// <summary>受付判断がされた.</summary>
public sealed record HandoffJudged(
    Id<Handoff> Handoff, CriterionAnswer Complex, CriterionAnswer Roles, CriterionAnswer BeyondMeetings) : DomainEvent;

/// <summary>追加情報が依頼された.</summary>
public sealed record HandoffQuestionsAsked(Id<Handoff> Handoff, IReadOnlyList<int> Questions) : DomainEvent;

/// <summary>質問に回答された.</summary>
public sealed record HandoffQuestionsAnswered(Id<Handoff> Handoff, IReadOnlyList<int> Questions, int StillOpen) : DomainEvent;

/// <summary>質問が取り下げられた.</summary>
public sealed record HandoffQuestionTakenBack(Id<Handoff> Handoff, int Question, int StillOpen) : DomainEvent;

/// <summary>つなぎ戻し・受入れが起案された.</summary>
public sealed record HandoffProposed(Id<Handoff> Handoff, ProposedAct Act, Id<Decision> Decision) : DomainEvent;

/// <summary>起案が取り下げられた・決裁されなかった.</summary>
public sealed record HandoffProposalDropped(Id<Handoff> Handoff, Id<Decision> Decision) : DomainEvent;

/// <summary>つなぎ戻された.</summary>
public sealed record HandoffReturned(
    Id<Handoff> Handoff, IReadOnlyList<Criterion> Failing, Id<Decision>? Decision, int ChainBounces) : DomainEvent;

/// <summary>つなぎ戻しが確認された.</summary>
public sealed record HandoffReturnAcknowledged(Id<Handoff> Handoff) : DomainEvent;

/// <summary>適した部署へつながれた.</summary>
public sealed record HandoffRedirected(
    Id<Handoff> Handoff, Id<Handoff> Next, Id<Organisation>? From, Id<Organisation>? To, bool IsInternalAdjustment,
    int ChainBounces) : DomainEvent;

/// <summary>受けられた.</summary>
public sealed record HandoffAccepted(
    Id<Handoff> Handoff, Id<Case> Case, Id<Organisation>? Hub, bool Jointly, IReadOnlyList<Disclosed> Disclosed) : DomainEvent;

/// <summary>助言された.</summary>
public sealed record HandoffAdvised(Id<Handoff> Handoff) : DomainEvent;

/// <summary>助言が確認された.</summary>
public sealed record HandoffAdviceAcknowledged(Id<Handoff> Handoff) : DomainEvent;

/// <summary>取り下げられた.</summary>
public sealed record HandoffWithdrawn(Id<Handoff> Handoff, HandoffState From) : DomainEvent;

/// <summary>同封の根拠が新しいつなぎ先のために確かめられた.</summary>
public sealed record EnclosureReleased(Id<Handoff> Handoff, Disclosed What) : DomainEvent;

/// <summary>支援措置のため、まだ読まれていない住所・電話と世帯が同封から外れた.</summary>
public sealed record PlacesWithheld(Id<Handoff> Handoff) : DomainEvent;

/// <summary>本人へ結果を伝えたかが記録された.</summary>
public sealed record HandoffResultTold(Id<Handoff> Handoff, bool Told, DateOnly On) : DomainEvent;
