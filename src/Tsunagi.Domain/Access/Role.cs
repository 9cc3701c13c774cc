namespace Tsunagi.Domain.Access;

/// <summary>役割: what a person is in one organisation (domain.md §2; rules §6, §7). A person may hold several.</summary>
public enum Role
{
    /// <summary>窓口職員: a desk of the 福祉の相談窓口.</summary>
    DeskWorker,
    /// <summary>その他の相談窓口の職員.</summary>
    OtherDeskWorker,
    /// <summary>多機関協働担当: judges handoffs, drafts plans.</summary>
    HubOfficer,
    /// <summary>アウトリーチ担当（地域福祉コーディネーター）.</summary>
    OutreachWorker,
    /// <summary>参加支援担当.</summary>
    ParticipationWorker,
    /// <summary>社協地区担当職員.</summary>
    DistrictOfficer,
    /// <summary>係長: checks, changes the worker in charge.</summary>
    SectionChief,
    /// <summary>課長: decides.</summary>
    Manager,
    /// <summary>支援会議の座長.</summary>
    ConferenceChair,
    /// <summary>会議事務局.</summary>
    ConferenceSecretary,
    /// <summary>会議の構成員.</summary>
    ConferenceMember,
    /// <summary>調整担当: the coordinator of the hub in charge of an area.</summary>
    Coordinator,
    /// <summary>地域調整（総合支所）: queues and gaps, no content.</summary>
    AreaManager,
    /// <summary>保健福祉政策課: figures and plans, no content.</summary>
    PolicyOfficer,
    /// <summary>個人情報保護担当.</summary>
    PrivacyOfficer,
    /// <summary>監査担当.</summary>
    Auditor,
    /// <summary>システム管理者: accounts and settings, no content rights at all.</summary>
    Administrator,
}
