namespace Tsunagi.Domain.Profiles;

/// <summary>機関の種別: what an organisation of the directory is. The words are the field's own (docs/glossary.md).</summary>
public enum OrganisationKind
{
    /// <summary>まちづくりセンター.</summary>
    CommunityCenter,

    /// <summary>あんしんすこやかセンター・高齢者あんしん相談センター（地域包括支援センター）.</summary>
    ElderCareCenter,

    /// <summary>社会福祉協議会 地区事務局.</summary>
    ShakyoDistrictDesk,

    /// <summary>社会福祉協議会 地域事務所.</summary>
    ShakyoAreaOffice,

    /// <summary>社会福祉協議会 本部.</summary>
    ShakyoHeadOffice,

    /// <summary>児童館.</summary>
    ChildrensHall,

    /// <summary>保健福祉センターの課.</summary>
    HealthWelfareCenterSection,

    /// <summary>総合支所の課.</summary>
    AreaBranchSection,

    /// <summary>本庁の課.</summary>
    HeadOfficeSection,

    /// <summary>生活困窮者自立相談支援機関（ぷらっとホーム世田谷）.</summary>
    LivelihoodSupportCenter,

    /// <summary>ひきこもり相談窓口（リンク）.</summary>
    HikikomoriDesk,

    /// <summary>地域障害者相談支援センター（ぽーと）.</summary>
    DisabilityConsultationCenter,

    /// <summary>基幹相談支援センター.</summary>
    CoreDisabilityCenter,

    /// <summary>地域子育て支援コーディネーター.</summary>
    ChildcareCoordinatorDesk,

    /// <summary>教育総合センター・教育相談室.</summary>
    EducationConsultationRoom,

    /// <summary>不登校支援窓口.</summary>
    SchoolRefusalDesk,

    /// <summary>子ども家庭支援センター.</summary>
    ChildFamilyCenter,

    /// <summary>児童発達支援センター.</summary>
    ChildDevelopmentCenter,

    /// <summary>児童相談所.</summary>
    ChildGuidanceCenter,

    /// <summary>保健所・保健サービスセンター.</summary>
    PublicHealthCenter,

    /// <summary>教育センター.</summary>
    EducationCenter,

    /// <summary>権利擁護センター（あんしんサポート文京）.</summary>
    RightsCenter,

    /// <summary>ボランティア支援センター.</summary>
    VolunteerCenter,

    /// <summary>地域連携ステーション（ファミコム）.</summary>
    FamiCom,

    /// <summary>ファミリー・サポート・センター.</summary>
    FamilySupportCenter,

    /// <summary>総合案内（コールセンター）: gives contacts only, receives no consultation.</summary>
    CallCenter,

    /// <summary>その他の相談窓口.</summary>
    OtherDesk,
}

/// <summary>保有者: whose records they are. Decides the legal bases offered, the disclosure route and retention (rules §5).</summary>
public enum Holder
{
    /// <summary>区（市町村の機関）.</summary>
    Ward,

    /// <summary>社会福祉協議会の自主事業.</summary>
    ShakyoOwnBusiness,

    /// <summary>区の受託者: the records are the ward's and go to the successor when the contract ends.</summary>
    ContractorForWard,

    /// <summary>その他の民間.</summary>
    Private,

    /// <summary>区とは別の行政機関（教育委員会 など）.</summary>
    OtherPublicBody,
}

/// <summary>法人格の種別: what kind of body in law an agency is.</summary>
public enum AgencyKind
{
    /// <summary>区（市町村長部局）.</summary>
    Ward,

    /// <summary>教育委員会.</summary>
    BoardOfEducation,

    /// <summary>社会福祉協議会.</summary>
    Shakyo,

    /// <summary>受託法人.</summary>
    Contractor,

    /// <summary>その他の公的機関.</summary>
    OtherPublicBody,

    /// <summary>民間.</summary>
    Private,
}

/// <summary>法人: the legal body behind one or more organisations.</summary>
/// <param name="Code">Stable code, unique in the profile.</param>
/// <param name="Name">Its name; for a contractor not yet written in, a description by rule.</param>
/// <param name="Kind">What kind of body.</param>
/// <param name="IsNamePending">True while <paramref name="Name"/> only describes the body and the ward has still to write its name.</param>
/// <param name="Source">Where the facts were taken from.</param>
public sealed record Agency(
    string Code,
    string Name,
    AgencyKind Kind,
    bool IsNamePending = false,
    string? Source = null);

/// <summary>機関・窓口: one place people work at and consultations arrive at. What owns a case.</summary>
/// <param name="Code">Stable code, unique in the profile.</param>
/// <param name="Name">Full name.</param>
/// <param name="ShortName">Name in lists.</param>
/// <param name="Kind">What it is.</param>
/// <param name="AgencyCode">The legal body it belongs to.</param>
/// <param name="Holder">Whose records it writes unless the record says otherwise.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day, included.</param>
/// <param name="ParentCode">The organisation it is part of.</param>
/// <param name="AreaCode">The area it serves; none means the whole ward.</param>
/// <param name="DistrictCode">The district it serves.</param>
/// <param name="IsWelfareDesk">福祉の相談窓口（Bunkyo: つながる相談窓口） – a desk of the ward's desk model.</param>
/// <param name="IsFourParty">四者連携会議の一員.</param>
/// <param name="IsHub">多機関協働事業者.</param>
/// <param name="HubFrom">First day as hub, where later than <paramref name="ValidFrom"/>.</param>
/// <param name="AcceptsHandoffs">Whether it can be chosen as a receiver.</param>
/// <param name="AcceptsAnyTopic">Receives every topic (断らない相談); <paramref name="Topics"/> then only tells what it is best at.</param>
/// <param name="Topics">相談内容: codes of the consultation topics it fits.</param>
/// <param name="Fields">分野: codes of the fields it works in.</param>
/// <param name="ReceivesReports">通告・通報の窓口: codes of the kinds of urgent report it receives for the ward.</param>
/// <param name="Phone">Published telephone number.</param>
/// <param name="Fax">Published FAX number.</param>
/// <param name="IsNamePending">True while the name only describes the place and the ward has still to write its name.</param>
/// <param name="Source">Where the facts were taken from.</param>
/// <param name="Note">A remark for the directory.</param>
public sealed record OrganisationEntry(
    string Code,
    string Name,
    string ShortName,
    OrganisationKind Kind,
    string AgencyCode,
    Holder Holder,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string? ParentCode,
    string? AreaCode,
    string? DistrictCode,
    bool IsWelfareDesk,
    bool IsFourParty,
    bool IsHub,
    DateOnly? HubFrom,
    bool AcceptsHandoffs,
    bool AcceptsAnyTopic,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Fields,
    IReadOnlyList<string> ReceivesReports,
    string? Phone,
    string? Fax,
    bool IsNamePending,
    string? Source,
    string? Note)
{
    /// <summary>Whether the organisation exists on the day.</summary>
    public bool IsValidOn(DateOnly day) => Validity.Covers(ValidFrom, ValidTo, day);

    /// <summary>Whether it is a hub (多機関協働事業者) on the day.</summary>
    public bool IsHubOn(DateOnly day) => IsHub && IsValidOn(day) && (HubFrom is null || HubFrom <= day);
}

/// <summary>つなぎ先の候補: an organisation suggested as receiver, with what makes it fit.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="MatchedTopics">The topics asked for that it is best at.</param>
/// <param name="Nearness">How near it is to the district asked for.</param>
public sealed record ReceiverSuggestion(
    OrganisationEntry Organisation,
    IReadOnlyList<string> MatchedTopics,
    Nearness Nearness);

/// <summary>近さ: how near an organisation is to a district.</summary>
public enum Nearness
{
    /// <summary>同じ地区.</summary>
    SameDistrict,

    /// <summary>同じ地域.</summary>
    SameArea,

    /// <summary>全区.</summary>
    WholeWard,

    /// <summary>地域が分からない: the organisation serves an area, but where the person lives is not known.</summary>
    PlaceUnknown,

    /// <summary>別の地域・地区.</summary>
    Elsewhere,
}
