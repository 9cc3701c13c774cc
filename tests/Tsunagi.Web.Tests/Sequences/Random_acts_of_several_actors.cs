using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Auditing;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>
/// Thousands of random sequences of acts, played side by side over shared cases against the real database: nobody falls
/// through the gap, whatever the order, whoever is faster.
/// </summary>
[Collection<PlayedTown>]
public sealed class Random_acts_of_several_actors(SequencesPlayed played)
{
    [Fact]
    public async Task Leave_every_case_with_one_responsible_organisation_and_no_handoff_lost()
    {
        foreach (var line in played.Journal.Figures().Prepend(FormattableString.Invariant(
            $"{played.Played} sequences, {played.Workers} at a time, seed {played.Seed}, {played.Took.TotalSeconds:F0} s, checked {played.ChecksMeanwhile} times meanwhile")))
            TestContext.Current.TestOutputHelper?.WriteLine(line);
        List<string> broken = [.. played.FoundMeanwhile, .. await played.FoundInTheEndAsync()];
        Assert.True(broken.Count == 0, string.Join('\n', broken.Distinct()));
    }

    [Fact]
    public void End_each_in_an_answer_and_never_in_an_error()
    {
        // In full: what only a race brings forth may not come back when asked.
        if (!played.Journal.Failures.IsEmpty) Assert.Fail(string.Join("\n\n", played.Journal.Failures));
    }

    /// <summary>Rules §2: what was said in a 支援会議, and that there is one, reaches nobody it is not meant for, by none of search, counts, lists, exports, API and trails.</summary>
    [Fact]
    public async Task Tell_nobody_of_a_sealed_matter_whom_it_does_not_concern()
    {
        await using var owner = await played.OpenAsync();
        List<string> heard = [.. await Zone.LeaksAsync(owner), .. await played.Eavesdroppers.ListenToAllAsync()];
        TestContext.Current.TestOutputHelper?.WriteLine($"{played.Eavesdroppers.Asked} answers heard by {played.Roster.Count}, {played.Eavesdroppers.Told} told something planted to those it is meant for");
        Assert.True(heard.Count == 0, string.Join('\n', heard));
        Assert.NotEqual(0, played.Eavesdroppers.Told);
    }

    [Fact]
    public async Task List_to_everybody_exactly_what_they_may_open()
    {
        var (differences, compared) = await Agreement.OfListsAsync(played, played.Roster.Select(r => r.Actor), played.Now, played.Now);
        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} rows compared for each of {played.Roster.Count}");
        Assert.True(differences.Count == 0, string.Join('\n', differences.Take(20)));
    }

    [Fact]
    public async Task Show_of_a_sealed_matter_the_rows_that_the_domain_lets_read() => Assert.Empty(await Agreement.OfRowsAsync(played));

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
        await using var owner = await played.OpenAsync();
        var found = await AuditChain.VerifyAsync(owner, DateTimeOffset.UnixEpoch, CancellationToken.None);
        Assert.Null(found.BrokenAt);
        Assert.True(found.Checked > 0);
    }

    [Fact]
    public void Every_state_machine_is_looked_at() =>
        Assert.Equal(StateMachines.All.Select(m => m.Name).Order(StringComparer.Ordinal), Invariants.StateColumns.Keys.Order(StringComparer.Ordinal));
}
