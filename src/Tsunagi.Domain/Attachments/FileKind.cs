using System.IO.Compression;

namespace Tsunagi.Domain.Attachments;

/// <summary>添付できるファイルの種類.</summary>
public enum FileKind
{
    /// <summary>PDF.</summary>
    Pdf,
    /// <summary>写真（JPEG）.</summary>
    Jpeg,
    /// <summary>画像（PNG）.</summary>
    Png,
    /// <summary>テキスト.</summary>
    Text,
    /// <summary>Word 文書.</summary>
    Docx,
    /// <summary>Excel ブック.</summary>
    Xlsx,
}

/// <summary>ファイルの中身の判定: tells a file's kind from its bytes, because names and browsers may say anything.</summary>
public static class FileSignature
{
    private const int MostEntries = 4_000;

    /// <summary>The kind a file's bytes show, or null when it is none that may be attached.</summary>
    public static FileKind? Of(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (bytes.StartsWith("%PDF-"u8)) return FileKind.Pdf;
        if (bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return FileKind.Jpeg;
        if (bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return FileKind.Png;
        if (bytes.StartsWith<byte>([(byte)'P', (byte)'K', 3, 4])) return OfPackage(content);
        return IsText(bytes) ? FileKind.Text : null;
    }

    /// <summary>The media type under which a kind is served.</summary>
    public static string MediaTypeOf(FileKind kind) => kind switch
    {
        FileKind.Pdf => "application/pdf",
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.Text => "text/plain",
        FileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    /// <summary>True when a file name ends as the kind's names do.</summary>
    public static bool Fits(FileKind kind, string name) => kind switch
    {
        FileKind.Pdf => Ends(name, ".pdf"),
        FileKind.Jpeg => Ends(name, ".jpg") || Ends(name, ".jpeg"),
        FileKind.Png => Ends(name, ".png"),
        FileKind.Text => Ends(name, ".txt"),
        FileKind.Docx => Ends(name, ".docx"),
        FileKind.Xlsx => Ends(name, ".xlsx"),
    };

    private static bool Ends(string name, string extension) => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Looks at the names inside the package only; nothing is unpacked, and macros are not let in.</summary>
    private static FileKind? OfPackage(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            if (package.Entries.Count > MostEntries) return null;
            var names = package.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (!names.Contains("[Content_Types].xml") || names.Any(name => Ends(name, "vbaProject.bin"))) return null;
            return names.Contains("word/document.xml") ? FileKind.Docx : names.Contains("xl/workbook.xml") ? FileKind.Xlsx : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>UTF-8 or Shift_JIS without control characters: what a text editor in an office writes.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C) || b == 0x7F) return false;
        }
        return System.Text.Unicode.Utf8.IsValid(bytes) || IsShiftJis(bytes);
    }

    private static bool IsShiftJis(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] is < 0x80 or >= 0xA1 and <= 0xDF) continue;
            if (bytes[i] is not (>= 0x81 and <= 0x9F or >= 0xE0 and <= 0xFC) || ++i == bytes.Length) return false;
            if (bytes[i] is < 0x40 or 0x7F or > 0xFC) return false;
        }
        return true;
    }
}
