using Npgsql;

namespace Tsunagi.Web.Hosting;

/// <summary>How a verb means to use the data folder.</summary>
public enum DataFolderUse
{
    /// <summary>The program that serves: the only one on this folder.</summary>
    Own,

    /// <summary>A short verb, which may run beside a serving program.</summary>
    Share,
}

/// <summary>The database of this run: the one ConnectionStrings__Tsunagi names, else the private cluster of the data folder.</summary>
public sealed class DatabaseConnection : IAsyncDisposable
{
    public const string ProgramVariable = "ConnectionStrings__Tsunagi";
    public const string OwnerVariable = "ConnectionStrings__TsunagiOwner";

    readonly PrivateCluster? cluster;

    DatabaseConnection(string program, string? owner, PrivateCluster? cluster)
    {
        ProgramConnectionString = program;
        OwnerConnectionString = owner;
        this.cluster = cluster;
    }

    public string ProgramConnectionString { get; }

    /// <summary>Null when an outside server is used and ConnectionStrings__TsunagiOwner is not set.</summary>
    public string? OwnerConnectionString { get; }

    public bool IsPrivate => cluster is not null;

    /// <summary>The connection string given from outside, if any.</summary>
    public static string? Outside => FromEnvironment(ProgramVariable);

    public static async Task<DatabaseConnection> OpenAsync(
        DirectoryInfo data, DataFolderUse use, Action<string>? progress, CancellationToken cancellationToken)
    {
        if (Outside is { } outside)
        {
            return new DatabaseConnection(outside, FromEnvironment(OwnerVariable), null);
        }

        var cluster = use switch
        {
            DataFolderUse.Own => await PrivateCluster.StartAsync(data, progress, cancellationToken),
            DataFolderUse.Share => await PrivateCluster.JoinOrStartAsync(data, progress, cancellationToken),
        };
        return new DatabaseConnection(cluster.ProgramConnectionString, cluster.OwnerConnectionString, cluster);
    }

    /// <summary>After much was written at once: see <see cref="PrivateCluster.SettleAsync"/>. A server from outside knows its own times.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) => cluster?.SettleAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => cluster?.DisposeAsync() ?? ValueTask.CompletedTask;

    // A mistake here must not show up later as a stack trace that quotes the password.
    static string? FromEnvironment(string variable)
    {
        var text = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            return new NpgsqlConnectionStringBuilder(text).ConnectionString;
        }
        catch (ArgumentException e)
        {
            throw new VerbException(
                $"{variable} is not a PostgreSQL connection string. "
                + "It looks like: Host=db.example;Database=tsunagi;Username=tsunagi;Password=…", e);
        }
    }
}
