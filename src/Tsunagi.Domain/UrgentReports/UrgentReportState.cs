using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.UrgentReports;

/// <summary>通告・通報の状態.</summary>
public enum UrgentReportState
{
    /// <summary>通告・通報した（受理の確認待ち）.</summary>
    Reported,
    /// <summary>受理が確認された: it is known who took it.</summary>
    Acknowledged,
    /// <summary>安全確認中.</summary>
    Checking,
    /// <summary>対応を終えた.</summary>
    Ended,
}

/// <summary>What can be done to the state of an urgent report.</summary>
public enum UrgentReportAction
{
    /// <summary>事実を追記する.</summary>
    AddFact,
    /// <summary>受理を記録する.</summary>
    Acknowledge,
    /// <summary>安全確認を記録する.</summary>
    Check,
    /// <summary>相談にする.</summary>
    TakeAsConsultation,
    /// <summary>対応を終える.</summary>
    End,
}

/// <summary>通告・通報の状態遷移.</summary>
public static class UrgentReportStates
{
    /// <summary>The state after <paramref name="action"/>, or null where it is refused.</summary>
    public static UrgentReportState? Next(UrgentReportState state, UrgentReportAction action) => (state, action) switch
    {
        (UrgentReportState.Reported, UrgentReportAction.Acknowledge) => UrgentReportState.Acknowledged,
        // Whoever goes and looks need not wait for anybody's acknowledgement.
        (UrgentReportState.Reported or UrgentReportState.Acknowledged or UrgentReportState.Checking, UrgentReportAction.Check) => UrgentReportState.Checking,
        // The paper reply of an outside recipient may come after the first check.
        (UrgentReportState.Acknowledged, UrgentReportAction.Acknowledge) => UrgentReportState.Acknowledged,
        (UrgentReportState.Checking, UrgentReportAction.Acknowledge) => UrgentReportState.Checking,
        (UrgentReportState.Reported, UrgentReportAction.AddFact) => UrgentReportState.Reported,
        (UrgentReportState.Acknowledged, UrgentReportAction.AddFact) => UrgentReportState.Acknowledged,
        (UrgentReportState.Checking, UrgentReportAction.AddFact) => UrgentReportState.Checking,
        (UrgentReportState.Acknowledged or UrgentReportState.Checking, UrgentReportAction.End) => UrgentReportState.Ended,
        (UrgentReportState.Acknowledged, UrgentReportAction.TakeAsConsultation) => UrgentReportState.Acknowledged,
        (UrgentReportState.Checking, UrgentReportAction.TakeAsConsultation) => UrgentReportState.Checking,
        // A report nobody is known to have taken cannot end, nor go on as anything else.
        (UrgentReportState.Reported, UrgentReportAction.TakeAsConsultation or UrgentReportAction.End) => null,
        (UrgentReportState.Ended, UrgentReportAction.AddFact or UrgentReportAction.Acknowledge or UrgentReportAction.Check
            or UrgentReportAction.TakeAsConsultation or UrgentReportAction.End) => null,
    };

    /// <summary>The machine, listed.</summary>
    public static StateTable Table { get; } =
        StateTable.Of<UrgentReportState, UrgentReportAction>("UrgentReport", "通告・通報", Next, UrgentReportState.Reported);
}
