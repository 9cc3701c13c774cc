using System.Globalization;
using System.Text.RegularExpressions;

namespace Tsunagi.Tests.Diagrams;

/// <summary>Reads the text of a genogram back into its relations.</summary>
sealed partial class TextReader
{
    const string Name = "(?:[^とはの、。（）]+|[^、。（）]+（[0-9]+番）)";

    readonly Dictionary<string, int> numbers = [];
    readonly List<string> lines = [];

    public static List<string> Relations(string text)
    {
        var reader = new TextReader();
        foreach (var line in text.Split('\n').Skip(1).Where(l => l.EndsWith('。')))
        {
            reader.Read(line);
        }

        return Diagrams.Relations.Sorted(reader.lines);
    }

    int Number(string name) => NumberIn().Match(name) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : numbers[name];

    IEnumerable<int> Numbers(string names) => names.Split('、').Select(Number);

    void Read(string line)
    {
        if (PersonLine().Match(line) is { Success: true } person)
            ReadPerson(person);
        else if (CoupleLine().Match(line) is { Success: true } couple)
            lines.Add(Diagrams.Relations.Couple([Number(couple.Groups["a"].Value), Number(couple.Groups["b"].Value)], KindOfCouple(couple.Groups["kind"].Value), couple.Groups["over"].Success, line.Contains("別居。", StringComparison.Ordinal)));
        else if (ChildLine().Match(line) is { Success: true } child)
            ReadChild(child);
        else if (TwinLine().Match(line) is { Success: true } twins)
            lines.Add(Diagrams.Relations.Twins(Numbers(twins.Groups["all"].Value), twins.Groups["one"].Success));
        else if (HomeLine().Match(line) is { Success: true } home)
            lines.Add(Diagrams.Relations.Household(Numbers(home.Groups["all"].Value)));
        else
            throw new FormatException($"A sentence that says nothing known: {line}");
    }

    void ReadPerson(Match m)
    {
        var number = int.Parse(m.Groups["number"].Value, CultureInfo.InvariantCulture);
        numbers.TryAdd(m.Groups["name"].Value, number);
        var facts = m.Groups["facts"].Value.Split('。');
        var sex = m.Groups["sex"].Value switch { "男性" => "male", "女性" => "female", _ => "unknown" };
        lines.Add(Diagrams.Relations.Person(number, sex, facts.Any(f => f.EndsWith("死亡", StringComparison.Ordinal)), facts.Contains("本人"), facts.Contains("キーパーソン")));
    }

    void ReadChild(Match m)
    {
        var parents = new[] { m.Groups["a"], m.Groups["b"] }.Where(g => g.Success).Select(g => Number(g.Value)).ToList();
        var siblings = m.Groups["siblings"] is { Success: true, Length: > 0 } g ? Numbers(g.Value) : [];
        var kind = m.Groups["kind"].Value switch { "実子" => "biological", "養子" => "adoptive", "里子" => "foster", _ => "step" };
        lines.Add(Diagrams.Relations.Child(Number(m.Groups["child"].Value), parents, siblings, kind, m.Groups["custodian"] is { Success: true } c ? Number(c.Value) : null));
    }

    static string KindOfCouple(string word) => word switch { "夫婦" => "married", "内縁" => "commonlaw", _ => "unwed" };

    [GeneratedRegex("（([0-9]+)番）$")]
    private static partial Regex NumberIn();

    [GeneratedRegex("^(?<number>[0-9]+)番、(?<name>[^。]*)。(?<sex>男性|女性|性別不明)。(?<facts>.*)$")]
    private static partial Regex PersonLine();

    [GeneratedRegex($"^(?<a>{Name})と(?<b>{Name})は(?<over>もと)?(?<kind>夫婦|内縁|婚姻関係なし)。")]
    private static partial Regex CoupleLine();

    [GeneratedRegex($"^(?<child>{Name})は(?:父母不明の|(?<a>{Name})(?:と(?<b>{Name}))?の)(?<kind>実子|養子|里子|継子)。(?:きょうだいは(?<siblings>[^。]*)。)?(?:(?<custodian>{Name})のもとにいる。)?")]
    private static partial Regex ChildLine();

    [GeneratedRegex("^(?<all>[^。]+)は(?<one>一卵性の)?(?:双子|多胎)。$")]
    private static partial Regex TwinLine();

    [GeneratedRegex("^(?<all>[^。]+)は(?:同居|ひとり暮らし)。$")]
    private static partial Regex HomeLine();
}
