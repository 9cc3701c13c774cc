using Npgsql;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Auditing;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>
/// Thousands of random sequences of acts, played side by side over shared cases against the real database: nobody falls
/// through the gap, whatever the order, whoever is faster.
/// </summary>
public sealed class Random_acts_of_several_actors(SequencesPlayed played) : IClassFixture<SequencesPlayed>
{
    [Fact]
    public async Task Leave_every_case_with_one_responsible_organisation_and_no_handoff_lost()
    {
        foreach (var line in played.Journal.Figures().Prepend(FormattableString.Invariant(
            $"{played.Played} sequences, {played.Workers} at a time, seed {played.Seed}, {played.Took.TotalSeconds:F0} s, checked {played.ChecksMeanwhile} times meanwhile")))
            TestContext.Current.TestOutputHelper?.WriteLine(line);
        await using var owner = await OpenAsync();
        List<string> broken = [.. played.FoundMeanwhile, .. await Invariants.BrokenAsync(owner, played.Now), .. await Invariants.LostAsync(owner, played.Journal)];
        Assert.True(broken.Count == 0, string.Join('\n', broken.Distinct()));
    }

    [Fact]
    public void End_each_in_an_answer_and_never_in_an_error()
    {
        // In full: what only a race brings forth may not come back when asked.
        if (!played.Journal.Failures.IsEmpty) Assert.Fail(string.Join("\n\n", played.Journal.Failures));
    }

    /// <summary>A run in which hardly anything is ever accepted would prove hardly anything.</summary>
    [Fact]
    public void Include_every_kind_of_act_with_success()
    {
        Assert.True(played.Journal.Tried >= played.Sequences);
        Assert.Empty(played.Missing);
    }

    [Fact]
    public async Task Leave_an_audit_whose_chain_is_whole()
    {
        await using var owner = await OpenAsync();
        var found = await AuditChain.VerifyAsync(owner, DateTimeOffset.UnixEpoch, CancellationToken.None);
        Assert.Null(found.BrokenAt);
        Assert.True(found.Checked > 0);
    }

    [Fact]
    public void Every_state_machine_is_looked_at() =>
        Assert.Equal(StateMachines.All.Select(m => m.Name).Order(StringComparer.Ordinal), Invariants.StateColumns.Keys.Order(StringComparer.Ordinal));

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var owner = new NpgsqlConnection(played.Database.Owner);
        await owner.OpenAsync();
        return owner;
    }
}
