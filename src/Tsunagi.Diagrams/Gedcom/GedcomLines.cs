using System.Globalization;

namespace Tsunagi.Diagrams.Gedcom;

/// <summary>Reads the lines of a GEDCOM file into records.</summary>
sealed class GedcomLines(Problems problems)
{
    const int Deepest = 99;
    const int LongestValue = 32 * 1024;

    // The records that draw a family; all others are read over.
    static readonly HashSet<string> Wanted = ["HEAD", "INDI", "FAM"];

    readonly List<GedcomNode> records = [];
    readonly List<GedcomNode?> open = [];
    GedcomNode? last;
    int number;

    public IReadOnlyList<GedcomNode> Read(string text)
    {
        foreach (var raw in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            number++;
            var line = raw.TrimStart();
            if (!line.IsEmpty)
                ReadLine(line);
        }

        if (records.Count == 0)
            throw new DiagramException("line 1", "this is no GEDCOM file: it is empty. A GEDCOM file begins with 0 HEAD.");
        return records;
    }

    void ReadLine(ReadOnlySpan<char> line)
    {
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > 2 || line[digits] != ' ' || !TryRest(line[(digits + 1)..].TrimStart(), out var xref, out var tag, out var value))
        {
            Stray(line);
            return;
        }

        Place(int.Parse(line[..digits], CultureInfo.InvariantCulture), xref, tag, value);
    }

    static bool TryRest(ReadOnlySpan<char> rest, out string? xref, out string tag, out string value)
    {
        (xref, tag, value) = (null, "", "");
        if (rest is ['@', ..])
        {
            var end = rest[1..].IndexOf('@');
            if (end < 1)
                return false;
            xref = rest[1..(end + 1)].Trim().ToString();
            rest = rest[(end + 2)..].TrimStart();
        }

        var space = rest.IndexOf(' ');
        var name = space < 0 ? rest.TrimEnd() : rest[..space];
        if (name.IsEmpty || name.Length > 31 || name.ContainsAnyExcept(TagLetters))
            return false;
        tag = name.ToString().ToUpperInvariant();
        value = space < 0 ? "" : Clipped(rest[(space + 1)..]);
        return true;
    }

    static readonly System.Buffers.SearchValues<char> TagLetters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    static string Clipped(ReadOnlySpan<char> value) => value[..Math.Min(value.Length, LongestValue)].ToString();

    void Place(int level, string? xref, string tag, string value)
    {
        if (records.Count == 0 && (level, tag) != (0, "HEAD"))
            throw new DiagramException($"line {number}", "this is no GEDCOM file: it does not begin with 0 HEAD. Choose another file.");
        if (level > open.Count)
            throw new DiagramException($"line {number}", $"level {level} follows on level {open.Count - 1}. Raise the level by one at most, or save the file anew from the program it comes from.");
        if (level > Deepest)
            throw new DiagramException($"line {number}", $"level {level} is deeper than GEDCOM allows. Use levels from 0 to {Deepest}.");
        open.RemoveRange(level, open.Count - level);
        var parent = level == 0 ? null : open[level - 1];
        if (parent is not null && tag is "CONC" or "CONT")
        {
            parent!.Continue(tag == "CONT" ? "\n" + value : value, LongestValue);
            open.Add(parent);
            return;
        }

        var node = new GedcomNode(number, xref, tag, value);
        if (level == 0 && (Wanted.Contains(tag) || records.Count == 0))
            records.Add(node);
        var isKept = level == 0 ? Wanted.Contains(tag) : parent is not null;
        parent?.Add(node);
        open.Add(isKept ? node : null);
        last = isKept ? node : null;
    }

    // Some programs break a long text without CONT: it belongs to the line before.
    void Stray(ReadOnlySpan<char> line)
    {
        if (records.Count == 0)
            throw new DiagramException($"line {number}", "this is no GEDCOM file: it does not begin with 0 HEAD. Choose another file.");
        if (last is { Value.Length: 0 } or { Xref: not null })
            throw new DiagramException($"line {number}", $"\"{Shown(line)}\" is no GEDCOM line. Write level, tag and value, as in 1 NAME Hanako, or save the file anew from the program it comes from.");
        problems.Add(number, "no level and tag; read as more of the text before.");
        last?.Continue("\n" + line.ToString(), LongestValue);
    }

    static string Shown(ReadOnlySpan<char> line) => new([.. line[..Math.Min(line.Length, 40)].ToString().Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '·' : c)]);
}
