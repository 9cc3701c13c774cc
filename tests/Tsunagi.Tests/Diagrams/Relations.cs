using System.Xml.Linq;
using Tsunagi.Diagrams.Families;

namespace Tsunagi.Tests.Diagrams;

/// <summary>What a genogram says, as plain lines: read from the data, from the picture and from the text, each by its own way.</summary>
static class Relations
{
    public static List<string> OfData(Family family)
    {
        var number = Numbers(family);
        var lines = family.Persons.Select(p => Person(number[p.Id], p.Sex.ToString(), p.Died is not null, p.IsIndex, p.IsKey)).ToList();
        lines.AddRange(family.Unions.Where(u => u.Partners.Count == 2).Select(u => Couple(u.Partners.Select(p => number[p]), u.Kind.ToString(), u.State == UnionState.Divorced, u.State == UnionState.Separated)));
        lines.AddRange(family.Parentages.Select(t => Child(number[t.Child], family.FindUnion(t.Union)!.Partners.Select(p => number[p]),
            family.ChildrenOf(t.Union).Where(o => o.Child != t.Child).Select(o => number[o.Child]), t.Kind.ToString(), t.Custodian is { } c ? number[c] : null)));
        lines.AddRange(family.Twins.Select(t => Twins(t.Children.Select(c => number[c]), t.IsIdentical)));
        lines.AddRange(family.Households.Select(h => Household(h.Members.Select(m => number[m.Person]))));
        return Sorted(lines);
    }

    /// <summary>From the SVG alone, and the order of the persons in it to number them.</summary>
    public static List<string> OfPicture(string svg, Family family)
    {
        var number = Numbers(family);
        var groups = XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName == "g").ToList();
        string? Data(XElement g, string name) => g.Attribute("data-" + name)?.Value;
        IEnumerable<int> Ids(XElement g, string name) => (Data(g, name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => number[id]);
        var parents = groups.Where(g => Data(g, "children-of") is not null).ToLookup(g => Data(g, "children-of")!, g => Ids(g, "parents").ToList());
        var children = groups.Where(g => Data(g, "child") is not null).ToLookup(g => Data(g, "union")!, g => number[Data(g, "child")!]);
        var lines = groups.Where(g => Data(g, "person") is not null)
            .Select(g => Person(number[Data(g, "person")!], Data(g, "sex")!, Data(g, "life") == "deceased", Data(g, "index") == "true", Data(g, "key") == "true")).ToList();
        lines.AddRange(groups.Where(g => Data(g, "partners") is not null).Select(g => Couple(Ids(g, "partners"), Data(g, "kind")!, Data(g, "state") == "divorced", Data(g, "state") == "separated")));
        lines.AddRange(groups.Where(g => Data(g, "child") is not null).Select(g => Child(number[Data(g, "child")!], parents[Data(g, "union")!].First(),
            children[Data(g, "union")!].Where(c => c != number[Data(g, "child")!]), Data(g, "kind")!, Data(g, "custodian") is { } c ? number[c] : null)));
        lines.AddRange(groups.Where(g => Data(g, "twins") is not null).Select(g => Twins(Ids(g, "twins"), Data(g, "identical") == "true")));
        lines.AddRange(groups.Where(g => Data(g, "household") is not null).Select(g => Household(Ids(g, "members"))));
        return Sorted(lines);
    }

    public static Dictionary<string, int> Numbers(Family family) => family.Persons.Index().ToDictionary(p => p.Item.Id, p => p.Index + 1);

    public static string Person(int number, string sex, bool isDead, bool isIndex, bool isKey) => $"person {number} {Low(sex)}{(isDead ? " dead" : "")}{(isIndex ? " index" : "")}{(isKey ? " key" : "")}";

    public static string Couple(IEnumerable<int> partners, string kind, bool isOver, bool isApart) => $"couple {Join(partners)} {Low(kind)}{(isOver ? " over" : isApart ? " apart" : "")}";

    public static string Child(int child, IEnumerable<int> parents, IEnumerable<int> siblings, string kind, int? custodian)
    {
        var of = parents.ToList();
        return $"child {child} of {Join(of)} {(of.Count == 0 ? "with " + Join(siblings) : "")} {Low(kind)} {custodian}";
    }

    public static string Twins(IEnumerable<int> children, bool isIdentical) => $"twins {Join(children)}{(isIdentical ? " identical" : "")}";

    public static string Household(IEnumerable<int> members) => $"household {Join(members)}";

    public static List<string> Sorted(IEnumerable<string> lines) => [.. lines.Order(StringComparer.Ordinal)];

    static string Low(string word) => word.ToLowerInvariant();

    static string Join(IEnumerable<int> numbers) => string.Join(',', numbers.Order());
}
