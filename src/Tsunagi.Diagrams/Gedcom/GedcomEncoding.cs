using System.Text;

namespace Tsunagi.Diagrams.Gedcom;

/// <summary>Finds out in which encoding a GEDCOM file is written, and reads it.</summary>
static class GedcomEncoding
{
    const int HeaderBytes = 16 * 1024;

    public static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Utf8(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        [_, 0, ..] => Encoding.Unicode.GetString(bytes),
        [0, _, ..] => Encoding.BigEndianUnicode.GetString(bytes),
        _ => Declared(bytes),
    };

    static string Declared(ReadOnlySpan<byte> bytes)
    {
        var (line, name) = DeclaredName(bytes);
        return Named(name, bytes) ?? throw new DiagramException($"line {line}", $"the encoding {name} is not known. Save the file as UTF-8 and write 1 CHAR UTF-8 into its header.");
    }

    static string? Named(string name, ReadOnlySpan<byte> bytes) => name switch
    {
        "ANSEL" => Ansel.Decode(bytes),
        "UTF-8" or "UTF8" or "UNICODE" => Utf8(bytes),
        "ASCII" or "ANSI" or "WINDOWS-1252" or "CP1252" or "ISO-8859-1" or "ISO8859-1" or "LATIN1" => CodePage(1252, bytes),
        "WINDOWS-1250" or "CP1250" => CodePage(1250, bytes),
        "WINDOWS-1251" or "CP1251" => CodePage(1251, bytes),
        "IBMPC" or "IBM" or "OEM" or "MSDOS" => CodePage(437, bytes),
        "MACINTOSH" => CodePage(10000, bytes),
        "SHIFT_JIS" or "SHIFT-JIS" or "SJIS" or "CP932" or "WINDOWS-31J" => CodePage(932, bytes),
        "" => IsUtf8(bytes) ? Encoding.UTF8.GetString(bytes) : CodePage(1252, bytes),
        _ => null,
    };

    static string CodePage(int number, ReadOnlySpan<byte> bytes) => CodePagesEncodingProvider.Instance.GetEncoding(number)!.GetString(bytes);

    static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    static string Utf8(ReadOnlySpan<byte> bytes)
    {
        if (IsUtf8(bytes))
            return Encoding.UTF8.GetString(bytes);
        var line = 1;
        foreach (var range in bytes.Split((byte)'\n'))
        {
            if (!IsUtf8(bytes[range]))
                break;
            line++;
        }

        throw new DiagramException($"line {line}", "this is not UTF-8, although the header says so. Save the file as UTF-8, or correct 1 CHAR in its header.");
    }

    static (int Line, string Name) DeclaredName(ReadOnlySpan<byte> bytes)
    {
        var header = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeaderBytes)]);
        var (number, records) = (0, 0);
        foreach (var line in header.AsSpan().EnumerateLines())
        {
            number++;
            var trimmed = line.Trim();
            if (trimmed.StartsWith("0 ") && ++records > 1)
                break;
            if (trimmed.StartsWith("1 CHAR "))
                return (number, trimmed[7..].Trim().ToString().ToUpperInvariant());
        }

        return (number, "");
    }
}
