using Tsunagi.Diagrams.Families;

namespace Tsunagi.Diagrams.Gedcom;

/// <summary>The FAM records as unions and parentages.</summary>
sealed class GedcomFamilies
{
    readonly GedcomPersons persons;
    readonly Problems problems;
    readonly OrderedDictionary<string, List<string>> partners = [];
    readonly Dictionary<string, GedcomNode> records = [];
    readonly OrderedDictionary<(string Child, string Union), Link> links = [];

    public GedcomFamilies(IReadOnlyList<GedcomNode> records, GedcomPersons persons, Problems problems)
    {
        (this.persons, this.problems) = (persons, problems);
        foreach (var record in records.Where(r => r.Tag == "FAM"))
        {
            AddFamily(record);
        }

        foreach (var (union, record) in this.records)
        {
            AddMembers(union, record);
        }

        foreach (var (id, record) in persons.Records)
        {
            AddWhatPersonsSay(id, record);
        }
    }

    /// <summary>A parentage with the line it was read from.</summary>
    public sealed record Link(Parentage Tie, GedcomNode At);

    public IEnumerable<Union> Unions => partners.Select(p => UnionOf(p.Key, p.Value, records[p.Key]));

    public IReadOnlyList<string> PartnersOf(string union) => partners[union];

    public IEnumerable<Link> Links => links.Values;

    void AddFamily(GedcomNode record)
    {
        if (GedcomIds.Of(record.Xref) is not { } id)
            problems.Add(record, "a family without an id; left out.");
        else if (!records.TryAdd(id, record))
            problems.Add(record, $"there is a family {id} already; this one is left out.");
        else
            partners[id] = [];
    }

    void AddMembers(string union, GedcomNode record)
    {
        foreach (var node in record.Below)
        {
            if (node.Tag is "HUSB" or "WIFE" && Person(node) is { } partner)
                AddPartner(union, partner, node);
            else if (node.Tag == "CHIL" && Person(node) is { } child)
                AddChild(union, child, KindOf(node, persons.Records[child], record), node);
        }
    }

    string? Person(GedcomNode node)
    {
        if (node.IsVoid)
            return null;
        if (GedcomIds.Of(node.Pointer) is { } id && persons.All.ContainsKey(id))
            return id;
        problems.Add(node, $"{node.Tag} points to {Shown(node)}, which is no person of this file; left out.");
        return null;
    }

    static string Shown(GedcomNode node) => node.Value.Length == 0 ? "nothing" : GedcomIds.Clean(node.Value, 40);

    void AddPartner(string union, string partner, GedcomNode at)
    {
        var there = partners[union];
        if (there.Contains(partner))
            problems.Add(at, $"{partner} is a partner of {union} already; left out.");
        else if (there.Count == 2)
            problems.Add(at, $"{union} has two partners already; {partner} is left out.");
        else
            there.Add(partner);
    }

    void AddChild(string union, string child, ParentageKind kind, GedcomNode at)
    {
        if (partners[union].Contains(child))
            problems.Add(at, $"{child} is partner and child of {union}; left out as a child.");
        else if (!links.TryAdd((child, union), new(new(child, union, kind), at)))
            problems.Add(at, $"{child} is a child of {union} already; left out.");
    }

    void AddWhatPersonsSay(string person, GedcomNode record)
    {
        foreach (var node in record.All("FAMC").Where(n => !n.IsVoid))
        {
            if (Family(node) is { } union && !links.ContainsKey((person, union)))
            {
                problems.Add(node, $"{union} does not name {person} as a child; taken in.");
                AddChild(union, person, KindOf(node, record, records[union]), node);
            }
        }

        foreach (var node in record.All("FAMS").Where(n => !n.IsVoid))
        {
            if (Family(node) is { } union && !partners[union].Contains(person))
            {
                problems.Add(node, $"{union} does not name {person} as a partner; taken in where there is room.");
                AddPartner(union, person, node);
            }
        }
    }

    string? Family(GedcomNode node)
    {
        if (GedcomIds.Of(node.Pointer) is { } id && partners.ContainsKey(id))
            return id;
        problems.Add(node, $"{node.Tag} points to {Shown(node)}, which is no family of this file; left out.");
        return null;
    }

    // What the child's own record says of the family, what its adoption says, and what FAM says in the words of Family Tree Maker.
    static ParentageKind KindOf(GedcomNode link, GedcomNode child, GedcomNode family)
    {
        var own = child.All("FAMC").FirstOrDefault(n => n.Pointer == family.Xref);
        var said = own?.First("PEDI") is { } pedigree ? $"{pedigree.Value} {pedigree.ValueOf("PHRASE")}" : $"{link.ValueOf("_FREL")} {link.ValueOf("_MREL")}";
        if (Kind(said) is var kind && kind != ParentageKind.Biological)
            return kind;
        return child.All("ADOP").Any(a => a.First("FAMC")?.Pointer is { } to && to == family.Xref) ? ParentageKind.Adoptive : ParentageKind.Biological;
    }

    static ParentageKind Kind(string said) =>
        said.Contains("adop", StringComparison.OrdinalIgnoreCase) ? ParentageKind.Adoptive :
        said.Contains("foster", StringComparison.OrdinalIgnoreCase) || said.Contains("guardian", StringComparison.OrdinalIgnoreCase) ? ParentageKind.Foster :
        said.Contains("step", StringComparison.OrdinalIgnoreCase) ? ParentageKind.Step : ParentageKind.Biological;

    static Union UnionOf(string id, List<string> partners, GedcomNode record)
    {
        var ended = record.All("DIV").Concat(record.All("ANUL")).FirstOrDefault(n => n.Value != "N");
        var apart = record.First("_SEPR") ?? record.First("SEP") ?? record.All("EVEN").FirstOrDefault(e => e.ValueOf("TYPE").StartsWith("separat", StringComparison.OrdinalIgnoreCase));
        return new(id, partners, UnionKindOf(record), GedcomPersons.DateOf(record.First("MARR")) ?? PartialDate.Unknown, GedcomPersons.DateOf(apart), GedcomPersons.DateOf(ended));
    }

    // Many files leave MARR out of a marriage; only what says so is none.
    static UnionKind UnionKindOf(GedcomNode record)
    {
        var said = record.First("MARR")?.ValueOf("TYPE") is { Length: > 0 } type ? type : record.ValueOf("_STAT");
        if (said.Contains("common", StringComparison.OrdinalIgnoreCase) || said.Contains("partner", StringComparison.OrdinalIgnoreCase))
            return UnionKind.CommonLaw;
        var isNone = said.Contains("unmarried", StringComparison.OrdinalIgnoreCase) || said.Contains("never", StringComparison.OrdinalIgnoreCase) ||
            record.First("MARR") is { Value: "N" } || record.All("NO").Any(n => n.Value == "MARR");
        return isNone ? UnionKind.Unwed : UnionKind.Married;
    }
}
