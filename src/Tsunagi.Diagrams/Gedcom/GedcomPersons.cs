using Tsunagi.Diagrams.Families;

namespace Tsunagi.Diagrams.Gedcom;

/// <summary>The INDI records as persons.</summary>
sealed class GedcomPersons
{
    const int LongestName = 200;

    readonly Problems problems;

    public GedcomPersons(IReadOnlyList<GedcomNode> records, Problems problems)
    {
        this.problems = problems;
        foreach (var record in records.Where(r => r.Tag == "INDI"))
        {
            Add(record);
        }

        if (All.Count > Family.MostPersons)
            throw new DiagramException("the file", $"it holds {All.Count} persons. At most {Family.MostPersons} can be drawn at once; export a part of it.");
    }

    /// <summary>By id, in the order of the file.</summary>
    public OrderedDictionary<string, Person> All { get; } = [];

    public Dictionary<string, GedcomNode> Records { get; } = [];

    void Add(GedcomNode record)
    {
        if (GedcomIds.Of(record.Xref) is not { } id)
            problems.Add(record, "a person without an id; left out.");
        else if (!Records.TryAdd(id, record))
            problems.Add(record, $"there is a person {id} already; this one is left out.");
        else
            All[id] = new(id, NameOf(record), SexOf(record.ValueOf("SEX")), DateOf(record.First("BIRT")) ?? PartialDate.Unknown, DiedOf(record));
    }

    static string NameOf(GedcomNode record)
    {
        var name = record.First("NAME");
        var whole = string.Join(' ', (name?.Value ?? "").Replace('/', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (whole.Length == 0 && name is not null)
            whole = $"{name.ValueOf("GIVN")} {name.ValueOf("SURN")}".Trim();
        return GedcomIds.Clean(whole, LongestName);
    }

    static Sex SexOf(string value) => value.Trim().ToUpperInvariant() switch { "M" => Sex.Male, "F" => Sex.Female, _ => Sex.Unknown };

    // A burial tells of a death too, though not of its day; DEAT N does not.
    static PartialDate? DiedOf(GedcomNode record) => record.First("DEAT") is { } death
        ? death.Value == "N" ? null : DateOf(death)
        : record.First("BURI") is not null || record.First("CREM") is not null ? PartialDate.Unknown : null;

    internal static PartialDate? DateOf(GedcomNode? record) => record is null ? null : GedcomDate.Read(record.ValueOf("DATE"));
}

/// <summary>Ids and names as a family takes them.</summary>
static class GedcomIds
{
    const int LongestId = 100;

    public static string? Of(string? xref)
    {
        var id = Clean(xref ?? "", LongestId).Replace(' ', '_');
        return id.Length == 0 ? null : id;
    }

    /// <summary>Without control characters and halves of characters, cut at the bound.</summary>
    public static string Clean(string text, int most)
    {
        var clean = new System.Text.StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > most)
                break;
            var isBlank = System.Text.Rune.IsControl(rune) || System.Text.Rune.IsWhiteSpace(rune) || rune.Value is 0xFFFE or 0xFFFF;
            clean.Append(isBlank ? " " : rune.ToString());
        }

        return clean.ToString().Trim();
    }
}
