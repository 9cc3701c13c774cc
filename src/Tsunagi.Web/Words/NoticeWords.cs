using Tsunagi.Domain.Notices;

namespace Tsunagi.Web.Words;

/// <summary>連携検討のお知らせの言い方.</summary>
static class NoticeWords
{
    /// <summary>Where a notice stands.</summary>
    public static string Of(CoordinationNoticeState state) => state switch
    {
        CoordinationNoticeState.Told => "未対応",
        CoordinationNoticeState.LeftAlone => "何もしない",
        CoordinationNoticeState.Asked => "各機関へたずねた",
        CoordinationNoticeState.ConferenceProposed => "支援会議を提案",
    };

    /// <summary>What may be chosen.</summary>
    public static string Of(NoticeChoice choice) => choice switch
    {
        NoticeChoice.LeaveAlone => "何もしない",
        NoticeChoice.Ask => "各機関へ一般的にたずねる",
        NoticeChoice.ProposeConference => "支援会議を提案する",
    };

    /// <summary>What a choice means.</summary>
    public static string Explained(NoticeChoice choice) => choice switch
    {
        NoticeChoice.LeaveAlone => "お知らせは「消える日」に消え、件数と結果だけが残ります。",
        NoticeChoice.Ask => "一つずつ電話し、どなたのことかも、ほかの機関の名も言わずに、困っている方がいないかをたずねます。",
        NoticeChoice.ProposeConference => "決めると、支援会議を提案する画面が開きます。各機関への求めは、会議の座長が出します。",
    };

    /// <summary>What is counted.</summary>
    public static string Of(NoticeOutcome outcome) => outcome switch
    {
        NoticeOutcome.Told => "知らせた件数",
        NoticeOutcome.LeftAlone => "何もしない",
        NoticeOutcome.Asked => "各機関へたずねた",
        NoticeOutcome.ConferenceProposed => "支援会議を提案した",
        NoticeOutcome.Unanswered => "対応がないまま消えた",
    };
}
