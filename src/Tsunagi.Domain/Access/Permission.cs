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
    // Handoffs
    /// <summary>つなぎの一覧を見る.</summary>
    ListHandoffs,
    /// <summary>つなぎを見る.</summary>
    SeeHandoff,
    /// <summary>つなぐ: at work on the record that is handed off.</summary>
    WriteHandoff,
    /// <summary>つなぎを進める（受ける・依頼する・答える・戻す）.</summary>
    ActOnHandoff,
    /// <summary>つなぎ戻しを決裁する.</summary>
    DecideHandoff,
    /// <summary>つなぎの滞りを見る（件数と日数だけ）.</summary>
    SeeBounces,
    // UrgentReports
    /// <summary>通告・通報する.</summary>
    MakeUrgentReport,
    /// <summary>通告・通報の一覧を見る.</summary>
    ListUrgentReports,
    /// <summary>通告・通報を見る.</summary>
    SeeUrgentReport,
    /// <summary>通告・通報に対応する（受理・安全確認・追記・終了）.</summary>
    ActOnUrgentReport,
    /// <summary>通告者・通報者を見る（受理した機関だけ）.</summary>
    SeeReporter,
}
