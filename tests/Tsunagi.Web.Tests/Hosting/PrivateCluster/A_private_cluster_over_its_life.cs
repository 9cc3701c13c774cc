using System.Diagnostics;
using System.Globalization;
using Tsunagi.Web.Hosting;

namespace Tsunagi.Web.Tests.Hosting;

public sealed class A_private_cluster_over_its_life : IAsyncLifetime
{
    const string Remember = "create table remembered (word text); insert into remembered values ('つなぎ')";
    const string Recall = "select word from remembered";

    readonly TemporaryData data = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Fact]
    public async Task Is_made_durable_by_default()
    {
        var said = new List<string>();
        await using var cluster = await data.StartAsync(PrivateClusterOptions.Durable, said.Add);

        Assert.Contains(said, s => s.StartsWith("Creating", StringComparison.Ordinal));
        Assert.Equal(
            "on on on on UTC",
            await TemporaryData.AskAsync(
                cluster.ProgramConnectionString,
                "select concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'), "
                + "current_setting('full_page_writes'), current_setting('data_checksums'), current_setting('timezone'))"));
    }

    [Fact]
    public async Task Keeps_its_data_over_a_restart()
    {
        await using (var first = await data.StartAsync())
        {
            await TemporaryData.ExecuteAsync(first.OwnerConnectionString, Remember);
        }

        Assert.False(File.Exists(Path.Combine(data.PgData, "postmaster.pid")));
        await using var second = await data.StartAsync();
        Assert.False(second.Adopted);
        Assert.Equal("つなぎ", await TemporaryData.AskAsync(second.OwnerConnectionString, Recall));
    }

    [Fact]
    public async Task Is_adopted_when_its_program_was_killed()
    {
        using (var program = await ServingProgram.StartAsync(data.Folder))
        {
            await using var guest = await data.JoinAsync();
            Assert.True(guest.IsGuest);
            await TemporaryData.ExecuteAsync(guest.OwnerConnectionString, Remember);
            await program.KillAsync();
        }

        var server = ServerProcessId();
        await using var next = await data.StartAsync();
        Assert.True(next.Adopted);
        Assert.Equal(server, ServerProcessId());
        Assert.Equal("つなぎ", await TemporaryData.AskAsync(next.OwnerConnectionString, Recall));
    }

    [Fact]
    public async Task Recovers_when_program_and_server_were_killed()
    {
        using (var program = await ServingProgram.StartAsync(data.Folder))
        {
            await using var guest = await data.JoinAsync();
            await TemporaryData.ExecuteAsync(guest.OwnerConnectionString, Remember);
            await program.KillAsync();
            using var server = Process.GetProcessById(ServerProcessId());
            server.Kill();
        }

        await using var next = await data.StartAsync();
        Assert.False(next.Adopted);
        Assert.Equal("つなぎ", await TemporaryData.AskAsync(next.OwnerConnectionString, Recall));
    }

    [Fact]
    public async Task Starts_although_its_old_process_number_now_belongs_to_a_stranger()
    {
        await data.MakeClusterAsync();
        // The server's user must be able to signal the stranger, or PostgreSQL itself would see through it.
        using var stranger = StartSleeperAsServerUser();
        await File.WriteAllLinesAsync(
            Path.Combine(data.PgData, "postmaster.pid"),
            [stranger.Id.ToString(CultureInfo.InvariantCulture), data.PgData, "1", "5432", "/nowhere", "", "", "ready"],
            TestContext.Current.CancellationToken);

        await using var next = await data.StartAsync();
        Assert.False(next.Adopted);
        Assert.False(stranger.HasExited);
        stranger.Kill();
    }

    [Fact]
    public async Task Ends_with_its_program_when_that_is_told_to_end()
    {
        using var program = await ServingProgram.StartAsync(data.Folder);
        await using (await data.JoinAsync())
        {
        }

        var server = ServerProcessId();
        Assert.Equal(0, await program.EndOrderlyAsync());
        Assert.False(Directory.Exists($"/proc/{server}"));
    }

    [Fact]
    public async Task Leaves_nothing_when_it_was_meant_to_be_thrown_away()
    {
        await using (await data.StartAsync(PrivateClusterOptions.ThrowAway))
        {
        }

        Assert.False(Directory.Exists(data.Cluster!.FullName));
        await using var anew = await data.StartAsync();
        Assert.False(anew.Adopted);
    }

    int ServerProcessId() => int.Parse(
        File.ReadLines(Path.Combine(data.PgData, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    static Process StartSleeperAsServerUser()
    {
        var start = new ProcessStartInfo("sleep", ["60"]);
        if (Environment.IsPrivilegedProcess)
        {
            start.UserName = "postgres";
        }

        return Process.Start(start)!;
    }
}
