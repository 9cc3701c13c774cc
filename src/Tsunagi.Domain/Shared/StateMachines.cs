using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.ProtectedLocations;

namespace Tsunagi.Domain.Shared;

/// <summary>Every state machine of the product; what is not here does not exist.</summary>
public static class StateMachines
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<StateTable> All { get; } =
    [
        CaseStates.Table,
        ConsultationStates.Table,
        LeadStates.Table,
        PhoneMemoStates.Table,
        ProtectionStates.Table,
    ];
}
