namespace Tsunagi.Diagrams.Gedcom;

/// <summary>A line of a GEDCOM file with the lines below it.</summary>
sealed class GedcomNode(int number, string? xref, string tag, string value)
{
    readonly List<GedcomNode> below = [];

    /// <summary>The line in the file, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>What others call this record, without the @ signs.</summary>
    public string? Xref { get; } = xref;

    public string Tag { get; } = tag;

    /// <summary>The text of the line, with what CONC and CONT add.</summary>
    public string Value { get; private set; } = value;

    /// <summary>The xref a pointer points to; null when the value is none or is the pointer to nothing of GEDCOM 7.</summary>
    public string? Pointer => Value is ['@', .. { Length: > 0 } xref, '@'] && xref != "VOID" && !xref.Contains('@') ? xref.Trim() : null;

    public bool IsVoid => Value == "@VOID@";

    public IReadOnlyList<GedcomNode> Below => below;

    public void Add(GedcomNode node) => below.Add(node);

    /// <summary>Joins a further line on; beyond the bound it is cut.</summary>
    public void Continue(string text, int most) => Value = Value.Length + text.Length <= most ? Value + text : Value;

    public IEnumerable<GedcomNode> All(string tag) => below.Where(n => n.Tag == tag);

    public GedcomNode? First(string tag) => below.Find(n => n.Tag == tag);

    public string ValueOf(string tag) => First(tag)?.Value ?? "";
}
