using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>
/// A town in which several workers play random sequences of acts side by side, over shared cases, by the handlers of pages
/// and API. A sequence's seed decides its acts, as far as the table it finds is the same: with one worker it replays.
/// TSUNAGI_SEQUENCES, TSUNAGI_SEQUENCE_WORKERS and TSUNAGI_SEQUENCE_SEED make the run longer, narrower or another.
/// </summary>
public sealed class SequencesPlayed : TestApp, IAsyncLifetime
{
    private const int Long = 1000, MostTimes = 4, MostDraws = 100;

    private static readonly string[] Players = [TestTown.Desk, TestTown.Desk2, TestTown.DeskChief, TestTown.OtherDesk, TestTown.Hub, TestTown.HubChief, TestTown.HubManager];

    /// <summary>What a long run must have seen succeed: one in which hardly anything is ever accepted would prove hardly anything.</summary>
    private static readonly string[] MustHappen =
    [
        "consultation: Keep", "handoff: send ToDesk", "handoff: send ToHub", "handoff: send Advice", "handoff: send ToDesk outside", "handoff: Ask", "handoff: Answer", "handoff: Accept",
        "handoff: AcceptJointly", "handoff: Judge", "handoff: Advise", "handoff: Redirect", "handoff: Withdraw", "handover: offer", "handover: accept", "handover: decline", "handover: withdraw",
        "worker: assign", "deputy: appoint", "worker: assign many", "deputy: appoint many", "case: suspend", "case: resume", "case: close", "case: continue", "team: join", "consent: give", "consent: withdraw", "consent: decline", "consent: annul", "plan: draft", "plan: sign", "plan: submit",
        "conference: call", "conference: CheckConsent", "conference: Hold", "conference: Decide", "conference: FixMinutes", "conference: Cancel",
        "lead: notice", "lead: watch", "lead: end", "lead: reopen", "lead: take as case", "lead: take as consultation",
        "memo: leave", "memo: finish", "memo: reopen", "memo: take as consultation",
        "report: make", "report: make outside", "report: add fact", "report: acknowledge", "report: check", "report: take as consultation", "report: end",
        "matter: propose", "matter: take chair", "matter: decline chair", "matter: choose chair", "matter: hand on chair", "matter: appoint secretary", "matter: name", "matter: name guest", "matter: explain", "matter: sign", "matter: seat",
        "matter: name reader", "matter: end reading", "matter: name on item", "matter: leave", "matter: open session", "matter: add item", "matter: convene", "matter: hold", "matter: write", "matter: write direction",
        "matter: fix minutes", "matter: confirm minutes", "matter: ask", "matter: decline", "matter: hand in sheet", "matter: inform", "matter: assign watch", "matter: decide",
        "matter: draft work order", "matter: approve work order", "matter: report by law", "matter: settle Close",
        "order: answer Done", "order: file",
        "protection: write a place", "protection: begin", "protection: renew", "protection: name reader", "protection: by telephone", "protection: end reader", "protection: write stored place", "protection: read",
        "protection: propose end", "protection: confirm end", "protection: decline end", "exclusion: declare", "exclusion: declare for another", "exclusion: clear",
    ];

    /// <summary>A second chair, and one of every role the town lacks: they sit in meetings, and they listen.</summary>
    private static readonly (string Login, string Organisation, Role Role)[] Hired =
    [
        ("s.chair", TestOrganisations.AreaBranch, Role.ConferenceChair), ("s.member", TestOrganisations.OtherDesk, Role.ConferenceMember), ("s.coordinator", TestOrganisations.Hub, Role.Coordinator),
        ("s.port", "port.setagaya", Role.OtherDeskWorker), ("s.outreach", "plat-home", Role.OutreachWorker), ("s.participation", "plat-home", Role.ParticipationWorker),
        ("s.district", TestOrganisations.AreaBranch, Role.DistrictOfficer),
    ];

    private readonly List<Actor> players = [];
    private readonly List<Actor> everybody = [];
    private volatile Board board = Board.Empty;
    private int next, played;
    private Task<List<string>>? foundInTheEnd;

    internal Journal Journal { get; } = new();
    internal Eavesdroppers Eavesdroppers { get; }

    /// <summary>Everybody who may sign in, by name.</summary>
    internal List<(string Login, Actor Actor)> Roster { get; } = [];

    /// <summary>What the checks found while the play was on.</summary>
    internal ConcurrentBag<string> FoundMeanwhile { get; } = [];

    public SequencesPlayed(TestCluster cluster) : base(cluster) => Eavesdroppers = new(this);

    public int Sequences { get; } = Setting("TSUNAGI_SEQUENCES", 2000);
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
        var surroundings = Workers > 1 ? Task.WhenAll(LookAsync(over.Token), CheckAsync(over.Token), ListenAsync(over.Token)) : Task.CompletedTask;
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(WorkAsync)));
        await over.CancelAsync();
        await surroundings;
        Took = watch.Elapsed;
    }

    internal DateTimeOffset Now => Services.GetRequiredService<ShiftedClock>().GetUtcNow();

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Statements written in these tests.")]
    private async Task SeatAsync()
    {
        await using var db = Database.OpenAsOwner();
        await HireAsync(db);
        await NoticeAsync(db);
        await using (var owner = await OpenAsync())
        {
            await using var watching = new NpgsqlCommand(StateSteps.Recording + Zone.Watching, owner);
            await watching.ExecuteNonQueryAsync();
        }
        foreach (var account in await db.Accounts.Include(a => a.Memberships).OrderBy(a => a.Login).ToListAsync())
            Roster.Add((account.Login, new(account.Id, account.Memberships[0].OrganisationId, account.Memberships.Select(m => m.Role).ToHashSet())));
        everybody.AddRange(Roster.Select(r => r.Actor));
        players.AddRange(Roster.Where(r => Players.Contains(r.Login)).Select(r => r.Actor));
    }

    // Told in the night before; whoever plays is no coordinator.
    private async Task NoticeAsync(AppDb db)
    {
        var rules = Services.GetRequiredService<CurrentWard>().Profile.RulesAsOf(JapanTime.DateOf(Now));
        var notice = CoordinationNotice.Tell(
            IdSource.Secure(TimeProvider.System).Next<CoordinationNotice>(), "setagaya", [TestOrganisations.Id(TestOrganisations.Desk), TestOrganisations.Id(TestOrganisations.OtherDesk)],
            rules.Notice, rules.OfficeHours, new(default, default, Now));
        var coordinator = await db.Accounts.OrderBy(a => a.Login).Select(a => a.Id).FirstAsync();
        Assert.True(notice.Choose(NoticeChoice.LeaveAlone, "もう話し合っている", new(coordinator, default, Now)).IsDone);
        db.CoordinationNotices.Add(notice);
        await db.SaveAsync(new WorkContext(new(default, default, Now), Permission.MatchRecords), CancellationToken.None);
    }

    private static async Task HireAsync(AppDb db)
    {
        var now = new DateTimeOffset(2026, 4, 2, 0, 0, 0, TimeSpan.Zero);
        var ids = IdSource.Seeded(new FixedClock(now), new Random(3));
        var hash = new PasswordHasher<Account>().HashPassword(null!, TestTown.Password);
        foreach (var (login, organisation, role) in Hired)
        {
            var account = new Account(ids.Next<Account>(), login, $"架空 {login}") { PasswordHash = hash, SecurityStamp = login };
            account.Join(ids.Next<Membership>(), TestOrganisations.Id(organisation), role, new DateOnly(2024, 4, 1));
            db.Accounts.Add(account);
            await db.SaveAsync(new WorkContext(new(account.Id, default, now), Permission.ManageAccounts), CancellationToken.None);
        }
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
        var acts = random.Next(4, 10);
        for (var act = 0; act < acts; act++)
        {
            // Sometimes the day moves on: consents run out, changes of hands come into effect.
            if (random.Next(400) == 0) Wait(TimeSpan.FromHours(random.Next(1, 30)));
            if (ChooseNext(new(random, players, everybody, board)) is { } turn) await PlayAsync(turn);
        }
    }

    // Once as many were played as were asked for, every other act is drawn from those that never succeeded yet.
    private Turn? ChooseNext(Dice dice)
    {
        var turn = Choose(dice);
        if (played < Sequences || dice.OneIn(2)) return turn;
        var missing = Missing.ToHashSet();
        for (var draw = 0; draw < MostDraws && (turn is null || !missing.Contains(turn.Name)); draw++) turn = Choose(dice);
        return turn;
    }

    private static Turn? Choose(Dice dice) => dice.Random.Next(61) switch
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
        < 42 => LeadTurns.Report(dice),
        < 56 => MatterTurns.Act(dice),
        56 => WorkOrderTurns.Act(dice),
        < 60 => ProtectionTurns.Act(dice),
        _ => ExclusionTurns.Act(dice),
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
            Found(await CheckOnceAsync());
            ChecksMeanwhile++;
        }
    }

    private async Task ListenAsync(CancellationToken over)
    {
        var random = new Random(Seed);
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(random.Next(1000, 3000), CancellationToken.None);
            Found(await Eavesdroppers.ListenAsync(random));
        }
    }

    private void Found(IEnumerable<string> broken)
    {
        foreach (var one in broken) FoundMeanwhile.Add(one);
    }

    /// <summary>What is wrong when all was played; asked once, and nothing that lasts is done to the town after it.</summary>
    internal Task<List<string>> FoundInTheEndAsync() => foundInTheEnd ??= FindInTheEndAsync();

    /// <summary>What is wrong now, as this connection sees it.</summary>
    internal async Task<List<string>> FindAsync(NpgsqlConnection owner) => [.. await Invariants.BrokenAsync(owner, Now), .. await Invariants.LostAsync(owner, Journal)];

    internal async Task<NpgsqlConnection> OpenAsync()
    {
        var owner = new NpgsqlConnection(Database.Owner);
        await owner.OpenAsync();
        return owner;
    }

    private async Task<List<string>> FindInTheEndAsync()
    {
        await using var owner = await OpenAsync();
        return await FindAsync(owner);
    }

    private async Task<List<string>> CheckOnceAsync()
    {
        await using var owner = await OpenAsync();
        await using var snapshot = await owner.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        // First the snapshot, then the clock: nothing in what is looked at may have begun later than what is called now.
        await using (var first = new NpgsqlCommand("select 1", owner)) await first.ExecuteScalarAsync();
        return await Invariants.BrokenAsync(owner, Now);
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) && set > 0 ? set : usual;
}

/// <summary>The one town in which everything was played: what is looked for in it, and that each of it would be found.</summary>
[CollectionDefinition]
public sealed class PlayedTown : ICollectionFixture<SequencesPlayed>;
