using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Conferences;

/// <summary>Plays a 支援会議 through the API, step by step, with canaries in everything that is said.</summary>
internal sealed class SupportStory : IDisposable
{
    public const string Canary = "封印カナリア";

    private readonly Dictionary<string, TestApi> clients = [];
    private readonly Dictionary<string, (Id<Account> Account, Id<Organisation> Organisation)> people = [];
    private readonly TestApp app;

    private SupportStory(TestApp app) => this.app = app;

    public string Matter { get; private set; } = "";
    public string Base => $"/api/v1/support-conferences/{Matter}";
    public Dictionary<string, string> Participants { get; } = [];
    public string Item { get; private set; } = "";
    public string SecretItem { get; private set; } = "";
    public DateOnly Today => app.Services.GetRequiredService<JapanTime>().Today;
    public Id<Matter> MatterId => Id<Matter>.Parse(Matter, null);

    public static async Task<SupportStory> ProposedAsync(TestApp app, string? @case = null, string proposer = TestTown.Desk)
    {
        var story = new SupportStory(app);
        await using var db = app.Database.OpenAsOwner();
        foreach (var account in await db.Accounts.Include(a => a.Memberships).ToListAsync())
            story.people[account.Login] = (account.Id, account.Memberships[0].OrganisationId);
        var made = await (await story.AsAsync(proposer)).PostAsync("/api/v1/support-conferences", new
        {
            @case,
            title = Canary + "件名",
            ground = "consentNotYet",
            groundReason = Canary + "理由",
            text = Canary + "内容",
            chair = story.AccountOf(TestTown.Chair).ToString(),
        });
        Assert.Equal(HttpStatusCode.Created, story.clients[proposer].Status);
        story.Matter = made!["id"]!.ToString();
        return story;
    }

    /// <summary>The chair has taken the chair, a secretary is there, the first session is open with two items.</summary>
    public static async Task<SupportStory> OpenedAsync(TestApp app, string proposer = TestTown.Desk)
    {
        var story = await ProposedAsync(app, proposer: proposer);
        await story.OpenAsync();
        return story;
    }

    private async Task OpenAsync()
    {
        await DoneAsync(TestTown.Chair, "chair", new { dutyConfirmed = true });
        await NameAsync(TestTown.Secretary);
        await ExplainAsync(TestTown.Secretary);
        await DoneAsync(TestTown.Chair, "secretary", new { participant = Participants[TestTown.Secretary] });
        await DoneAsync(TestTown.Chair, "sessions");
        Item = await MadeAsync(TestTown.Secretary, "items", new { title = Canary + "項目", peopleNames = "甲斐 花子" });
        SecretItem = await MadeAsync(TestTown.Secretary, "items", new { title = Canary + "秘項目", namedOnly = true });
    }

    /// <summary>Two agencies explained to, seated and named; convened and held, with information on both items.</summary>
    public static async Task<SupportStory> HeldAsync(TestApp app, string? @case = null)
    {
        var story = await ProposedAsync(app, @case);
        await story.HoldAsync();
        return story;
    }

    /// <summary>From the proposal to the session that was held.</summary>
    public async Task HoldAsync()
    {
        await OpenAsync();
        foreach (var login in new[] { TestTown.OtherDesk, TestTown.Desk2 })
        {
            await NameAsync(login);
            await ExplainAsync(login);
            await SeatAsync(login, "attendee");
        }
        await ReadAsync(TestTown.OtherDesk, "wholeSession");
        await ReadAsync(TestTown.Desk2, "namedItems");
        await DoneAsync(TestTown.Chair, "items/names", new { item = SecretItem, participant = Participants[TestTown.Desk2] });
        await DoneAsync(TestTown.Chair, "convocation", new { date = Today.AddDays(2), time = "10:00", place = "区役所" });
        await DoneAsync(TestTown.Secretary, "session", new { present = new[] { Participants[TestTown.OtherDesk], Participants[TestTown.Desk2] }, early = true });
        await DoneAsync(TestTown.Secretary, "requests", new { session = 1, what = Canary + "求め" });
        foreach (var (login, item, text) in new[] { (TestTown.OtherDesk, Item, "情報一"), (TestTown.Desk2, SecretItem, "情報二") })
            await MadeAsync(TestTown.Secretary, "information", new { request = await RequestToAsync(login), item, text = Canary + text });
        await DoneAsync(TestTown.Secretary, "discussion", new { item = Item, text = Canary + "話し合い" });
        await DoneAsync(TestTown.Secretary, "direction", new { direction = Canary + "方向性", urgentResponse = Canary + "緊急時" });
        await MadeAsync(TestTown.Secretary, "decisions", new { item = Item, who = "別窓口", what = Canary + "決定" });
        await MadeAsync(TestTown.Secretary, "watch-roles", new { item = Item, who = "近所", sign = Canary + "合図", call = "窓口" });
    }

    /// <summary>An answer as it was sent: node text would escape every Japanese letter, and nothing would ever be found in it.</summary>
    public static string Plain(JsonNode? answer) => answer?.ToJsonString(Readable) ?? "";

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Id<Account> AccountOf(string login) => people[login].Account;

    public async Task<TestApi> AsAsync(string login)
    {
        if (!clients.TryGetValue(login, out var client)) clients[login] = client = await TestApi.AsAsync(app, login);
        return client;
    }

    public async Task<HttpStatusCode> TryAsync(string login, string path, object? body = null)
    {
        var client = await AsAsync(login);
        Answer = await client.PostAsync($"{Base}/{path}", body);
        return client.Status;
    }

    /// <summary>What the last attempt answered.</summary>
    public JsonNode? Answer { get; private set; }

    public string? Code => Answer?["refusals"]?[0]?["code"]?.ToString();

    public async Task DoneAsync(string login, string path, object? body = null)
    {
        var status = await TryAsync(login, path, body);
        Assert.True(status is HttpStatusCode.NoContent or HttpStatusCode.Created, $"{path} by {login}: {status} {Answer}");
    }

    public async Task<string> MadeAsync(string login, string path, object body)
    {
        await DoneAsync(login, path, body);
        return Answer!["id"]!.ToString();
    }

    public async Task<JsonNode?> SeeAsync(string login) => await (await AsAsync(login)).GetAsync(Base);

    public async Task<HttpStatusCode> StatusAsync(string login)
    {
        await SeeAsync(login);
        return clients[login].Status;
    }

    public async Task NameAsync(string login) =>
        Participants[login] = await MadeAsync(TestTown.Chair, "participants", new { organisation = people[login].Organisation.ToString(), account = people[login].Account.ToString() });

    public Task ExplainAsync(string login) => DoneAsync(TestTown.Chair, "explanations", new { participant = Participants[login] });

    public Task SeatAsync(string login, string part) => DoneAsync(TestTown.Chair, "members", new { participant = Participants[login], part });

    public Task ReadAsync(string login, string scope, int session = 1) =>
        DoneAsync(TestTown.Chair, "readers", new { participant = Participants[login], session, scope });

    public async Task<string> RequestToAsync(string login)
    {
        var seen = await SeeAsync(TestTown.Secretary);
        return seen!["sessions"]![0]!["requests"]!.AsArray().First(r => r!["of"]!.ToString() == Participants[login])!["id"]!.ToString();
    }

    /// <summary>An approved 依頼票 to an organisation; answers where it is read.</summary>
    public async Task<string> OrderAsync(string receiver)
    {
        var draft = await MadeAsync(TestTown.Secretary, "ways-out/work-orders", new
        {
            item = Item,
            receiver = TestOrganisations.Id(receiver).ToString(),
            task = "訪ねる",
            deadline = Today.AddDays(7),
            safetyFacts = "犬がいます",
            contact = "生活支援課",
            basis = "支援会議の決定",
            reason = "安否の確認",
        });
        return "/api/v1/work-orders/" + await MadeAsync(TestTown.Chair, "ways-out/work-orders/approval", new { wayOut = draft });
    }

    /// <summary>What somebody gets to see of a record beside the matter.</summary>
    public async Task<HttpStatusCode> StatusOfAsync(string login, string path)
    {
        var client = await AsAsync(login);
        await client.GetAsync(path);
        return client.Status;
    }

    public async Task FixAsync()
    {
        await DoneAsync(TestTown.Secretary, "minutes", new { next = Today.AddDays(30) });
        await DoneAsync(TestTown.Chair, "minutes/confirmation", new { session = 1 });
    }

    public void Dispose()
    {
        foreach (var client in clients.Values) client.Dispose();
    }
}
