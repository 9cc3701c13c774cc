using System.ComponentModel.DataAnnotations;
using Tsunagi.Domain.Profiles;

namespace Tsunagi.Web.Features.Profiles;

// How a profile is written down. Where a part looks the same in the file and in the program, the domain record itself is used.

/// <summary>ward.json.</summary>
sealed record WardFile(Ward Ward, TierNames Tiers, DeskModel DeskModel, IReadOnlyList<ProgrammeStart> ProgrammeStarts);

/// <summary>areas.json.</summary>
sealed record AreasFile(IReadOnlyList<Area> Areas);

/// <summary>districts.json; only where the ward has districts.</summary>
sealed record DistrictsFile(IReadOnlyList<District> Districts);

/// <summary>organisations.json.</summary>
sealed record OrganisationsFile(
    IReadOnlyList<Agency> Agencies,
    IReadOnlyList<OrganisationInFile> Organisations,
    IReadOnlyList<AgencyPattern>? AgencyPatterns = null,
    IReadOnlyList<OrganisationPattern>? Patterns = null,
    IReadOnlyList<OrganisationOverride>? Overrides = null);

/// <summary>What a pattern is repeated for.</summary>
enum PatternTier
{
    Area,
    District,
}

/// <summary>One legal body for each area or district.</summary>
sealed record AgencyPattern(
    PatternTier ForEach,
    string Code,
    string Name,
    AgencyKind Kind,
    bool IsNamePending = false,
    string? Source = null);

/// <summary>One organisation, written out.</summary>
sealed record OrganisationInFile(
    string Code,
    string Name,
    OrganisationKind Kind,
    string AgencyCode,
    Holder Holder,
    DateOnly ValidFrom,
    DateOnly? ValidTo = null,
    string? ShortName = null,
    string? ParentCode = null,
    string? AreaCode = null,
    string? DistrictCode = null,
    bool IsWelfareDesk = false,
    bool IsFourParty = false,
    bool IsHub = false,
    DateOnly? HubFrom = null,
    bool AcceptsHandoffs = true,
    bool AcceptsAnyTopic = false,
    IReadOnlyList<string>? Topics = null,
    IReadOnlyList<string>? Fields = null,
    IReadOnlyList<string>? ReceivesReports = null,
    string? Phone = null,
    string? Fax = null,
    bool IsNamePending = false,
    string? Source = null,
    string? Note = null);

/// <summary>One organisation for each area or district: {code}, {name} and {areaCode} stand for those of the area or district.</summary>
sealed record OrganisationPattern(
    PatternTier ForEach,
    string Code,
    string Name,
    OrganisationKind Kind,
    string AgencyCode,
    Holder Holder,
    DateOnly ValidFrom,
    DateOnly? ValidTo = null,
    IReadOnlyList<string>? Except = null,
    string? ShortName = null,
    string? ParentCode = null,
    bool IsWelfareDesk = false,
    bool IsFourParty = false,
    bool IsHub = false,
    DateOnly? HubFrom = null,
    bool AcceptsHandoffs = true,
    bool AcceptsAnyTopic = false,
    IReadOnlyList<string>? Topics = null,
    IReadOnlyList<string>? Fields = null,
    IReadOnlyList<string>? ReceivesReports = null,
    bool IsNamePending = false,
    string? Source = null,
    string? Note = null);

/// <summary>What differs from the pattern at one place: its own name, number, body or dates.</summary>
sealed record OrganisationOverride(
    string Code,
    string? Name = null,
    string? ShortName = null,
    string? AgencyCode = null,
    Holder? Holder = null,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null,
    string? Phone = null,
    string? Fax = null,
    string? Source = null,
    string? Note = null);

/// <summary>meetings.json.</summary>
sealed record MeetingsFile(IReadOnlyList<MeetingRules> Versions);

/// <summary>rules.json.</summary>
sealed record RulesFile(IReadOnlyList<WardRules> Versions);

/// <summary>laws.json.</summary>
sealed record LawsFile(IReadOnlyList<LawReference> Laws);

/// <summary>legal-bases.json.</summary>
sealed record LegalBasesFile(IReadOnlyList<LegalBasisEntry> LegalBases);

/// <summary>texts.json.</summary>
sealed record TextsFile(IReadOnlyList<ProfileText> Texts);

/// <summary>codes/*.json.</summary>
sealed record CodesFile(IReadOnlyList<CodeListInFile> Lists);

/// <summary>One code list. With <c>extends</c> it adds to, and item by item replaces, the shared list of the same code.</summary>
sealed record CodeListInFile(
    string Code,
    string Name,
    [property: Range(1, 9999)] int Version,
    DateOnly ValidFrom,
    IReadOnlyList<CodeItem> Items,
    bool Extends = false,
    string? Source = null);
