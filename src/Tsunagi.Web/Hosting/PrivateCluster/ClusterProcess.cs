using System.Diagnostics;
using Npgsql;

namespace Tsunagi.Web.Hosting;

/// <summary>The running database server: started by us, or left running by an earlier program and adopted.</summary>
sealed class ClusterProcess
{
    static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan AdoptionTimeout = TimeSpan.FromSeconds(30);
    static readonly TimeSpan LeftoverTimeout = TimeSpan.FromSeconds(20);
    static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(5);

    readonly ClusterPaths paths;
    readonly ProgramAccount account;
    readonly PostgresBinaries binaries;
    readonly Action<string> progress;

    public ClusterProcess(ClusterPaths paths, ProgramAccount account, PostgresBinaries binaries, Action<string> progress)
    {
        this.paths = paths;
        this.account = account;
        this.binaries = binaries;
        this.progress = progress;
    }

    Process? child;

    /// <summary>True when the server was already running.</summary>
    public bool Adopted { get; private set; }

    /// <remarks>When this throws, <see cref="StopAsync"/> ends whatever was started.</remarks>
    public async Task StartOrAdoptAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (await TryAdoptAsync(cancellationToken))
        {
            Adopted = true;
            return;
        }

        progress($"Starting PostgreSQL {binaries.Major} …");
        var leftovers = Stopwatch.StartNew();
        while (await TryStartAsync(timeout, cancellationToken) is { } complaint)
        {
            // After a crash the old server's children need a moment to notice and end.
            if (!complaint.Contains("shared memory", StringComparison.Ordinal) || leftovers.Elapsed > LeftoverTimeout)
            {
                throw new PrivateClusterException(
                    $"PostgreSQL could not start for {paths.Base}: {OsCommand.OneLine(complaint)}. "
                    + $"Its log is in {Path.Combine(paths.PgData, "log")}.");
            }

            await Task.Delay(500, cancellationToken);
        }
    }

    public async Task StopAsync()
    {
        if (PostmasterFile.Read(paths) is { } file && file.IsOurServer(paths))
        {
            // 'fast': open transactions are rolled back and the journal is closed properly.
            var stopped = await ControlAsync(["stop", "--mode=fast", "--wait", "--timeout=120"], CancellationToken.None);
            if (!stopped.Succeeded && file.IsOurServer(paths))
            {
                await ControlAsync(["stop", "--mode=immediate", "--wait"], CancellationToken.None);
            }
        }

        await ReapAsync();
    }

    // pg_ctl is content when the pid file is gone; the process ends a moment later and is ours to wait for.
    // One that never came as far as its pid file knows nothing worth keeping.
    async Task ReapAsync()
    {
        if (child is null)
        {
            return;
        }

        using var patience = new CancellationTokenSource(LastPatience);
        await child.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!child.HasExited)
        {
            child.Kill();
            await child.WaitForExitAsync();
        }

        child.Dispose();
        child = null;
    }

    async Task<bool> TryAdoptAsync(CancellationToken cancellationToken)
    {
        var file = PostmasterFile.Read(paths);
        if (file is null || !file.IsOurServer(paths))
        {
            return false;
        }

        if (!file.IsStopping && file.SocketFolder == paths.Run
            && await AnswersWithinAsync(AdoptionTimeout, () => file.IsOurServer(paths), cancellationToken))
        {
            progress("Taking over the database left running by an earlier program …");
            await ControlAsync(["reload"], cancellationToken);
            return true;
        }

        await StopAsync();
        return false;
    }

    // We hold the data folder and our server is not running: what a dead one left behind must not stop the new one.
    void RemoveLeftovers()
    {
        if (PostmasterFile.Read(paths) is { } file && file.MisleadsTheServer(paths))
        {
            File.Delete(file.FilePath);
        }

        File.Delete(paths.Socket);
        File.Delete(paths.Socket + ".lock");
    }

    /// <summary>Answers null when the server is up, otherwise what it said before it gave up.</summary>
    async Task<string?> TryStartAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        RemoveLeftovers();

        // A session of its own: Ctrl-C in the terminal reaches us alone, and we stop the server when the host has finished.
        var start = OsCommand.Describe(
            "setsid", [binaries.Postgres, "-D", paths.PgData, "-c", $"config_file={paths.Config}"], account.SwitchTo);
        var server = OsCommand.Launch(start);
        child = server;
        server.StandardInput.Close();
        _ = server.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var complaint = server.StandardError.ReadToEndAsync(CancellationToken.None);

        if (await AnswersWithinAsync(timeout, () => !server.HasExited, cancellationToken))
        {
            return null;
        }

        if (server.HasExited)
        {
            return await complaint + await LastWordsAsync();
        }

        throw new PrivateClusterException(
            $"PostgreSQL did not answer within {timeout.TotalSeconds:0} seconds. Its log is in {Path.Combine(paths.PgData, "log")}.");
    }

    // Once its own log is open the server writes there and no longer to us.
    async Task<string> LastWordsAsync()
    {
        var logs = new DirectoryInfo(Path.Combine(paths.PgData, "log"));
        var newest = logs.Exists ? logs.GetFiles("*.log").MaxBy(f => f.LastWriteTimeUtc) : null;
        return newest is null
            ? ""
            : string.Join('\n', (await File.ReadAllLinesAsync(newest.FullName)).TakeLast(5));
    }

    async Task<bool> AnswersWithinAsync(TimeSpan limit, Func<bool> isAlive, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < limit)
        {
            if (File.Exists(paths.Socket) && await AnswersAsync(paths, cancellationToken))
            {
                return true;
            }

            if (!isAlive())
            {
                return false;
            }

            await Task.Delay(Poll, cancellationToken);
        }

        return false;
    }

    internal static async Task<bool> AnswersAsync(ClusterPaths paths, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await ClusterRoles.OpenAsync(paths, ClusterRoles.Administrator, cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false; // still starting, or already ending
        }
    }

    Task<OsCommand.Result> ControlAsync(string[] arguments, CancellationToken cancellationToken) =>
        OsCommand.RunAsync(binaries.PgCtl, ["--pgdata", paths.PgData, .. arguments], account.SwitchTo, cancellationToken);
}
