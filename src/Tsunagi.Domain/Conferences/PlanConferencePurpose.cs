namespace Tsunagi.Domain.Conferences;

/// <summary>重層的支援会議の目的.</summary>
public enum PlanConferencePurpose
{
    /// <summary>プランの検討.</summary>
    PlanReview,
    /// <summary>再プランの検討.</summary>
    RePlan,
    /// <summary>終結の検討.</summary>
    TerminationReview,
    /// <summary>中断の検討（連絡が完全に途絶えたなど）.</summary>
    InterruptionReview,
}

/// <summary>会議で扱う内容.</summary>
public enum ConferenceContent
{
    /// <summary>本人の目標.</summary>
    Goals,
    /// <summary>支援の方針.</summary>
    Approach,
    /// <summary>支援の内容.</summary>
    Actions,
    /// <summary>各機関の役割.</summary>
    Roles,
    /// <summary>モニタリングの時期.</summary>
    MonitoringDate,
    /// <summary>状況の変化.</summary>
    Changes,
    /// <summary>現プランの評価.</summary>
    CurrentPlan,
    /// <summary>目標の達成状況.</summary>
    Achievement,
    /// <summary>支援者の状況.</summary>
    Supporters,
    /// <summary>評価.</summary>
    Evaluation,
    /// <summary>フォローアップの要否.</summary>
    FollowUpNeed,
    /// <summary>フォローアップの方法.</summary>
    FollowUpMethod,
    /// <summary>中断の理由と連絡の経過.</summary>
    ContactHistory,
    /// <summary>再開の手がかり.</summary>
    WayBack,
}

/// <summary>会議の結論.</summary>
public enum PlanConferenceDecision
{
    /// <summary>適切.</summary>
    Appropriate,
    /// <summary>見直し.</summary>
    Revise,
    /// <summary>終結.</summary>
    Terminate,
    /// <summary>継続.</summary>
    Continue,
    /// <summary>中断.</summary>
    Interrupt,
    /// <summary>包括的相談支援で対応: the desk stays main.</summary>
    ReturnToDesk,
}

/// <summary>What each purpose has to treat and may conclude (W4).</summary>
public static class PlanConferencePurposes
{
    /// <summary>The contents that must be recorded before a conclusion.</summary>
    public static IReadOnlyList<ConferenceContent> RequiredContents(this PlanConferencePurpose purpose) => purpose switch
    {
        PlanConferencePurpose.PlanReview =>
        [
            ConferenceContent.Goals, ConferenceContent.Approach, ConferenceContent.Actions, ConferenceContent.Roles,
            ConferenceContent.MonitoringDate,
        ],
        PlanConferencePurpose.RePlan =>
        [
            ConferenceContent.Changes, ConferenceContent.CurrentPlan, ConferenceContent.Goals, ConferenceContent.Approach,
            ConferenceContent.Actions, ConferenceContent.Roles, ConferenceContent.MonitoringDate,
        ],
        PlanConferencePurpose.TerminationReview =>
        [
            ConferenceContent.Achievement, ConferenceContent.Supporters, ConferenceContent.Evaluation,
            ConferenceContent.FollowUpNeed, ConferenceContent.FollowUpMethod,
        ],
        PlanConferencePurpose.InterruptionReview => [ConferenceContent.ContactHistory, ConferenceContent.WayBack],
    };

    /// <summary>The conclusions it can come to.</summary>
    public static IReadOnlyList<PlanConferenceDecision> Decisions(this PlanConferencePurpose purpose) => purpose switch
    {
        PlanConferencePurpose.PlanReview =>
            [PlanConferenceDecision.Appropriate, PlanConferenceDecision.Revise, PlanConferenceDecision.ReturnToDesk],
        PlanConferencePurpose.RePlan =>
        [
            PlanConferenceDecision.Appropriate, PlanConferenceDecision.Revise, PlanConferenceDecision.Continue,
            PlanConferenceDecision.ReturnToDesk,
        ],
        PlanConferencePurpose.TerminationReview => [PlanConferenceDecision.Terminate, PlanConferenceDecision.Continue],
        PlanConferencePurpose.InterruptionReview => [PlanConferenceDecision.Interrupt, PlanConferenceDecision.Continue],
    };
}
