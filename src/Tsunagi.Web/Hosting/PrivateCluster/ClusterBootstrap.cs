namespace Tsunagi.Web.Hosting;

/// <summary>Makes a new cluster beside its final place and moves it there whole, so an interrupted first start leaves nothing half made.</summary>
static class ClusterBootstrap
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // The server's user passes through root's folders but cannot list them.
    const UnixFileMode PassThrough = OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static async Task CreateAsync(
        ClusterPaths paths,
        ProgramAccount account,
        PostgresBinaries binaries,
        PrivateClusterOptions options,
        CancellationToken cancellationToken)
    {
        await MakeFoldersAsync(paths, account, cancellationToken);
        await OsCommand.RequireAsync(
            binaries.Initdb, InitdbArguments(paths, options), account.SwitchTo, "create the database", cancellationToken);

        var marker = ClusterMarker.New(paths, account, binaries.Major);
        marker.Write(Path.Combine(paths.Staging, Path.GetFileName(paths.ClusterMarker)));
        Directory.Move(paths.Staging, paths.Base);
        marker.Write(paths.DataMarker);
    }

    static async Task MakeFoldersAsync(ClusterPaths paths, ProgramAccount account, CancellationToken cancellationToken)
    {
        if (Directory.Exists(paths.Staging))
        {
            Directory.Delete(paths.Staging, recursive: true);
        }

        if (account.IsRoot)
        {
            Directory.CreateDirectory(ClusterPaths.SystemFolder, PassThrough);
        }

        Directory.CreateDirectory(paths.Staging, account.IsRoot ? PassThrough : OwnerOnly);
        await OsCommand.RequireAsync(
            "install", ["-d", "-m", "0700", "-o", account.Server, "--", StagedPgData(paths)], null,
            $"make a folder for the user {account.Server}", cancellationToken);
    }

    static IEnumerable<string> InitdbArguments(ClusterPaths paths, PrivateClusterOptions options) =>
    [
        "--pgdata", StagedPgData(paths),
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--auth=peer",
        $"--username={ClusterRoles.Administrator}",
        "--data-checksums",
        "--no-instructions",
        .. options.Fsync ? Array.Empty<string>() : ["--no-sync"],
    ];

    static string StagedPgData(ClusterPaths paths) => Path.Combine(paths.Staging, Path.GetFileName(paths.PgData));
}
