using System.Globalization;
using System.Text.RegularExpressions;
using Tsunagi.Domain.Profiles;
using CodeListCodes = Tsunagi.Domain.Profiles.CodeLists;

namespace Tsunagi.Web.Features.Profiles;

/// <summary>What must hold between the parts of a profile: references, dates, and each required entry once.</summary>
sealed partial class ProfileChecks(ProfileSource source, ICollection<ProfileProblem> problems)
{
    readonly RecordBinder _binder = source.Binder;

    public void Ward(WardFile file)
    {
        if (!HasCheckDigit(file.Ward.Code))
            Report(file.Ward, "code", $"'{file.Ward.Code}' is not a 全国地方公共団体コード", "write all six digits, the last of which is the check digit");
        Hiragana(file.Ward, "kana", file.Ward.Kana);
        Once(file.ProgrammeStarts, s => $"{Word(s.Part)} at stage {Word(s.Stage)} for {s.Scope}", "part");
    }

    public void Areas(IReadOnlyList<Area> areas)
    {
        if (areas.Count == 0)
            problems.Add(new ProfileProblem(source.NameOf("areas.json"), null, "areas", "there is no area", "add at least one"));
        Codes(areas, a => a.Code);
        NamesInTime(areas, a => a.Name, a => a.ValidFrom, a => a.ValidTo);
        foreach (var area in areas)
        {
            Span(area, area.ValidFrom, area.ValidTo);
            Hiragana(area, "kana", area.Kana);
        }
    }

    public void Districts(WardFile? ward, IReadOnlyList<Area> areas, IReadOnlyList<District> districts)
    {
        var file = source.NameOf("districts.json");
        if (ward is { Tiers.HasDistricts: true } && districts.Count == 0 && !source.CodesWritten("districts.json", "districts").Any())
            problems.Add(new ProfileProblem(file, null, "districts", "the ward names its districts in ward.json, but there are none", "add them, or remove tiers.district from ward.json"));
        if (ward is { Tiers.HasDistricts: false } && districts.Count > 0)
            problems.Add(new ProfileProblem(file, null, "districts", "there are districts, but ward.json does not name them", "write tiers.district in ward.json, or remove the file"));

        Codes(districts, d => d.Code);
        NamesInTime(districts, d => d.Name, d => d.ValidFrom, d => d.ValidTo);
        var known = source.CodesWritten("areas.json", "areas").ToHashSet();
        var codes = source.CodesWritten("districts.json", "districts").ToHashSet();
        foreach (var district in districts)
        {
            Span(district, district.ValidFrom, district.ValidTo);
            Hiragana(district, "kana", district.Kana);
            Known(district, "areaCode", district.AreaCode, known, "area", "areas.json");
            if (areas.FirstOrDefault(a => a.Code == district.AreaCode) is { } area)
                Within(district, district.ValidFrom, district.ValidTo, area.ValidFrom, area.ValidTo, "area " + area.Name);
            if (district.SplitFrom is { } from)
            {
                Known(district, "splitFrom", from, codes, "district", "districts.json");
                if (from == district.Code)
                    Report(district, "splitFrom", "a district cannot be split from itself", "name the district it was part of before");
            }
        }
    }

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

    public void Laws(IReadOnlyList<LawReference> laws) => Codes(laws, l => l.Code);

    public void LegalBases(IReadOnlyList<LegalBasisEntry> bases, IReadOnlyList<LawReference> laws)
    {
        Codes(bases, b => b.Code);
        foreach (var b in bases)
        {
            Span(b, b.ValidFrom, b.ValidTo);
            foreach (var law in b.LawCodes)
                Known(b, "lawCodes", law, [.. laws.Select(l => l.Code)], "law", "laws.json");
            if (b.LawCodes.Count == 0)
                Report(b, "lawCodes", "no law is named", "name at least one law of laws.json");
            if (b.Holders.Count == 0)
                Report(b, "holders", "no kind of holder may rest on this basis", "name at least one, or remove the basis");
            if (b.Holders.Distinct().Count() != b.Holders.Count)
                Report(b, "holders", "a kind of holder is named twice", "name each once");
        }

        Required(Tsunagi.Domain.Profiles.LegalBases.Required, bases.Select(b => b.Code), "legal-bases.json", "legalBases", "legal basis");
    }

    public void Texts(IReadOnlyList<ProfileText> texts)
    {
        foreach (var text in texts)
        {
            Code(text, text.Code);
            if (!ProfileTexts.Required.Contains(text.Code))
                Report(text, "code", $"the program shows no text '{text.Code}'", "write one of " + string.Join(", ", ProfileTexts.Required));
            Span(text, text.ValidFrom, text.ValidTo);
        }

        foreach (var versions in texts.GroupBy(t => t.Code))
            Follow([.. versions], t => t.ValidFrom, t => t.ValidTo, $"text '{versions.Key}'");
        Required(ProfileTexts.Required, texts.Select(t => t.Code), "texts.json", "texts", "text");
    }

    public void CodeLists(IReadOnlyList<CodeList> lists)
    {
        Codes(lists, l => l.Code);
        foreach (var list in lists)
        {
            if (!CodeListCodes.Required.Contains(list.Code))
                Report(list, "code", $"the program uses no code list '{list.Code}'", "write one of " + string.Join(", ", CodeListCodes.Required));
            if (list.Items.Count == 0)
                Report(list, "items", $"list '{list.Code}' is empty", "add its items");
            Codes(list.Items, i => i.Code);
            NamesInTime(list.Items, i => i.Name, i => i.ValidFrom, i => i.ValidTo);
            foreach (var item in list.Items)
            {
                Span(item, item.ValidFrom, item.ValidTo);
                if (item.SortOrder < 0)
                    Report(item, "sortOrder", "is below zero", "write a number above zero, or leave it out");
            }
        }

        Required(CodeListCodes.Required, lists.Select(l => l.Code), "codes", "lists", "code list");
    }

    public void Meetings(IReadOnlyList<MeetingRules> versions, IReadOnlyList<LawReference> laws)
    {
        AtLeastOne(versions, "meetings.json");
        Follow(versions, v => v.ValidFrom, v => v.ValidTo, "meeting rules");
        foreach (var v in versions)
        {
            Span(v, v.ValidFrom, v.ValidTo);
            foreach (var conference in new[] { v.SupportConference, v.PlanConference })
            {
                Law(conference, conference.LawCode, laws);
                if (conference.Powers.Count == 0 || conference.Powers.Distinct().Count() != conference.Powers.Count)
                    Report(conference, "powers", "the powers are empty or named twice", "name each power once");
            }

            if (v.SupportConference.RequiresConsent || !v.SupportConference.IsSealed || v.SupportConference.IsPublic)
                Report(v.SupportConference, null, "a 支援会議 works without consent, sealed and not in public (社会福祉法106条の6)", "write requiresConsent false, isSealed true, isPublic false");
            if (!v.PlanConference.RequiresConsent || v.PlanConference.IsSealed)
                Report(v.PlanConference, null, "a 重層的支援会議 works under the person's consent", "write requiresConsent true and isSealed false");
            if (v.DecisionOrder.Count != Enum.GetValues<DecisionStage>().Length || v.DecisionOrder.Distinct().Count() != v.DecisionOrder.Count)
                Report(v, "decisionOrder", "each stage must stand in the order once", "write " + string.Join(", ", RecordShape.WordsOf(typeof(DecisionStage))) + " in the ward's order");
            Codes(v.CommunityMeetings, m => m.Code);
            Code(v.GapMeeting, v.GapMeeting.Code);
        }
    }

    public void Rules(IReadOnlyList<WardRules> versions, IReadOnlyList<LawReference> laws, IReadOnlyList<CodeList> lists)
    {
        AtLeastOne(versions, "rules.json");
        Follow(versions, v => v.ValidFrom, v => v.ValidTo, "rules");
        var reportKinds = lists.FirstOrDefault(l => l.Code == CodeListCodes.UrgentReportKind)?.Items.Select(i => i.Code).ToArray();
        foreach (var v in versions)
        {
            Span(v, v.ValidFrom, v.ValidTo);
            Each(v, "decisionLines", v.DecisionLines, l => l.Kind);
            Each(v, "retention", v.Retention, r => r.Record);
            Each(v, "forms", v.Forms, f => f.Kind);
            Once(v.Hub.Criteria, c => c.Code, "code");
            Once(v.Hub.Criteria, c => c.Mark, "mark");
            if (v.Hub.Criteria.Count == 0)
                Report(v.Hub, "criteria", "the hub has no criterion", "write the ward's criteria");
            if (v.Deadlines.HandoffAlertDays < v.Deadlines.HandoffNoticeDays)
                Report(v.Deadlines, "handoffAlertDays", "a handoff would climb before it is marked", "write at least handoffNoticeDays");
            if (v.Deadlines.IncidentFinalMaliciousDays < v.Deadlines.IncidentFinalDays)
                Report(v.Deadlines, "incidentFinalMaliciousDays", "is shorter than incidentFinalDays", "write at least as many days");
            if (v.Ages.MinorConsentAge > v.Ages.AdultAge)
                Report(v.Ages, "minorConsentAge", "is above the age of majority", "write at most adultAge");
            foreach (var line in v.DecisionLines)
                Steps(line);
            foreach (var report in v.UrgentReports)
            {
                Law(report, report.LawCode, laws);
                if (report.Recipients.Count == 0)
                    Report(report, "recipients", "nobody receives the report", "name the recipients by category");
                if (reportKinds is not null)
                    Known(report, "kindCode", report.KindCode, reportKinds, "urgent report kind", "the code list " + CodeListCodes.UrgentReportKind);
            }

            Once(v.UrgentReports, r => r.KindCode, "kindCode");
            foreach (var kind in (reportKinds ?? []).Except(v.UrgentReports.Select(r => r.KindCode)))
                Report(v, "urgentReports", $"there is no rule for urgent report kind '{kind}'", "add one");
        }
    }

    void Steps(DecisionLine line)
    {
        var acts = line.Steps.Select(s => s.Act).ToArray();
        if (acts.Length < 2 || acts[0] != DecisionAct.Draft || acts[^1] != DecisionAct.Decide
            || acts.Count(a => a == DecisionAct.Draft) != 1 || acts.Count(a => a == DecisionAct.Decide) != 1)
            Report(line, "steps", "a line begins with 起案 and ends with 決裁, each once", "write draft first, then any check, then decide");
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

    /// <summary>Versions follow each other without overlap and without a day between.</summary>
    void Follow<T>(IReadOnlyList<T> versions, Func<T, DateOnly> from, Func<T, DateOnly?> to, string what)
        where T : class
    {
        var ordered = versions.OrderBy(from).ToArray();
        for (var i = 1; i < ordered.Length; i++)
        {
            var end = to(ordered[i - 1]);
            var start = from(ordered[i]);
            if (end is null || end >= start)
                Report(ordered[i], "validFrom", $"the {what} overlap: the version before still holds on {Day(start)}", $"end the version before on {Day(start.AddDays(-1))} with \"validTo\"");
            else if (end.Value.AddDays(1) != start)
                Report(ordered[i], "validFrom", $"no {what} hold from {Day(end.Value.AddDays(1))} to {Day(start.AddDays(-1))}", "let the versions follow each other without a gap");
        }
    }

    void NamesInTime<T>(IReadOnlyList<T> entries, Func<T, string> name, Func<T, DateOnly?> from, Func<T, DateOnly?> to)
        where T : class
    {
        foreach (var group in entries.GroupBy(name).Where(g => g.Count() > 1))
        {
            var same = group.ToArray();
            for (var i = 1; i < same.Length; i++)
            {
                var later = same[i];
                if (same.Take(i).Any(e => Validity.Overlap(from(e), to(e), from(later), to(later))))
                    Report(later, "name", $"'{group.Key}' is already in force at the same time", "change the name, or let the spans not overlap (validFrom, validTo)");
            }
        }
    }

    void Codes<T>(IReadOnlyList<T> entries, Func<T, string> code)
        where T : class
    {
        foreach (var entry in entries)
            Code(entry, code(entry));
        Once(entries, code, "code");
    }

    void Code(object entry, string code)
    {
        if (!CodeForm().IsMatch(code))
            Report(entry, "code", $"'{code}' cannot be a code", "use small letters, digits, '-' and '.', beginning and ending with a letter or digit");
    }

    void Once<T>(IEnumerable<T> entries, Func<T, string> key, string property)
        where T : class
    {
        var seen = new HashSet<string>();
        foreach (var entry in entries)
        {
            if (!seen.Add(key(entry)))
                Report(entry, property, $"'{key(entry)}' is there twice", "keep one, or give it another " + property);
        }
    }

    void Each<T, TKey>(WardRules rules, string property, IReadOnlyList<T> entries, Func<T, TKey> key)
        where T : class
        where TKey : struct, Enum
    {
        Once(entries, e => Word(key(e)), property);
        foreach (var missing in Enum.GetValues<TKey>().Except(entries.Select(key)))
            Report(rules, property, $"there is no entry for '{Word(missing)}'", "add one");
    }

    void Required(IReadOnlyList<string> required, IEnumerable<string> present, string file, string path, string what)
    {
        foreach (var code in required.Except(present))
            problems.Add(new ProfileProblem(source.NameOf(file), null, path, $"the {what} '{code}' is missing", "add it here or to the shared parts"));
    }

    void AtLeastOne<T>(IReadOnlyList<T> versions, string file)
    {
        if (versions.Count == 0)
            problems.Add(new ProfileProblem(source.NameOf(file), null, "versions", "there is no version", "add the one in force"));
    }

    void Span(object entry, DateOnly? from, DateOnly? to)
    {
        if (from is { } f && to is { } t && t < f)
            Report(entry, "validTo", $"the last day {Day(t)} lies before the first day {Day(f)}", "correct one of the two");
    }

    void Within(object entry, DateOnly from, DateOnly? to, DateOnly outerFrom, DateOnly? outerTo, string outer)
    {
        if (from < outerFrom)
            Report(entry, "validFrom", $"begins on {Day(from)}, before {outer} does ({Day(outerFrom)})", $"begin on {Day(outerFrom)} or later");
        if (outerTo is { } end && (to is null || to > end))
            Report(entry, "validTo", $"goes on after {outer} ended on {Day(end)}", $"end on {Day(end)} or earlier");
    }

    void Known(object entry, string property, string? code, IReadOnlyCollection<string> known, string what, string where)
    {
        if (code is not null && !known.Contains(code))
            Report(entry, property, $"there is no {what} '{code}'", $"correct the code, or add the {what} to {where}");
    }

    void InList(object entry, string property, IReadOnlyList<string> codes, IReadOnlyList<CodeList> lists, string list)
    {
        if (lists.FirstOrDefault(l => l.Code == list) is not { } known)
            return;
        foreach (var code in codes.Where(c => known.Find(c) is null))
            Report(entry, property, $"'{code}' is not in the code list {list}", "correct or remove the code");
        if (codes.Distinct().Count() != codes.Count)
            Report(entry, property, "a code is named twice", "name each once");
    }

    void Law(object entry, string code, IReadOnlyList<LawReference> laws) =>
        Known(entry, "lawCode", code, [.. laws.Select(l => l.Code)], "law", "laws.json");

    void Phone(object entry, string property, string? number)
    {
        if (number is not null && !PhoneForm().IsMatch(number))
            Report(entry, property, $"'{number}' is not a telephone number", "write it with area code and hyphens in plain digits, such as 03-5432-2914");
    }

    void Hiragana(object entry, string property, string? kana)
    {
        if (kana is not null && !HiraganaForm().IsMatch(kana))
            Report(entry, property, $"'{kana}' is not hiragana", "write the reading in hiragana");
    }

    static bool HasCheckDigit(string code)
    {
        if (code.Length != 6 || !code.All(char.IsAsciiDigit))
            return false;
        var sum = 0;
        for (var i = 0; i < 5; i++)
            sum += (code[i] - '0') * (6 - i);
        return (11 - (sum % 11)) % 10 == code[5] - '0';
    }

    void Report(object entry, string? property, string problem, string remedy) =>
        problems.Add(_binder.Origin(entry, property).Problem(problem, remedy));

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    [GeneratedRegex(@"^[a-z0-9]+(?:[.-][a-z0-9]+)*$")]
    private static partial Regex CodeForm();

    [GeneratedRegex(@"^0\d{1,4}-\d{1,4}-\d{3,4}$")]
    private static partial Regex PhoneForm();

    [GeneratedRegex(@"^[\u3041-\u3096ー・ ]+$")]
    private static partial Regex HiraganaForm();
}
