using Npgsql;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Cases;

/// <summary>
/// An unclosed case has exactly one responsible organisation at every instant: whoever writes past the rules, even the
/// owner by hand, is stopped at commit.
/// </summary>
public sealed class The_database_proves_responsibility(TestApp app) : IClassFixture<TestApp>
{
    private const string Other = "(select id from organisation where code = 'elder-care-center.ikejiri')";

    [Theory]
    [InlineData("an end without a successor", "update responsibility_period set ends_at = now() where case_id = '{0}'")]
    [InlineData("no period at all", "delete from responsibility_period where case_id = '{0}'")]
    [InlineData("another organisation on the case than in the period", "update support_case set organisation_id = " + Other + " where id = '{0}'")]
    [InlineData("a second one beside the first", "insert into responsibility_period (case_id, number, organisation_id, starts_at, ends_at) values ('{0}', 2, " + Other + ", now(), 'infinity')")]
    [InlineData("a gap between two", "update responsibility_period set ends_at = now() - interval '1 hour' where case_id = '{0}'; insert into responsibility_period (case_id, number, organisation_id, starts_at, ends_at) values ('{0}', 2, " + Other + ", now(), 'infinity'); update support_case set organisation_id = " + Other + " where id = '{0}'")]
    [InlineData("closed but still held", "update support_case set state = 'Closed' where id = '{0}'")]
    [InlineData("open but held by nobody", "update support_case set responsible_until = null where id = '{0}'")]
    public async Task Refuses(string what, string attempt)
    {
        var id = await OpenCaseAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => CommitAsync(attempt, id));
        Assert.True(refused.SqlState is "23503" or "23P01" or "23514" or "23505", $"{what}: {refused.SqlState}");
    }

    [Fact]
    public async Task Allows_a_change_of_hands_without_gap()
    {
        var id = await OpenCaseAsync();
        await CommitAsync(
            "update responsibility_period set ends_at = '2026-05-01' where case_id = '{0}'; "
            + "insert into responsibility_period (case_id, number, organisation_id, starts_at, ends_at) values ('{0}', 2, " + Other + ", '2026-05-01', 'infinity'); "
            + "update support_case set organisation_id = " + Other + " where id = '{0}'", id);
    }

    private static int sequence;

    private async Task<Id<Case>> OpenCaseAsync()
    {
        await using var db = app.Database.OpenAsOwner();
        var at = new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
        var number = Interlocked.Increment(ref sequence);
        var stamp = new Stamp(default, TestOrganisations.Id(TestOrganisations.Desk), at);
        var opened = Case.Open(IdSource.Seeded(TimeProvider.System, new Random(number)).Next<Case>(), new CaseNumber(2026, number), default, stamp);
        db.Cases.Add(opened);
        await db.SaveAsync(new WorkContext(stamp, Permission.OpenCase), CancellationToken.None);
        return opened.Id;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Statements written in this test.")]
    private async Task CommitAsync(string sql, Id<Case> id)
    {
        await using var owner = new NpgsqlConnection(app.Database.Owner);
        await owner.OpenAsync();
        await using var transaction = await owner.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(sql.Replace("{0}", id.ToString(), StringComparison.Ordinal), owner, transaction);
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }
}
