using System.Text.RegularExpressions;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;

namespace Tsunagi.Web.Features.Profiles;

/// <summary>Turns the written-out organisations, the patterns and their overrides into one directory.</summary>
sealed partial class OrganisationExpansion(RecordBinder binder, ICollection<ProfileProblem> problems)
{
    readonly List<Agency> _agencies = [];
    readonly List<OrganisationEntry> _organisations = [];

    public IReadOnlyList<Agency> Agencies => _agencies;

    public IReadOnlyList<OrganisationEntry> Organisations => _organisations;

    public void Expand(OrganisationsFile file, IReadOnlyList<Area> areas, IReadOnlyList<District> districts)
    {
        var places = new Dictionary<PatternTier, Place[]>
        {
            [PatternTier.Area] = [.. areas.Select(a => new Place(a.Code, a.Name, a.Code, null, a.ValidFrom, a.ValidTo))],
            [PatternTier.District] = [.. districts.Select(d => new Place(d.Code, d.Name, d.AreaCode, d.Code, d.ValidFrom, d.ValidTo))],
        };

        _agencies.AddRange(file.Agencies);
        foreach (var pattern in file.AgencyPatterns ?? [])
        {
            if (RefuseUnknownPlaceholders(pattern, ("code", pattern.Code), ("name", pattern.Name)))
                continue;
            foreach (var place in places[pattern.ForEach])
                Add(_agencies, new Agency(place.Fill(pattern.Code), place.Fill(pattern.Name), pattern.Kind, pattern.IsNamePending, pattern.Source), pattern);
        }

        foreach (var written in file.Organisations)
            Add(_organisations, Entry(written), written);
        foreach (var pattern in file.Patterns ?? [])
            Expand(pattern, places[pattern.ForEach]);
        foreach (var change in file.Overrides ?? [])
            Override(change, file);
    }

    void Expand(OrganisationPattern pattern, Place[] places)
    {
        if (RefuseUnknownPlaceholders(
            pattern, ("code", pattern.Code), ("name", pattern.Name), ("shortName", pattern.ShortName), ("agencyCode", pattern.AgencyCode), ("parentCode", pattern.ParentCode)))
            return;
        foreach (var code in (pattern.Except ?? []).Where(e => !Array.Exists(places, p => p.Code == e)))
            problems.Add(binder.Origin(pattern, "except").Problem($"'{code}' is no {PlaceWord(pattern.ForEach)}", "correct or remove the code"));

        foreach (var place in places.Where(p => !(pattern.Except ?? []).Contains(p.Code)))
        {
            // A desk lives no longer than the place it serves.
            var from = pattern.ValidFrom > place.ValidFrom ? pattern.ValidFrom : place.ValidFrom;
            var to = Earlier(pattern.ValidTo, place.ValidTo);
            if (to < from)
                continue;
            var name = place.Fill(pattern.Name);
            Add(_organisations, new OrganisationEntry(
                place.Fill(pattern.Code), name, pattern.ShortName is null ? name : place.Fill(pattern.ShortName), pattern.Kind,
                place.Fill(pattern.AgencyCode), pattern.Holder, from, to,
                pattern.ParentCode is null ? null : place.Fill(pattern.ParentCode), place.AreaCode, place.DistrictCode,
                pattern.IsWelfareDesk, pattern.IsFourParty, pattern.IsHub, pattern.HubFrom, pattern.AcceptsHandoffs, pattern.AcceptsAnyTopic,
                pattern.Topics ?? [], pattern.Fields ?? [], pattern.ReceivesReports ?? [], null, null, pattern.IsNamePending, pattern.Source, pattern.Note), pattern);
        }
    }

    void Override(OrganisationOverride change, OrganisationsFile file)
    {
        var index = _organisations.FindIndex(o => o.Code == change.Code);
        if (index < 0 || file.Organisations.Any(o => o.Code == change.Code))
        {
            problems.Add(binder.Origin(change, "code").Problem(
                $"'{change.Code}' does not come from a pattern",
                index < 0 ? "correct the code to one a pattern makes" : "change the entry under \"organisations\" itself"));
            return;
        }

        var was = _organisations[index];
        var now = was with
        {
            Name = change.Name ?? was.Name,
            ShortName = change.ShortName ?? change.Name ?? was.ShortName,
            AgencyCode = change.AgencyCode ?? was.AgencyCode,
            Holder = change.Holder ?? was.Holder,
            ValidFrom = change.ValidFrom ?? was.ValidFrom,
            ValidTo = change.ValidTo ?? was.ValidTo,
            Phone = change.Phone ?? was.Phone,
            Fax = change.Fax ?? was.Fax,
            Source = change.Source ?? was.Source,
            Note = change.Note ?? was.Note,
            IsNamePending = was.IsNamePending && change.Name is null,
        };
        binder.Derive(now, change);
        _organisations[index] = now;
    }

    static OrganisationEntry Entry(OrganisationInFile o) => new(
        o.Code, o.Name, o.ShortName ?? o.Name, o.Kind, o.AgencyCode, o.Holder, o.ValidFrom, o.ValidTo, o.ParentCode, o.AreaCode,
        o.DistrictCode, o.IsWelfareDesk, o.IsFourParty, o.IsHub, o.HubFrom, o.AcceptsHandoffs, o.AcceptsAnyTopic, o.Topics ?? [],
        o.Fields ?? [], o.ReceivesReports ?? [], o.Phone, o.Fax, o.IsNamePending, o.Source, o.Note);

    void Add<T>(List<T> list, T made, object from)
        where T : class
    {
        binder.Derive(made, from);
        list.Add(made);
    }

    bool RefuseUnknownPlaceholders(object pattern, params (string Property, string? Value)[] values)
    {
        var refused = false;
        foreach (var (property, value) in values)
        {
            foreach (var word in Placeholder().Matches(value ?? "").Select(m => m.Value).Where(w => w is not ("{code}" or "{name}" or "{areaCode}")))
            {
                problems.Add(binder.Origin(pattern, property).Problem($"'{word}' cannot be filled in", "use {code}, {name} or {areaCode}"));
                refused = true;
            }
        }

        return refused;
    }

    static string PlaceWord(PatternTier tier) => tier == PatternTier.Area ? "area" : "district";

    static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null ? b : b is null || a < b ? a : b;

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex Placeholder();

    sealed record Place(string Code, string Name, string AreaCode, string? DistrictCode, DateOnly ValidFrom, DateOnly? ValidTo)
    {
        public string Fill(string text) => text
            .Replace("{code}", Code, StringComparison.Ordinal)
            .Replace("{name}", Name, StringComparison.Ordinal)
            .Replace("{areaCode}", AreaCode, StringComparison.Ordinal);
    }
}
