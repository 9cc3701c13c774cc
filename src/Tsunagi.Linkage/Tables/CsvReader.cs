namespace Tsunagi.Linkage.Tables;

/// <summary>
/// Reads separated values record by record (RFC 4180; comma, semicolon or tab, whichever the first line has most of).
/// </summary>
/// <remarks>
/// A field may be quoted and then hold separators, line ends and doubled quotes; blanks before a quote are skipped. Lines that are
/// wholly empty are passed over. Memory is bounded by the longest record. Not safe for several threads.
/// </remarks>
/// <param name="reader">The text.</param>
public sealed class CsvReader(TextReader reader)
{
    /// <summary>The most characters a record may have: more means a quote that was never closed.</summary>
    public const int LongestRecord = 1 << 20;

    private readonly List<(int Start, int Length)> fields = [];
    private char[] buffer = new char[1 << 16];
    private char[] unquoted = new char[1 << 10];
    private int at, filled, unquotedLength, nextLine = 1;
    private char separator;

    /// <summary>The line at which the present record begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>How many fields the present record has.</summary>
    public int FieldCount => fields.Count;

    /// <summary>A field of the present record; valid until the next is read.</summary>
    /// <param name="index">From 0, below <see cref="FieldCount"/>.</param>
    public ReadOnlySpan<char> Field(int index) =>
        fields[index] is var (start, length) && start < 0 ? unquoted.AsSpan(~start, length) : buffer.AsSpan(start, length);

    /// <summary>Reads the next record; false at the end.</summary>
    /// <exception cref="CsvException">A quote is not closed, or a record is too long.</exception>
    public bool Read()
    {
        int end;
        do
        {
            if ((end = FindEnd()) < 0) return false;
        }
        while (IsBlank(at, end) && Skip(end));
        if (separator == '\0') separator = MostFrequent(buffer.AsSpan(at, end - at));
        Split(at, end);
        Skip(end);
        return true;
    }

    // Where the record that begins at the present place ends, with all of it in the buffer; -1 when there is none.
    private int FindEnd()
    {
        var quoted = false;
        var here = at;
        Line = nextLine;
        while (true)
        {
            var stop = quoted ? buffer.AsSpan(here, filled - here).IndexOfAny('"', '\n') : buffer.AsSpan(here, filled - here).IndexOfAny('"', '\n', '\r');
            if (stop < 0)
            {
                here = filled;
                if (filled - at > LongestRecord) throw new CsvException(Line, $"The record that begins at line {Line} does not end: a quote is probably not closed.");
                var moved = Fill();
                here -= moved;
                if (here < filled) continue;
                if (quoted) throw new CsvException(Line, $"A quote that is opened in the record at line {Line} is not closed: close it, or double it if it is meant as a character.");
                return filled > at ? filled : -1;
            }
            here += stop;
            var c = buffer[here];
            if (c == '"') quoted = !quoted;
            else if (!quoted) return here;
            else nextLine++;
            here++;
        }
    }

    // Moves the record to the beginning of the buffer and reads on behind it; tells by how much it moved.
    private int Fill()
    {
        var moved = at;
        buffer.AsSpan(at, filled - at).CopyTo(buffer);
        (at, filled) = (0, filled - at);
        if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        filled += reader.ReadBlock(buffer, filled, buffer.Length - filled);
        return moved;
    }

    private bool IsBlank(int start, int end) => buffer.AsSpan(start, end - start).IsWhiteSpace();

    private bool Skip(int end)
    {
        if (end < filled && buffer[end] == '\r')
        {
            // A carriage return at the very end of what is read may have its line feed still to come.
            if (end + 1 == filled) end -= Fill();
            if (end + 1 < filled && buffer[end + 1] == '\n') end++;
        }
        at = Math.Min(end + 1, filled);
        nextLine++;
        return true;
    }

    private void Split(int start, int end)
    {
        fields.Clear();
        unquotedLength = 0;
        while (true)
        {
            var first = start;
            while (first < end && buffer[first] == ' ') first++;
            int stop;
            if (first < end && buffer[first] == '"')
            {
                fields.Add(Unquote(first + 1, end, out stop));
            }
            else
            {
                var length = buffer.AsSpan(start, end - start).IndexOf(separator);
                stop = length < 0 ? end : start + length;
                fields.Add((start, stop - start));
            }
            if (stop >= end) return;
            start = stop + 1;
        }
    }

    private (int, int) Unquote(int start, int end, out int stop)
    {
        var begin = unquotedLength;
        var here = start;
        for (; here < end; here++)
        {
            if (buffer[here] == '"' && (here + 1 >= end || buffer[++here] != '"')) break;
            if (unquotedLength == unquoted.Length) Array.Resize(ref unquoted, unquoted.Length * 2);
            unquoted[unquotedLength++] = buffer[here];
        }
        var rest = here < end ? buffer.AsSpan(here, end - here).IndexOf(separator) : -1;
        stop = rest < 0 ? end : here + rest;
        return (~begin, unquotedLength - begin);
    }

    private static char MostFrequent(ReadOnlySpan<char> line)
    {
        var best = ',';
        foreach (var candidate in ";\t")
            if (line.Count(candidate) > line.Count(best)) best = candidate;
        return best;
    }
}
