using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Tsunagi.Bench;

/// <summary>
/// One kept connection that speaks just enough HTTP/1.1: a prepared request goes out, the answer is read to its end into one buffer.
/// It allocates next to nothing, so that what is allocated in the process is the server's.
/// </summary>
sealed class Wire(Uri address) : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] EndOfChunks = "0\r\n\r\n"u8.ToArray();
    private static readonly byte[] Length = "Content-Length: "u8.ToArray();
    private static readonly byte[] Chunked = "Transfer-Encoding: chunked"u8.ToArray();
    private readonly byte[] buffer = new byte[1 << 20];
    private Socket? socket;

    /// <summary>The request of a page or an API call.</summary>
    public static byte[] Request(string method, string path, string host, string? cookie = null, string? token = null, string? json = null)
    {
        var body = json is null ? "" : json;
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{method} {path} HTTP/1.1\r\nHost: {host}\r\n");
        if (cookie is not null) head.Append(CultureInfo.InvariantCulture, $"Cookie: {cookie}\r\n");
        if (token is not null) head.Append(CultureInfo.InvariantCulture, $"Authorization: Bearer {token}\r\n");
        if (json is not null) head.Append(CultureInfo.InvariantCulture, $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n");
        return Encoding.UTF8.GetBytes(head.Append("\r\n").Append(body).ToString());
    }

    /// <summary>Sends and waits for the whole answer.</summary>
    /// <returns>The status; 0 when the connection broke.</returns>
    public int Send(byte[] request)
    {
        try
        {
            socket ??= Connect();
            socket.Send(request);
            return Read();
        }
        catch (SocketException)
        {
            Dispose();
            return 0;
        }
    }

    /// <summary>The last answer.</summary>
    public string Answer { get => Encoding.UTF8.GetString(buffer, 0, Size); }

    /// <summary>How long the last answer was.</summary>
    public int Size { get; private set; }

    public void Dispose()
    {
        socket?.Dispose();
        socket = null;
    }

    private Socket Connect()
    {
        var connected = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000 };
        connected.Connect(address.Host, address.Port);
        return connected;
    }

    private int Read()
    {
        Size = 0;
        var end = -1;
        while (end < 0 || Size < end)
        {
            var got = socket!.Receive(buffer, Size, buffer.Length - Size, SocketFlags.None);
            if (got == 0) throw new SocketException((int)SocketError.ConnectionReset);
            Size += got;
            if (end < 0) end = EndOf(buffer.AsSpan(0, Size));
        }
        return ((buffer[9] - '0') * 100) + ((buffer[10] - '0') * 10) + buffer[11] - '0';
    }

    private static int EndOf(ReadOnlySpan<byte> got)
    {
        var head = got.IndexOf(EndOfHead);
        if (head < 0) return -1;
        var fields = got[..head];
        if (fields.IndexOf(Chunked) >= 0) return got.EndsWith(EndOfChunks) ? got.Length : -1;
        var length = fields.IndexOf(Length);
        if (length < 0) return head + EndOfHead.Length;
        var number = 0;
        for (var i = length + Length.Length; i < fields.Length && char.IsAsciiDigit((char)fields[i]); i++) number = (number * 10) + fields[i] - '0';
        return head + EndOfHead.Length + number;
    }
}
