using Tsunagi.Domain.Profiles;

namespace Tsunagi.Web.Features.Profiles;

/// <summary>
/// プロファイルの読み取り: reads a profile's folder and the shared parts beside it, strictly. All problems are collected,
/// not only the first. Reads nothing but the two folders.
/// </summary>
public static class ProfileReader
{
    static readonly string[] SharedFiles = ["laws.json", "legal-bases.json", "texts.json"];

    static readonly string[] WardFiles =
        ["ward.json", "areas.json", "districts.json", "organisations.json", "meetings.json", "rules.json", .. SharedFiles];

    // Each folder has one reader: codes this one, plan the one of plan measures and indicators.
    static readonly string[] Folders = ["codes", "plan"];

    /// <summary>Reads the profile in the folder. Shared parts are taken from <c>common</c> beside it, if there is one.</summary>
    public static ProfileReadResult Read(DirectoryInfo folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!folder.Exists)
        {
            var known = ProfileFolder.Names();
            return ProfileReadResult.Refused([new ProfileProblem(
                folder.Name, null, "", "the folder does not exist",
                known.Count == 0 ? "name a folder that holds ward.json" : "name a profile's folder; shipped are " + string.Join(", ", known))]);
        }

        var problems = new List<ProfileProblem>();
        var source = new ProfileSource(folder, problems);
        source.RefuseUnknown(WardFiles, SharedFiles, Folders);

        var ward = source.Read<WardFile>("ward.json");
        var areas = source.Read<AreasFile>("areas.json");
        var districts = source.Has("districts.json") ? source.Read<DistrictsFile>("districts.json") : new DistrictsFile([]);
        var organisations = source.Read<OrganisationsFile>("organisations.json");
        var meetings = source.Read<MeetingsFile>("meetings.json");
        var rules = source.Read<RulesFile>("rules.json");
        var laws = source.ReadShared<LawsFile, LawReference>("laws.json", f => f.Laws, l => l.Code);
        var legalBases = source.ReadShared<LegalBasesFile, LegalBasisEntry>("legal-bases.json", f => f.LegalBases, b => b.Code);
        var texts = source.ReadShared<TextsFile, ProfileText>("texts.json", f => f.Texts, t => t.Code);
        var codeLists = source.ReadCodeLists();

        var expansion = new OrganisationExpansion(source.Binder, problems);
        if (organisations is not null && areas is not null && districts is not null)
            expansion.Expand(organisations, areas.Areas, districts.Districts);

        var checks = new ProfileChecks(source, problems);
        if (ward is not null)
            checks.Ward(ward);
        if (areas is not null)
            checks.Areas(areas.Areas);
        if (areas is not null && districts is not null)
            checks.Districts(ward, areas.Areas, districts.Districts);
        if (ward is not null && organisations is not null && areas is not null && districts is not null)
            checks.Organisations(ward, areas.Areas, districts.Districts, organisations, expansion, codeLists);
        checks.Laws(laws);
        checks.LegalBases(legalBases, laws);
        checks.Texts(texts);
        checks.CodeLists(codeLists);
        if (meetings is not null)
            checks.Meetings(meetings.Versions, laws);
        if (rules is not null)
            checks.Rules(rules.Versions, laws, codeLists, expansion.Agencies);

        if (problems.Count > 0)
            return ProfileReadResult.Refused(problems);
        return ProfileReadResult.Ok(new WardProfile(
            folder.Name, ward!.Ward, ward.Tiers, ward.DeskModel, ward.ProgrammeStarts,
            areas!.Areas, districts!.Districts, expansion.Agencies, expansion.Organisations,
            meetings!.Versions, rules!.Versions, legalBases, laws, texts, codeLists));
    }
}
