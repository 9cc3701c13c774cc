using System.Text;
using System.Text.Unicode;
using Tsunagi.Linkage.Tables;

namespace Tsunagi.Web.Hosting;

/// <summary>A file of separated values, in UTF-8, UTF-16 or (as offices still export it) Shift_JIS.</summary>
sealed class TextFile : IDisposable
{
    private const int ChunkSize = 1 << 20;
    private const string ShiftJis = "shift_jis";
    private readonly StreamReader reader;
    private readonly FileInfo file;

    /// <exception cref="VerbException">The file cannot be read.</exception>
    public TextFile(FileInfo file)
    {
        this.file = file;
        try
        {
            reader = new(file.FullName, EncodingOf(file), detectEncodingFromByteOrderMarks: true, ChunkSize);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException($"{file} cannot be read: {e.Message}");
        }
        Csv = new(reader);
    }

    /// <summary>The present record.</summary>
    public CsvReader Csv { get; }

    /// <summary>Goes on to the next record.</summary>
    /// <exception cref="VerbException">The file is not as it should be; says the line.</exception>
    public bool Next()
    {
        try
        {
            return Csv.Read();
        }
        catch (CsvException e)
        {
            throw new VerbException($"{file}, line {e.Line}: {e.Message}");
        }
    }

    public void Dispose() => reader.Dispose();

    private static Encoding EncodingOf(FileInfo file)
    {
        if (IsUtf8(file)) return Encoding.UTF8;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(ShiftJis);
    }

    private static bool IsUtf8(FileInfo file)
    {
        using var stream = file.OpenRead();
        var chunk = new byte[ChunkSize];
        var kept = 0;
        while (stream.ReadAtLeast(chunk.AsSpan(kept), chunk.Length - kept, throwOnEndOfStream: false) is > 0 and var read)
        {
            var whole = chunk.AsSpan(0, kept + read);
            // UTF-16 begins with its mark, which the reader finds by itself.
            if (kept == 0 && (whole.StartsWith((byte[])[0xFF, 0xFE]) || whole.StartsWith((byte[])[0xFE, 0xFF]))) return true;
            kept = Unfinished(whole);
            if (!Utf8.IsValid(whole[..^kept])) return false;
            whole[^kept..].CopyTo(chunk);
        }
        return kept == 0;
    }

    // How many bytes at the end begin a character that goes on in the next chunk.
    private static int Unfinished(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if (b < 0x80) return 0;
            if (b >= 0xC0) return back < (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2) ? back : 0;
        }
        return 0;
    }
}
