using System.IO.Compression;
using System.Text;
using Tsunagi.Domain.Attachments;
using Tsunagi.Domain.Shared;
using Tsunagi.Tests.People;

namespace Tsunagi.Tests.Attachments;

public class AttachmentTests
{
    private static readonly byte[] Pdf = "%PDF-1.7\n…"u8.ToArray();

    private static Outcome<Attachment> Add(string name, byte[] content) => Attachment.Add(
        new(new Guid(1, 0, 0, new byte[8])), new(RootKind.Consultation, new Guid(2, 0, 0, new byte[8])), new(name, content),
        AttachmentRules.Standard, PersonTests.By);

    private static byte[] Package(params string[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries) zip.CreateEntry(entry);
        }
        return stream.ToArray();
    }

    [Fact]
    public void The_bytes_tell_the_kind()
    {
        Assert.Equal(FileKind.Pdf, Add("通帳.PDF", Pdf).Value.Kind);
        Assert.Equal(FileKind.Jpeg, Add("a.jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0]).Value.Kind);
        Assert.Equal(FileKind.Docx, Add("a.docx", Package("[Content_Types].xml", "word/document.xml")).Value.Kind);
        Assert.Equal(FileKind.Xlsx, Add("a.xlsx", Package("[Content_Types].xml", "xl/workbook.xml")).Value.Kind);
        Assert.Equal(FileKind.Text, Add("メモ.txt", Encoding.UTF8.GetBytes("家賃の件")).Value.Kind);
        Assert.Equal(FileKind.Text, Add("memo.txt", [0x89, 0xC6, 0x92, 0xC0]).Value.Kind);
    }

    [Theory]
    [InlineData("a.exe")]
    [InlineData("a.pdf.exe")]
    [InlineData("a.jpg")]
    public void A_name_that_does_not_fit_the_bytes_is_refused(string name) =>
        Assert.Equal([new(RefusalCode.FileTypeNotAllowed, "File")], Add(name, Pdf).Refusals);

    [Fact]
    public void Other_kinds_are_refused()
    {
        Assert.False(Add("a.txt", "MZ\0"u8.ToArray()).IsDone);
        Assert.False(Add("a.docx", Package("a.txt")).IsDone);
        Assert.False(Add("a.docx", Package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")).IsDone);
        Assert.False(Add("a.docx", [(byte)'P', (byte)'K', 3, 4, 1, 2, 3]).IsDone);
        Assert.Equal(RefusalCode.FileEmpty, Add("a.txt", []).Refusals.Single().Code);
        Assert.Equal(RefusalCode.FileTooLarge, Add("a.pdf", [.. Pdf, .. new byte[10 * 1024 * 1024]]).Refusals.Single().Code);
    }

    [Theory]
    [InlineData("../../etc/通帳.pdf", "通帳.pdf")]
    [InlineData("C:\\Users\\a\\b.pdf", "b.pdf")]
    [InlineData("a\u202Efdp.pdf", "afdp.pdf")]
    public void A_name_keeps_no_folder_and_no_trick(string given, string kept) => Assert.Equal(kept, Add(given, Pdf).Value.Name);

    [Fact]
    public void A_long_name_keeps_its_ending() => Assert.EndsWith(".pdf", Add(new string('あ', 300) + ".pdf", Pdf).Value.Name, StringComparison.Ordinal);

    [Fact]
    public void A_file_is_withdrawn_once_with_a_reason()
    {
        var file = Add("a.pdf", Pdf).Value;
        Assert.Equal(RefusalCode.Required, file.Withdraw("", PersonTests.By).Refusals.Single().Code);
        Assert.True(file.Withdraw("別の人の書類", PersonTests.By).IsDone);
        Assert.Equal(RefusalCode.WrongState, file.Withdraw("もう一度", PersonTests.By).Refusals.Single().Code);
    }
}
