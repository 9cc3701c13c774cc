using System.Diagnostics;

namespace Tsunagi.Web.Hosting;

/// <summary>Finds out whether the data folder is free for us or already served by another program.</summary>
static class ClusterGuest
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Answers the lock when the folder is free, null when another program's cluster answers.</summary>
    public static async Task<DataFolderLock?> WaitAsync(
        ClusterPaths paths, ProgramAccount account, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Patience)
        {
            if (DataFolderLock.TryTake(paths) is { } held)
            {
                return held;
            }

            // The holder may be making the cluster just now, or stopping it.
            if (await IsServedAsync(paths, account, cancellationToken))
            {
                return null;
            }

            await Task.Delay(200, cancellationToken);
        }

        throw DataFolderLock.InUse(paths);
    }

    static async Task<bool> IsServedAsync(ClusterPaths paths, ProgramAccount account, CancellationToken cancellationToken) =>
        ClusterFolder.Inspect(paths, account) is not null
        && PostmasterFile.Read(paths) is { IsStopping: false } file
        && file.IsOurServer(paths)
        && await ClusterProcess.AnswersAsync(paths, cancellationToken);
}
