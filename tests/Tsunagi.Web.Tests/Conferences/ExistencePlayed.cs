using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Cases;
using Tsunagi.Web.Tests.Handoffs;
using Tsunagi.Web.Tests.Plans;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Conferences;

/// <summary>
/// The whole host asked for everything by everybody before a matter exists, and again after it was held, fixed and had left by
/// all five ways; by the proposer also between the two, and by a named reader also after the explanation that came last.
/// </summary>
public class ExistencePlayed(TestCluster cluster) : TestApp(cluster), IAsyncLifetime
{
    /// <summary>読み手と同じ機関の、名指しされていない職員と係長.</summary>
    public const string Colleague = "e.colleague", ColleagueChief = "e.colleague.chief";

    /// <summary>名指しされたが、守秘の説明をまだ受けていない人, and a colleague of theirs.</summary>
    public const string Unexplained = "e.before", UnexplainedColleague = "e.before.colleague";

    /// <summary>依頼票を受けた機関の職員と係長.</summary>
    public const string Receiver = "e.receiver", ReceiverChief = "e.receiver.chief";

    private const string Agency = "port.setagaya", Receiving = "plat-home";

    private static readonly (string Login, string Organisation, Role Role)[] Hired =
    [
        (Colleague, TestOrganisations.OtherDesk, Role.DeskWorker), (ColleagueChief, TestOrganisations.OtherDesk, Role.SectionChief),
        (Unexplained, Agency, Role.OtherDeskWorker), (UnexplainedColleague, Agency, Role.OtherDeskWorker),
        (Receiver, Receiving, Role.OtherDeskWorker), (ReceiverChief, Receiving, Role.SectionChief),
    ];

    private Sweep sweep = null!;

    /// <summary>Nobody of these is named, and their offices receive no 依頼票.</summary>
    public static IReadOnlyList<string> Strangers { get; } =
    [
        TestTown.Hub, TestTown.HubChief, TestTown.HubManager, TestTown.AreaManager, TestTown.Privacy, TestTown.Auditor, TestTown.Administrator, TestTown.Policy,
        TestTown.DeskChief, Colleague, ColleagueChief, UnexplainedColleague,
    ];

    /// <summary>Who asks, besides a passer-by.</summary>
    protected virtual IEnumerable<string> Asking =>
        [.. Strangers, TestTown.Desk, TestTown.OtherDesk, TestTown.Desk2, Unexplained, Receiver, ReceiverChief];

    /// <summary>By who asked and what was asked: the answer.</summary>
    internal Dictionary<string, Dictionary<string, string>> Before { get; } = [];
    internal Dictionary<string, Dictionary<string, string>> After { get; } = [];

    /// <summary>What the proposer was answered when the proposal had just been made.</summary>
    internal Dictionary<string, string> Proposed { get; private set; } = [];

    /// <summary>What the last of the named was answered once the duty had been explained.</summary>
    internal Dictionary<string, string> Explained { get; private set; } = [];

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await HireAsync();
        await FurnishAsync();
        sweep = new Sweep(this);
        await sweep.RememberAsync();
        // Who plays in the story calls the API: that they have a key is nothing they learn from it.
        foreach (var login in await LoginsAsync()) await TestApi.TokenAsync(this, login);
        List<Outsider> outsiders = [await Outsider.NobodyAsync(this)];
        foreach (var login in Asking) outsiders.Add(await Outsider.SignInAsync(this, login));

        foreach (var outsider in outsiders) Before[outsider.Name] = await sweep.AnswersAsync(outsider, Absent);
        using var story = await SupportStory.ProposedAsync(this);
        var present = new Dictionary<string, string>(Absent) { ["matter"] = story.Matter };
        sweep.LeaveStanding(await SealedIdsAsync());
        if (outsiders.Find(o => o.Name == TestTown.Desk) is { } proposer) Proposed = await sweep.AnswersAsync(proposer, present);

        await PlayOutAsync(story);
        (present["item"], present["order"]) = (story.Item, (await IdsAsync("select id from work_order"))[0].ToString());
        sweep.LeaveStanding(await SealedIdsAsync());
        foreach (var outsider in outsiders) After[outsider.Name] = await sweep.AnswersAsync(outsider, present);
        if (outsiders.Find(o => o.Name == Unexplained) is { } reader)
        {
            await story.ExplainAsync(Unexplained);
            Explained = await sweep.AnswersAsync(reader, present);
        }
        outsiders.ForEach(o => o.Dispose());
    }

    /// <summary>Ids of nothing in the places of the sealed ones.</summary>
    private static Dictionary<string, string> Absent { get; } =
        new[] { "matter", "item", "order" }.Select((name, i) => (name, id: $"01990000-0000-7000-8000-00000000000{i}")).ToDictionary(a => a.name, a => a.id);

    private async Task HireAsync()
    {
        await using var db = Database.OpenAsOwner();
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

    /// <summary>The matter through all its stations, with canaries in everything, and out by each of the five ways.</summary>
    private static async Task PlayOutAsync(SupportStory story)
    {
        var canary = SupportStory.Canary;
        await story.HoldAsync();
        await story.NameAsync(Unexplained);
        await story.SeatAsync(Unexplained, "head");
        await story.ReadAsync(Unexplained, "wholeSession");
        await story.DoneAsync(TestTown.OtherDesk, "sheets", new { request = await story.RequestToAsync(TestTown.OtherDesk), householdPicture = canary + "世帯", presentEfforts = canary + "取組", wantedAgencies = canary + "機関", requestsToOthers = canary + "依頼" });
        var order = new
        {
            item = story.Item,
            receiver = TestOrganisations.Id(Receiving).ToString(),
            task = "様子を見に行ってください",
            deadline = story.Today.AddDays(5),
            safetyFacts = "犬がいます",
            contact = "生活支援課 03-0000-0000",
            basis = canary + "決定",
            reason = canary + "安否の確認",
        };
        var draft = await story.MadeAsync(TestTown.Secretary, "ways-out/work-orders", order);
        await story.MadeAsync(TestTown.Chair, "ways-out/work-orders/approval", new { wayOut = draft });
        await story.MadeAsync(TestTown.Secretary, "ways-out/consent", new { item = story.Item, consentedBy = "甲斐 花子", exactText = canary + "同意文", recipient = "主治医", on = story.Today, basis = "同意", reason = "受診のため" });
        foreach (var way in new[] { "law", "danger" })
            await story.MadeAsync(TestTown.OtherDesk, $"ways-out/{way}", new { item = story.Item, recipient = "119番", told = canary + "通報", basis = "生命の危険", reason = "応答がない" });
        await story.MadeAsync(TestTown.Secretary, "ways-out/gap", new { item = story.Item, text = "夜間の見守りの担い手が足りない", basis = "資源不足", reason = "地域づくり" });
        await story.FixAsync();
    }

    private async Task<List<string>> LoginsAsync()
    {
        await using var db = Database.OpenAsOwner();
        return await db.Accounts.Select(a => a.Login).ToListAsync();
    }

    /// <summary>A town with something in every room, about people of whom the matter speaks too.</summary>
    private async Task FurnishAsync()
    {
        var plans = new PlanTown(this);
        using var hub = await TestApi.AsAsync(this, TestTown.Hub);
        using var desk = await TestApi.AsAsync(this, TestTown.Desk);
        var (planned, mother, _) = await plans.OpenCaseAsync();
        await PlanTown.ConsentAsync(hub, planned, mother, "elder-care", "ward");
        await PlanTown.PlanAsync(hub, planned, mother);
        foreach (var login in new[] { TestTown.Desk, TestTown.Hub, TestTown.OtherDesk, Receiver }) await this.OpenCaseAsync(login, "甲斐 花子");
        var own = await this.OpenCaseAsync(TestTown.Desk, "架空 太郎");
        await HandoffStory.SendAsync(desk, HandoffStory.ToHub(own));
        await desk.PostAsync("/api/v1/consultations", new { date = "2026-04-01", visitorRelation = "self", ownWords = "家賃が払えない", personName = "甲斐 花子", channel = "phone", next = "Keep" });
        await hub.PostAsync("/api/v1/consultations", new { date = "2026-04-01", visitorRelation = "self", ownWords = "眠れない", personName = "架空 次郎", channel = "phone", next = "Later" });
        await desk.PostAsync($"/api/v1/cases/{own}/handovers", new { to = TestOrganisations.Id(TestOrganisations.Hub).ToString(), reason = "moved", points = "要点", legalBasis = "within-purpose" });
    }

    private async Task<HashSet<Guid>> SealedIdsAsync()
    {
        HashSet<Guid> ids = [];
        foreach (var table in (string[])["matter", "matter_participant", "matter_session", "matter_item", "matter_request", "matter_sheet", "matter_information", "matter_watch", "matter_decision", "matter_way_out", "work_order"])
            ids.UnionWith(await IdsAsync($"select id from {table}"));
        return ids;
    }

    private async Task<Guid[]> IdsAsync(string sql)
    {
        await using var owner = new NpgsqlConnection(Database.Owner);
        await owner.OpenAsync();
        return await Sweep.IdsAsync(owner, sql);
    }
}
