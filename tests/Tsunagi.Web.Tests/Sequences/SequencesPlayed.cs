using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>
/// A town in which several workers play random sequences of acts side by side, over shared cases, by the handlers of pages
/// and API. A sequence's seed decides its acts, as far as the table it finds is the same: with one worker it replays.
/// TSUNAGI_SEQUENCES, TSUNAGI_SEQUENCE_WORKERS and TSUNAGI_SEQUENCE_SEED make the run longer, narrower or another.
/// </summary>
public class SequencesPlayed(TestCluster cluster) : TestApp(cluster), IAsyncLifetime
{
    private const int Long = 1000, MostTimes = 4;

    private static readonly string[] Players = [TestTown.Desk, TestTown.Desk2, TestTown.DeskChief, TestTown.OtherDesk, TestTown.Hub, TestTown.HubChief, TestTown.HubManager];

    /// <summary>What a long run must have seen succeed: one in which hardly anything is ever accepted would prove hardly anything.</summary>
    private static readonly string[] MustHappen =
    [
        "consultation: Keep", "handoff: send ToDesk", "handoff: send ToHub", "handoff: send Advice", "handoff: send ToDesk outside", "handoff: Ask", "handoff: Answer", "handoff: Accept",
        "handoff: AcceptJointly", "handoff: Judge", "handoff: Advise", "handoff: Redirect", "handoff: Withdraw", "handover: offer", "handover: accept", "handover: decline", "handover: withdraw",
        "worker: assign", "deputy: appoint", "case: suspend", "case: resume", "case: close", "case: continue", "team: join", "consent: give", "consent: withdraw", "consent: decline", "plan: draft", "plan: sign", "plan: submit",
        "conference: call", "conference: CheckConsent", "conference: Hold", "conference: Decide", "conference: FixMinutes", "conference: Cancel",
        "lead: notice", "lead: watch", "lead: end", "lead: reopen", "lead: take as case", "lead: take as consultation",
        "memo: leave", "memo: finish", "memo: reopen", "memo: take as consultation",
        "report: make", "report: make outside", "report: add fact", "report: acknowledge", "report: check", "report: take as consultation", "report: end",
    ];

    private readonly List<Actor> players = [];
    private volatile Board board = Board.Empty;
    private int next, played;

    internal Journal Journal { get; } = new();

    /// <summary>What the checks found while the play was on.</summary>
    internal List<string> FoundMeanwhile { get; } = [];

    public virtual int Sequences { get; } = Setting("TSUNAGI_SEQUENCES", 1200);
    public int Workers { get; } = Setting("TSUNAGI_SEQUENCE_WORKERS", 8);
    public int Seed { get; } = Setting("TSUNAGI_SEQUENCE_SEED", 20_260_401);
    public int ChecksMeanwhile { get; private set; }
    public TimeSpan Took { get; private set; }

    /// <summary>How many were played: more than asked for, when a rare act had not succeeded by then.</summary>
    public int Played => played;

    /// <summary>What a long run must have seen, and this one has not.</summary>
    internal IEnumerable<string> Missing => Sequences < Long ? [] : MustHappen.Except(Journal.AcceptedByAct.Keys);

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await SeatAsync();
        var watch = Stopwatch.StartNew();
        using var over = new CancellationTokenSource();
        var surroundings = Workers > 1 ? Task.WhenAll(LookAsync(over.Token), CheckAsync(over.Token)) : Task.CompletedTask;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(WorkAsync)));
        await over.CancelAsync();
        await surroundings;
        Took = watch.Elapsed;
    }

    internal DateTimeOffset Now => Services.GetRequiredService<ShiftedClock>().GetUtcNow();

    private async Task SeatAsync()
    {
        await using var db = Database.OpenAsOwner();
        await db.Database.ExecuteSqlRawAsync(StateSteps.Recording);
        foreach (var account in await db.Accounts.Include(a => a.Memberships).Where(a => Players.Contains(a.Login)).OrderBy(a => a.Login).ToListAsync())
            players.Add(new(account.Id, account.Memberships[0].OrganisationId, account.Memberships.Select(m => m.Role).ToHashSet()));
    }

    private async Task WorkAsync()
    {
        while (Interlocked.Increment(ref next) is var number && (number <= Sequences || number <= MostTimes * Sequences && Missing.Any()))
        {
            if (Workers == 1) board = await Board.ReadAsync(this);
            await PlayAsync(new Random(Seed + number));
            Interlocked.Increment(ref played);
        }
    }

    private async Task PlayAsync(Random random)
    {
        var acts = random.Next(3, 8);
        for (var act = 0; act < acts; act++)
        {
            // Sometimes the day moves on: consents run out, changes of hands come into effect.
            if (random.Next(400) == 0) Wait(TimeSpan.FromHours(random.Next(1, 30)));
            if (Choose(new(random, players, board)) is { } turn) await PlayAsync(turn);
        }
    }

    private static Turn? Choose(Dice dice) => dice.Random.Next(42) switch
    {
        0 => CaseTurns.Receive(dice),
        1 => CaseTurns.Decide(dice),
        < 6 => HandoffTurns.Send(dice),
        < 15 => HandoffTurns.Act(dice),
        < 20 => CaseTurns.Act(dice),
        < 24 => CaseTurns.Answer(dice),
        24 => CaseTurns.EndTask(dice),
        < 28 => PlanTurns.Consent(dice),
        < 33 => PlanTurns.Plan(dice),
        < 37 => ConferenceTurns.Act(dice),
        < 39 => LeadTurns.Lead(dice),
        39 => LeadTurns.Memo(dice),
        _ => LeadTurns.Report(dice),
    } ?? (dice.Board.Cases.Count < 6 ? CaseTurns.Receive(dice) : null);

    // A refusal is an answer. Anything thrown is a defect: a bug, or a database error that no rule foresaw.
    private async Task PlayAsync(Turn turn)
    {
        try
        {
            await using var scope = Services.CreateAsyncScope();
            var work = scope.ServiceProvider.GetRequiredService<Work>();
            await work.BeginAsync(turn.By, CancellationToken.None);
            var outcome = await turn.PlayAsync(scope.ServiceProvider, CancellationToken.None);
            await work.CompleteAsync(CancellationToken.None);
            Journal.Note(turn, turn.By, work.Now, outcome);
        }
#pragma warning disable CA1031 // Whatever it is, it is what this run looks for.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            Journal.Failures.Enqueue($"{turn.Name}: {thrown}");
        }
    }

    private async Task LookAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            board = await Board.ReadAsync(this);
            await Task.Delay(50, CancellationToken.None);
        }
    }

    private async Task CheckAsync(CancellationToken over)
    {
        var random = new Random(Seed);
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(random.Next(500, 6000), CancellationToken.None);
            FoundMeanwhile.AddRange(await CheckOnceAsync());
            ChecksMeanwhile++;
        }
    }

    private async Task<List<string>> CheckOnceAsync()
    {
        await using var owner = new NpgsqlConnection(Database.Owner);
        await owner.OpenAsync();
        await using var snapshot = await owner.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        // First the snapshot, then the clock: nothing in what is looked at may have begun later than what is called now.
        await using (var first = new NpgsqlCommand("select 1", owner)) await first.ExecuteScalarAsync();
        return await Invariants.BrokenAsync(owner, Now);
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) && set > 0 ? set : usual;
}

/// <summary>As many sequences as it takes to have something of everything.</summary>
public sealed class ShortSequences(TestCluster cluster) : SequencesPlayed(cluster)
{
    public override int Sequences => 800;
}
