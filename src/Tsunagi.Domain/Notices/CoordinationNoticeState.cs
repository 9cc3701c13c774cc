using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Notices;

/// <summary>連携検討のお知らせの状態. That the days to answer are over is told by the clock, never stored.</summary>
public enum CoordinationNoticeState
{
    /// <summary>未対応.</summary>
    Told,
    /// <summary>何もしない.</summary>
    LeftAlone,
    /// <summary>各機関へ一般的にたずねる.</summary>
    Asked,
    /// <summary>支援会議を提案する.</summary>
    ConferenceProposed,
}

/// <summary>対応: what the coordinators may choose, always with a reason.</summary>
public enum NoticeChoice
{
    /// <summary>何もしない.</summary>
    LeaveAlone,
    /// <summary>各機関へ一般的にたずねる: nobody is named, neither the person nor another organisation.</summary>
    Ask,
    /// <summary>支援会議を提案する.</summary>
    ProposeConference,
}

/// <summary>連携検討のお知らせの状態遷移.</summary>
public static class CoordinationNoticeStates
{
    /// <summary>The state after <paramref name="choice"/>, or null where it is refused.</summary>
    public static CoordinationNoticeState? Next(CoordinationNoticeState state, NoticeChoice choice) => (state, choice) switch
    {
        (CoordinationNoticeState.Told, NoticeChoice.LeaveAlone) => CoordinationNoticeState.LeftAlone,
        (CoordinationNoticeState.Told, NoticeChoice.Ask) => CoordinationNoticeState.Asked,
        (CoordinationNoticeState.Told or CoordinationNoticeState.Asked, NoticeChoice.ProposeConference) => CoordinationNoticeState.ConferenceProposed,
        (CoordinationNoticeState.Asked, NoticeChoice.LeaveAlone or NoticeChoice.Ask) => null,
        (CoordinationNoticeState.LeftAlone or CoordinationNoticeState.ConferenceProposed,
            NoticeChoice.LeaveAlone or NoticeChoice.Ask or NoticeChoice.ProposeConference) => null,
    };

    /// <summary>使われなかった: nobody was asked and nothing was proposed; it is deleted when its time is over.</summary>
    public static bool IsUnused(CoordinationNoticeState state) => state is CoordinationNoticeState.Told or CoordinationNoticeState.LeftAlone;

    /// <summary>The machine, listed.</summary>
    public static StateTable Table { get; } = StateTable.Of<CoordinationNoticeState, NoticeChoice>(
        "CoordinationNotice", "連携検討のお知らせ", Next, CoordinationNoticeState.Told);
}
