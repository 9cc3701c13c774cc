using System.Globalization;
using Npgsql;
using Tsunagi.Web.Hosting;

namespace Tsunagi.Web.Tests.Hosting;

public sealed class A_private_cluster_that_is_running : IAsyncLifetime
{
    readonly TemporaryData data = new();
    PrivateCluster cluster = null!;

    public async ValueTask InitializeAsync() => cluster = await data.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        await data.DisposeAsync();
    }

    [Fact]
    public async Task Gives_the_program_and_the_owner_a_login_each()
    {
        Assert.Equal("tsunagi", await TemporaryData.AskAsync(cluster.ProgramConnectionString, "select current_user"));
        Assert.Equal("tsunagi_owner", await TemporaryData.AskAsync(cluster.OwnerConnectionString, "select current_user"));
        Assert.Equal(
            "tsunagi_owner UTF8 C.UTF-8",
            await TemporaryData.AskAsync(
                cluster.ProgramConnectionString,
                "select pg_get_userbyid(datdba) || ' ' || pg_encoding_to_char(encoding) || ' ' || datcollate "
                + "from pg_database where datname = current_database()"));
    }

    [Fact]
    public async Task Lets_only_the_owner_make_and_drop_tables()
    {
        await TemporaryData.ExecuteAsync(cluster.OwnerConnectionString, "create table public.made_by_owner (n int)");

        Assert.Equal("42501", await RefusedStateAsync("create table public.made_by_program (n int)"));
        Assert.Equal("42501", await RefusedStateAsync("drop table public.made_by_owner"));
        Assert.Equal("42501", await RefusedStateAsync("create schema other"));
        Assert.Equal("42501", await RefusedStateAsync("set role tsunagi_owner"));
    }

    [Fact]
    public async Task Lets_the_owner_add_the_extensions_the_schema_needs() =>
        await TemporaryData.ExecuteAsync(
            cluster.OwnerConnectionString, "create extension btree_gist; create extension pg_trgm; create extension pgcrypto");

    [Fact]
    public async Task Listens_on_no_network_address()
    {
        Assert.Equal("", await TemporaryData.AskAsync(cluster.AdministratorConnectionString, "show listen_addresses"));

        var server = File.ReadLines(Path.Combine(data.PgData, "postmaster.pid")).First();
        var sockets = Directory.GetFiles($"/proc/{server}/fd")
            .Select(f => new FileInfo(f).LinkTarget ?? "")
            .Where(t => t.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(t => t["socket:[".Length..^1])
            .ToHashSet();
        Assert.NotEmpty(sockets);
        Assert.DoesNotContain(ListeningTcpSockets(), sockets.Contains);
    }

    [Fact]
    public async Task Can_be_reached_only_through_a_folder_closed_to_others()
    {
        var folder = new NpgsqlConnectionStringBuilder(cluster.ProgramConnectionString).Host!;
        Assert.InRange($"{folder}/.s.PGSQL.5432".Length, 1, 107);
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        Assert.Equal("0700", await TemporaryData.AskAsync(cluster.AdministratorConnectionString, "show unix_socket_permissions"));
    }

    [Fact]
    public async Task Writes_no_personal_data_to_its_log()
    {
        await TemporaryData.ExecuteAsync(
            cluster.OwnerConnectionString,
            "create table person (name text primary key); insert into person values ('canary-stored')");

        await RefusedAsOwnerAsync("select 'canary-primary'::date");
        await RefusedAsOwnerAsync("insert into person values ('canary-stored')");
        await RefusedAsOwnerAsync("select canary_statement from nowhere");
        await TemporaryData.ExecuteAsync(
            cluster.OwnerConnectionString, "do $$ begin raise warning 'canary-warning'; end $$");

        var log = string.Concat(Directory.GetFiles(Path.Combine(data.PgData, "log")).Select(File.ReadAllText));
        Assert.Contains("database system is ready", log, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", log, StringComparison.Ordinal);
    }

    async Task<string> RefusedStateAsync(string sql) =>
        (await Assert.ThrowsAsync<PostgresException>(
            () => TemporaryData.ExecuteAsync(cluster.ProgramConnectionString, sql))).SqlState;

    Task<PostgresException> RefusedAsOwnerAsync(string sql) =>
        Assert.ThrowsAsync<PostgresException>(() => TemporaryData.ExecuteAsync(cluster.OwnerConnectionString, sql));

    // Fields of /proc/net/tcp: … 3 state (0A = listening) … 9 inode.
    static IEnumerable<string> ListeningTcpSockets() =>
        new[] { "/proc/net/tcp", "/proc/net/tcp6" }
            .Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length > 9 && fields[3] == "0A")
            .Select(fields => fields[9].ToString(CultureInfo.InvariantCulture));
}
