using System.Globalization;
using System.Text;

namespace Tsunagi.Web.Hosting;

/// <summary>What PostgreSQL's postmaster.pid says, and whether it is true.</summary>
sealed record PostmasterFile(string FilePath, int ProcessId, string SocketFolder, string Status)
{
    public bool IsStopping => Status == "stopping";

    public static PostmasterFile? Read(ClusterPaths paths)
    {
        var path = Path.Combine(paths.PgData, "postmaster.pid");
        try
        {
            var lines = File.ReadAllLines(path);
            return lines.Length > 0 && int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new PostmasterFile(path, id, lines.ElementAtOrDefault(4) ?? "", (lines.ElementAtOrDefault(7) ?? "").Trim())
                : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>True when the process is alive and is the server of this very cluster, not another one that got its number later.</summary>
    public bool IsOurServer(ClusterPaths paths)
    {
        var words = CommandLine();
        return words.Length > 0
            && Path.GetFileName(words[0]) == "postgres"
            && words.Contains(paths.PgData, StringComparer.Ordinal);
    }

    /// <summary>
    /// True when the number belongs to a stranger, or to our server's remains nobody has collected: PostgreSQL takes either for
    /// a running server and refuses to start. (Children of a dead server are still noticed, by their shared memory.)
    /// </summary>
    public bool MisleadsTheServer(ClusterPaths paths) => Directory.Exists($"/proc/{ProcessId}") && !IsOurServer(paths);

    string[] CommandLine()
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{ProcessId}/cmdline"))
                .Split('\0', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            return []; // ended
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }
}
