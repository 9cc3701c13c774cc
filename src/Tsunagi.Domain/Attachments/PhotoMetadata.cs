using System.Buffers.Binary;

namespace Tsunagi.Domain.Attachments;

/// <summary>
/// 写真の撮影情報: a photograph says where and when it was taken, with which device, and may carry a second, uncut picture. None
/// of it is kept (R-09: a protected place must not travel in a file); the picture itself stays bit for bit, and upright.
/// </summary>
/// <remarks>Segments after ITU-T T.81 and Exif 2.32, chunks after the PNG specification (third edition).</remarks>
public static class PhotoMetadata
{
    private const byte PlainJfif = 14, Mark = 0xFF, StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA, App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE, App15 = 0xEF, Comment = 0xFE;

    /// <summary>The file without it; other kinds than photographs as they are; null when the file is damaged.</summary>
    public static ReadOnlyMemory<byte>? Remove(FileKind kind, ReadOnlyMemory<byte> content) => kind switch
    {
        FileKind.Jpeg => OfJpeg(content.Span),
        FileKind.Png => OfPng(content.Span),
        FileKind.Pdf or FileKind.Text or FileKind.Docx or FileKind.Xlsx => content,
    };

    private static ReadOnlyMemory<byte>? OfJpeg(ReadOnlySpan<byte> file)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write([Mark, StartOfImage]);
        var upright = false;
        for (var at = 2; at + 1 < file.Length;)
        {
            if (file[at] != Mark) return null;
            var marker = file[at + 1];
            if (marker == Mark)
            {
                at++;
                continue;
            }
            if (marker == EndOfImage)
            {
                kept.Write([Mark, EndOfImage]);
                return kept.ToArray();
            }
            if (at + 4 > file.Length) return null;
            var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (end > file.Length || end < at + 4) return null;
            var data = file[(at + 4)..end];
            if (marker == StartOfScan) end = EndOfScan(file, end);
            if (marker is App0 && data.Length > PlainJfif && IsPicture(marker, data)) kept.Write(WithoutThumbnail(data));
            else if (IsPicture(marker, data)) kept.Write(file[at..end]);
            else if (!upright && Orientation(marker, data) is > 1 and <= 8 and var turned)
            {
                kept.Write(Turned((byte)turned));
                upright = true;
            }
            at = end;
        }
        return null;
    }

    // JFIF up to the density, and a thumbnail of no size.
    private static byte[] WithoutThumbnail(ReadOnlySpan<byte> data) => [Mark, App0, 0, PlainJfif + 2, .. data[..(PlainJfif - 2)], 0, 0];

    // Compressed data goes on until a marker; FF00 is data, FFD0 to FFD7 are restarts within it.
    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (at + 1 < file.Length && (file[at] != Mark || file[at + 1] is 0 or (>= 0xD0 and <= 0xD7))) at++;
        return at;
    }

    // Of the application segments, only what the colours need: JFIF, the colour profile, Adobe's transform.
    private static bool IsPicture(byte marker, ReadOnlySpan<byte> data) => marker switch
    {
        App0 => data.StartsWith("JFIF\0"u8),
        App2 => data.StartsWith("ICC_PROFILE\0"u8),
        App14 => data.StartsWith("Adobe"u8),
        >= App0 and <= App15 or Comment => false,
        _ => true,
    };

    /// <summary>Which side is up, 1 to 8; 0 when it is not said.</summary>
    private static int Orientation(byte marker, ReadOnlySpan<byte> data)
    {
        if (marker != App1 || !data.StartsWith("Exif\0\0"u8) || data.Length < 14) return 0;
        var tiff = data[6..];
        var little = tiff.StartsWith("II"u8);
        int Short(ReadOnlySpan<byte> b) => little ? BinaryPrimitives.ReadUInt16LittleEndian(b) : BinaryPrimitives.ReadUInt16BigEndian(b);
        var first = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first > tiff.Length - 2) return 0;
        var directory = tiff[(int)first..];
        for (var (entry, left) = (2, Short(directory)); left > 0 && entry + 12 <= directory.Length; entry += 12, left--)
            if (Short(directory[entry..]) == 0x0112) return Short(directory[(entry + 8)..]);
        return 0;
    }

    // Exif with one entry: Orientation, a SHORT.
    private static byte[] Turned(byte orientation) =>
    [
        Mark, App1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static ReadOnlyMemory<byte>? OfPng(ReadOnlySpan<byte> file)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write(file[..8]);
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12) return null;
            var type = file.Slice(at + 4, 4);
            var end = at + 12 + (int)length;
            if (IsPicture(type)) kept.Write(file[at..end]);
            if (type.SequenceEqual("IEND"u8)) return kept.ToArray();
            at = end;
        }
        return null;
    }

    // Chunks named in capitals are the picture; of the others, what colours, transparency, size and motion need.
    private static bool IsPicture(ReadOnlySpan<byte> type) => (type[0] & 0x20) == 0
        || type.SequenceEqual("tRNS"u8) || type.SequenceEqual("gAMA"u8) || type.SequenceEqual("cHRM"u8) || type.SequenceEqual("sRGB"u8) || type.SequenceEqual("iCCP"u8)
        || type.SequenceEqual("sBIT"u8) || type.SequenceEqual("bKGD"u8) || type.SequenceEqual("pHYs"u8)
        || type.SequenceEqual("acTL"u8) || type.SequenceEqual("fcTL"u8) || type.SequenceEqual("fdAT"u8);
}
