using System.Diagnostics.CodeAnalysis;
using Npgsql;
using Tsunagi.Data;
using Tsunagi.Web.Hosting;
using Tsunagi.Web.Tests.Support;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace Tsunagi.Web.Tests.Support;

/// <summary>One real PostgreSQL for the test run, with one migrated template database a profile, which test classes clone.</summary>
public sealed class TestCluster : IAsyncLifetime
{
    private readonly HashSet<string> templates = [];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tsunagi-test-");
    private readonly SemaphoreSlim cloning = new(1, 1);
    private PrivateCluster? cluster;
    private int clones;

    public async ValueTask InitializeAsync()
    {
        cluster = await PrivateCluster.StartAsync(folder, PrivateClusterOptions.ThrowAway, null, CancellationToken.None);
    }

    private async Task<string> TemplateAsync(string profile)
    {
        var name = $"template_{profile}";
        if (!templates.Add(name)) return name;
        await AdministerAsync($"create database {name} owner tsunagi_owner");
        await using var db = AppDb.Open(new NpgsqlConnectionStringBuilder(OwnerOf(name)) { Pooling = false }.ConnectionString);
        await Schema.MigrateAsync(db, CancellationToken.None);
        await TestTown.FoundAsync(db, profile);
        return name;
    }

    /// <summary>A database of one's own, as the template left it.</summary>
    public async Task<TestDatabase> CloneAsync(string profile)
    {
        await cloning.WaitAsync();
        try
        {
            var name = $"town_{++clones}";
            await AdministerAsync($"create database {name} template {await TemplateAsync(profile)} owner tsunagi_owner");
            return new(ProgramOf(name), OwnerOf(name), folder);
        }
        finally
        {
            cloning.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null) await cluster.DisposeAsync();
        folder.Delete(recursive: true);
        cloning.Dispose();
    }

    // Whether a question about a whole database is answered soon does not matter to what a test asserts.
    private const int Patience = 600;

    private string ProgramOf(string database) => new NpgsqlConnectionStringBuilder(cluster!.ProgramConnectionString) { Database = database, MaxPoolSize = 20 }.ConnectionString;

    private string OwnerOf(string database) => new NpgsqlConnectionStringBuilder(cluster!.OwnerConnectionString) { Database = database, MaxPoolSize = 5, CommandTimeout = Patience }.ConnectionString;

    [SuppressMessage("Security", "CA2100", Justification = "Names made above, no input.")]
    private async Task AdministerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(cluster!.AdministratorConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>One test class's database.</summary>
public sealed record TestDatabase(string Program, string Owner, DirectoryInfo Data)
{
    /// <summary>Looks into the database as its owner: no access filter sees for it, so set a scope or ignore filters.</summary>
    public AppDb OpenAsOwner() => AppDb.Open(Owner);
}
