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
    // Intake: consultations, people, households, leads
    /// <summary>相談を記録する.</summary>
    RecordConsultation,
    /// <summary>自窓口の相談の一覧を見る.</summary>
    ListConsultations,
    /// <summary>相談を見る.</summary>
    SeeConsultation,
    /// <summary>相談を訂正し、対応を決める.</summary>
    WriteConsultation,
    /// <summary>記録をさがす.</summary>
    SearchRecords,
    /// <summary>人の記録を見る.</summary>
    SeePerson,
    /// <summary>人の記録を訂正する.</summary>
    WritePerson,
    /// <summary>世帯を見る.</summary>
    SeeHousehold,
    /// <summary>世帯を書く.</summary>
    WriteHousehold,
    /// <summary>気になる情報を書き留める.</summary>
    RecordLead,
    /// <summary>気になる情報の一覧を見る.</summary>
    ListLeads,
    /// <summary>気になる情報を見る.</summary>
    SeeLead,
    /// <summary>気になる情報を動かす.</summary>
    WriteLead,
    // Protected locations and exclusions
    /// <summary>支援措置の状態を見る.</summary>
    SeeProtection,
    /// <summary>支援措置を始める・更新する・終了を申し出る.</summary>
    ProtectPerson,
    /// <summary>閲覧者を決める・終了を決める.</summary>
    ManageProtection,
    /// <summary>保護された居場所を読む.</summary>
    ReadProtectedLocation,
    /// <summary>保護された居場所を書く.</summary>
    WriteProtectedLocation,
    /// <summary>居場所の閲覧の報告を見る.</summary>
    SeeLocationReads,
    /// <summary>自分と親族・知人の関係にあることを申告する.</summary>
    DeclareExclusion,
    /// <summary>閲覧の除外を見る・決める.</summary>
    ManageExclusions,
}
