using System.Text;
using FsCheck.Fluent;
using Tsunagi.Domain.Attachments;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Tests.Attachments;

public class PhotoMetadataTests
{
    private const string Place = "N 35.6435 E 139.6681";

    private static readonly byte[] Jfif = Segment(0xE0, "JFIF\0picture"u8), Table = Segment(0xDB, [1, 2, 3]), Scan = [.. Segment(0xDA, [1, 2]), 0x11, 0xFF, 0x00, 0xFF, 0xD0, 0x22];
    private static readonly byte[] End = [0xFF, 0xD9];

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    // One directory: the orientation, then whatever the camera wrote.
    private static byte[] Exif(byte orientation, bool littleEndian) => Segment(0xE1,
    [
        .. "Exif\0\0"u8, .. littleEndian ? "II*\0"u8 : "MM\0*"u8, .. littleEndian ? [8, 0, 0, 0] : (byte[])[0, 0, 0, 8],
        .. littleEndian ? [1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0] : (byte[])[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
        0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Place),
    ]);

    private static byte[] Jpeg(params byte[][] segments) => [0xFF, 0xD8, .. segments.SelectMany(s => s)];

    private static byte[]? Cleaned(FileKind kind, byte[] file) => PhotoMetadata.Remove(kind, file)?.ToArray();

    [Fact]
    public void A_photograph_does_not_tell_where_it_was_taken_and_keeps_its_picture()
    {
        var taken = Jpeg(Jfif, Exif(1, false), Segment(0xE1, Encoding.ASCII.GetBytes("http://ns.adobe.com/xap/1.0/\0" + Place)), Segment(0xE2, "MPF\0second"u8),
            Segment(0xED, Encoding.ASCII.GetBytes("Photoshop" + Place)), Segment(0xFE, Encoding.ASCII.GetBytes(Place)), Table, Scan, End, Encoding.ASCII.GetBytes(Place));
        Assert.Equal(Jpeg(Jfif, Table, Scan, End), Cleaned(FileKind.Jpeg, taken)!);
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(8, false)]
    public void And_stays_upright(byte orientation, bool littleEndian)
    {
        var kept = Cleaned(FileKind.Jpeg, Jpeg(Exif(orientation, littleEndian), Table, Scan, End))!;
        Assert.DoesNotContain(Place, Encoding.ASCII.GetString(kept), StringComparison.Ordinal);
        Assert.Equal(36 + Jpeg(Table, Scan, End).Length, kept.Length);
        // What is kept is read again as it was, so cleaning twice changes nothing.
        Assert.Equal(kept, Cleaned(FileKind.Jpeg, kept)!);
        Assert.Equal(orientation, kept[31]);
    }

    [Fact]
    public void Or_lies_as_it_is_when_its_directory_points_out_of_the_file()
    {
        var lost = Segment(0xE1, [.. "Exif\0\0II*\0"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0]);
        Assert.Equal(Jpeg(Table, Scan, End), Cleaned(FileKind.Jpeg, Jpeg(lost, Table, Scan, End))!);
    }

    [Fact]
    public void What_the_colours_need_is_kept() =>
        Assert.Equal(Jpeg(Jfif, Segment(0xE2, "ICC_PROFILE\0\u0001"u8), Segment(0xEE, "Adobe\0"u8), Scan, End),
            Cleaned(FileKind.Jpeg, Jpeg(Jfif, Segment(0xE2, "ICC_PROFILE\0\u0001"u8), Segment(0xEE, "Adobe\0"u8), Scan, End))!);

    [Fact]
    public void A_png_keeps_its_picture_alone()
    {
        byte[] head = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
        static byte[] Chunk(string type, string data = "") => [0, 0, 0, (byte)data.Length, .. Encoding.ASCII.GetBytes(type + data), 1, 2, 3, 4];
        byte[] picture = [.. head, .. Chunk("IHDR", "size"), .. Chunk("tRNS", "a"), .. Chunk("IDAT", "picture"), .. Chunk("IEND")];
        Assert.Equal(picture, Cleaned(FileKind.Png, [.. head, .. Chunk("IHDR", "size"), .. Chunk("tRNS", "a"), .. Chunk("eXIf", Place), .. Chunk("iTXt", Place), .. Chunk("tEXt", Place), .. Chunk("IDAT", "picture"), .. Chunk("IEND"), .. Encoding.ASCII.GetBytes(Place)])!);
        Assert.Null(Cleaned(FileKind.Png, [.. head, 0xFF, 0xFF, 0xFF, 0xFF, .. "IHDR"u8, 0, 0, 0, 0]));
    }

    [Fact]
    public void A_damaged_photograph_is_refused_with_a_reason() =>
        Assert.Equal([new(RefusalCode.FileDamaged, "File")], new UploadedFile("a.jpg", Jpeg(Jfif, Table, Scan)).WithoutPhotoMetadata().Refusals);

    [Fact]
    public void No_bytes_whatever_break_it() => Prop.ForAll<byte[]>(tail => IsStable(FileKind.Jpeg, [0xFF, 0xD8, 0xFF, 0xE1, .. tail])
        && IsStable(FileKind.Png, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 4, .. tail])).Holds();

    private static bool IsStable(FileKind kind, byte[] file) => Cleaned(kind, file) is not { } clean || Cleaned(kind, clean)!.SequenceEqual(clean);
}
