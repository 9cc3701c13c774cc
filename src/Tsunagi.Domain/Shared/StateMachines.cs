using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.ProtectedLocations;
using Tsunagi.Domain.UrgentReports;

namespace Tsunagi.Domain.Shared;

/// <summary>Every state machine of the product; what is not here does not exist.</summary>
public static class StateMachines
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<StateTable> All { get; } =
    [
        CaseStates.Table,
        HandoffStates.Table,
        UrgentReportStates.Table,
        CaseTaskStates.Table,
        HandoverStates.Table,
        ConsultationStates.Table,
        LeadStates.Table,
        PhoneMemoStates.Table,
        ConsentStates.Table,
        PlanConferenceStates.Table,
        PlanVersionStates.Table,
        DecisionStates.Table,
        MatterStates.Table,
        WorkOrderStates.Table,
        ProtectionStates.Table,
        SamePersonStates.Table,
        CoordinationNoticeStates.Table,
    ];
}
