using Tsunagi.Domain.Profiles;

namespace Tsunagi.Web.Features.Profiles;

/// <content>The ward itself, its areas and districts.</content>
sealed partial class ProfileChecks
{
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

    static bool HasCheckDigit(string code)
    {
        if (code.Length != 6 || !code.All(char.IsAsciiDigit))
            return false;
        var sum = 0;
        for (var i = 0; i < 5; i++)
            sum += (code[i] - '0') * (6 - i);
        return (11 - (sum % 11)) % 10 == code[5] - '0';
    }
}
