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

    /// <summary>Those who may be named at a conference: being named opens it, never the role.</summary>
    private static readonly HashSet<Role> ConferenceWork =
        [.. CaseWork, ConferenceChair, ConferenceSecretary, ConferenceMember, Coordinator];

    /// <summary>The rule of a permission.</summary>
    public static PermissionRule Of(Permission permission) => permission switch
    {
        Permission.SeeToday => new("今日を見る", Everyone),
        Permission.SwitchOrganisation => new("所属を切り替える", Everyone),
        Permission.ChangeOwnPassword => new("自分のパスワードを変える", Everyone),
        Permission.ManageAccounts => new("利用者を管理する", Only(Administrator)),
        Permission.SeeAudit => new("監査記録を見る", Only(PrivacyOfficer, Auditor)),
        // Cases
        Permission.ListCases => new("担当ケースの一覧を見る", CaseWork),
        Permission.SeeCase => new("ケースを見る", CaseWork, AccessLevel.Read),
        Permission.OpenCase => new("ケースを開く", CaseWork),
        Permission.WriteCase => new("ケースに書く", CaseWork, AccessLevel.Contribute),
        Permission.ManageCase => new("ケースを動かす", CaseWork, AccessLevel.Manage),
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
    };

    private static HashSet<Role> Only(params Role[] roles) => [.. roles];
}
