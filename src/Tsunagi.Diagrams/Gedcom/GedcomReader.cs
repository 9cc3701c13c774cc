using Tsunagi.Diagrams.Families;

namespace Tsunagi.Diagrams.Gedcom;

/// <summary>Reads families from GEDCOM 5.5, 5.5.1 and 7.</summary>
/// <remarks>
/// The encoding is found from the byte-order mark, else from HEAD.CHAR (UTF-8, ANSEL, ASCII, ANSI and some more). What can be mended is mended
/// and reported; what cannot is refused. The work grows with the length of the file, not faster.
/// </remarks>
public static class GedcomReader
{
    const int MostBytes = 64 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <exception cref="DiagramException">Names the line, what is wrong and what to do.</exception>
    public static GedcomFile Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
            throw new DiagramException("the file", $"it has {bytes.Length} bytes. At most {MostBytes} can be read; export a part of it.");
        return Read(GedcomEncoding.Decode(bytes));
    }

    /// <summary>Reads a file that is text already; what its header says of an encoding does not matter.</summary>
    /// <exception cref="DiagramException">Names the line, what is wrong and what to do.</exception>
    public static GedcomFile Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new Problems();
        var records = new GedcomLines(problems).Read(text);
        var persons = new GedcomPersons(records, problems);
        var families = new GedcomFamilies(records, persons, problems);
        var family = new Family(persons.All.Values, families.Unions, GedcomCircles.Open(families, problems));
        return new(family, problems.InOrder);
    }
}
