using Npgsql;

namespace Tsunagi.Web.Hosting;

/// <summary>The roles and the database of a private cluster.</summary>
/// <remarks>
/// The program logs in as a role that owns nothing, so no defect in it can alter the schema or drop a table; only 'migrate'
/// logs in as the owner. Every step may be repeated: an interrupted first start is finished by the next one.
/// </remarks>
static class ClusterRoles
{
    public const string Database = "tsunagi";
    public const string Program = "tsunagi";
    public const string Owner = "tsunagi_owner";
    public const string Administrator = "postgres";

    public static IReadOnlyList<string> All { get; } = [Program, Owner, Administrator];

    public static string ConnectionString(ClusterPaths paths, string role, string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = paths.Run,
            Port = ClusterPaths.Port,
            Database = database,
            Username = role,
            ApplicationName = "tsunagi",
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            MaxPoolSize = 20,
        }.ConnectionString;

    public static async Task EnsureAsync(ClusterPaths paths, CancellationToken cancellationToken)
    {
        await using (var server = await OpenAsync(paths, Administrator, cancellationToken))
        {
            await EnsureRoleAsync(server, Owner, cancellationToken);
            await EnsureRoleAsync(server, Program, cancellationToken);
            await EnsureDatabaseAsync(server, cancellationToken);
        }

        await using var database = await OpenAsync(paths, Database, cancellationToken);
        await ExecuteAsync(database, Rights, cancellationToken);
    }

    const string Rights = $"""
        revoke all on database {Database} from public;
        grant connect, temporary on database {Database} to {Program};
        alter schema public owner to {Owner};
        revoke all on schema public from public;
        grant usage on schema public to {Program};
        """;

    static async Task EnsureRoleAsync(NpgsqlConnection server, string role, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(server, "select 1 from pg_roles where rolname = $1", role, cancellationToken))
        {
            await ExecuteAsync(
                server, $"create role {role} login nosuperuser nocreatedb nocreaterole noreplication", cancellationToken);
        }
    }

    static async Task EnsureDatabaseAsync(NpgsqlConnection server, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(server, "select 1 from pg_database where datname = $1", Database, cancellationToken))
        {
            await ExecuteAsync(
                server,
                $"create database {Database} owner {Owner} template template0 encoding 'UTF8' locale 'C.UTF-8'",
                cancellationToken);
        }
    }

    internal static async Task<NpgsqlConnection> OpenAsync(
        ClusterPaths paths, string database, CancellationToken cancellationToken)
    {
        var builder = new NpgsqlConnectionStringBuilder(ConnectionString(paths, Administrator, database)) { Pooling = false };
        var connection = new NpgsqlConnection(builder.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    static async Task<bool> ExistsAsync(
        NpgsqlConnection connection, string sql, string name, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter { Value = name });
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
