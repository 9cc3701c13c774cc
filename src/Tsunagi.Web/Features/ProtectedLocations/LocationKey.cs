using System.Security.Cryptography;
using Tsunagi.Web.Hosting;

namespace Tsunagi.Web.Features.ProtectedLocations;

/// <summary>
/// 居場所の鍵: 32 random bytes in the data folder, readable by the program's user only, made on first use. It is never in the
/// database, so that a copy of the database tells nobody where anybody is.
/// </summary>
public sealed class LocationKey(ServeOptions options)
{
    private const int Length = 32;
    private readonly Lazy<byte[]> key = new(() => Load(options.Data.CreateSubdirectory("keys")));

    /// <summary>The key.</summary>
    public ReadOnlySpan<byte> Bytes => key.Value;

    /// <summary>Tells keys apart without telling anything about them.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData([.. "tsunagi location key"u8, .. key.Value]))[..16];

    private static byte[] Load(DirectoryInfo folder)
    {
        var path = Path.Combine(folder.FullName, "location.key");
        if (!File.Exists(path)) Create(path);
        var bytes = File.ReadAllBytes(path);
        return bytes.Length == Length ? bytes : throw new InvalidOperationException("keys/location.key is not a key: restore it from the backup of keys.");
    }

    // Written whole under another name first: two nodes that begin at once agree on the one that came first.
    private static void Create(string path)
    {
        var draft = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        var owner = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) owner.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, owner))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
