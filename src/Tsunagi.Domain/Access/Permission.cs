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
    // Demo
    /// <summary>デモの時計を進める: a demonstration only.</summary>
    MoveDemoClock,
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
}
