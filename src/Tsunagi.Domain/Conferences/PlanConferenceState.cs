using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>重層的支援会議の状態.</summary>
public enum PlanConferenceState
{
    /// <summary>予定.</summary>
    Planned,
    /// <summary>同意確認済み.</summary>
    ConsentChecked,
    /// <summary>開催.</summary>
    Held,
    /// <summary>結論あり.</summary>
    Decided,
    /// <summary>会議録確定.</summary>
    MinutesFixed,
    /// <summary>中止: called off before it was held.</summary>
    Cancelled,
}

/// <summary>What can be done to a plan conference.</summary>
public enum PlanConferenceAction
{
    /// <summary>出席者・議題・日程を変える: the consent has to be checked again.</summary>
    Change,
    /// <summary>同意を確認する.</summary>
    CheckConsent,
    /// <summary>開会する.</summary>
    Hold,
    /// <summary>会議の記録をつける.</summary>
    Write,
    /// <summary>結論を出す.</summary>
    Decide,
    /// <summary>会議録を確定する.</summary>
    FixMinutes,
    /// <summary>訂正を追記する.</summary>
    Correct,
    /// <summary>中止する.</summary>
    Cancel,
}

/// <summary>重層的支援会議の状態遷移 (W4).</summary>
public static class PlanConferenceStates
{
    /// <summary>The state after <paramref name="action"/>, or null where it is refused.</summary>
    public static PlanConferenceState? Next(PlanConferenceState state, PlanConferenceAction action) => (state, action) switch
    {
        (PlanConferenceState.Planned, PlanConferenceAction.Change) => PlanConferenceState.Planned,
        (PlanConferenceState.Planned, PlanConferenceAction.CheckConsent) => PlanConferenceState.ConsentChecked,
        (PlanConferenceState.Planned, PlanConferenceAction.Cancel) => PlanConferenceState.Cancelled,
        (PlanConferenceState.Planned, PlanConferenceAction.Hold or PlanConferenceAction.Write or PlanConferenceAction.Decide
            or PlanConferenceAction.FixMinutes or PlanConferenceAction.Correct) => null,

        (PlanConferenceState.ConsentChecked, PlanConferenceAction.Change) => PlanConferenceState.Planned,
        (PlanConferenceState.ConsentChecked, PlanConferenceAction.CheckConsent) => PlanConferenceState.ConsentChecked,
        (PlanConferenceState.ConsentChecked, PlanConferenceAction.Hold) => PlanConferenceState.Held,
        (PlanConferenceState.ConsentChecked, PlanConferenceAction.Cancel) => PlanConferenceState.Cancelled,
        (PlanConferenceState.ConsentChecked, PlanConferenceAction.Write or PlanConferenceAction.Decide
            or PlanConferenceAction.FixMinutes or PlanConferenceAction.Correct) => null,

        (PlanConferenceState.Held, PlanConferenceAction.Write) => PlanConferenceState.Held,
        (PlanConferenceState.Held, PlanConferenceAction.Decide) => PlanConferenceState.Decided,
        (PlanConferenceState.Held, PlanConferenceAction.Change or PlanConferenceAction.CheckConsent
            or PlanConferenceAction.Hold or PlanConferenceAction.FixMinutes or PlanConferenceAction.Correct
            or PlanConferenceAction.Cancel) => null,

        (PlanConferenceState.Decided, PlanConferenceAction.Write) => PlanConferenceState.Decided,
        (PlanConferenceState.Decided, PlanConferenceAction.FixMinutes) => PlanConferenceState.MinutesFixed,
        (PlanConferenceState.Decided, PlanConferenceAction.Change or PlanConferenceAction.CheckConsent
            or PlanConferenceAction.Hold or PlanConferenceAction.Decide or PlanConferenceAction.Correct
            or PlanConferenceAction.Cancel) => null,

        (PlanConferenceState.MinutesFixed, PlanConferenceAction.Correct) => PlanConferenceState.MinutesFixed,
        (PlanConferenceState.MinutesFixed, PlanConferenceAction.Change or PlanConferenceAction.CheckConsent
            or PlanConferenceAction.Hold or PlanConferenceAction.Write or PlanConferenceAction.Decide
            or PlanConferenceAction.FixMinutes or PlanConferenceAction.Cancel) => null,

        (PlanConferenceState.Cancelled, PlanConferenceAction.Change or PlanConferenceAction.CheckConsent
            or PlanConferenceAction.Hold or PlanConferenceAction.Write or PlanConferenceAction.Decide
            or PlanConferenceAction.FixMinutes or PlanConferenceAction.Correct or PlanConferenceAction.Cancel) => null,
    };

    /// <summary>The machine, listed.</summary>
    public static StateTable Table { get; } = StateTable.Of<PlanConferenceState, PlanConferenceAction>(
        "PlanConference", "重層的支援会議", Next, PlanConferenceState.Planned);
}
