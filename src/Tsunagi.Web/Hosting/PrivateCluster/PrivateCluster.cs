using Npgsql;

namespace Tsunagi.Web.Hosting;

/// <summary>
/// The program's own PostgreSQL: made on first use, reachable through a Unix socket only, running while the program runs.
/// See docs/adr/0002-private-postgresql.md.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    readonly ClusterPaths paths;
    readonly ClusterTenure? tenure;

    PrivateCluster(ClusterPaths paths, ClusterTenure? tenure)
    {
        this.paths = paths;
        this.tenure = tenure;
    }

    /// <summary>For the running program: a role that owns nothing.</summary>
    public string ProgramConnectionString =>
        ClusterRoles.ConnectionString(paths, ClusterRoles.Program, ClusterRoles.Database);

    /// <summary>For migrations alone: the owner of the database and of schema public.</summary>
    public string OwnerConnectionString =>
        ClusterRoles.ConnectionString(paths, ClusterRoles.Owner, ClusterRoles.Database);

    /// <summary>For tests that make databases of their own; the program serves nobody by it.</summary>
    public string AdministratorConnectionString =>
        ClusterRoles.ConnectionString(paths, ClusterRoles.Administrator, ClusterRoles.Administrator);

    /// <summary>The folder of the cluster itself.</summary>
    public DirectoryInfo Folder => new(paths.Base);

    /// <summary>True when the server had been left running by an earlier program.</summary>
    public bool Adopted => tenure?.Adopted ?? false;

    /// <summary>True when another program runs the server and we only use it.</summary>
    public bool IsGuest => tenure is null;

    /// <summary>What was written in bulk goes to its place now, and not in a start that follows a sudden end.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await using var administrator = new NpgsqlConnection(AdministratorConnectionString);
        await administrator.OpenAsync(cancellationToken);
        await using var checkpoint = new NpgsqlCommand("checkpoint", administrator);
        await checkpoint.ExecuteNonQueryAsync(cancellationToken);
    }

    public static Task<PrivateCluster> StartAsync(
        DirectoryInfo data, Action<string>? progress, CancellationToken cancellationToken) =>
        StartAsync(data, PrivateClusterOptions.Durable, progress, cancellationToken);

    /// <summary>Takes the data folder and runs its cluster until disposed; refuses when another program has it.</summary>
    public static async Task<PrivateCluster> StartAsync(
        DirectoryInfo data, PrivateClusterOptions options, Action<string>? progress, CancellationToken cancellationToken)
    {
        var account = ProgramAccount.Current();
        var paths = await ClusterPaths.ForAsync(data, account, cancellationToken);
        var held = DataFolderLock.TryTake(paths) ?? throw DataFolderLock.InUse(paths);
        return new PrivateCluster(
            paths, await ClusterTenure.BeginAsync(paths, account, options, held, progress ?? (_ => { }), cancellationToken));
    }

    /// <summary>
    /// For short verbs beside a running program: uses the cluster of the program that has the data folder, or runs it meanwhile.
    /// </summary>
    public static async Task<PrivateCluster> JoinOrStartAsync(
        DirectoryInfo data, Action<string>? progress, CancellationToken cancellationToken)
    {
        var account = ProgramAccount.Current();
        var paths = await ClusterPaths.ForAsync(data, account, cancellationToken);
        return await ClusterGuest.WaitAsync(paths, account, cancellationToken) switch
        {
            null => new PrivateCluster(paths, null),
            var held => new PrivateCluster(
                paths,
                await ClusterTenure.BeginAsync(
                    paths, account, PrivateClusterOptions.Durable, held, progress ?? (_ => { }), cancellationToken)),
        };
    }

    /// <summary>Stops the server if it is ours to stop.</summary>
    public async ValueTask DisposeAsync()
    {
        if (tenure is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await tenure.DisposeAsync();
        }
    }
}
