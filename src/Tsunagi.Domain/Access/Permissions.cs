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

    /// <summary>Those who receive consultations: no desk and no agency is too far off to receive one.</summary>
    private static readonly HashSet<Role> Intake = CaseWork;

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
        // Intake
        Permission.RecordConsultation => new("相談を記録する", Intake),
        Permission.ListConsultations => new("自窓口の相談の一覧を見る", Intake),
        Permission.SeeConsultation => new("相談を見る", CaseWork, AccessLevel.Read),
        Permission.WriteConsultation => new("相談を訂正し、対応を決める", Intake, AccessLevel.Manage),
        Permission.SearchRecords => new("記録をさがす", CaseWork),
        Permission.SeePerson => new("人の記録を見る", CaseWork, AccessLevel.Read),
        Permission.WritePerson => new("人の記録を訂正する", CaseWork, AccessLevel.Manage),
        Permission.SeeHousehold => new("世帯を見る", CaseWork, AccessLevel.Read),
        Permission.WriteHousehold => new("世帯を書く", CaseWork, AccessLevel.Manage),
        Permission.RecordLead => new("気になる情報を書き留める", CaseWork),
        Permission.ListLeads => new("気になる情報の一覧を見る", CaseWork),
        Permission.SeeLead => new("気になる情報を見る", CaseWork, AccessLevel.Read),
        Permission.WriteLead => new("気になる情報を動かす", CaseWork, AccessLevel.Manage),
        // Protected locations and exclusions
        Permission.SeeProtection => new("支援措置の状態を見る", new HashSet<Role>(CaseWork) { PrivacyOfficer }, AccessLevel.Read),
        Permission.ProtectPerson => new("支援措置を始める・更新する・終了を申し出る", CaseWork, AccessLevel.Manage),
        Permission.ManageProtection => new("居場所の閲覧者を決める・支援措置の終了を決める", Only(SectionChief, Manager), AccessLevel.Manage),
        Permission.ReadProtectedLocation => new("保護された居場所を読む", CaseWork, AccessLevel.Read),
        Permission.WriteProtectedLocation => new("保護された居場所を書く", CaseWork, AccessLevel.Manage),
        Permission.SeeLocationReads => new("居場所の閲覧の報告を見る", Only(SectionChief, Manager, PrivacyOfficer)),
        Permission.DeclareExclusion => new("親族・知人であることを申告する", CaseWork, AccessLevel.Read),
        Permission.ManageExclusions => new("閲覧の除外を見る・決める", Only(SectionChief, Manager), AccessLevel.Read),
    };

    private static HashSet<Role> Only(params Role[] roles) => [.. roles];
}
