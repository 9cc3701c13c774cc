using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Web.Hosting.Auditing;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Audit;

/// <summary>Nothing is done or seen without a line; nobody changes a line unseen.</summary>
public sealed class The_audit(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Names_the_line_that_was_altered_by_hand()
    {
        await using var owner = await SealedAsync();
        var before = await AuditChain.VerifyAsync(owner, DateTimeOffset.UnixEpoch, CancellationToken.None);
        Assert.Null(before.BrokenAt);
        Assert.True(before.Checked > 10);

        var victim = (long)(await ScalarAsync(owner, "select sequence from audit_seal where position = 5"))!;
        await ScalarAsync(owner, $"update audit_entry set reason = 'rewritten' where sequence = {victim}");
        Assert.Equal(victim, (await AuditChain.VerifyAsync(owner, DateTimeOffset.UnixEpoch, CancellationToken.None)).BrokenAt);
        await ScalarAsync(owner, $"update audit_entry set reason = null where sequence = {victim}");
        Assert.Null((await AuditChain.VerifyAsync(owner, DateTimeOffset.UnixEpoch, CancellationToken.None)).BrokenAt);
    }

    [Fact]
    public async Task Notices_a_line_taken_out_of_the_middle()
    {
        await using var owner = await SealedAsync();
        await using var transaction = await owner.BeginTransactionAsync();
        var victim = (long)(await ScalarAsync(owner, "select sequence from audit_seal where position = 7"))!;
        await ScalarAsync(owner, $"delete from audit_seal where sequence = {victim}; delete from audit_entry where sequence = {victim}");
        Assert.NotNull((await AuditChain.VerifyAsync(owner, DateTimeOffset.UnixEpoch, CancellationToken.None)).BrokenAt);
        await transaction.RollbackAsync();
    }

    [Theory]
    [InlineData("update audit_entry set reason = 'x'")]
    [InlineData("delete from audit_entry")]
    [InlineData("truncate audit_entry cascade")]
    [InlineData("insert into audit_seal values (1000000, 1, '\\x00')")]
    [InlineData("delete from audit_seal")]
    [InlineData("alter table audit_entry disable row level security")]
    public async Task Cannot_be_changed_by_the_program(string attempt)
    {
        await using var program = new NpgsqlConnection(app.Database.Program);
        await program.OpenAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(program, attempt));
        Assert.Equal("42501", refused.SqlState);
    }

    [Fact]
    public async Task Without_a_line_no_record_is_shown()
    {
        using var admin = await app.SignInAsync(TestTown.Administrator);
        await using var db = app.Database.OpenAsOwner();
        var id = (await db.Accounts.SingleAsync(a => a.Login == TestTown.Desk2)).Id;
        await db.Database.ExecuteSqlRawAsync("revoke insert on audit_entry from tsunagi");
        try
        {
            await admin.OpenAsync($"/accounts/{id}");
            Assert.Equal(HttpStatusCode.InternalServerError, admin.Status);
            Assert.DoesNotContain("窓口二", admin.Text, StringComparison.Ordinal);
        }
        finally
        {
            await db.Database.ExecuteSqlRawAsync("grant insert on audit_entry to tsunagi");
        }
        await admin.OpenAsync($"/accounts/{id}");
        Assert.Contains("窓口二", admin.Text, StringComparison.Ordinal);
    }

    private async Task<NpgsqlConnection> SealedAsync()
    {
        var owner = new NpgsqlConnection(app.Database.Owner);
        await owner.OpenAsync();
        // A line waits for every transaction that is older than it, also of another test's database on the same server.
        for (var tries = 0; tries < 600 && (long)(await ScalarAsync(owner, "select count(*) from audit_seal"))! <= 10; tries++)
        {
            await ScalarAsync(owner, "select seal_audit()");
            await Task.Delay(100);
        }
        return owner;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Statements written in this test.")]
    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
