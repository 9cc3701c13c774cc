using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consultations;

/// <summary>相談の状態.</summary>
/// <remarks>
/// Listening, screening and assessing (W1) are what a worker does between receipt and outcome; nothing depends on which of
/// them is going on, so they are one state. There is no state, and no act, by which a consultation is refused.
/// </remarks>
public enum ConsultationState
{
    /// <summary>受付未完了: a draft, saved as typed.</summary>
    Draft,
    /// <summary>受付済み・対応待ち: received, what follows is not decided yet.</summary>
    Received,
    /// <summary>情報提供で終了.</summary>
    InformationGiven,
    /// <summary>この窓口で継続: belongs to a case of this desk.</summary>
    Kept,
    /// <summary>つないだ: asked another organisation to take it up; the sender's case stays the sender's.</summary>
    HandedOff,
    /// <summary>訪問（実態把握）へ: followed up as a lead with an owner and a date.</summary>
    VisitPlanned,
}

/// <summary>What can be done to the state of a consultation.</summary>
public enum ConsultationAction
{
    /// <summary>受け付ける.</summary>
    Receive,
    /// <summary>情報提供で終了する.</summary>
    EndWithInformation,
    /// <summary>この窓口で継続する.</summary>
    Keep,
    /// <summary>つなぐ.</summary>
    HandOff,
    /// <summary>訪問（実態把握）にする.</summary>
    PlanVisit,
    /// <summary>対応待ちに戻す: the person came back, or the outcome was chosen by mistake.</summary>
    Reopen,
}

/// <summary>相談の状態遷移.</summary>
public static class ConsultationStates
{
    /// <summary>The state after <paramref name="action"/>, or null where it is refused.</summary>
    /// <remarks>
    /// What a desk keeps or plans to visit may still be handed off, and a visit may end in keeping; only an outcome that leaves
    /// nobody in charge (information only) is taken back by <see cref="ConsultationAction.Reopen"/>.
    /// </remarks>
    public static ConsultationState? Next(ConsultationState state, ConsultationAction action) => (state, action) switch
    {
        (ConsultationState.Draft, ConsultationAction.Receive) => ConsultationState.Received,
        (ConsultationState.Draft, ConsultationAction.EndWithInformation or ConsultationAction.Keep
            or ConsultationAction.HandOff or ConsultationAction.PlanVisit or ConsultationAction.Reopen) => null,

        (ConsultationState.Received, ConsultationAction.EndWithInformation) => ConsultationState.InformationGiven,
        (ConsultationState.Received, ConsultationAction.Keep) => ConsultationState.Kept,
        (ConsultationState.Received, ConsultationAction.HandOff) => ConsultationState.HandedOff,
        (ConsultationState.Received, ConsultationAction.PlanVisit) => ConsultationState.VisitPlanned,
        (ConsultationState.Received, ConsultationAction.Receive or ConsultationAction.Reopen) => null,

        (ConsultationState.InformationGiven, ConsultationAction.Reopen) => ConsultationState.Received,
        (ConsultationState.InformationGiven, ConsultationAction.Receive or ConsultationAction.EndWithInformation
            or ConsultationAction.Keep or ConsultationAction.HandOff or ConsultationAction.PlanVisit) => null,

        (ConsultationState.Kept, ConsultationAction.HandOff) => ConsultationState.HandedOff,
        (ConsultationState.Kept, ConsultationAction.Receive or ConsultationAction.EndWithInformation
            or ConsultationAction.Keep or ConsultationAction.PlanVisit or ConsultationAction.Reopen) => null,

        (ConsultationState.VisitPlanned, ConsultationAction.Keep) => ConsultationState.Kept,
        (ConsultationState.VisitPlanned, ConsultationAction.HandOff) => ConsultationState.HandedOff,
        (ConsultationState.VisitPlanned, ConsultationAction.Receive or ConsultationAction.EndWithInformation
            or ConsultationAction.PlanVisit or ConsultationAction.Reopen) => null,

        (ConsultationState.HandedOff, ConsultationAction.Receive or ConsultationAction.EndWithInformation
            or ConsultationAction.Keep or ConsultationAction.HandOff or ConsultationAction.PlanVisit
            or ConsultationAction.Reopen) => null,
    };

    /// <summary>The machine, listed.</summary>
    public static StateTable Table { get; } = StateTable.Of<ConsultationState, ConsultationAction>(
        "Consultation", "相談", Next, ConsultationState.Draft);
}
