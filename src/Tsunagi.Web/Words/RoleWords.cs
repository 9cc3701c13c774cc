using Tsunagi.Domain.Access;

namespace Tsunagi.Web.Words;

/// <summary>What the roles are called.</summary>
public static class RoleWords
{
    public static string Of(Role role) => role switch
    {
        Role.DeskWorker => "窓口職員",
        Role.OtherDeskWorker => "その他の相談窓口の職員",
        Role.HubOfficer => "多機関協働担当",
        Role.OutreachWorker => "アウトリーチ担当",
        Role.ParticipationWorker => "参加支援担当",
        Role.DistrictOfficer => "地区担当職員",
        Role.SectionChief => "係長",
        Role.Manager => "課長",
        Role.ConferenceChair => "支援会議の座長",
        Role.ConferenceSecretary => "会議事務局",
        Role.ConferenceMember => "会議の構成員",
        Role.Coordinator => "調整担当",
        Role.AreaManager => "地域調整担当",
        Role.PolicyOfficer => "保健福祉政策担当",
        Role.PrivacyOfficer => "個人情報保護担当",
        Role.Auditor => "監査担当",
        Role.Administrator => "システム管理者",
    };

    /// <summary>A role as a line of decision keeps it; nothing where there is none.</summary>
    public static string Of(string? role) => Enum.TryParse<Role>(role, out var known) ? Of(known) : "";
}
