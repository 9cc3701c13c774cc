using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>Something that happened inside a sealed matter: its entry in the log is sealed with it, for the meeting's existence is sealed too.</summary>
public abstract record MatterEvent(Id<Matter> Matter) : DomainEvent;

/// <summary>会議を提案した.</summary>
public sealed record MatterProposed(Id<Matter> Matter, ProposalGround Ground, Id<Organisation> Organisation) : MatterEvent(Matter);

/// <summary>座長を引き受けた.</summary>
public sealed record ChairTaken(Id<Matter> Matter, Id<Account> Chair) : MatterEvent(Matter);

/// <summary>座長が交代した.</summary>
public sealed record ChairHandedOn(Id<Matter> Matter, Id<Account> Chair) : MatterEvent(Matter);

/// <summary>座長の引受けを辞退した. Back is who has the chair again; null when it lies with the proposer.</summary>
public sealed record ChairDeclined(Id<Matter> Matter, Id<Account> Chair, Id<Account>? Back) : MatterEvent(Matter);

/// <summary>提案者が座長を選び直した.</summary>
public sealed record ChairChosen(Id<Matter> Matter, Id<Account> Chair) : MatterEvent(Matter);

/// <summary>提案者が取下げを申し出た.</summary>
public sealed record WithdrawalAsked(Id<Matter> Matter) : MatterEvent(Matter);

/// <summary>申出を確認した.</summary>
public sealed record ProposalNoticeSeen(Id<Matter> Matter, Id<ProposalNotice> Notice) : MatterEvent(Matter);

/// <summary>会議事務局を決めた.</summary>
public sealed record SecretaryAppointed(Id<Matter> Matter, Id<Account> Secretary) : MatterEvent(Matter);

/// <summary>関係者を指名した.</summary>
public sealed record ParticipantNamed(Id<Matter> Matter, Id<MatterParticipant> Participant, ParticipantKind Kind) : MatterEvent(Matter);

/// <summary>守秘義務を説明した.</summary>
public sealed record DutyExplained(Id<Matter> Matter, Id<MatterParticipant> Participant, string TextVersion, DateOnly On) : MatterEvent(Matter);

/// <summary>誓約書に署名を受けた.</summary>
public sealed record PledgeSigned(Id<Matter> Matter, Id<MatterParticipant> Participant, DateOnly On) : MatterEvent(Matter);

/// <summary>構成員に選んだ.</summary>
public sealed record MemberSelected(Id<Matter> Matter, int Session, Id<MatterParticipant> Participant, MemberPart Part) : MatterEvent(Matter);

/// <summary>構成員から外した.</summary>
public sealed record MemberRemoved(Id<Matter> Matter, int Session, Id<MatterParticipant> Participant) : MatterEvent(Matter);

/// <summary>閲覧者に指名した.</summary>
public sealed record ReaderNamed(Id<Matter> Matter, Id<MatterParticipant> Participant, int Session, ReadingScope Scope) : MatterEvent(Matter);

/// <summary>閲覧を終わらせた.</summary>
public sealed record ReadingEnded(Id<Matter> Matter, Id<MatterParticipant> Participant, int Session) : MatterEvent(Matter);

/// <summary>構成員が退任した.</summary>
public sealed record ParticipantLeft(Id<Matter> Matter, Id<MatterParticipant> Participant) : MatterEvent(Matter);

/// <summary>次の回を開いた.</summary>
public sealed record SessionOpened(Id<Matter> Matter, int Session) : MatterEvent(Matter);

/// <summary>議題に載せた.</summary>
public sealed record ItemAdded(Id<Matter> Matter, Id<MatterItem> Item, int Session, bool NamedOnly) : MatterEvent(Matter);

/// <summary>項目に指名した.</summary>
public sealed record NamedOnItem(Id<Matter> Matter, Id<MatterItem> Item, Id<MatterParticipant> Participant) : MatterEvent(Matter);

/// <summary>招集した.</summary>
public sealed record SessionConvened(Id<Matter> Matter, int Session, DateTimeOffset At) : MatterEvent(Matter);

/// <summary>開催した.</summary>
public sealed record SessionHeld(Id<Matter> Matter, int Session, int Attended) : MatterEvent(Matter);

/// <summary>遅れて着いた.</summary>
public sealed record MemberArrived(Id<Matter> Matter, int Session, Id<MatterParticipant> Participant) : MatterEvent(Matter);

/// <summary>話し合いを記録した.</summary>
public sealed record DiscussionWritten(Id<Matter> Matter, Id<MatterItem> Item, int Session) : MatterEvent(Matter);

/// <summary>支援の方向性を記録した.</summary>
public sealed record DirectionWritten(Id<Matter> Matter, int Session) : MatterEvent(Matter);

/// <summary>会議録を確定した.</summary>
public sealed record MinutesFixed(Id<Matter> Matter, int Session, DateOnly? Next) : MatterEvent(Matter);

/// <summary>会議録を確認した.</summary>
public sealed record MinutesConfirmed(Id<Matter> Matter, int Session) : MatterEvent(Matter);

/// <summary>会議録に訂正を加えた.</summary>
public sealed record MinutesCorrected(Id<Matter> Matter, int Session) : MatterEvent(Matter);

/// <summary>紙の写しを渡した.</summary>
public sealed record CopyHandedOut(Id<Matter> Matter, int Number, Id<MatterParticipant> Participant) : MatterEvent(Matter);

/// <summary>紙の写しの始末をつけた.</summary>
public sealed record CopyAccountedFor(Id<Matter> Matter, int Number, bool Lost) : MatterEvent(Matter);

/// <summary>協力を求めた.</summary>
public sealed record CooperationAsked(Id<Matter> Matter, Id<CooperationRequest> Request, Id<MatterParticipant> Of, int Session) : MatterEvent(Matter);

/// <summary>求めに応じられないと答えた.</summary>
public sealed record CooperationDeclined(Id<Matter> Matter, Id<CooperationRequest> Request) : MatterEvent(Matter);

/// <summary>事前シートを出した.</summary>
public sealed record SheetSubmitted(Id<Matter> Matter, Id<PreMeetingSheet> Sheet, Id<CooperationRequest> Request) : MatterEvent(Matter);

/// <summary>情報を記録した.</summary>
public sealed record InformationGiven(Id<Matter> Matter, Id<MatterInformation> Information, Id<CooperationRequest> Request, InformationTiming Timing) : MatterEvent(Matter);

/// <summary>情報に訂正を加えた.</summary>
public sealed record InformationCorrected(Id<Matter> Matter, Id<MatterInformation> Information) : MatterEvent(Matter);

/// <summary>自機関でも把握していると記録した.</summary>
public sealed record OwnKnowledgeStated(Id<Matter> Matter, Id<MatterInformation> Information, Id<Organisation> Organisation, OwnKnowledgeKind Kind) : MatterEvent(Matter);

/// <summary>見守り役を決めた.</summary>
public sealed record WatchAssigned(Id<Matter> Matter, Id<WatchRole> Watch) : MatterEvent(Matter);

/// <summary>見守りを終えた.</summary>
public sealed record WatchEnded(Id<Matter> Matter, Id<WatchRole> Watch) : MatterEvent(Matter);

/// <summary>決定事項を書いた.</summary>
public sealed record DecisionAdded(Id<Matter> Matter, Id<MatterDecision> Decision, DateOnly? Until) : MatterEvent(Matter);

/// <summary>決定事項の書き損じを消した.</summary>
public sealed record DecisionStruck(Id<Matter> Matter, Id<MatterDecision> Decision) : MatterEvent(Matter);

/// <summary>決定事項が済んだ.</summary>
public sealed record DecisionFinished(Id<Matter> Matter, Id<MatterDecision> Decision) : MatterEvent(Matter);

/// <summary>依頼票を起案した.</summary>
public sealed record WorkOrderDrafted(Id<Matter> Matter, Id<WayOut> Draft) : MatterEvent(Matter);

/// <summary>依頼票の案を取りやめた.</summary>
public sealed record WorkOrderDraftStruck(Id<Matter> Matter, Id<WayOut> Draft) : MatterEvent(Matter);

/// <summary>会議外へ出した. Names no work order: the log must not join the two sides.</summary>
public sealed record WayOutTaken(Id<Matter> Matter, Id<WayOut> Way, WayOutKind Kind) : MatterEvent(Matter);

/// <summary>座長へ伝えた.</summary>
public sealed record ChairTold(Id<Matter> Matter, Id<WayOut> Way, bool SameDay) : MatterEvent(Matter);

/// <summary>結果を決めた.</summary>
public sealed record MatterSettled(Id<Matter> Matter, MatterState State) : MatterEvent(Matter);
