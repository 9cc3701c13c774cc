namespace Tsunagi.Web.Hosting;

/// <summary>The time in which this program has the data folder and runs its server.</summary>
sealed class ClusterTenure : IAsyncDisposable
{
    readonly ClusterPaths paths;
    readonly PrivateClusterOptions options;
    readonly DataFolderLock held;
    readonly ClusterProcess process;

    ClusterTenure(ClusterPaths paths, PrivateClusterOptions options, DataFolderLock held, ClusterProcess process)
    {
        this.paths = paths;
        this.options = options;
        this.held = held;
        this.process = process;
    }

    public bool Adopted => process.Adopted;

    /// <summary>Takes over the lock: it is let go of when this fails or the tenure ends.</summary>
    public static async Task<ClusterTenure> BeginAsync(
        ClusterPaths paths,
        ProgramAccount account,
        PrivateClusterOptions options,
        DataFolderLock held,
        Action<string> progress,
        CancellationToken cancellationToken)
    {
        try
        {
            var binaries = await OpenFolderAsync(paths, account, options, progress, cancellationToken);
            await RunFolder.PrepareAsync(paths, account, cancellationToken);
            ClusterSettings.Write(paths, account, options);
            var process = new ClusterProcess(paths, account, binaries, progress);
            return await RunAsync(new ClusterTenure(paths, options, held, process), cancellationToken);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await process.StopAsync();
            if (options.RemoveOnDispose)
            {
                RemoveFolder(paths.Base);
                File.Delete(paths.DataMarker);
            }

            RemoveFolder(paths.Run);
        }
        finally
        {
            held.Dispose();
        }
    }

    static void RemoveFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    static async Task<ClusterTenure> RunAsync(ClusterTenure tenure, CancellationToken cancellationToken)
    {
        try
        {
            await tenure.process.StartOrAdoptAsync(tenure.options.StartTimeout, cancellationToken);
            await ClusterRoles.EnsureAsync(tenure.paths, cancellationToken);
            return tenure;
        }
        catch
        {
            await tenure.process.StopAsync();
            RemoveFolder(tenure.paths.Run);
            throw;
        }
    }

    static async Task<PostgresBinaries> OpenFolderAsync(
        ClusterPaths paths,
        ProgramAccount account,
        PrivateClusterOptions options,
        Action<string> progress,
        CancellationToken cancellationToken)
    {
        var installed = await PostgresBinaries.FindAllAsync(cancellationToken);
        await SetAsideIfLeftBehindAsync(paths, account, installed, progress);
        if (ClusterFolder.Inspect(paths, account) is { } major)
        {
            ClusterMarker.Read(paths.ClusterMarker)!.Write(paths.DataMarker);
            return PostgresBinaries.ForCluster(installed, major, paths.Base);
        }

        var newest = PostgresBinaries.Newest(installed);
        progress("Creating the private database (first start) …");
        await ClusterBootstrap.CreateAsync(paths, account, newest, options, cancellationToken);
        return newest;
    }

    static async Task SetAsideIfLeftBehindAsync(
        ClusterPaths paths, ProgramAccount account, IReadOnlyList<PostgresBinaries> installed, Action<string> progress)
    {
        if (!ClusterFolder.WasLeftBehind(paths))
        {
            return;
        }

        await new ClusterProcess(paths, account, PostgresBinaries.Newest(installed), progress).StopAsync();
        progress($"The data folder was emptied; its earlier database is kept in {ClusterFolder.SetAside(paths)}.");
    }
}
