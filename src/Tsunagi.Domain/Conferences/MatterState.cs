using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>会議案件の状態.</summary>
public enum MatterState
{
    /// <summary>提案済み: an agency proposed it to the named chair.</summary>
    Proposed,
    /// <summary>座長の選び直し: the named chair declined, and it lies with the proposer again.</summary>
    Declined,
    /// <summary>取下げ: the proposer took it back before anybody took the chair.</summary>
    Withdrawn,
    /// <summary>構成員選定中: the members of the next session are being named and explained to.</summary>
    MembersSelected,
    /// <summary>招集済み.</summary>
    Convened,
    /// <summary>開催（記録中）.</summary>
    Held,
    /// <summary>会議録確定.</summary>
    MinutesFixed,
    /// <summary>見守り.</summary>
    Watching,
    /// <summary>緊急対応.</summary>
    EmergencyAction,
    /// <summary>アウトリーチ開始.</summary>
    OutreachStarted,
    /// <summary>重層的支援会議へ移行: only with the person's consent.</summary>
    MovedToPlanConference,
    /// <summary>終了.</summary>
    Closed,
}

/// <summary>What can be done to the state of a matter.</summary>
public enum MatterAction
{
    /// <summary>座長の引受けを辞退する.</summary>
    DeclineChair,
    /// <summary>座長を選び直す.</summary>
    ChooseChair,
    /// <summary>提案を取り下げる.</summary>
    Withdraw,
    /// <summary>構成員を選ぶ（次の回を開く）.</summary>
    SelectMembers,
    /// <summary>招集する.</summary>
    Convene,
    /// <summary>開催する.</summary>
    Hold,
    /// <summary>会議録を確定する.</summary>
    FixMinutes,
    /// <summary>見守りとする.</summary>
    Watch,
    /// <summary>緊急対応とする.</summary>
    ActUrgently,
    /// <summary>アウトリーチを始める.</summary>
    StartOutreach,
    /// <summary>重層的支援会議へ移す.</summary>
    MoveToPlanConference,
    /// <summary>終了する.</summary>
    Close,
}

/// <summary>会議案件の状態遷移 (W3).</summary>
/// <remarks>
/// Watching, emergency action and outreach are not ends: the conference meets again until consent is there. Members are
/// named per session, so every further session passes through <see cref="MatterState.MembersSelected"/>.
/// </remarks>
public static class MatterStates
{
    /// <summary>The state after <paramref name="action"/>, or null where it is refused.</summary>
    public static MatterState? Next(MatterState state, MatterAction action) => (state, action) switch
    {
        (MatterState.Proposed, MatterAction.DeclineChair) => MatterState.Declined,
        (MatterState.Proposed or MatterState.Declined, MatterAction.Withdraw) => MatterState.Withdrawn,
        (MatterState.Declined, MatterAction.ChooseChair) => MatterState.Proposed,
        (MatterState.Proposed, MatterAction.SelectMembers) => MatterState.MembersSelected,
        (MatterState.Proposed, MatterAction.Close) => MatterState.Closed,
        (MatterState.Proposed, MatterAction.ChooseChair or MatterAction.Convene or MatterAction.Hold or MatterAction.FixMinutes or MatterAction.Watch
            or MatterAction.ActUrgently or MatterAction.StartOutreach or MatterAction.MoveToPlanConference) => null,
        (MatterState.Declined, MatterAction.DeclineChair or MatterAction.SelectMembers or MatterAction.Convene or MatterAction.Hold
            or MatterAction.FixMinutes or MatterAction.Watch or MatterAction.ActUrgently or MatterAction.StartOutreach
            or MatterAction.MoveToPlanConference or MatterAction.Close) => null,

        // Once the chair is taken, what is said at the door changes nothing inside.
        (MatterState.MembersSelected or MatterState.Convened or MatterState.Held or MatterState.MinutesFixed or MatterState.Watching
            or MatterState.EmergencyAction or MatterState.OutreachStarted,
            MatterAction.DeclineChair or MatterAction.ChooseChair or MatterAction.Withdraw) => null,

        (MatterState.MembersSelected, MatterAction.Convene) => MatterState.Convened,
        (MatterState.MembersSelected, MatterAction.Close) => MatterState.Closed,
        (MatterState.MembersSelected, MatterAction.SelectMembers or MatterAction.Hold or MatterAction.FixMinutes
            or MatterAction.Watch or MatterAction.ActUrgently or MatterAction.StartOutreach
            or MatterAction.MoveToPlanConference) => null,

        (MatterState.Convened, MatterAction.Convene) => MatterState.Convened,
        (MatterState.Convened, MatterAction.Hold) => MatterState.Held,
        (MatterState.Convened, MatterAction.Close) => MatterState.Closed,
        (MatterState.Convened, MatterAction.SelectMembers or MatterAction.FixMinutes or MatterAction.Watch
            or MatterAction.ActUrgently or MatterAction.StartOutreach or MatterAction.MoveToPlanConference) => null,

        (MatterState.Held, MatterAction.FixMinutes) => MatterState.MinutesFixed,
        (MatterState.Held, MatterAction.SelectMembers or MatterAction.Convene or MatterAction.Hold or MatterAction.Watch
            or MatterAction.ActUrgently or MatterAction.StartOutreach or MatterAction.MoveToPlanConference
            or MatterAction.Close) => null,

        (MatterState.MinutesFixed or MatterState.Watching or MatterState.EmergencyAction or MatterState.OutreachStarted,
            MatterAction.SelectMembers) => MatterState.MembersSelected,
        (MatterState.MinutesFixed or MatterState.EmergencyAction or MatterState.OutreachStarted,
            MatterAction.Watch) => MatterState.Watching,
        (MatterState.MinutesFixed or MatterState.Watching or MatterState.OutreachStarted,
            MatterAction.ActUrgently) => MatterState.EmergencyAction,
        (MatterState.MinutesFixed or MatterState.Watching or MatterState.EmergencyAction,
            MatterAction.StartOutreach) => MatterState.OutreachStarted,
        (MatterState.MinutesFixed or MatterState.Watching or MatterState.EmergencyAction or MatterState.OutreachStarted,
            MatterAction.MoveToPlanConference) => MatterState.MovedToPlanConference,
        (MatterState.MinutesFixed or MatterState.Watching or MatterState.EmergencyAction or MatterState.OutreachStarted,
            MatterAction.Close) => MatterState.Closed,
        (MatterState.Watching, MatterAction.Watch) => null,
        (MatterState.EmergencyAction, MatterAction.ActUrgently) => null,
        (MatterState.OutreachStarted, MatterAction.StartOutreach) => null,
        (MatterState.MinutesFixed or MatterState.Watching or MatterState.EmergencyAction or MatterState.OutreachStarted,
            MatterAction.Convene or MatterAction.Hold or MatterAction.FixMinutes) => null,

        (MatterState.Withdrawn or MatterState.MovedToPlanConference or MatterState.Closed,
            MatterAction.DeclineChair or MatterAction.ChooseChair or MatterAction.Withdraw or MatterAction.SelectMembers or MatterAction.Convene or MatterAction.Hold or MatterAction.FixMinutes
            or MatterAction.Watch or MatterAction.ActUrgently or MatterAction.StartOutreach
            or MatterAction.MoveToPlanConference or MatterAction.Close) => null,
    };

    /// <summary>The machine, listed.</summary>
    public static StateTable Table { get; } =
        StateTable.Of<MatterState, MatterAction>("Matter", "会議案件（支援会議）", Next, MatterState.Proposed);
}
