using static Tsunagi.Domain.Access.Role;

namespace Tsunagi.Domain.Access;

/// <summary>One row of the permission table.</summary>
/// <param name="Japanese">Its name, as the audit shows it.</param>
/// <param name="Roles">Who may do it at most (role ceiling).</param>
/// <param name="Level">What they need on the root it is done to; none where there is no root.</param>
public sealed record PermissionRule(string Japanese, IReadOnlySet<Role> Roles, AccessLevel Level = AccessLevel.None);

/// <summary>権限表: the one table of who may do what. A page, an endpoint or an act that is not here does not exist.</summary>
public static class Permissions
{
    private static readonly HashSet<Role> Everyone = [.. Enum.GetValues<Role>()];

    /// <summary>Those who work with people and their records.</summary>
    private static readonly HashSet<Role> CaseWork =
        [DeskWorker, OtherDeskWorker, HubOfficer, OutreachWorker, ParticipationWorker, DistrictOfficer, SectionChief, Manager];

    /// <summary>Whoever meets people in this work, in whatever zone: nobody of them may be kept from reporting abuse.</summary>
    private static readonly HashSet<Role> WithPeople =
        [.. CaseWork, ConferenceChair, ConferenceSecretary, ConferenceMember, Coordinator];

    /// <summary>Those who receive consultations: no desk and no agency is too far off to receive one.</summary>
    private static readonly HashSet<Role> Intake = CaseWork;

    /// <summary>Those who may be named at a conference: being named opens it, never the role.</summary>
    private static readonly HashSet<Role> ConferenceWork =
        [.. CaseWork, ConferenceChair, ConferenceSecretary, ConferenceMember, Coordinator];

    /// <summary>
    /// What is done in a 支援会議, or with a 依頼票 that came out of one: that somebody did any of it tells that there is a matter, so it
    /// stands in no audit but the matter's own (rules §2).
    /// </summary>
    public static IReadOnlySet<Permission> OfMatters { get; } = new HashSet<Permission>
    {
        Permission.ListSupportConferences, Permission.ProposeSupportConference, Permission.TakeSupportConferenceChair, Permission.SeeSupportConference,
        Permission.AnswerSupportConference, Permission.RunSupportConference, Permission.ChairSupportConference,
        Permission.ListWorkOrders, Permission.SeeWorkOrder, Permission.AnswerWorkOrder, Permission.WithdrawWorkOrder,
    };

    /// <summary>The rule of a permission.</summary>
    public static PermissionRule Of(Permission permission) => permission switch
    {
        Permission.SeeToday => new("今日を見る", Everyone),
        Permission.SeeDirectory => new("機関・職員・用語の一覧を見る", Everyone),
        Permission.SwitchOrganisation => new("所属を切り替える", Everyone),
        Permission.ChangeOwnPassword => new("自分のパスワードを変える", Everyone),
        Permission.ManageOwnTokens => new("自分のAPIの鍵を発行し、失効させる", Everyone),
        Permission.ManageAccounts => new("利用者を管理する", Only(Administrator)),
        Permission.SeeAudit => new("監査記録を見る", Only(PrivacyOfficer, Auditor)),
        // Demo
        Permission.MoveDemoClock => new("デモの時計を進める", Everyone),
        // Cases
        Permission.ListCases => new("担当ケースの一覧を見る", CaseWork),
        Permission.SeeCase => new("ケースを見る", CaseWork, AccessLevel.Read),
        Permission.OpenCase => new("ケースを開く", CaseWork),
        Permission.WriteCase => new("ケースに書く", CaseWork, AccessLevel.Contribute),
        Permission.ManageCase => new("ケースを動かす", CaseWork, AccessLevel.Manage),
        // Handoffs
        Permission.ListHandoffs => new("つなぎの一覧を見る", CaseWork),
        Permission.SeeHandoff => new("つなぎを見る", CaseWork, AccessLevel.Read),
        Permission.WriteHandoff => new("つなぐ", CaseWork, AccessLevel.Contribute),
        Permission.ActOnHandoff => new("つなぎを進める", CaseWork, AccessLevel.Contribute),
        Permission.PrintHandoff => new("つなぎの送付状を印刷する", CaseWork, AccessLevel.Manage),
        Permission.DecideHandoff => new("つなぎ戻しを決裁する", Only(SectionChief, Manager), AccessLevel.Contribute),
        Permission.SeeBounces => new("つなぎの滞りを見る", Only(AreaManager, SectionChief, Manager)),
        // UrgentReports
        Permission.MakeUrgentReport => new("通告・通報する", WithPeople),
        Permission.ListUrgentReports => new("通告・通報の一覧を見る", WithPeople),
        Permission.SeeUrgentReport => new("通告・通報を見る", WithPeople, AccessLevel.Read),
        Permission.ActOnUrgentReport => new("通告・通報に対応する", WithPeople, AccessLevel.Contribute),
        Permission.SeeReporter => new("通告者・通報者を見る", CaseWork, AccessLevel.Read),
        // Consents, plans, plan conferences, decisions
        Permission.SeeConsents => new("同意を見る", PlanWork, AccessLevel.Read),
        Permission.KeepConsents => new("同意を扱う", CaseWork, AccessLevel.Contribute),
        Permission.CorrectConsents => new("同意の記録を訂正する", CaseWork, AccessLevel.Manage),
        Permission.SeeConsentCorrections => new("同意の記録の訂正の報告を見る", Only(PrivacyOfficer)),
        Permission.SeePlan => new("支援プランを見る", PlanWork, AccessLevel.Read),
        Permission.WritePlan => new("支援プランを作る・動かす", CaseWork, AccessLevel.Manage),
        Permission.MonitorPlan => new("支援プランのモニタリングを記録する", CaseWork, AccessLevel.Contribute),
        Permission.ListPlanConferences => new("重層的支援会議の一覧を見る", PlanWork),
        Permission.SeePlanConference => new("重層的支援会議を見る", PlanWork, AccessLevel.Read),
        Permission.RunPlanConference => new("重層的支援会議を開き、記録する", PlanWork, AccessLevel.Manage),
        Permission.ListDecisions => new("決裁の一覧を見る", CaseWork),
        Permission.SeeDecision => new("起案・決裁を見る", CaseWork, AccessLevel.Read),
        Permission.DraftDecision => new("起案する", CaseWork, AccessLevel.Manage),
        Permission.TakeDecision => new("確認・決裁する", Only(SectionChief, Manager), AccessLevel.Read),
        Permission.CloseCase => new("ケースを終結する", CaseWork, AccessLevel.Manage),
        Permission.SeeCaseHistory => new("ケースの閲覧履歴を見る", CaseWork, AccessLevel.Read),
        Permission.AssignWorkers => new("担当者を変える", Only(SectionChief, Manager), AccessLevel.Manage),
        Permission.ListHandovers => new("引継ぎの一覧を見る", CaseWork),
        Permission.SeeHandover => new("引継ぎを見る", CaseWork, AccessLevel.Read),
        Permission.OfferHandover => new("引継ぎを申し出る", CaseWork, AccessLevel.Manage),
        Permission.AnswerHandover => new("引継ぎに答える", CaseWork, AccessLevel.Contribute),
        Permission.WithdrawHandover => new("引継ぎを取り下げる", CaseWork, AccessLevel.Manage),
        // Intake
        Permission.RecordConsultation => new("相談を記録する", Intake),
        Permission.ListConsultations => new("自窓口の相談の一覧を見る", Intake),
        Permission.SeeConsultation => new("相談を見る", CaseWork, AccessLevel.Read),
        Permission.WriteConsultation => new("相談を訂正し、対応を決める", Intake, AccessLevel.Manage),
        Permission.SearchRecords => new("記録をさがす", CaseWork),
        Permission.SeePerson => new("人の記録を見る", CaseWork, AccessLevel.Read),
        Permission.WritePerson => new("人の記録を訂正する", CaseWork, AccessLevel.Manage),
        Permission.ListSamePersons => new("同じ人かもしれない記録の一覧を見る", CaseWork),
        Permission.JudgeSamePerson => new("同じ人の記録をまとめる・別人とする", CaseWork, AccessLevel.Manage),
        Permission.SeeHousehold => new("世帯を見る", CaseWork, AccessLevel.Read),
        Permission.WriteHousehold => new("世帯を書く", CaseWork, AccessLevel.Manage),
        Permission.RecordLead => new("気になる情報を書き留める", CaseWork),
        Permission.ListLeads => new("気になる情報の一覧を見る", CaseWork),
        Permission.SeeLead => new("気になる情報を見る", CaseWork, AccessLevel.Read),
        Permission.WriteLead => new("気になる情報を動かす", CaseWork, AccessLevel.Manage),
        Permission.LeavePhoneMemo => new("電話メモを残す", CaseWork),
        Permission.ListPhoneMemos => new("電話メモの一覧を見る", CaseWork),
        Permission.SeePhoneMemo => new("電話メモを見る", CaseWork, AccessLevel.Read),
        Permission.WritePhoneMemo => new("電話メモを済みにし、相談にする", CaseWork, AccessLevel.Manage),
        Permission.CountTally => new("件数だけを数える", CaseWork),
        // Conferences
        Permission.ListSupportConferences => new("出席する支援会議の一覧を見る", ConferenceWork),
        Permission.ProposeSupportConference => new("支援会議を提案する", ConferenceWork),
        Permission.TakeSupportConferenceChair => new("支援会議の座長を引き受ける", Only(ConferenceChair), AccessLevel.Envelope),
        Permission.SeeSupportConference => new("支援会議の記録を見る", ConferenceWork, AccessLevel.Read),
        Permission.AnswerSupportConference => new("支援会議の求めに答える", ConferenceWork, AccessLevel.Contribute),
        Permission.RunSupportConference => new("支援会議を進める", Only(ConferenceChair, ConferenceSecretary), AccessLevel.Manage),
        Permission.ChairSupportConference => new("支援会議を決める", Only(ConferenceChair), AccessLevel.Manage),
        Permission.ListWorkOrders => new("届いた依頼票の一覧を見る", ConferenceWork),
        Permission.SeeWorkOrder => new("依頼票を見る", ConferenceWork, AccessLevel.Read),
        Permission.AnswerWorkOrder => new("依頼票に答える", ConferenceWork, AccessLevel.Contribute),
        Permission.WithdrawWorkOrder => new("依頼票を取り下げる", Only(ConferenceChair), AccessLevel.Manage),
        // Notices
        Permission.ListNotices => new("連携検討のお知らせの一覧を見る", Only(Coordinator)),
        Permission.SeeNotice => new("連携検討のお知らせを見る", Only(Coordinator), AccessLevel.Read),
        Permission.AnswerNotice => new("連携検討のお知らせへの対応を決める", Only(Coordinator), AccessLevel.Manage),
        Permission.SeeNoticeFigures => new("連携検討のお知らせの年ごとの件数を見る", Only(PolicyOfficer, PrivacyOfficer)),
        Permission.SeeNoticeRule => new("連携検討のお知らせのきまりを見る", Everyone),
        Permission.MatchRecords => new("連携検討のお知らせのために夜間に照合する", Only()),
        // Protected locations and exclusions
        Permission.SeeProtection => new("支援措置の状態を見る", new HashSet<Role>(CaseWork) { PrivacyOfficer }, AccessLevel.Read),
        Permission.ProtectPerson => new("支援措置を始める・更新する・終了を申し出る", CaseWork, AccessLevel.Manage),
        Permission.ManageProtection => new("居場所の閲覧者を決める・支援措置の終了を決める", Only(SectionChief, Manager), AccessLevel.Manage),
        Permission.ReadProtectedLocation => new("保護された居場所を閲覧する", CaseWork, AccessLevel.Read),
        Permission.WriteProtectedLocation => new("保護された居場所を書く", CaseWork, AccessLevel.Manage),
        Permission.SeeLocationReads => new("居場所の閲覧の報告を見る", Only(SectionChief, Manager, PrivacyOfficer)),
        Permission.DeclareExclusion => new("親族・知人であることを申告する", CaseWork, AccessLevel.Read),
        Permission.TakeBackExclusions => new("相手方の側としての除外を取り下げる", Only(PrivacyOfficer)),
        Permission.ManageExclusions => new("閲覧の除外を見る・決める", Only(SectionChief, Manager), AccessLevel.Read),
    };

    /// <summary>Case work, and those who prepare and write up the conferences on plans.</summary>
    private static HashSet<Role> PlanWork => [.. CaseWork, Coordinator, ConferenceSecretary, ConferenceChair];

    private static HashSet<Role> Only(params Role[] roles) => [.. roles];
}
