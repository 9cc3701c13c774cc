using Tsunagi.Domain.Profiles;
using CodeListCodes = Tsunagi.Domain.Profiles.CodeLists;

namespace Tsunagi.Web.Features.Profiles;

/// <content>Organisations: where they lie, whose they are, and that every place has its hub and desk.</content>
sealed partial class ProfileChecks
{
    public void Organisations(
        WardFile ward,
        IReadOnlyList<Area> areas,
        IReadOnlyList<District> districts,
        OrganisationsFile file,
        OrganisationExpansion expansion,
        IReadOnlyList<CodeList> lists)
    {
        // A broken entry is left out and already reported; what depends on it is not reported again.
        var whole = source.IsWhole("areas.json", "areas", areas.Count)
            && source.IsWhole("districts.json", "districts", districts.Count)
            && source.IsWhole("organisations.json", "agencies", file.Agencies.Count)
            && source.IsWhole("organisations.json", "agencyPatterns", file.AgencyPatterns?.Count ?? 0)
            && source.IsWhole("organisations.json", "organisations", file.Organisations.Count)
            && source.IsWhole("organisations.json", "patterns", file.Patterns?.Count ?? 0);
        var agencies = expansion.Agencies;
        var organisations = expansion.Organisations;
        Codes(agencies, a => a.Code);
        Codes(organisations, o => o.Code);
        NamesInTime(organisations, o => o.Name, o => o.ValidFrom, o => o.ValidTo);

        var agencyCodes = agencies.Select(a => a.Code).Concat(source.CodesWritten("organisations.json", "agencies")).ToHashSet();
        var organisationCodes = organisations.Select(o => o.Code).Concat(source.CodesWritten("organisations.json", "organisations")).ToHashSet();
        var areaCodes = source.CodesWritten("areas.json", "areas").ToHashSet();
        var districtCodes = source.CodesWritten("districts.json", "districts").ToHashSet();
        foreach (var o in organisations)
        {
            Span(o, o.ValidFrom, o.ValidTo);
            var district = districts.FirstOrDefault(d => d.Code == o.DistrictCode);
            // A district that names an unknown area is reported there, not at every desk of the district.
            var isPlaced = district is null || areaCodes.Contains(district.AreaCode);
            if (whole && isPlaced)
            {
                Known(o, "agencyCode", o.AgencyCode, agencyCodes, "agency", "organisations.json");
                Known(o, "parentCode", o.ParentCode, organisationCodes, "organisation", "organisations.json");
            }

            if (isPlaced)
                Known(o, "areaCode", o.AreaCode, areaCodes, "area", "areas.json");
            Known(o, "districtCode", o.DistrictCode, districtCodes, "district", "districts.json");
            InList(o, "topics", o.Topics, lists, CodeListCodes.ConsultationTopic);
            InList(o, "fields", o.Fields, lists, CodeListCodes.Field);
            InList(o, "receivesReports", o.ReceivesReports, lists, CodeListCodes.UrgentReportKind);
            if (o.HubFrom is { } hubFrom && (!o.IsHub || hubFrom < o.ValidFrom))
                Report(o, "hubFrom", "it is no hub, or would be one before it exists", "write \"isHub\": true, and a day not before validFrom");
            Phone(o, "phone", o.Phone);
            Phone(o, "fax", o.Fax);
            if (agencies.FirstOrDefault(a => a.Code == o.AgencyCode) is { } agency && !Fits(o.Holder, agency.Kind))
                Report(o, "holder", $"holder '{Word(o.Holder)}' does not fit agency '{agency.Code}', which is of kind '{Word(agency.Kind)}'", "correct the holder, or the agency");
            if (district is not null)
            {
                Within(o, o.ValidFrom, o.ValidTo, district.ValidFrom, district.ValidTo, "district " + district.Name);
                if (o.AreaCode is not null && o.AreaCode != district.AreaCode)
                    Report(o, "areaCode", $"district '{district.Code}' lies in area '{district.AreaCode}', not in '{o.AreaCode}'", "correct one of the two");
            }
        }

        ParentsEnd(organisations);
        if (!whole)
            return;
        HubsEverywhere(areas, organisations);
        if (ward.DeskModel.Kind == DeskModelKind.GeneralDeskPerDistrict)
            DesksEverywhere(ward, districts, organisations);
    }

    void HubsEverywhere(IReadOnlyList<Area> areas, IReadOnlyList<OrganisationEntry> organisations)
    {
        foreach (var area in areas.Where(a => a.ValidTo is null))
        {
            if (!organisations.Any(o => o.IsHub && o.ValidTo is null && (o.AreaCode is null || o.AreaCode == area.Code)))
                Report(area, null, $"no hub (多機関協働事業者) is in charge of area {area.Name}", "mark an organisation of the area, or one of the whole ward, with \"isHub\": true");
        }
    }

    void DesksEverywhere(WardFile ward, IReadOnlyList<District> districts, IReadOnlyList<OrganisationEntry> organisations)
    {
        foreach (var district in districts)
        {
            if (!organisations.Any(o => o.IsWelfareDesk && o.DistrictCode == district.Code && o.IsValidOn(district.ValidFrom)))
                Report(district, null, $"district {district.Name} has no {ward.DeskModel.Name} on its first day", "add the desk to organisations.json, or correct the dates");
        }
    }

    void ParentsEnd(IReadOnlyList<OrganisationEntry> organisations)
    {
        var parents = organisations.GroupBy(o => o.Code).ToDictionary(g => g.Key, g => g.First().ParentCode);
        foreach (var o in organisations.Where(o => o.ParentCode is not null))
        {
            var seen = new HashSet<string> { o.Code };
            for (var at = o.ParentCode; at is not null; at = parents.GetValueOrDefault(at))
            {
                if (seen.Add(at))
                    continue;
                Report(o, "parentCode", $"'{o.Code}' would be part of itself", "correct the parent");
                break;
            }
        }
    }

    /// <summary>Whose records an organisation can write, by the kind of body it belongs to.</summary>
    static bool Fits(Holder holder, AgencyKind kind) => holder switch
    {
        Holder.Ward => kind == AgencyKind.Ward,
        Holder.ShakyoOwnBusiness => kind == AgencyKind.Shakyo,
        Holder.ContractorForWard => kind is AgencyKind.Contractor or AgencyKind.Shakyo or AgencyKind.Private,
        Holder.Private => kind is AgencyKind.Private or AgencyKind.Contractor,
        Holder.OtherPublicBody => kind is AgencyKind.BoardOfEducation or AgencyKind.OtherPublicBody,
    };
}
