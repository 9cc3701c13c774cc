using System.Net;
using Npgsql;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Hosting;

/// <summary>A database that breaks its connections, as when it starts anew, costs a request or two; never the program.</summary>
public sealed class The_database_away_for_a_moment(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Does_not_end_the_program_and_the_audit_is_sealed_again()
    {
        await using var owner = new NpgsqlConnection(app.Database.Owner);
        await owner.OpenAsync();
        // Long enough for the sealer, which comes once a second, to meet it several times.
        for (var i = 0; i < 8; i++)
        {
            await BreakConnectionsAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }

        Assert.False(app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
        using var browser = await app.SignInAsync(TestTown.Desk);
        await browser.OpenAsync("/");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        for (var tries = 0; await UnsealedAsync(owner) > 0; tries++)
        {
            Assert.True(tries < 60, "The audit is no longer sealed.");
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }
    }

    private async Task BreakConnectionsAsync()
    {
        await using var program = new NpgsqlConnection($"{app.Database.Program};Pooling=false");
        await program.OpenAsync();
        await using var command = new NpgsqlCommand("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = current_user and pid <> pg_backend_pid()", program);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> UnsealedAsync(NpgsqlConnection owner)
    {
        await using var command = new NpgsqlCommand("select count(*) from audit_entry e where not exists (select 1 from audit_seal s where s.sequence = e.sequence)", owner);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
