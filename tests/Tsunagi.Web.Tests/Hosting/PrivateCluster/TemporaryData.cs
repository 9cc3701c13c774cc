using Npgsql;
using Tsunagi.Web.Hosting;

namespace Tsunagi.Web.Tests.Hosting;

/// <summary>A data folder for one test, and everything that was made for it.</summary>
sealed class TemporaryData : IAsyncDisposable
{
    static readonly PrivateClusterOptions Quick = new() { Fsync = false, SharedBuffersMegabytes = 32 };

    public DirectoryInfo Folder { get; private set; } = Directory.CreateTempSubdirectory("tsunagi-test-");

    /// <summary>Where the cluster lies; known after the first start.</summary>
    public DirectoryInfo? Cluster { get; private set; }

    public string ClusterMarker => Path.Combine(Cluster!.FullName, "tsunagi-cluster.json");

    public string PgData => Path.Combine(Cluster!.FullName, "pgdata");

    static CancellationToken Ending => TestContext.Current.CancellationToken;

    public Task<PrivateCluster> StartAsync() => StartAsync(Quick);

    public async Task<PrivateCluster> StartAsync(PrivateClusterOptions options, Action<string>? progress = null)
    {
        var cluster = await PrivateCluster.StartAsync(Folder, options, progress, Ending);
        Cluster = cluster.Folder;
        return cluster;
    }

    public async Task<PrivateCluster> JoinAsync()
    {
        var cluster = await PrivateCluster.JoinOrStartAsync(Folder, null, Ending);
        Cluster = cluster.Folder;
        return cluster;
    }

    /// <summary>Starts and stops once, so that there is a cluster on disk.</summary>
    public async Task MakeClusterAsync()
    {
        await using var cluster = await StartAsync();
    }

    public async Task<string> RefusalAsync() =>
        (await Assert.ThrowsAsync<PrivateClusterException>(StartAsync)).Message;

    public void Rename(string suffix)
    {
        var target = Folder.FullName + suffix;
        Directory.Move(Folder.FullName, target);
        Folder = new DirectoryInfo(target);
    }

    public async ValueTask DisposeAsync()
    {
        if (Cluster is { Parent: { } parent } cluster)
        {
            foreach (var left in parent.Exists ? parent.GetDirectories(cluster.Name + "*") : [])
            {
                left.Delete(recursive: true);
            }
        }

        if (Directory.Exists(Folder.FullName))
        {
            Folder.Delete(recursive: true);
        }

        await Task.CompletedTask;
    }

    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = await OpenAsync(connectionString);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Ending);
    }

    public static async Task<string> AskAsync(string connectionString, string sql)
    {
        await using var connection = await OpenAsync(connectionString);
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(Ending), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }

    static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Ending);
        return connection;
    }
}
