using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Tests.Profiles;

/// <summary>Each kind of mistake is made in a copy of a shipped profile and must be reported where it stands.</summary>
public sealed class ProfileReaderTests : IDisposable
{
    readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("tsunagi-profile-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void A_line_of_one_step_leaves_the_act_to_whoever_does_it()
    {
        var folder = Copy("setagaya");
        Change(folder, "rules.json", "{ \"act\": \"draft\", \"post\": \"officer\" }, { \"act\": \"decide\", \"post\": \"subchief\" }", "{ \"act\": \"decide\", \"post\": \"officer\" }");
        var rules = ProfileReader.Read(folder).Required().RulesAsOf(new DateOnly(2026, 5, 1));
        Assert.False(rules.AsksDecision(Tsunagi.Domain.Decisions.DecisionKind.HandoffReturn));
        Assert.True(rules.AsksDecision(Tsunagi.Domain.Decisions.DecisionKind.PlanInterruption));

        Change(folder, "rules.json", "\"kind\": \"handoffReturn\"", "\"kind\": \"plan\"");
        Assert.Contains(ProfileReader.Read(folder).Problems, p => p.Path == "versions[0].decisionLines[4].steps");
    }

    [Theory]
    // Shape of the file.
    [InlineData("districts.json", "\"name\": \"池尻\",", "\"name\": \"池尻\", \"nmae\": \"池尻\",", "districts[0].nmae", "is not known here", "write 'name'")]
    [InlineData("districts.json", "\"name\": \"池尻\",", "\"name\": \"池尻\", \"population\": 1,", "districts[0].population", "is not known here", "known here: code, name")]
    [InlineData("districts.json", "\"name\": \"池尻\",", "", "districts[0]", "'name' is missing", "add \"name\"")]
    [InlineData("districts.json", "\"name\": \"池尻\",", "\"name\": 5,", "districts[0].name", "is the number 5", "write a text in double quotes")]
    [InlineData("districts.json", "\"name\": \"池尻\",", "\"name\": \"\",", "districts[0].name", "is an empty text", "write the text")]
    [InlineData("districts.json", "\"name\": \"池尻\",", "\"name\": \"池尻 \",", "districts[0].name", "begins or ends with a space", "remove the space")]
    [InlineData("districts.json", "\"name\": \"池尻\",", "\"name\": null,", "districts[0].name", "is null", "write \"…\"")]
    [InlineData("districts.json", "\"name\": \"池尻\",", "\"name\": \"池尻\", \"name\": \"池尻\",", "districts[0].name", "written twice in the same place", "keep one of the two")]
    [InlineData("districts.json", "\"name\": \"池尻\",", "\"name\": \"池尻\",,", "", "is not well-formed JSON", "correct the line")]
    [InlineData("rules.json", "\"monitoringMonths\": 3", "\"monitoringMonths\": 300", "versions[0].deadlines.monitoringMonths", "300 is outside", "from 1 to 24")]
    [InlineData("rules.json", "\"monitoringMonths\": 3", "\"monitoringMonths\": 2.5", "versions[0].deadlines.monitoringMonths", "is the number 2.5", "write a whole number")]
    [InlineData("rules.json", "\"enabled\": true", "\"enabled\": \"yes\"", "versions[0].notice.enabled", "is the text 'yes'", "write true or false")]
    [InlineData("rules.json", "\"deceasedMark\": \"cross\"", "\"deceasedMark\": \"circle\"", "versions[0].deceasedMark", "'circle' is not known here", "write one of cross, filled")]
    [InlineData("areas.json", "\"areas\": [", "\"areas\": 1, \"x\": [", "areas", "is the number 1", "write a list")]
    // Dates.
    [InlineData("districts.json", "\"validFrom\": \"2019-07-16\"", "\"validFrom\": \"2019-02-30\"", "districts[18].validFrom", "'2019-02-30' is not a date", "YYYY-MM-DD")]
    [InlineData("districts.json", "\"validFrom\": \"2019-07-16\"", "\"validFrom\": \"R1.7.16\"", "districts[18].validFrom", "'R1.7.16' is not a date", "YYYY-MM-DD")]
    [InlineData("districts.json", "\"validFrom\": \"2019-07-16\"", "\"validFrom\": \"2019-07-16\", \"validTo\": \"2019-07-15\"", "districts[18].validTo", "last day 2019-07-15 lies before the first day", "correct one of the two")]
    [InlineData("districts.json", "\"validFrom\": \"2019-07-16\"", "\"validFrom\": \"2015-07-16\"", "districts[18].validFrom", "before area 玉川 does (2016-07-01)", "begin on 2016-07-01 or later")]
    // References.
    [InlineData("districts.json", "\"areaCode\": \"kinuta\"", "\"areaCode\": \"kinta\"", "districts[20].areaCode", "there is no area 'kinta'", "areas.json")]
    [InlineData("districts.json", "\"splitFrom\": \"yoga\"", "\"splitFrom\": \"yooga\"", "districts[18].splitFrom", "there is no district 'yooga'", "districts.json")]
    [InlineData("organisations.json", "\"agencyCode\": \"core-disability-operator\"", "\"agencyCode\": \"nobody\"", "organisations[5].agencyCode", "there is no agency 'nobody'", "organisations.json")]
    [InlineData("organisations.json", "\"parentCode\": \"plat-home\"", "\"parentCode\": \"plat\"", "organisations[4].parentCode", "there is no organisation 'plat'", "organisations.json")]
    [InlineData("organisations.json", "\"parentCode\": \"plat-home\"", "\"parentCode\": \"link\"", "organisations[4].parentCode", "would be part of itself", "correct the parent")]
    [InlineData("organisations.json", "\"topics\": [\"hikikomori-school\", \"family-relation\"]", "\"topics\": [\"hikikomori\"]", "organisations[4].topics", "'hikikomori' is not in the code list consultation-topic", "correct or remove")]
    [InlineData("organisations.json", "\"fields\": [\"livelihood\", \"work\"]", "\"fields\": [\"work\", \"work\"]", "organisations[4].fields", "named twice", "name each once")]
    [InlineData("organisations.json", "\"areaCode\": \"setagaya\"", "\"areaCode\": \"setagaya\", \"districtCode\": \"kinuta\"", "organisations[2].areaCode", "lies in area 'kinuta', not in 'setagaya'", "correct one of the two")]
    [InlineData("meetings.json", "\"lawCode\": \"shafuku-106-6\"", "\"lawCode\": \"shafuku-1066\"", "versions[0].supportConference.lawCode", "there is no law 'shafuku-1066'", "laws.json")]
    [InlineData("rules.json", "\"kindCode\": \"spouse\"", "\"kindCode\": \"partner\"", "versions[0].urgentReports[3].kindCode", "there is no urgent report kind 'partner'", "correct the code")]
    // Duplicates and overlaps.
    [InlineData("districts.json", "\"code\": \"taishido\"", "\"code\": \"ikejiri\"", "districts[1].code", "'ikejiri' is there twice", "give it another code")]
    [InlineData("districts.json", "\"name\": \"太子堂\"", "\"name\": \"池尻\"", "districts[1].name", "'池尻' is already in force at the same time", "let the spans not overlap")]
    [InlineData("organisations.json", "\"code\": \"head.call-center\"", "\"code\": \"community-center.ikejiri\"", "patterns[0].code", "'community-center.ikejiri' is there twice", "keep one")]
    [InlineData("districts.json", "\"code\": \"taishido\"", "\"code\": \"太子堂\"", "districts[1].code", "cannot be a code", "small letters")]
    // Meaning.
    [InlineData("ward.json", "\"code\": \"131121\"", "\"code\": \"131122\"", "ward.code", "is not a 全国地方公共団体コード", "check digit")]
    [InlineData("ward.json", "\"kana\": \"せたがやく\"", "\"kana\": \"セタガヤク\"", "ward.kana", "is not hiragana", "write the reading in hiragana")]
    [InlineData("organisations.json", "\"phone\": \"03-5432-3333\"", "\"phone\": \"5432-3333\"", "organisations[1].phone", "is not a telephone number", "area code and hyphens")]
    [InlineData("organisations.json", "\"holder\": \"shakyoOwnBusiness\"", "\"holder\": \"ward\"", "organisations[9].holder", "does not fit agency 'shakyo'", "correct the holder")]
    [InlineData("organisations.json", "\"hubFrom\": \"2021-04-01\"", "\"hubFrom\": \"2011-04-01\"", "organisations[3].hubFrom", "before it exists", "not before validFrom")]
    [InlineData("organisations.json", "\"name\": \"{name}まちづくりセンター\"", "\"name\": \"{district}まちづくりセンター\"", "patterns[0].name", "'{district}' cannot be filled in", "use {code}, {name} or {areaCode}")]
    [InlineData("organisations.json", "\"shortName\": \"{name}あんすこ\",", "\"shortName\": \"{name}あんすこ\", \"except\": [\"nowhere\"],", "patterns[1].except", "'nowhere' is no district", "correct or remove")]
    [InlineData("organisations.json", "\"patterns\": [", "\"overrides\": [{ \"code\": \"childrens-hall.nowhere\" }], \"patterns\": [", "overrides[0].code", "does not come from a pattern", "one a pattern makes")]
    [InlineData("organisations.json", "\"patterns\": [", "\"overrides\": [{ \"code\": \"plat-home\" }], \"patterns\": [", "overrides[0].code", "does not come from a pattern", "change the entry under \"organisations\" itself")]
    [InlineData("meetings.json", "\"requiresConsent\": false", "\"requiresConsent\": true", "versions[0].supportConference", "works without consent", "write requiresConsent false")]
    [InlineData("meetings.json", "\"isSealed\": false", "\"isSealed\": true", "versions[0].planConference", "works under the person's consent", "isSealed false")]
    [InlineData("meetings.json", "[\"acceptance\", \"planConference\", \"planDecision\"]", "[\"acceptance\", \"planDecision\"]", "versions[0].decisionOrder", "each stage must stand in the order once", "in the ward's order")]
    [InlineData("rules.json", "\"handoffAlertDays\": 7", "\"handoffAlertDays\": 1", "versions[0].deadlines.handoffAlertDays", "would climb before it is marked", "at least handoffNoticeDays")]
    [InlineData("rules.json", "\"kind\": \"disclosure\"", "\"kind\": \"plan\"", "versions[0].decisionLines", "there is no entry for 'disclosure'", "add one")]
    [InlineData("rules.json", "{ \"act\": \"draft\", \"post\": \"officer\" }, { \"act\": \"decide\", \"post\": \"subchief\" }", "{ \"act\": \"check\", \"post\": \"officer\" }, { \"act\": \"decide\", \"post\": \"subchief\" }", "versions[0].decisionLines[4].steps", "begins with 起案", "write draft first")]
    public void A_mistake_is_reported_with_file_line_path_and_remedy(
        string file, string search, string replacement, string path, string problem, string remedy)
    {
        var folder = Copy("setagaya");
        Change(folder, file, search, replacement);

        var result = ProfileReader.Read(folder);

        Assert.Null(result.Profile);
        var found = Assert.Single(result.Problems, p => p.Path == path && p.Problem.Contains(problem, StringComparison.Ordinal));
        Assert.Equal("setagaya/" + file, found.File);
        Assert.Contains(remedy, found.Remedy, StringComparison.Ordinal);
        Assert.True(found.Line > 0, "the line is missing");
        Assert.Contains(found.ToString(), Printed(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void Districts_and_their_name_in_the_ward_file_belong_together()
    {
        var folder = Copy("setagaya");
        Change(folder, "ward.json", ", \"district\": \"地区\"", "");
        var problem = Assert.Single(ProfileReader.Read(folder).Problems);
        Assert.Equal(("setagaya/districts.json", "districts"), (problem.File, problem.Path));
        Assert.Contains("write tiers.district in ward.json", problem.Remedy, StringComparison.Ordinal);

        folder = Copy("bunkyo");
        Change(folder, "ward.json", "\"area\": \"圏域\"", "\"area\": \"圏域\", \"district\": \"地区\"");
        problem = Assert.Single(ProfileReader.Read(folder).Problems);
        Assert.Contains("remove tiers.district from ward.json", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_is_the_one_an_editor_shows()
    {
        var folder = Copy("setagaya");
        Change(folder, "districts.json", "\"areaCode\": \"kinuta\"", "\"areaCode\": \"kinta\"");
        var lines = File.ReadAllLines(Path.Combine(folder.FullName, "districts.json"));

        var problem = Assert.Single(ProfileReader.Read(folder).Problems);

        Assert.Contains("kinta", lines[problem.Line!.Value - 1], StringComparison.Ordinal);
        Assert.StartsWith($"setagaya/districts.json:{problem.Line} districts[20].areaCode: ", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_reported_not_only_the_first()
    {
        var folder = Copy("setagaya");
        Change(folder, "districts.json", "\"areaCode\": \"kinuta\"", "\"areaCode\": \"kinta\"");
        Change(folder, "districts.json", "\"validFrom\": \"2019-07-16\"", "\"validFrom\": \"soon\"");
        Change(folder, "rules.json", "\"enabled\": true", "\"enabled\": 1");
        Change(folder, "meetings.json", "\"name\": \"四者連携会議\"", "\"nam\": \"四者連携会議\"");

        var files = ProfileReader.Read(folder).Problems.Select(p => p.File).Distinct();

        Assert.Equal(["setagaya/districts.json", "setagaya/meetings.json", "setagaya/rules.json"], files);
    }

    [Fact]
    public void One_slip_is_not_reported_again_at_every_place_that_refers_to_it()
    {
        var folder = Copy("setagaya");
        Change(folder, "areas.json", "\"name\": \"砧\"", "\"name\": 3");
        Change(folder, "organisations.json", "\"name\": \"世田谷区\", \"kind\": \"ward\"", "\"name\": \"世田谷区\", \"kind\": \"city\"");

        Assert.Equal(["agencies[0].kind", "areas[3].name"], ProfileReader.Read(folder).Problems.Select(p => p.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rules_must_follow_each_other_without_overlap_or_gap()
    {
        var folder = Copy("setagaya");
        var rules = File.ReadAllText(Path.Combine(folder.FullName, "rules.json"));
        var version = Regex.Match(rules, @"\{\s+""validFrom"".*\}(?=\s+\]\s+\}\s*$)", RegexOptions.Singleline).Value;
        var later = version.Replace("2021-04-01", "2026-04-01", StringComparison.Ordinal);

        Write(folder, "rules.json", rules.Replace(version, version + "," + later, StringComparison.Ordinal));
        var overlap = Assert.Single(ProfileReader.Read(folder).Problems);
        Assert.Equal("versions[1].validFrom", overlap.Path);
        Assert.Contains("the version before still holds on 2026-04-01", overlap.Problem, StringComparison.Ordinal);
        Assert.Contains("end the version before on 2026-03-31", overlap.Remedy, StringComparison.Ordinal);

        var ended = version.Replace("\"validFrom\": \"2021-04-01\"", "\"validFrom\": \"2021-04-01\", \"validTo\": \"2026-03-30\"", StringComparison.Ordinal);
        Write(folder, "rules.json", rules.Replace(version, ended + "," + later, StringComparison.Ordinal));
        Assert.Contains("no rules hold from 2026-03-31 to 2026-03-31", Assert.Single(ProfileReader.Read(folder).Problems).Problem, StringComparison.Ordinal);

        Write(folder, "rules.json", rules.Replace(version, ended.Replace("2026-03-30", "2026-03-31", StringComparison.Ordinal) + "," + later, StringComparison.Ordinal));
        var profile = ProfileReader.Read(folder).Required();
        Assert.Equal(new DateOnly(2021, 4, 1), profile.RulesAsOf(new DateOnly(2026, 3, 31)).ValidFrom);
        Assert.Equal(new DateOnly(2026, 4, 1), profile.RulesAsOf(new DateOnly(2026, 4, 1)).ValidFrom);
    }

    [Fact]
    public void A_place_that_differs_from_the_pattern_is_written_as_an_override()
    {
        var folder = Copy("setagaya");
        Change(folder, "organisations.json", "\"patterns\": [",
            "\"overrides\": [{ \"code\": \"childrens-hall.todoroki\", \"name\": \"等々力児童館\", \"phone\": \"03-0000-0000\" }], \"patterns\": [");

        var hall = ProfileReader.Read(folder).Required().FindOrganisation("childrens-hall.todoroki")!;

        Assert.Equal(("等々力児童館", "等々力児童館", "03-0000-0000", false), (hall.Name, hall.ShortName, hall.Phone, hall.IsNamePending));
        Assert.Equal(("todoroki", "tamagawa"), (hall.DistrictCode, hall.AreaCode));
    }

    [Fact]
    public void A_missing_file_an_unknown_file_and_a_missing_folder_are_reported()
    {
        var folder = Copy("setagaya");
        File.Delete(Path.Combine(folder.FullName, "areas.json"));
        Write(folder, "distrcts.json", "{}");

        var problems = ProfileReader.Read(folder).Problems;
        Assert.Contains(problems, p => p.File == "setagaya/areas.json" && p.Problem == "the file is missing" && p.Remedy.StartsWith("add it", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.File == "setagaya/distrcts.json" && p.Problem == "is not a file of a profile");
        Assert.Equal(2, problems.Count);

        Directory.CreateDirectory(Path.Combine(folder.FullName, "code"));
        Assert.Contains(ProfileReader.Read(folder).Problems, p => p.File == "setagaya/code" && p.Remedy.EndsWith("codes, plan", StringComparison.Ordinal));

        var missing = Assert.Single(ProfileReader.Read(new DirectoryInfo(Path.Combine(_root.FullName, "nowhere"))).Problems);
        Assert.Contains("the folder does not exist", missing.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_shared_parts_every_required_list_basis_and_text_is_asked_for()
    {
        var folder = Copy("setagaya");
        Directory.Delete(Path.Combine(_root.FullName, "common"), recursive: true);

        var problems = ProfileReader.Read(folder).Problems;

        Assert.Contains(problems, p => p is { File: "setagaya/codes", Problem: "the code list 'consultation-topic' is missing" });
        Assert.Contains(problems, p => p is { File: "setagaya/texts.json", Problem: "the text 'penalty' is missing" });
        Assert.Contains(problems, p => p is { File: "setagaya/legal-bases.json", Problem: "the legal basis 'consent' is missing" });
        Assert.Contains(problems, p => p.File == "setagaya/codes/issue.json" && p.Problem == "there is no shared list 'issue' to extend");
    }

    [Fact]
    public void Code_lists_are_checked_too_and_a_wards_own_list_replaces_the_shared_one()
    {
        var folder = Copy("setagaya");
        Write(folder, "codes/note-form.json", """
            { "lists": [ { "code": "note-form", "name": "記録の書き方", "version": 2, "validFrom": "2026-04-01", "items": [
              { "code": "free", "name": "自由記載" },
              { "code": "old", "name": "旧様式", "validTo": "2026-03-31" } ] } ] }
            """);
        var list = ProfileReader.Read(folder).Required().CodeList("note-form");
        Assert.Equal(["自由記載"], list.ItemsAsOf(new DateOnly(2026, 4, 1)).Select(i => i.Name));
        Assert.Equal("旧様式", list.NameOf("old"));

        Change(folder, "codes/note-form.json", "\"code\": \"old\"", "\"code\": \"free\"");
        Change(folder, "codes/note-form.json", "\"name\": \"旧様式\", \"validTo\"", "\"name\": \"自由記載\", \"validTo\"");
        var problems = ProfileReader.Read(folder).Problems;
        Assert.Equal(["lists[0].items[1].code", "lists[0].items[1].name"], problems.Select(p => p.Path).Order(StringComparer.Ordinal));
        Assert.All(problems, p => Assert.Equal("setagaya/codes/note-form.json", p.File));
    }

    [Fact]
    public void A_list_a_text_or_a_law_nobody_uses_or_knows_is_reported()
    {
        var folder = Copy("setagaya");
        Change(folder, "codes/issue.json", "\"code\": \"issue\"", "\"code\": \"isue\"");
        Change(folder, "codes/issue.json", "\"extends\": true,", "");
        Write(folder, "texts.json", """
            { "texts": [ { "code": "penalties", "name": "罰則", "body": "文", "validFrom": "2026-04-01", "needsConfirmation": true } ] }
            """);
        Write(folder, "legal-bases.json", """
            { "legalBases": [ { "code": "consent", "name": "同意", "lawCodes": ["nowhere"], "holders": [], "explanation": "例", "requiresReason": false, "isConfirmed": false, "validFrom": "2026-04-01" } ] }
            """);

        var problems = ProfileReader.Read(folder).Problems;

        Assert.Equal(
            ["setagaya/codes/issue.json lists[0].code", "setagaya/legal-bases.json legalBases[0].holders", "setagaya/legal-bases.json legalBases[0].lawCodes", "setagaya/texts.json texts[0].code"],
            problems.Select(p => p.File + " " + p.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_with_a_byte_order_mark_is_read_and_one_in_another_encoding_is_not()
    {
        var folder = Copy("setagaya");
        var path = Path.Combine(folder.FullName, "areas.json");
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Empty(ProfileReader.Read(folder).Problems);

        File.WriteAllBytes(path, [.. Encoding.UTF8.GetBytes("{ \"areas\": [ { \"code\": \"a\", \"name\": \""), 0x8d, 0xd3, .. Encoding.UTF8.GetBytes("\" } ] }")]);
        Assert.Contains(ProfileReader.Read(folder).Problems, p => p.File == "setagaya/areas.json" && p.Remedy.Contains("UTF-8", StringComparison.Ordinal));
    }

    [Fact]
    public void No_mistake_of_any_kind_at_any_place_makes_the_reader_fall_over()
    {
        // A sample of all places in all files: the value there taken away, or replaced by one of another kind.
        var folder = Copy("setagaya");
        var reads = 0;
        foreach (var file in folder.EnumerateFiles("*.json", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file.FullName);
            var count = Places(JsonNode.Parse(text)!).Count();
            for (var i = 0; i < count; i += 1 + (count / 10))
            {
                foreach (var wrong in new Func<JsonNode?>[] { () => null, () => 7, () => "７", () => new JsonArray(), () => new JsonObject() })
                {
                    var root = JsonNode.Parse(text)!;
                    Places(root).ElementAt(i).ReplaceWith(wrong());
                    File.WriteAllText(file.FullName, root.ToJsonString());
                    var result = ProfileReader.Read(folder);
                    Assert.True(result.Profile is null == result.Problems.Count > 0);
                    Assert.All(result.Problems, p => Assert.False(p.Problem.Length == 0 || p.Remedy.Length == 0));
                    reads++;
                }
            }

            File.WriteAllText(file.FullName, text);
        }

        Assert.True(reads > 300, $"only {reads} mistakes were tried");
        Assert.Empty(ProfileReader.Read(folder).Problems);
    }

    static IEnumerable<JsonNode> Places(JsonNode node)
    {
        var inner = node switch
        {
            JsonObject o => o.Where(p => p.Key != "$schema").Select(p => p.Value!),
            JsonArray a => a.Select(i => i!),
            _ => [],
        };
        return inner.SelectMany(i => Places(i).Prepend(i));
    }

    [Fact]
    public void Nothing_but_the_profile_and_the_shared_folder_is_named_in_messages()
    {
        var folder = Copy("setagaya");
        Change(folder, "districts.json", "\"areaCode\": \"kinuta\"", "\"areaCode\": \"kinta\"");

        Assert.DoesNotContain(_root.FullName, Printed(folder), StringComparison.Ordinal);
    }

    static string Printed(DirectoryInfo folder)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(1, ProfileCheckVerb.Run(folder, output, error));
        Assert.Empty(output.ToString());
        return error.ToString();
    }

    DirectoryInfo Copy(string name)
    {
        foreach (var part in new[] { name, ProfileFolder.Common })
        {
            var from = ProfileFolder.Find(part);
            foreach (var file in from.EnumerateFiles("*.json", SearchOption.AllDirectories))
            {
                var to = Path.Combine(_root.FullName, part, Path.GetRelativePath(from.FullName, file.FullName));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                file.CopyTo(to, overwrite: true);
            }
        }

        return new DirectoryInfo(Path.Combine(_root.FullName, name));
    }

    static void Change(DirectoryInfo folder, string file, string search, string replacement)
    {
        var path = Path.Combine(folder.FullName, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(search, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} no longer contains {search}");
        File.WriteAllText(path, string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + search.Length)));
    }

    static void Write(DirectoryInfo folder, string file, string text) => File.WriteAllText(Path.Combine(folder.FullName, file), text);
}
