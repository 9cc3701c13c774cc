namespace Tsunagi.Web.Hosting;

/// <summary>Held by the one program that owns the data folder; the kernel lets go of it when that program ends, however it ends.</summary>
sealed class DataFolderLock : IDisposable
{
    readonly FileStream file;

    DataFolderLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock, or answers null when another program has it.</summary>
    public static DataFolderLock? TryTake(ClusterPaths paths)
    {
        try
        {
            Directory.CreateDirectory(
                paths.Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return new DataFolderLock(new FileStream(paths.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new PrivateClusterException(
                $"The data folder {paths.Data} cannot be written by the user {Environment.UserName}. "
                + "Run as the user who made it, or give another folder with --data DIR.", e);
        }
        catch (IOException) when (File.Exists(paths.Lock))
        {
            return null;
        }
        catch (IOException e)
        {
            throw new PrivateClusterException($"The data folder {paths.Data} cannot be used: {e.Message}", e);
        }
    }

    public static PrivateClusterException InUse(ClusterPaths paths) => new(
        $"Another tsunagi program is using the data folder {paths.Data}. "
        + "Stop it first, or give another folder with --data DIR.");

    public void Dispose() => file.Dispose();
}
