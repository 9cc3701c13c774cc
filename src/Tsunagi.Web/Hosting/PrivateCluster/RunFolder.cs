namespace Tsunagi.Web.Hosting;

/// <summary>The short folder of the socket. Nobody but its owner may enter it, so nobody can put a socket of their own there.</summary>
static class RunFolder
{
    public static Task PrepareAsync(ClusterPaths paths, ProgramAccount account, CancellationToken cancellationToken) =>
        account.IsRoot ? PrepareForServerUserAsync(paths, account, cancellationToken) : PrepareOwnAsync(paths, account, cancellationToken);

    static async Task PrepareForServerUserAsync(
        ClusterPaths paths, ProgramAccount account, CancellationToken cancellationToken)
    {
        await OsCommand.RequireAsync(
            "install", ["-d", "-m", "0755", "--", ClusterPaths.SystemRunFolder], null, "make the run folder", cancellationToken);
        await OsCommand.RequireAsync(
            "install", ["-d", "-m", "0700", "-o", account.Server, "--", paths.Run], null, "make the run folder", cancellationToken);
    }

    // Under /tmp anyone may have made a folder or link of this name before us: what is there must be ours, and a real folder.
    // Once it is, the sticky bit of /tmp keeps others from replacing it.
    static async Task PrepareOwnAsync(ClusterPaths paths, ProgramAccount account, CancellationToken cancellationToken)
    {
        await OsCommand.RunAsync("mkdir", ["-m", "0700", "--", paths.Run], null, cancellationToken);
        var look = await OsCommand.RunAsync("stat", ["-c", "%u %F %a", "--", paths.Run], null, cancellationToken);
        if (look.Output != $"{account.UserId} directory 700")
        {
            throw new PrivateClusterException(
                $"The run folder {paths.Run} is not a private folder of the user {account.Name} (found: {look.Output}). "
                + "Remove it and start again.");
        }
    }
}
