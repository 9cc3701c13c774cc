using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Tsunagi.Diagrams.Ecomaps;

namespace Tsunagi.Tests.Diagrams;

/// <summary>What an ecomap says, as plain lines: read from the data, from the picture and from the text, each by its own way.</summary>
static partial class EcomapRelations
{
    const string Name = "(?:[^とはの、。（）]+|[^、。（）]+（[0-9]+番）)";

    public static List<string> OfData(Network network)
    {
        var number = Numbers(network);
        return Sorted([
            .. Middle(number[network.Id], network.Members.Select(m => number[m.Id])),
            .. network.Nodes.Select(n => Node(number[n.Id], n.Kind.ToString())),
            .. network.Ties.Select(t => Tie(number[t.A], number[t.B], t.Strength.ToString(), t.IsStressful, t.Direction.ToString()))]);
    }

    /// <summary>From the SVG alone, and the order of the network to number what is in it.</summary>
    public static List<string> OfPicture(string svg, Network network)
    {
        var number = Numbers(network);
        var groups = XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName == "g").ToList();
        string? Data(XElement g, string name) => g.Attribute("data-" + name)?.Value;
        List<int> Ids(XElement g, string name) => [.. Data(g, name)!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => number[id])];
        return Sorted([
            .. groups.Where(g => Data(g, "household") is not null).SelectMany(g => Middle(number[Data(g, "household")!], Ids(g, "members"))),
            .. groups.Where(g => Data(g, "node") is not null).Select(g => Node(number[Data(g, "node")!], Data(g, "kind")!)),
            .. groups.Where(g => Data(g, "tie") is not null).Select(g => Tie(Ids(g, "tie")[0], Ids(g, "tie")[1], Data(g, "strength")!, Data(g, "stress") == "true", Data(g, "direction")!))]);
    }

    public static List<string> OfText(string text)
    {
        var numbers = new Dictionary<string, int>();
        var lines = new List<string>();
        var inside = new List<int>();
        foreach (var line in text.Split('\n').Skip(1).Where(l => l.EndsWith('。')))
        {
            if (Entry().Match(line) is { Success: true } entry)
            {
                var number = int.Parse(entry.Groups["number"].Value, CultureInfo.InvariantCulture);
                numbers.TryAdd(entry.Groups["name"].Value, number);
                if (entry.Groups["kind"].Success)
                    lines.Add(Node(number, entry.Groups["kind"].Value switch { "人" => "person", "機関" => "agency", _ => "place" }));
                else
                    inside.Add(number);
            }
            else
                lines.Add(ReadTie(line, name => NumberIn().Match(name) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : numbers[name]));
        }

        return Sorted([.. Middle(inside[0], inside.Skip(1)), .. lines]);
    }

    static string ReadTie(string line, Func<string, int> numberOf)
    {
        var tie = TieLine().Match(line);
        if (!tie.Success)
            throw new FormatException($"A sentence that says nothing known: {line}");
        var (a, b) = (numberOf(tie.Groups["a"].Value), numberOf(tie.Groups["b"].Value));
        var strength = tie.Groups["strength"].Value switch { "強い" => "strong", "弱い" => "weak", _ => "ordinary" };
        var direction = tie.Groups["both"].Success ? "both" : !tie.Groups["from"].Success ? "none" : numberOf(tie.Groups["from"].Value) == a ? "forth" : "back";
        return Tie(a, b, strength, tie.Groups["stress"].Success, direction);
    }

    static Dictionary<string, int> Numbers(Network network) =>
        network.Members.Select(m => m.Id).Prepend(network.Id).Concat(network.Nodes.Select(n => n.Id)).Index().ToDictionary(x => x.Item, x => x.Index + 1);

    static IEnumerable<string> Middle(int household, IEnumerable<int> members) => members.Select(m => $"member {m} of {household}").Prepend($"middle {household}");

    static string Node(int number, string kind) => $"node {number} {kind.ToLowerInvariant()}";

    static string Tie(int a, int b, string strength, bool isStressful, string direction) =>
        $"tie {a} {b} {strength.ToLowerInvariant()}{(isStressful ? " stress" : "")} {direction.ToLowerInvariant()}";

    static List<string> Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];

    [GeneratedRegex("（([0-9]+)番）$")]
    private static partial Regex NumberIn();

    [GeneratedRegex("^(?<number>[0-9]+)番、(?<name>[^。]*)。(?:(?<kind>人|機関|場所や活動)。)?$")]
    private static partial Regex Entry();

    [GeneratedRegex($"^(?<a>{Name})と(?<b>{Name})は(?<strength>強い|ふつうの|弱い)つながり。(?<stress>葛藤がある。)?(?:(?<from>{Name})からの働きかけ。|(?<both>互いに働きかけている。))?(?:[^。]+から。)?$")]
    private static partial Regex TieLine();
}
