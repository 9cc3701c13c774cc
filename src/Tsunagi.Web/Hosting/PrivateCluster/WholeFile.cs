using System.Text;

namespace Tsunagi.Web.Hosting;

/// <summary>Writes a file so that a crash leaves the old or the new one, never half of it.</summary>
static class WholeFile
{
    // Readable by the database server, which as root's child is another user; none of these files holds a secret.
    const UnixFileMode Readable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public static void Write(string path, string text)
    {
        var draft = path + ".new";
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.SetUnixFileMode(draft, Readable);
        File.Move(draft, path, overwrite: true);
    }
}
