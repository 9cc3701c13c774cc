using System.Security.Cryptography;
using System.Text;

namespace Tsunagi.Web.Hosting;

/// <summary>Where everything of one data folder's private cluster lies.</summary>
/// <remarks>
/// An ordinary user's cluster lies inside the data folder. Root's lies under /var/lib/tsunagi, because the server then runs
/// as 'postgres', who may not be able to enter the data folder.
/// </remarks>
sealed record ClusterPaths(string Data, string Base, string Run, bool InsideDataFolder)
{
    public const string SystemFolder = "/var/lib/tsunagi";

    public const string SystemRunFolder = "/run/tsunagi";

    public const int Port = 5432;

    const string MarkerName = "tsunagi-cluster.json";

    public string DataHash => Hash(Data);

    public string PgData => Path.Combine(Base, "pgdata");

    public string Staging => Base + ".new";

    public string Config => Path.Combine(Base, "postgresql.conf");

    public string HostRules => Path.Combine(Base, "pg_hba.conf");

    public string IdentMap => Path.Combine(Base, "pg_ident.conf");

    public string ClusterMarker => Path.Combine(Base, MarkerName);

    public string DataMarker => Path.Combine(Data, MarkerName);

    public string Lock => Path.Combine(Data, "tsunagi.lock");

    public string Socket => Path.Combine(Run, $".s.PGSQL.{Port}");

    public static async Task<ClusterPaths> ForAsync(
        DirectoryInfo data, ProgramAccount account, CancellationToken cancellationToken)
    {
        var folder = await CanonicalAsync(data.FullName, cancellationToken);
        var hash = Hash(folder);
        return account.IsRoot
            ? new ClusterPaths(folder, Path.Combine(SystemFolder, hash), Path.Combine(SystemRunFolder, hash[..8]), false)
            : new ClusterPaths(
                folder, Path.Combine(folder, "postgres"), $"/tmp/tsunagi-{account.UserId}-{hash[..8]}", true);
    }

    // Two names of one folder (through a symbolic link) must lead to one cluster.
    static async Task<string> CanonicalAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await OsCommand.RunAsync("realpath", ["-m", "--", path], null, cancellationToken);
        return answer.Succeeded
            ? answer.Output
            : throw new PrivateClusterException($"The data folder {path} cannot be used: {OsCommand.OneLine(answer.Error)}");
    }

    static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16];
}
