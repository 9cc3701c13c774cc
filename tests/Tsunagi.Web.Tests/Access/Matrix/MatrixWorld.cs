using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Attachments;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.ProtectedLocations;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Tests.Cases;
using Tsunagi.Web.Tests.Conferences;
using Tsunagi.Web.Tests.Handoffs;
using Tsunagi.Web.Tests.Plans;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Access.Matrix;

/// <summary>
/// One record of every kind, all of one person and one case of one desk, played through the API by those whose work it is –
/// and one sealed matter with a reader before and a reader after the explanation.
/// </summary>
internal sealed class MatrixWorld
{
    /// <summary>相談の書きかけ: a consultation of its own kind for the pages that go on with one.</summary>
    public sealed class ConsultationDraft;

    /// <summary>切迫した危険: the one way out of a matter that is told to the chair afterwards.</summary>
    public sealed class ImminentDanger;

    /// <summary>A file may hang on more than one kind of record; the one asked about hangs on the consultation.</summary>
    public static readonly Type AttachmentRoot = typeof(Consultation);

    /// <summary>Words that stand in an address.</summary>
    public static readonly IReadOnlyDictionary<string, string> Words =
        new Dictionary<string, string> { ["KIND"] = "consultation", ["DOCUMENTNAME"] = "v1", ["CONTENT"] = "support-direction", ["STATUS"] = "404", ["VERSION"] = "1" };

    private readonly Dictionary<Type, Guid> ids = [];
    private readonly TestApp app;

    private MatrixWorld(TestApp app) => this.app = app;

    /// <summary>The record of a kind.</summary>
    public Guid IdOf(Type kind) => ids.TryGetValue(kind, out var id) ? id : throw new InvalidOperationException($"The world has no {kind.Name}.");

    /// <summary>An id of a kind that no record has. Organisations and colleagues exist for everybody; it is the record that does not.</summary>
    public Guid IdOfNothing(Type kind) => kind == typeof(Organisation) || kind == typeof(Account) ? IdOf(kind) : MatrixText.NobodysId(kind);

    /// <summary>Every kind of record with the one there is.</summary>
    public IReadOnlyDictionary<Type, Guid> All => ids;

    public static async Task<MatrixWorld> PlayAsync(TestApp app)
    {
        var world = new MatrixWorld(app);
        await world.HireAsync();
        await world.ReceiveAsync();
        await world.SupportAsync();
        await world.PassOnAsync();
        await world.PlanAsync();
        await world.SealAsync();
        await world.ProtectAsync();
        await world.NoticeAsync();
        return world;
    }

    /// <summary>Somebody who holds one role in the very desk that holds the records.</summary>
    public static string LoginOf(Role role) => $"m.role.{role}".ToLowerInvariant();

    private async Task HireAsync()
    {
        await using var db = app.Database.OpenAsOwner();
        var now = new DateTimeOffset(2026, 4, 2, 0, 0, 0, TimeSpan.Zero);
        var ids = IdSource.Seeded(new FixedClock(now), new Random(2));
        var hash = new PasswordHasher<Account>().HashPassword(null!, TestTown.Password);
        var people = MatrixRelation.All.Where(r => r.Organisation is not null).Select(r => (Login: r.Login!, Organisation: r.Organisation!, r.Role))
            .Concat(Enum.GetValues<Role>().Select(role => (LoginOf(role), TestOrganisations.Desk, role)));
        foreach (var (login, organisation, role) in people)
        {
            var account = new Account(ids.Next<Account>(), login, $"架空 {login}") { PasswordHash = hash, SecurityStamp = login };
            account.Join(ids.Next<Membership>(), Organisation(organisation), role, new DateOnly(2024, 4, 1));
            db.Accounts.Add(account);
            await db.SaveAsync(new WorkContext(new(account.Id, default, now), Permission.ManageAccounts), CancellationToken.None);
        }
        Put<Account>((await AccountAsync(TestTown.Desk2)).Value);
        Put<Organisation>(Organisation(TestOrganisations.Hub).Value);
        Put<Membership>(await db.Memberships.Where(m => m.AccountId == new Id<Account>(IdOf(typeof(Account)))).Select(m => m.Id.Value).SingleAsync());
    }

    /// <summary>The desk's consultation, its file, the sign it noticed, the person and the household.</summary>
    private async Task ReceiveAsync()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        Put<Consultation>(await MadeAsync(desk, "/api/v1/consultations", new { date = "令和8年4月1日", channel = "phone", ownWords = "眠れない", visitorRelation = "self", personName = "架界 花子" }));
        Put<ConsultationDraft>(await MadeAsync(desk, "/api/v1/consultations/drafts", new { fields = new Dictionary<string, string> { ["Input.OwnWords"] = "書きかけ" } }));
        Put<Lead>(await MadeAsync(desk, "/api/v1/leads", new { sign = "新聞がたまっている", source = "neighbour", place = "太子堂1丁目", action = "訪ねる", on = "2099-01-01" }));
        Put<PhoneMemo>(await MadeAsync(desk, "/api/v1/memos", new { message = "折り返しを待つ" }));
        Put<Tally>(await MadeAsync(desk, "/api/v1/tallies", new { code = "directions" }));
        await using var db = app.Database.OpenAsOwner();
        var consultation = new Id<Consultation>(IdOf(typeof(Consultation)));
        Put<Person>(await db.Set<ConsultationPerson>().IgnoreQueryFilters().Where(p => p.ConsultationId == consultation).Select(p => p.PersonId.Value).FirstAsync());
        var household = await db.Consultations.IgnoreQueryFilters().Where(c => c.Id == consultation).Select(c => c.HouseholdId).SingleAsync();
        Put<Household>(household?.Value ?? await MadeAsync(desk, "/api/v1/households", new { person = Text<Person>() }));
        await DoneAsync(desk, $"/api/v1/people/{Text<Person>()}/kin", new { role = "parent", name = "架界 親" });
        Put<KinTie>(await db.KinTies.IgnoreQueryFilters().Where(t => t.PersonId == new Id<Person>(IdOf(typeof(Person)))).Select(t => t.Id.Value).SingleAsync());
        await DoneAsync(desk, $"/api/v1/people/{Text<Person>()}/ties", new { contact = "架空の集い", kind = "place", strength = "strong" });
        var now = app.Services.GetRequiredService<JapanTime>().Now;
        var stamp = new Stamp(await AccountAsync(TestTown.Desk), Organisation(TestOrganisations.Desk), now);
        var bytes = Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF\n");
        var file = Attachment.Add(IdSource.Secure(TimeProvider.System).Next<Attachment>(), RootRef.Of(RootKind.Consultation, consultation), new("a.pdf", bytes), AttachmentRules.Standard, stamp);
        db.Attachments.Add(file.Value);
        db.AttachmentContents.Add(new() { AttachmentId = file.Value.Id, RootId = consultation.Value, Bytes = bytes });
        await db.SaveAsync(new WorkContext(stamp, Permission.WriteConsultation), CancellationToken.None);
        Put<Attachment>(file.Value.Id.Value);
    }

    /// <summary>The desk's case with a note, a task, an assessment in two versions, and another agency in the team.</summary>
    private async Task SupportAsync()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        Put<Case>((await app.OpenCaseAsync()).Value);
        var at = $"/api/v1/cases/{Text<Case>()}";
        await DoneAsync(desk, $"{at}/persons", new { person = Text<Person>(), role = "householdMember" });
        Put<ProgressNote>(await MadeAsync(desk, $"{at}/notes", new { channel = "phone", form = "summary", paragraphs = new[] { new { kind = "fact", text = "経過", source = "observation" } } }));
        Put<CaseTask>(await MadeAsync(desk, $"{at}/tasks", new { what = "確認", due = "2099-01-05", account = (await AccountAsync(TestTown.Desk)).ToString() }));
        foreach (var version in (int[])[0, 1])
            Expect(desk, await desk.PutAsync($"{at}/assessment", new { basedOn = version, answers = new[] { new { code = "family", text = $"第{version}版" } } }));
        await DoneAsync(desk, $"{at}/team", new { role = "助言", organisation = Organisation("plat-home").ToString(), opens = "contribute", legalBasis = "within-purpose", reason = "一緒に訪ねる" });
        await using var db = app.Database.OpenAsOwner();
        var person = new Id<Person>(IdOf(typeof(Person)));
        var other = await db.Persons.IgnoreQueryFilters().Where(p => p.Id != person).Select(p => p.Id).FirstAsync();
        Put<SamePerson>(await MadeAsync(desk, "/api/v1/people/duplicates", new { one = person.ToString(), other = other.ToString() }));
        Put<Assessment>(await db.Assessments.IgnoreQueryFilters().Select(a => a.Id.Value).FirstAsync());
    }

    /// <summary>A handoff and a handover on their way to the hub, and a report of suspected abuse to it.</summary>
    private async Task PassOnAsync()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var body = HandoffStory.ToHub(new(IdOf(typeof(Case))));
        body["enclosures"] = new JsonArray(HandoffStory.Enclosure("narrative", "あとで開く", "within-purpose"));
        Put<Handoff>(Guid.Parse(await HandoffStory.SendAsync(desk, body)));
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        await DoneAsync(hub, $"/api/v1/handoffs/{Text<Handoff>()}/questions", new { questions = new[] { "いつからですか" } });
        Put<Handover>(await MadeAsync(desk, $"/api/v1/cases/{Text<Case>()}/handovers",
            new { to = Organisation(TestOrganisations.Hub).ToString(), reason = "expertise", points = "要点", legalBasis = "within-purpose" }));
        Put<UrgentReport>(await MadeAsync(desk, "/api/v1/urgent-reports",
            new { @case = Text<Case>(), kind = "child", about = "小学生くらいの子", facts = "腕にあざ", team = Organisation(TestOrganisations.Hub).ToString(), reporterName = "架空 通報者" }));
        await using var db = app.Database.OpenAsOwner();
        Put<ReporterIdentity>(await db.ReporterIdentities.IgnoreQueryFilters().Select(r => r.Id.Value).SingleAsync());
    }

    /// <summary>The person's consent, the plan, a decision on it, and the conference it goes to.</summary>
    private async Task PlanAsync()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var person = new Id<Person>(IdOf(typeof(Person)));
        Put<Consent>(Guid.Parse(await PlanTown.ConsentAsync(desk, new(IdOf(typeof(Case))), person, "ward", "elder-care")));
        Put<Plan>(Guid.Parse(await PlanTown.PlanAsync(desk, new(IdOf(typeof(Case))), person)));
        var version = $"/api/v1/plans/{Text<Plan>()}/versions/1";
        await DoneAsync(desk, $"{version}/signatures", new { subject = person.ToString(), kind = "signed" });
        await DoneAsync(desk, $"{version}/submit", new { });
        Put<Decision>(await MadeAsync(desk, "/api/v1/decisions", new { kind = "planAcceptance", plan = Text<Plan>(), planVersion = 1, proposal = "伺います。", decidedBy = Organisation(MatrixRelation.Office).ToString() }));
        Put<PlanConference>(await MadeAsync(desk, "/api/v1/plan-conferences",
            new { plan = Text<Plan>(), planVersion = 1, purpose = "planReview", on = "2099-01-01", time = "14:00", place = "第1会議室" }));
        var attendee = MatrixRelation.Of("attendee");
        await DoneAsync(desk, $"/api/v1/plan-conferences/{Text<PlanConference>()}/attendees", new
        {
            name = "架空 出席者",
            category = "elder-care",
            organisation = Organisation(attendee.Organisation!).ToString(),
            account = (await AccountAsync(attendee.Login!)).ToString(),
        });
        await DoneAsync(desk, $"/api/v1/plan-conferences/{Text<PlanConference>()}/check-consent", new { });
    }

    /// <summary>The sealed matter: one record of every kind in it, and one way out of it to the desk.</summary>
    private async Task SealAsync()
    {
        using var story = await SupportStory.OpenedAsync(app);
        foreach (var login in (string[])["m.after", "m.attendee"])
        {
            await story.NameAsync(login);
            Put<DutyExplanation>(Guid.Parse(await story.MadeAsync(TestTown.Chair, "explanations", new { participant = story.Participants[login] })));
            await story.SeatAsync(login, "attendee");
        }
        await story.ReadAsync("m.after", "wholeSession");
        var reader = story.Participants["m.after"];
        await story.DoneAsync(TestTown.Chair, "convocation", new { date = story.Today.AddDays(2), time = "10:00", place = "区役所" });
        await story.DoneAsync(TestTown.Secretary, "session", new { present = new[] { reader }, early = true });
        await story.NameAsync("m.before");
        await story.SeatAsync("m.before", "head");
        await story.ReadAsync("m.before", "wholeSession");
        await story.DoneAsync(TestTown.Secretary, "requests", new { session = 1, what = "求め" });
        var request = await story.RequestToAsync("m.after");
        Put<Matter>(Guid.Parse(story.Matter));
        Put<MatterItem>(Guid.Parse(story.Item));
        Put<MatterParticipant>(Guid.Parse(reader));
        Put<CooperationRequest>(Guid.Parse(request));
        Put<MatterInformation>(Guid.Parse(await story.MadeAsync(TestTown.Secretary, "information", new { request, item = story.Item, text = "情報" })));
        Put<MatterDecision>(Guid.Parse(await story.MadeAsync(TestTown.Secretary, "decisions", new { item = story.Item, who = "別窓口", what = "決定" })));
        Put<WatchRole>(Guid.Parse(await story.MadeAsync(TestTown.Secretary, "watch-roles", new { item = story.Item, who = "近所", sign = "合図", call = "窓口" })));
        Put<PaperCopy>(Guid.Parse(await story.MadeAsync(TestTown.Secretary, "copies", new { participant = reader, session = 1 })));
        Put<ImminentDanger>(Guid.Parse(await story.MadeAsync("m.after", "ways-out/danger",
            new { item = story.Item, recipient = "119番", told = "倒れている", basis = "生命の危険", reason = "応答がない" })));
        Put<WayOut>(Guid.Parse(await story.MadeAsync(TestTown.Secretary, "ways-out/work-orders", Order(story))));
        var sent = await story.MadeAsync(TestTown.Secretary, "ways-out/work-orders", Order(story));
        Put<WorkOrder>(Guid.Parse(await story.MadeAsync(TestTown.Chair, "ways-out/work-orders/approval", new { wayOut = sent })));
        await story.DoneAsync(TestTown.Desk, "withdrawal", new { reason = "様子が変わった" });
        await using (var db = app.Database.OpenAsOwner()) Put<ProposalNotice>(await db.Set<ProposalNotice>().IgnoreQueryFilters().Select(n => n.Id.Value).SingleAsync());
        await story.FixAsync();
        await story.DoneAsync(TestTown.Chair, "sessions");
        await story.ReadAsync("m.after", "wholeSession", session: 2);
        await story.ReadAsync("m.before", "wholeSession", session: 2);
    }

    private static object Order(SupportStory story) => new
    {
        item = story.Item,
        receiver = Organisation(TestOrganisations.Desk).ToString(),
        task = "訪ねる",
        deadline = story.Today.AddDays(7),
        safetyFacts = "犬がいます",
        contact = "生活支援課",
        basis = "支援会議の決定",
        reason = "安否の確認",
    };

    /// <summary>The person's place is protected, read by the desk worker alone; and a colleague declares to be a relative.</summary>
    private async Task ProtectAsync()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var chief = await TestApi.AsAsync(app, TestTown.DeskChief);
        using var relative = await TestApi.AsAsync(app, MatrixRelation.Excluded);
        var at = $"/api/v1/people/{Text<Person>()}";
        var today = app.Services.GetRequiredService<JapanTime>().Today;
        await DoneAsync(desk, $"{at}/protection", new { certifiedBy = "架空警察署", from = "R8.4.1", reviewOn = Iso(today.AddDays(200)) });
        await DoneAsync(chief, $"{at}/protection/readers", new { account = (await AccountAsync(TestTown.Desk)).ToString(), purpose = "同行支援", reason = "担当のため", until = Iso(today.AddDays(7)) });
        await DoneAsync(relative, $"{at}/exclusions", new { kind = "relative" });
        await using var db = app.Database.OpenAsOwner();
        Put<ProtectedLocationReader>(await db.Set<ProtectedLocationReader>().IgnoreQueryFilters().Select(r => r.Id.Value).FirstAsync());
        Put<ExclusionDeclaration>(await db.Set<ExclusionDeclaration>().IgnoreQueryFilters().Select(e => e.Id.Value).FirstAsync());
    }

    /// <summary>A notice, as the nightly run would have told it to the coordinators of the area; what the person said of being matched, and a mark on the case.</summary>
    private async Task NoticeAsync()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        Expect(desk, await desk.PutAsync($"/api/v1/cases/{Text<Case>()}/concerns", new { codes = new[] { "stuck" } }));
        await DoneAsync(desk, $"/api/v1/people/{Text<Person>()}/matching", new { declines = false, words = "かまわない", saidOn = "2026-04-01" });
        await using var db = app.Database.OpenAsOwner();
        var (rules, now) = (app.Services.GetRequiredService<CurrentWard>().Profile.RulesAsOf(new(2026, 4, 1)), app.Services.GetRequiredService<JapanTime>().Now);
        var notice = CoordinationNotice.Tell(
            IdSource.Secure(TimeProvider.System).Next<CoordinationNotice>(), "setagaya", [Organisation(TestOrganisations.Desk), Organisation(TestOrganisations.OtherDesk)],
            rules.Notice, rules.OfficeHours, new(default, default, now));
        db.CoordinationNotices.Add(notice);
        db.Set<NoticedPerson>().Add(new(notice.Id, new(IdOf(typeof(Person)))));
        await db.SaveAsync(new WorkContext(new(default, default, now), Permission.MatchRecords), CancellationToken.None);
        Put<CoordinationNotice>(notice.Id.Value);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Id<Organisation> Organisation(string code) => TestOrganisations.Id(code);

    private Task<Id<Account>> AccountAsync(string login) => app.AccountAsync(login);

    private void Put<T>(Guid id) => ids[typeof(T)] = id;

    private string Text<T>() => IdOf(typeof(T)).ToString();

    private static async Task<Guid> MadeAsync(TestApi api, string path, object body) => Guid.Parse((await DoneAsync(api, path, body))!["id"]!.ToString());

    private static async Task<JsonNode?> DoneAsync(TestApi api, string path, object body) => Expect(api, await api.PostAsync(path, body), path);

    private static JsonNode? Expect(TestApi api, JsonNode? answer, string path = "")
    {
        Assert.True((int)api.Status < 300, $"{path}: {api.Status} {SupportStory.Plain(answer)}");
        return answer;
    }
}
