namespace Tsunagi.Domain.Access;

/// <summary>
/// 操作: everything that can be done, each with one row in <see cref="Permissions"/>. Pages and API endpoints name the one
/// they serve; handlers ask for it; the audit records it.
/// </summary>
public enum Permission
{
    /// <summary>今日を見る.</summary>
    SeeToday,
    /// <summary>所属を切り替える.</summary>
    SwitchOrganisation,
    /// <summary>自分のパスワードを変える.</summary>
    ChangeOwnPassword,
    /// <summary>利用者を管理する.</summary>
    ManageAccounts,
    /// <summary>監査記録を見る.</summary>
    SeeAudit,
    // Cases
    /// <summary>担当ケースの一覧を見る.</summary>
    ListCases,
    /// <summary>ケースを見る.</summary>
    SeeCase,
    /// <summary>ケースを開く.</summary>
    OpenCase,
    /// <summary>ケースに書く.</summary>
    WriteCase,
    /// <summary>ケースを動かす（休止・再開・終結・担当）.</summary>
    ManageCase,
    // Conferences (支援会議・依頼票)
    /// <summary>出席する支援会議の一覧を見る.</summary>
    ListSupportConferences,
    /// <summary>支援会議を提案する.</summary>
    ProposeSupportConference,
    /// <summary>支援会議の座長を引き受ける.</summary>
    TakeSupportConferenceChair,
    /// <summary>支援会議の記録を見る.</summary>
    SeeSupportConference,
    /// <summary>支援会議の求めに答える.</summary>
    AnswerSupportConference,
    /// <summary>支援会議を進める（座長・会議事務局）.</summary>
    RunSupportConference,
    /// <summary>支援会議を決める（座長）.</summary>
    ChairSupportConference,
    /// <summary>届いた依頼票の一覧を見る.</summary>
    ListWorkOrders,
    /// <summary>依頼票を見る.</summary>
    SeeWorkOrder,
    /// <summary>依頼票に答える.</summary>
    AnswerWorkOrder,
    /// <summary>依頼票を取り下げる.</summary>
    WithdrawWorkOrder,
}
