using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Plans;

/// <summary>A version was drafted.</summary>
public sealed record PlanDrafted(
    Id<Plan> Plan, Id<Case> Case, PlanKind Kind, int Number, Id<Organisation> MainAgency) : DomainEvent;

/// <summary>A draft was edited; earlier signatures are void.</summary>
public sealed record PlanEdited(Id<Plan> Plan, int Number, Id<Organisation> MainAgency) : DomainEvent;

/// <summary>A subject signed.</summary>
public sealed record PlanSigned(Id<Plan> Plan, int Number, Id<Person> Subject) : DomainEvent;

/// <summary>A version's state changed.</summary>
public sealed record PlanMoved(Id<Plan> Plan, int Number, PlanVersionAction Action, PlanVersionState To) : DomainEvent;

/// <summary>A conference's conclusion was entered.</summary>
public sealed record PlanJudged(
    Id<Plan> Plan, int Number, Id<PlanConference> Conference, PlanConferenceDecision Conclusion) : DomainEvent;

/// <summary>A ward decision was entered.</summary>
public sealed record PlanWardDecided(Id<Plan> Plan, int Number, Id<Decision> Decision, DecisionKind Kind) : DomainEvent;

/// <summary>A version came into force; the one it replaces, if any, ended in the same act.</summary>
public sealed record PlanActivated(Id<Plan> Plan, int Number, int? Replaces, DateOnly NextMonitoringOn) : DomainEvent;

/// <summary>A monitoring was recorded.</summary>
public sealed record PlanMonitored(
    Id<Plan> Plan, int Number, int Monitoring, MonitoringOutcome Outcome, DateOnly? NextOn) : DomainEvent;

/// <summary>An evaluation was recorded.</summary>
public sealed record PlanEvaluated(Id<Plan> Plan, int Number, int Evaluation) : DomainEvent;

/// <summary>A follow-up was planned.</summary>
public sealed record PlanFollowUpPlanned(Id<Plan> Plan, int Number, int FollowUp, DateOnly DueOn) : DomainEvent;

/// <summary>A follow-up was done.</summary>
public sealed record PlanFollowUpDone(Id<Plan> Plan, int Number, int FollowUp, DateOnly DoneOn) : DomainEvent;
