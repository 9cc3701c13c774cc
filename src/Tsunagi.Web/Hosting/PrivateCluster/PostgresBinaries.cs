using System.Globalization;

namespace Tsunagi.Web.Hosting;

/// <summary>One installed PostgreSQL: its folder of programs and its major version.</summary>
sealed record PostgresBinaries(string Folder, int Major)
{
    public const int OldestMajor = 15;

    const string HowToInstall = "Install it (on Debian and Ubuntu: apt-get install postgresql), "
        + "or set ConnectionStrings__Tsunagi to a PostgreSQL server.";

    public string Initdb => Path.Combine(Folder, "initdb");

    public string Postgres => Path.Combine(Folder, "postgres");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <summary>Every usable installation, newest first.</summary>
    public static async Task<IReadOnlyList<PostgresBinaries>> FindAllAsync(CancellationToken cancellationToken)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in CandidateFolders().Distinct(StringComparer.Ordinal))
        {
            if (await ReadMajorAsync(folder, cancellationToken) is { } major and >= OldestMajor)
            {
                found.Add(new PostgresBinaries(folder, major));
            }
        }

        return [.. found.OrderByDescending(b => b.Major)];
    }

    public static PostgresBinaries Newest(IReadOnlyList<PostgresBinaries> installed) =>
        installed.Count > 0
            ? installed[0]
            : throw new PrivateClusterException($"PostgreSQL {OldestMajor} or newer is not installed. {HowToInstall}");

    /// <summary>A cluster can be opened only by the major version that made it.</summary>
    public static PostgresBinaries ForCluster(IReadOnlyList<PostgresBinaries> installed, int major, string cluster) =>
        Newest(installed).Major == major
            ? installed[0]
            : installed.FirstOrDefault(b => b.Major == major)
                ?? throw new PrivateClusterException(
                    $"The database in {cluster} was made by PostgreSQL {major}; installed here is "
                    + $"{string.Join(", ", installed.Select(b => b.Major))}. Install PostgreSQL {major}, or restore a backup "
                    + "into a new data folder (--data DIR).");

    static IEnumerable<string> CandidateFolders()
    {
        foreach (var (root, tail) in new[] { ("/usr/lib/postgresql", "bin"), ("/usr", "bin") })
        {
            var versions = root == "/usr" ? "pgsql-*" : "*";
            foreach (var folder in Directory.Exists(root) ? Directory.GetDirectories(root, versions) : [])
            {
                yield return Path.Combine(folder, tail);
            }
        }

        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
        {
            var program = new FileInfo(Path.Combine(folder, "postgres"));
            if (program.Exists)
            {
                yield return (program.ResolveLinkTarget(returnFinalTarget: true) ?? program).FullName is var path
                    ? Path.GetDirectoryName(path)! : folder;
            }
        }
    }

    static async Task<int?> ReadMajorAsync(string folder, CancellationToken cancellationToken)
    {
        string[] needed = ["postgres", "initdb", "pg_ctl"];
        if (!needed.All(name => File.Exists(Path.Combine(folder, name))))
        {
            return null;
        }

        var answer = await OsCommand.RunAsync(Path.Combine(folder, "postgres"), ["--version"], null, cancellationToken);
        return answer.Succeeded ? ParseMajor(answer.Output) : null;
    }

    /// <summary>Reads "postgres (PostgreSQL) 15.18 (Debian 15.18-0)" as 15.</summary>
    internal static int? ParseMajor(string versionLine)
    {
        var words = versionLine.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var figure = words.Length > 2 ? new string([.. words[2].TakeWhile(char.IsAsciiDigit)]) : "";
        return int.TryParse(figure, NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
    }
}
