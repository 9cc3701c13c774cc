using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Journeys;

/// <summary>
/// The main path of a ward, from the first call to the follow-up, played through the API alone by the people of
/// <see cref="TestTown"/>. Each step is one act of one person, and remembers what the next step needs.
/// </summary>
internal sealed class WholeStory(TestApp app) : IDisposable
{
    private readonly Dictionary<string, TestApi> clients = [];
    private string consultation = "", handoff = "", matter = "", item = "", plan = "";

    /// <summary>The desk's case, and the hub's own that its acceptance opened.</summary>
    public string DeskCase { get; private set; } = "";
    public string HubCase { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Plan => plan;
    public string Matter => matter;

    private DateOnly Today => app.Services.GetRequiredService<JapanTime>().Today;

    /// <summary>電話を受け、この窓口で継続する.</summary>
    public async Task ReceiveTheCallAsync()
    {
        consultation = await MadeAsync(TestTown.Desk, "consultations", new
        {
            date = Today,
            channel = "phone",
            visitorName = "架空 花子",
            visitorKana = "かくう はなこ",
            visitorRelation = "self",
            personName = "架空 花子",
            personBirth = "S23.5.3",
            ownWords = "息子が十年外に出ていません。わたしの年金だけで、先のことが心配です。",
            topics = new[] { "hikikomori-school", "income", "care" },
            worstTopic = "hikikomori-school",
            members = new[] { new { name = "架空 一郎", relation = "長男", birth = "50代" } },
            next = "keep",
        });
        var kept = await SeeAsync(TestTown.Desk, $"consultations/{consultation}");
        Assert.Equal("kept", Text(kept, "state"));
        DeskCase = Text(kept, "case");
    }

    /// <summary>アセスメントシートを書く.</summary>
    public Task AssessAsync() => PutAsync(TestTown.Desk, $"cases/{DeskCase}/assessment", new
    {
        basedOn = 0,
        answers = new[]
        {
            new { code = "health.condition", text = "母は膝が痛く、外出が減った。", doesNotApply = false },
            new { code = "income", text = "母の年金のみ", doesNotApply = false },
            new { code = "debt", text = "", doesNotApply = true },
        },
        issues = new[] { "isolation", "poverty" },
        documents = Array.Empty<object>(),
    });

    /// <summary>多機関協働へつなぐ.</summary>
    public async Task HandOffToTheHubAsync()
    {
        handoff = await MadeAsync(TestTown.Desk, "handoffs?send=true", new
        {
            kind = "toHub",
            @case = DeskCase,
            receiver = Organisation(TestOrganisations.Hub),
            asked = "世帯まるごとの支援の役割を整理してほしい",
            topics = new[] { "hikikomori-school", "income" },
            mainTopic = "hikikomori-school",
            urgency = "within-3-days",
            deskContact = "窓口一 03-0000-0000",
            assessment = new { version = 1 },
            criteria = Criteria("yes", "yes", "yes"),
            enclosures = new[] { new { part = "identity", text = "架空 花子（かくう はなこ）\n昭和23年5月3日生まれ", legalBasis = "consent", opens = "onAcceptance", basisReason = "相談のときに聞いた" } },
        });
        Assert.Equal("received", Text(await SeeAsync(TestTown.Hub, $"handoffs/{handoff}"), "state"));
        // The hub sees what was asked, and nothing of the desk's case.
        await AbsentAsync(TestTown.Hub, $"cases/{DeskCase}");
    }

    /// <summary>追加情報を依頼し、答えをもらう.</summary>
    public async Task AskAndAnswerAsync()
    {
        await DoneAsync(TestTown.Hub, $"handoffs/{handoff}/judgement", new { criteria = Criteria("yes", "notEnoughInformation", "yes") });
        await DoneAsync(TestTown.Hub, $"handoffs/{handoff}/questions", new { questions = new[] { "長男が話せる相手はいますか" } });
        Assert.Equal("questioned", Text(await SeeAsync(TestTown.Desk, $"handoffs/{handoff}"), "state"));
        await DoneAsync(TestTown.Desk, $"handoffs/{handoff}/answers", new { answers = new Dictionary<string, string> { ["1"] = "民生委員とは玄関先で話す" } });
    }

    /// <summary>多機関協働で受ける: opens the hub's own case, and leaves the desk's with the desk.</summary>
    public async Task AcceptAsync()
    {
        await DoneAsync(TestTown.Hub, $"handoffs/{handoff}/judgement", new { criteria = Criteria("yes", "yes", "yes") });
        await DoneAsync(TestTown.Hub, $"handoffs/{handoff}/acceptance");
        var accepted = await SeeAsync(TestTown.Hub, $"handoffs/{handoff}");
        Assert.Equal("accepted", Text(accepted, "state"));
        HubCase = Text(accepted, "ownCase");
        Subject = Text((await SeeAsync(TestTown.Hub, $"cases/{HubCase}"))!["persons"]![0], "person");
        Assert.Equal("open", Text(await SeeAsync(TestTown.Desk, $"cases/{DeskCase}"), "state"));
        await AbsentAsync(TestTown.Hub, $"cases/{DeskCase}");
        await AbsentAsync(TestTown.Desk, $"cases/{HubCase}");
    }

    /// <summary>同意なしの支援会議: proposed, convened, held, its minutes fixed, one task sent out by 依頼票.</summary>
    public async Task ConferWithoutConsentAsync()
    {
        matter = await MadeAsync(TestTown.Hub, "support-conferences", new
        {
            @case = HubCase,
            title = "親子の孤立について",
            ground = "consentNotYet",
            groundReason = "長男の同意がまだ得られない",
            text = "関係機関の持つ情報を合わせたい",
            chair = await AccountAsync(TestTown.Chair),
        });
        var at = $"support-conferences/{matter}";
        await DoneAsync(TestTown.Chair, $"{at}/chair", new { dutyConfirmed = true });
        var secretary = await NameAsync(TestTown.Secretary);
        await DoneAsync(TestTown.Chair, $"{at}/secretary", new { participant = secretary });
        await DoneAsync(TestTown.Chair, $"{at}/sessions");
        item = await MadeAsync(TestTown.Secretary, $"{at}/items", new { title = "見守りの分担", peopleNames = "架空 一郎" });
        var desk = await NameAsync(TestTown.Desk);
        var hub = await NameAsync(TestTown.Hub);
        foreach (var member in new[] { desk, hub })
        {
            await DoneAsync(TestTown.Chair, $"{at}/members", new { participant = member, part = "attendee" });
            await DoneAsync(TestTown.Chair, $"{at}/readers", new { participant = member, session = 1, scope = "wholeSession" });
        }
        await DoneAsync(TestTown.Chair, $"{at}/convocation", new { date = Today.AddDays(3), time = "10:00", place = "区役所 会議室" });
        await DoneAsync(TestTown.Secretary, $"{at}/session", new { present = new[] { desk, hub }, early = true });
        await DoneAsync(TestTown.Secretary, $"{at}/requests", new { session = 1, what = "世帯について知っていること" });
        var request = (await SeeAsync(TestTown.Secretary, at))!["sessions"]![0]!["requests"]!.AsArray().First(r => r!["of"]!.ToString() == desk)!["id"]!.ToString();
        await DoneAsync(TestTown.Secretary, $"{at}/information", new { request, item, text = "長男は夜に買い物へ出る" });
        await DoneAsync(TestTown.Secretary, $"{at}/discussion", new { item, text = "夜の見守りから始める" });
        await DoneAsync(TestTown.Secretary, $"{at}/decisions", new { item, who = "窓口", what = "月に二度、玄関先で声をかける" });
        await DoneAsync(TestTown.Secretary, $"{at}/direction", new { direction = "夜の見守りから、長男とのつながりをつくる", urgentResponse = "三日明かりがつかないときは窓口へ電話する" });
        await DoneAsync(TestTown.Secretary, $"{at}/minutes", new { next = Today.AddDays(30) });
        await DoneAsync(TestTown.Chair, $"{at}/minutes/confirmation", new { session = 1 });
    }

    /// <summary>What a ward may not find anywhere: the meeting, by whom it does not concern.</summary>
    public async Task NobodyElseKnowsOfItAsync()
    {
        foreach (var login in new[] { TestTown.Desk2, TestTown.OtherDesk, TestTown.HubChief, TestTown.Privacy, TestTown.AreaManager })
        {
            await AbsentAsync(login, $"support-conferences/{matter}");
            var mine = await (await AsAsync(login)).GetAsync("/api/v1/support-conferences");
            Assert.DoesNotContain(matter, mine?.ToJsonString() ?? "", StringComparison.Ordinal);
        }
    }

    /// <summary>依頼票が窓口に届き、済む.</summary>
    public async Task WorkOrderReachesTheDeskAsync()
    {
        var at = $"support-conferences/{matter}";
        var way = await MadeAsync(TestTown.Secretary, $"{at}/ways-out/work-orders", new
        {
            item,
            receiver = Organisation(TestOrganisations.Desk),
            task = "月に二度、玄関先で声をかけてください",
            deadline = Today.AddDays(14),
            safetyFacts = "夜の訪問は二人で",
            contact = "多機関協働 03-0000-0000",
            basis = "支援会議の決定",
            reason = "孤立の防止",
        });
        await DoneAsync(TestTown.Chair, $"{at}/ways-out/work-orders/approval", new { wayOut = way });
        var order = Text((await SeeAsync(TestTown.Desk, "work-orders?waiting=true"))!["items"]![0], "id");
        await DoneAsync(TestTown.Desk2, $"work-orders/{order}/answers", new { reply = "done", word = "お会いできた" });
        Assert.DoesNotContain("支援会議", (await SeeAsync(TestTown.Desk2, $"work-orders/{order}"))!.ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>本人が同意し、案件は重層的支援会議へ移る.</summary>
    public async Task ConsentIsGivenAsync()
    {
        var moving = new { action = "moveToPlanConference", reason = "本人が同意した", consentConfirmed = true, consentedBy = "本人", consentedOn = Today };
        // The chair's word is not enough while no consent is on record.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryAsync(TestTown.Chair, $"support-conferences/{matter}/outcome", moving));
        var consent = await MadeAsync(TestTown.Hub, $"cases/{HubCase}/consents", new
        {
            subject = Subject,
            purposes = new[] { "plan-conference", "plan" },
            recipients = new[] { "ward", "elder-care" },
            fields = new[] { "name", "plan", "consultation", "wishes" },
            explainer = "架空 多機関（主任）",
        });
        await DoneAsync(TestTown.Hub, $"consents/{consent}/give", new { giver = "self", age = 78, form = "oral", words = "みなさんで話し合ってください", witness = "架空 窓口一" });
        await DoneAsync(TestTown.Chair, $"support-conferences/{matter}/outcome", moving);
    }

    /// <summary>プランをつくり、受理・重層的支援会議・プラン決定をへて、支援を始める.</summary>
    public async Task PlanComesIntoForceAsync()
    {
        plan = await MadeAsync(TestTown.Hub, $"cases/{HubCase}/plans", PlanBody("つながりを保つ", 0));
        await BringIntoForceAsync(1, "planReview");
        // The agency with a role reads the plan on the person's consent, and nothing of the hub's case.
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(TestTown.Desk, $"plans/{plan}"));
        await AbsentAsync(TestTown.Desk, $"cases/{HubCase}");
        await AbsentAsync(TestTown.OtherDesk, $"plans/{plan}");
    }

    /// <summary>モニタリングの期日が過ぎ、見直す.</summary>
    public async Task MonitoringIsOverdueAndThePlanIsMadeAnewAsync()
    {
        app.Wait(TimeSpan.FromDays(100));
        Assert.True((await SeeAsync(TestTown.Hub, $"plans/{plan}"))!["versions"]![0]!["monitoringOverdue"]!.GetValue<bool>());
        await DoneAsync(TestTown.Hub, $"plans/{plan}/versions/1/monitorings", new
        {
            outcome = "rePlan",
            nextOn = Today.AddDays(90),
            goals = new[] { new { number = 1, result = "going" } },
            words = "長男がサロンの手伝いに興味を示した",
        });
        var seen = (await SeeAsync(TestTown.Hub, $"plans/{plan}"))!["seen"]!.GetValue<int>();
        await PutAsync(TestTown.Hub, $"plans/{plan}/versions/2", PlanBody("長男の役割をつくる", seen));
        Assert.Equal("active", State(await SeeAsync(TestTown.Hub, $"plans/{plan}"), 1));
        await BringIntoForceAsync(2, "rePlan");
        var after = await SeeAsync(TestTown.Hub, $"plans/{plan}");
        Assert.Equal(("superseded", "active"), (State(after, 1), State(after, 2)));
    }

    /// <summary>終結を話し合い、決裁し、フォローアップして閉じる.</summary>
    public async Task EndsAndIsFollowedUpAsync()
    {
        var at = $"plans/{plan}/versions/2";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TryAsync(TestTown.Hub, $"cases/{HubCase}/close", new { outcome = "eased", words = "役割が決まった" }));
        await DoneAsync(TestTown.Hub, $"{at}/start-evaluation", new { text = "目標を達した" });
        await DoneAsync(TestTown.Hub, $"{at}/evaluations", new { goals = new[] { new { number = 1, result = "achieved" } }, reasons = new[] { "goal-met" } });
        await ConferAsync(2, "terminationReview", "terminate");
        await DecideAsync(2, "planTermination");
        await DoneAsync(TestTown.Hub, $"{at}/follow-ups", new { dueOn = Today.AddDays(60), method = "電話" });
        app.Wait(TimeSpan.FromDays(60));
        await DoneAsync(TestTown.Hub, $"{at}/follow-ups/1/done", new { words = "親子で元気にしている" });
        await DoneAsync(TestTown.Hub, $"{at}/close", new { text = "つながりは続いている" });
        Assert.Equal("closed", State(await SeeAsync(TestTown.Hub, $"plans/{plan}"), 2));
        await DoneAsync(TestTown.Hub, $"cases/{HubCase}/close", new { outcome = "community", words = "親子のつながりができた" });
        Assert.Equal("closed", Text(await SeeAsync(TestTown.Hub, $"cases/{HubCase}"), "state"));
        Assert.Equal("open", Text(await SeeAsync(TestTown.Desk, $"cases/{DeskCase}"), "state"));
    }

    private async Task BringIntoForceAsync(int version, string purpose)
    {
        var at = $"plans/{plan}/versions/{version}";
        await DoneAsync(TestTown.Hub, $"{at}/signatures", new { subject = Subject, kind = "signed" });
        await DoneAsync(TestTown.Hub, $"{at}/submit");
        await DecideAsync(version, "planAcceptance");
        await ConferAsync(version, purpose, "appropriate");
        await DecideAsync(version, "planDecision");
        await DoneAsync(TestTown.Hub, $"{at}/activate");
    }

    private async Task ConferAsync(int version, string purpose, string decision)
    {
        var conference = await MadeAsync(TestTown.Hub, "plan-conferences", new { plan, planVersion = version, purpose, on = Today.AddDays(7), time = "14:00", place = "第1会議室" });
        var at = $"plan-conferences/{conference}";
        await DoneAsync(TestTown.Hub, $"{at}/check-consent");
        await DoneAsync(TestTown.Hub, $"{at}/hold", new { attended = new[] { 1, 2 }, early = true });
        foreach (var content in (await SeeAsync(TestTown.Hub, at))!["missing"]!.AsArray())
            await PutAsync(TestTown.Hub, $"{at}/entries/{content}", new { value = "話し合った。" });
        foreach (var attendee in new[] { 1, 2 }) await DoneAsync(TestTown.Hub, $"{at}/attendees/{attendee}/voice", new { voice = "agrees" });
        await DoneAsync(TestTown.Hub, $"{at}/decide", new { decision });
        await DoneAsync(TestTown.Hub, $"{at}/minutes", new { value = "会議録" });
    }

    private async Task DecideAsync(int version, string kind)
    {
        var decision = await MadeAsync(TestTown.Hub, "decisions", new { kind, plan, planVersion = version, proposal = "決定してよろしいか伺います。" });
        await DoneAsync(TestTown.HubChief, $"decisions/{decision}/check", new { words = "よい" });
        await DoneAsync(TestTown.HubManager, $"decisions/{decision}/decide", new { });
    }

    /// <summary>Names somebody for the matter and records that the duty was explained to them.</summary>
    private async Task<string> NameAsync(string login)
    {
        var participant = await MadeAsync(TestTown.Chair, $"support-conferences/{matter}/participants", new { organisation = await MembershipAsync(login), account = await AccountAsync(login) });
        await DoneAsync(TestTown.Chair, $"support-conferences/{matter}/explanations", new { participant });
        return participant;
    }

    private object PlanBody(string policy, int seen) => new
    {
        seen,
        kind = "collaboration",
        subjects = new[] { Subject },
        mainAgency = Organisation(TestOrganisations.Hub),
        goals = new[] { new { number = 1, horizon = "long", person = Subject, words = "息子と二人、この家で暮らしつづけたい" } },
        approach = "stayingConnected",
        policy,
        actions = new[] { new { number = 1, who = "本人", what = "週に一度サロンへ行く", goal = 1 } },
        roles = new[]
        {
            new { organisation = Organisation(TestOrganisations.Hub), category = "ward", role = "進行管理" },
            new { organisation = Organisation(TestOrganisations.Desk), category = "elder-care", role = "訪問" },
        },
    };

    private static object Criteria(string complex, string roles, string meetings) => new
    {
        complex = new { answer = complex, reason = "状況から" },
        roles = new { answer = roles, reason = "状況から" },
        beyondMeetings = new { answer = meetings, reason = "状況から" },
    };

    private string Organisation(string code) => TestOrganisations.Id(code, app.Profile).ToString();

    private async Task<string> AccountAsync(string login)
    {
        await using var db = app.Database.OpenAsOwner();
        return (await db.Accounts.SingleAsync(a => a.Login == login)).Id.ToString();
    }

    private async Task<string> MembershipAsync(string login)
    {
        await using var db = app.Database.OpenAsOwner();
        return (await db.Accounts.Include(a => a.Memberships).SingleAsync(a => a.Login == login)).Memberships[0].OrganisationId.ToString();
    }

    private static string State(JsonNode? plan, int version) => Text(plan!["versions"]![version - 1], "state");

    private static string Text(JsonNode? node, string name) => node![name]!.ToString();

    private async Task<TestApi> AsAsync(string login)
    {
        if (!clients.TryGetValue(login, out var client)) clients[login] = client = await TestApi.AsAsync(app, login);
        return client;
    }

    private async Task<JsonNode?> SeeAsync(string login, string path)
    {
        var client = await AsAsync(login);
        var seen = await client.GetAsync($"/api/v1/{path}");
        Assert.True(client.Status == HttpStatusCode.OK, $"GET {path} by {login}: {client.Status}");
        return seen;
    }

    private async Task<HttpStatusCode> StatusAsync(string login, string path)
    {
        var client = await AsAsync(login);
        await client.GetAsync($"/api/v1/{path}");
        return client.Status;
    }

    /// <summary>Not there for them: no such record, or not theirs to open.</summary>
    private async Task AbsentAsync(string login, string path) =>
        Assert.True(await StatusAsync(login, path) is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{login} sees {path}");

    private async Task<string> MadeAsync(string login, string path, object body) => Text(await DoneAsync(login, path, body), "id");

    private async Task<HttpStatusCode> TryAsync(string login, string path, object body)
    {
        var client = await AsAsync(login);
        await client.PostAsync($"/api/v1/{path}", body);
        return client.Status;
    }

    private async Task<JsonNode?> DoneAsync(string login, string path, object? body = null) => await SendAsync(HttpMethod.Post, login, path, body);

    private async Task PutAsync(string login, string path, object body) => await SendAsync(HttpMethod.Put, login, path, body);

    private async Task<JsonNode?> SendAsync(HttpMethod method, string login, string path, object? body)
    {
        var client = await AsAsync(login);
        var answer = await client.SendAsync(method, $"/api/v1/{path}", body, null);
        Assert.True((int)client.Status is >= 200 and < 300, $"{method} {path} by {login}: {client.Status} {answer?.ToJsonString(Readable)}");
        return answer;
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Dispose()
    {
        foreach (var client in clients.Values) client.Dispose();
    }
}
