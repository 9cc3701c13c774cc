using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>A plan conference was planned.</summary>
public sealed record PlanConferencePlanned(
    Id<PlanConference> Conference, Id<Plan> Plan, int PlanVersion, PlanConferencePurpose Purpose) : DomainEvent;

/// <summary>Its date, place, attendees or items were changed before it was held.</summary>
public sealed record PlanConferenceChanged(Id<PlanConference> Conference) : DomainEvent;

/// <summary>The consent of its subjects was checked and found to cover every agency.</summary>
public sealed record PlanConferenceConsentChecked(Id<PlanConference> Conference) : DomainEvent;

/// <summary>It was held.</summary>
public sealed record PlanConferenceHeld(Id<PlanConference> Conference, int Attended) : DomainEvent;

/// <summary>Something was written into its record.</summary>
public sealed record PlanConferenceWritten(Id<PlanConference> Conference, string Part) : DomainEvent;

/// <summary>It came to its conclusion.</summary>
public sealed record PlanConferenceConcluded(
    Id<PlanConference> Conference, Id<Plan> Plan, int PlanVersion, PlanConferenceDecision Decision) : DomainEvent;

/// <summary>A resource gap was noted.</summary>
public sealed record PlanConferenceGapNoted(Id<PlanConference> Conference, int Number, string Kind) : DomainEvent;

/// <summary>Its minutes were fixed.</summary>
public sealed record PlanConferenceMinutesFixed(Id<PlanConference> Conference) : DomainEvent;

/// <summary>A correction was appended to its minutes.</summary>
public sealed record PlanConferenceMinutesCorrected(Id<PlanConference> Conference, int Number) : DomainEvent;

/// <summary>It was called off.</summary>
public sealed record PlanConferenceCancelled(Id<PlanConference> Conference) : DomainEvent;
