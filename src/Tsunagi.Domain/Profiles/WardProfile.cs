using System.Collections.Frozen;

namespace Tsunagi.Domain.Profiles;

/// <summary>
/// 自治体プロファイル: everything that belongs to one municipality, as read and checked from its folder.
/// Immutable. Every question that time can change takes the day it is asked for; spans include both ends.
/// </summary>
public sealed class WardProfile
{
    readonly FrozenDictionary<string, OrganisationEntry> _organisations;
    readonly FrozenDictionary<string, District> _districts;
    readonly FrozenDictionary<string, Area> _areas;
    readonly FrozenDictionary<string, Agency> _agencies;
    readonly FrozenDictionary<string, CodeList> _codeLists;
    readonly FrozenDictionary<string, LawReference> _laws;

    /// <summary>Puts a profile together. The parts must have unique codes; the reader has checked everything else.</summary>
    public WardProfile(
        string name,
        Ward ward,
        TierNames tiers,
        DeskModel deskModel,
        IReadOnlyList<ProgrammeStart> programmeStarts,
        IReadOnlyList<Area> areas,
        IReadOnlyList<District> districts,
        IReadOnlyList<Agency> agencies,
        IReadOnlyList<OrganisationEntry> organisations,
        IReadOnlyList<MeetingRules> meetings,
        IReadOnlyList<WardRules> rules,
        IReadOnlyList<LegalBasisEntry> legalBases,
        IReadOnlyList<LawReference> laws,
        IReadOnlyList<ProfileText> texts,
        IReadOnlyList<CodeList> codeLists)
    {
        Name = name;
        Ward = ward;
        Tiers = tiers;
        DeskModel = deskModel;
        ProgrammeStarts = programmeStarts;
        Areas = areas;
        Districts = districts;
        Agencies = agencies;
        Organisations = organisations;
        Meetings = meetings;
        Rules = rules;
        LegalBases = legalBases;
        Laws = laws;
        Texts = texts;
        CodeLists = codeLists;
        _organisations = organisations.ToFrozenDictionary(o => o.Code);
        _districts = districts.ToFrozenDictionary(d => d.Code);
        _areas = areas.ToFrozenDictionary(a => a.Code);
        _agencies = agencies.ToFrozenDictionary(a => a.Code);
        _codeLists = codeLists.ToFrozenDictionary(c => c.Code);
        _laws = laws.ToFrozenDictionary(l => l.Code);
    }

    /// <summary>プロファイル名: the name of its folder.</summary>
    public string Name { get; }

    /// <summary>区.</summary>
    public Ward Ward { get; }

    /// <summary>層の呼び名.</summary>
    public TierNames Tiers { get; }

    /// <summary>相談窓口のしくみ.</summary>
    public DeskModel DeskModel { get; }

    /// <summary>事業の開始.</summary>
    public IReadOnlyList<ProgrammeStart> ProgrammeStarts { get; }

    /// <summary>地域・圏域, all that ever were.</summary>
    public IReadOnlyList<Area> Areas { get; }

    /// <summary>地区, all that ever were.</summary>
    public IReadOnlyList<District> Districts { get; }

    /// <summary>法人.</summary>
    public IReadOnlyList<Agency> Agencies { get; }

    /// <summary>機関・窓口, all that ever were.</summary>
    public IReadOnlyList<OrganisationEntry> Organisations { get; }

    /// <summary>会議のきまり, one version after the other.</summary>
    public IReadOnlyList<MeetingRules> Meetings { get; }

    /// <summary>運用のきまり, one version after the other.</summary>
    public IReadOnlyList<WardRules> Rules { get; }

    /// <summary>閲覧・提供の根拠.</summary>
    public IReadOnlyList<LegalBasisEntry> LegalBases { get; }

    /// <summary>法令の略称.</summary>
    public IReadOnlyList<LawReference> Laws { get; }

    /// <summary>文言.</summary>
    public IReadOnlyList<ProfileText> Texts { get; }

    /// <summary>コード表.</summary>
    public IReadOnlyList<CodeList> CodeLists { get; }

    /// <summary>The areas that exist on the day.</summary>
    public IReadOnlyList<Area> AreasAsOf(DateOnly day) => [.. Areas.Where(a => a.IsValidOn(day))];

    /// <summary>The districts that exist on the day; none in a ward without districts.</summary>
    public IReadOnlyList<District> DistrictsAsOf(DateOnly day) => [.. Districts.Where(d => d.IsValidOn(day))];

    /// <summary>The organisations that exist on the day.</summary>
    public IReadOnlyList<OrganisationEntry> OrganisationsAsOf(DateOnly day) => [.. Organisations.Where(o => o.IsValidOn(day))];

    /// <summary>The organisations that a つなぎ or a handover may go to on the day: those that can answer one.</summary>
    public IReadOnlyList<OrganisationEntry> ReceiversAsOf(DateOnly day) => [.. OrganisationsAsOf(day).Where(o => o.AcceptsHandoffs)];

    /// <summary>The area with the code, or null.</summary>
    public Area? FindArea(string code) => _areas.GetValueOrDefault(code);

    /// <summary>The district with the code, or null.</summary>
    public District? FindDistrict(string code) => _districts.GetValueOrDefault(code);

    /// <summary>The legal body with the code, or null.</summary>
    public Agency? FindAgency(string code) => _agencies.GetValueOrDefault(code);

    /// <summary>The organisation with the code, or null.</summary>
    public OrganisationEntry? FindOrganisation(string code) => _organisations.GetValueOrDefault(code);

    /// <summary>The law with the code, or null.</summary>
    public LawReference? FindLaw(string code) => _laws.GetValueOrDefault(code);

    /// <summary>The code list; see <see cref="Profiles.CodeLists"/> for those that are always there.</summary>
    /// <exception cref="KeyNotFoundException">The profile has no such list.</exception>
    public CodeList CodeList(string code) =>
        _codeLists.GetValueOrDefault(code) ?? throw new KeyNotFoundException($"Profile '{Name}' has no code list '{code}'.");

    /// <summary>The rules that hold on the day; the earliest ones for days before them.</summary>
    public WardRules RulesAsOf(DateOnly day) =>
        Rules.FirstOrDefault(r => r.IsValidOn(day)) ?? Rules.MinBy(r => r.ValidFrom)!;

    /// <summary>The meeting rules that hold on the day; the earliest ones for days before them.</summary>
    public MeetingRules MeetingsAsOf(DateOnly day) =>
        Meetings.FirstOrDefault(m => m.IsValidOn(day)) ?? Meetings.MinBy(m => m.ValidFrom)!;

    /// <summary>The wording in force on the day; the earliest one for days before it.</summary>
    /// <exception cref="KeyNotFoundException">The profile has no such text.</exception>
    public ProfileText TextAsOf(string code, DateOnly day) =>
        Texts.FirstOrDefault(t => t.Code == code && Validity.Covers(t.ValidFrom, t.ValidTo, day))
        ?? Texts.Where(t => t.Code == code).MinBy(t => t.ValidFrom)
        ?? throw new KeyNotFoundException($"Profile '{Name}' has no text '{code}'.");

    /// <summary>The legal bases a kind of holder may rest on.</summary>
    public IReadOnlyList<LegalBasisEntry> LegalBasesFor(Holder holder, DateOnly day) =>
        [.. LegalBases.Where(b => b.IsOfferedTo(holder, day))];

    /// <summary>四者: the parties of a district on the day; empty for an unknown district.</summary>
    public IReadOnlyList<OrganisationEntry> PartiesOf(string districtCode, DateOnly day) =>
        [.. OrganisationsAsOf(day).Where(o => o.IsFourParty && o.DistrictCode == districtCode)];

    /// <summary>福祉の相談窓口: the desks of the ward's desk model, in one district or in all.</summary>
    public IReadOnlyList<OrganisationEntry> WelfareDesks(DateOnly day, string? districtCode = null) =>
        [.. OrganisationsAsOf(day).Where(o => o.IsWelfareDesk && (districtCode is null || o.DistrictCode == districtCode))];

    /// <summary>多機関協働事業者: the hub organisations in charge of an area – its own first, then those of the whole ward.</summary>
    public IReadOnlyList<OrganisationEntry> HubsFor(string? areaCode, DateOnly day) =>
    [
        .. Organisations
            .Where(o => o.IsHubOn(day) && (o.AreaCode is null || o.AreaCode == areaCode))
            .OrderBy(o => o.AreaCode is null),
    ];

    /// <summary>The area of an organisation: its own, or that of its district.</summary>
    public string? AreaOf(OrganisationEntry organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return organisation.AreaCode ?? (organisation.DistrictCode is { } d ? FindDistrict(d)?.AreaCode : null);
    }

    /// <summary>
    /// つなぎ先の候補: receivers that fit the topics, best first – most topics matched, then nearest, then in directory order.
    /// With no topics, those that receive everything. Desks of other areas and districts are left out; where neither
    /// district nor area is known, the desks of every area are offered but those of districts are not.
    /// </summary>
    public IReadOnlyList<ReceiverSuggestion> SuggestReceivers(
        IReadOnlyCollection<string> topics,
        string? districtCode,
        string? areaCode,
        DateOnly day,
        string? exceptOrganisation = null)
    {
        var area = areaCode ?? (districtCode is null ? null : FindDistrict(districtCode)?.AreaCode);
        return
        [
            .. ReceiversAsOf(day)
                .Where(o => o.Code != exceptOrganisation)
                .Select(o => new ReceiverSuggestion(o, [.. o.Topics.Where(topics.Contains)], NearnessOf(o, districtCode, area)))
                .Where(s => s.Nearness != Nearness.Elsewhere)
                .Where(s => s.MatchedTopics.Count > 0 || s.Organisation.AcceptsAnyTopic)
                .OrderByDescending(s => s.MatchedTopics.Count)
                .ThenBy(s => s.Nearness),
        ];
    }

    /// <summary>通告・通報の窓口 of a place, nearest first; those of other areas and districts are left out, as in <see cref="SuggestReceivers"/>.</summary>
    public IReadOnlyList<OrganisationEntry> ReportReceivers(string? districtCode, string? areaCode, DateOnly day)
    {
        var area = areaCode ?? (districtCode is null ? null : FindDistrict(districtCode)?.AreaCode);
        return
        [
            .. OrganisationsAsOf(day).Where(o => o.ReceivesReports.Count > 0 && NearnessOf(o, districtCode, area) != Nearness.Elsewhere)
                .OrderBy(o => NearnessOf(o, districtCode, area)),
        ];
    }

    static Nearness NearnessOf(OrganisationEntry organisation, string? districtCode, string? areaCode)
    {
        if (organisation.DistrictCode is { } d)
            return d == districtCode ? Nearness.SameDistrict : Nearness.Elsewhere;
        if (organisation.AreaCode is { } a)
        {
            if (areaCode is null)
                return Nearness.PlaceUnknown;
            return a == areaCode ? Nearness.SameArea : Nearness.Elsewhere;
        }

        return Nearness.WholeWard;
    }
}
