namespace Tsunagi.Domain.Access;

/// <summary>
/// 操作: everything that can be done, each with one row in <see cref="Permissions"/>. Pages and API endpoints name the one
/// they serve; handlers ask for it; the audit records it.
/// </summary>
public enum Permission
{
    /// <summary>今日を見る.</summary>
    SeeToday,
    /// <summary>機関・職員・用語の一覧を見る.</summary>
    SeeDirectory,
    /// <summary>所属を切り替える.</summary>
    SwitchOrganisation,
    /// <summary>自分のパスワードを変える.</summary>
    ChangeOwnPassword,
    /// <summary>自分のAPIの鍵を発行し、失効させる.</summary>
    ManageOwnTokens,
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
    /// <summary>ケースを動かす（休止・再開・支援チーム）.</summary>
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
    /// <summary>つなぎの送付状を印刷する（送った機関だけ）.</summary>
    PrintHandoff,
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
    // Consents, plans, plan conferences, decisions
    /// <summary>同意を見る.</summary>
    SeeConsents,
    /// <summary>同意を扱う（説明・受領・撤回）.</summary>
    KeepConsents,
    /// <summary>同意の記録を訂正する・取り消す.</summary>
    CorrectConsents,
    /// <summary>同意の記録の訂正の報告を見る.</summary>
    SeeConsentCorrections,
    /// <summary>支援プランを見る.</summary>
    SeePlan,
    /// <summary>支援プランを作る・動かす.</summary>
    WritePlan,
    /// <summary>支援プランのモニタリングを記録する.</summary>
    MonitorPlan,
    /// <summary>重層的支援会議の一覧を見る.</summary>
    ListPlanConferences,
    /// <summary>重層的支援会議を見る.</summary>
    SeePlanConference,
    /// <summary>重層的支援会議を開き、記録する.</summary>
    RunPlanConference,
    /// <summary>決裁の一覧を見る.</summary>
    ListDecisions,
    /// <summary>起案・決裁を見る.</summary>
    SeeDecision,
    /// <summary>起案する.</summary>
    DraftDecision,
    /// <summary>確認・決裁する.</summary>
    TakeDecision,
    /// <summary>ケースを終結する.</summary>
    CloseCase,
    /// <summary>ケースの閲覧履歴を見る.</summary>
    SeeCaseHistory,
    /// <summary>担当者を変える・代理を置く.</summary>
    AssignWorkers,
    /// <summary>引継ぎの一覧を見る.</summary>
    ListHandovers,
    /// <summary>引継ぎを見る.</summary>
    SeeHandover,
    /// <summary>引継ぎを申し出る.</summary>
    OfferHandover,
    /// <summary>引継ぎに答える.</summary>
    AnswerHandover,
    /// <summary>引継ぎを取り下げる.</summary>
    WithdrawHandover,
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
    /// <summary>同じ人かもしれない記録の一覧を見る.</summary>
    ListSamePersons,
    /// <summary>同じ人の記録をまとめる・別人とする・取り消す.</summary>
    JudgeSamePerson,
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
    /// <summary>電話メモを残す.</summary>
    LeavePhoneMemo,
    /// <summary>電話メモの一覧を見る.</summary>
    ListPhoneMemos,
    /// <summary>電話メモを見る.</summary>
    SeePhoneMemo,
    /// <summary>電話メモを済みにし、相談にする.</summary>
    WritePhoneMemo,
    /// <summary>件数だけを数える.</summary>
    CountTally,
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
    // Notices (連携検討のお知らせ)
    /// <summary>連携検討のお知らせの一覧を見る.</summary>
    ListNotices,
    /// <summary>連携検討のお知らせを見る.</summary>
    SeeNotice,
    /// <summary>連携検討のお知らせへの対応を決める.</summary>
    AnswerNotice,
    /// <summary>連携検討のお知らせの年ごとの件数を見る.</summary>
    SeeNoticeFigures,
    /// <summary>連携検討のお知らせのきまりを見る.</summary>
    SeeNoticeRule,
    /// <summary>連携検討のお知らせのために夜間に照合する: the program itself, and nobody besides.</summary>
    MatchRecords,
    // Protected locations and exclusions
    /// <summary>支援措置の状態を見る.</summary>
    SeeProtection,
    /// <summary>支援措置を始める・更新する・終了を申し出る.</summary>
    ProtectPerson,
    /// <summary>閲覧者を決める・終了を決める.</summary>
    ManageProtection,
    /// <summary>保護された居場所を閲覧する.</summary>
    ReadProtectedLocation,
    /// <summary>保護された居場所を書く.</summary>
    WriteProtectedLocation,
    /// <summary>居場所の閲覧の報告を見る.</summary>
    SeeLocationReads,
    /// <summary>自分と親族・知人の関係にあることを申告する.</summary>
    DeclareExclusion,
    /// <summary>閲覧の除外を見る・決める.</summary>
    ManageExclusions,
    /// <summary>相手方の側としての除外を取り下げる.</summary>
    TakeBackExclusions,
}
