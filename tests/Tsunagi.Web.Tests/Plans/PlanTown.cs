using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Plans;

/// <summary>A case of the hub about one or two people, and the steps of its plan through the API.</summary>
internal sealed class PlanTown(TestApp app)
{
    private int made;

    public async Task<(Id<Case> Case, Id<Person> Mother, Id<Person> Son)> OpenCaseAsync(string login = TestTown.Hub)
    {
        await using var db = app.Database.OpenAsOwner();
        var account = await db.Accounts.Include(a => a.Memberships).SingleAsync(a => a.Login == login);
        var organisation = account.Memberships[0].OrganisationId;
        var now = app.Services.GetService(typeof(TimeProvider)) is TimeProvider clock ? clock.GetUtcNow() : default;
        now = new(now.Ticks - now.Ticks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        var ids = IdSource.Secure(TimeProvider.System);
        var stamp = new Stamp(account.Id, organisation, now);
        db.Scope = new AccessScope(account.Id, [account.Id.Value, organisation.Value], now);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var id = ids.Next<Case>();
        var @case = Case.Open(id, new(2030 + Interlocked.Increment(ref made), id.Value.GetHashCode() & 0xFFFF), default, stamp);
        var (mother, son) = (ids.Next<Person>(), ids.Next<Person>());
        Assert.True(@case.Include(mother, CasePersonRole.Subject, stamp).IsDone);
        Assert.True(@case.Include(son, CasePersonRole.HouseholdMember, stamp).IsDone);
        db.Cases.Add(@case);
        db.Grants.Add(Grant.ToOrganisation(ids.Next<Grant>(), @case.Root, organisation, AccessLevel.Manage, GrantBasis.Assignment, now));
        await db.SaveAsync(new WorkContext(stamp, Permission.OpenCase), CancellationToken.None);
        await transaction.CommitAsync();
        return (id, mother, son);
    }

    public static async Task<string> ConsentAsync(TestApi hub, Id<Case> @case, Id<Person> subject, params string[] recipients)
    {
        var consent = Expect(hub, HttpStatusCode.Created, await hub.PostAsync($"/api/v1/cases/{@case}/consents", new
        {
            subject = subject.ToString(),
            purposes = new[] { "plan-conference", "plan" },
            recipients,
            fields = new[] { "name", "plan", "consultation", "wishes" },
            explainer = "架空 多機関（主任）",
        }))!["id"]!.ToString();
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"/api/v1/consents/{consent}/give", new { giver = "self", age = 45, form = "written", signature = "signed" }));
        return consent;
    }

    public static object PlanOf(Id<Person> subject, int seen = 0, string policy = "つながりを保つ", string main = TestOrganisations.Hub, string helper = TestOrganisations.Desk) => new
    {
        seen,
        kind = "collaboration",
        subjects = new[] { subject.ToString() },
        mainAgency = TestOrganisations.Id(main).ToString(),
        goals = new[] { new { number = 1, horizon = "long", person = subject.ToString(), words = "この家で暮らしつづけたい" } },
        approach = "stayingConnected",
        policy,
        actions = new[] { new { number = 1, who = "本人", what = "週に一度サロンへ行く", goal = 1 } },
        roles = new[]
        {
            new { organisation = TestOrganisations.Id(main).ToString(), category = main == TestOrganisations.Hub ? "ward" : "elder-care", role = "進行管理" },
            new { organisation = TestOrganisations.Id(helper).ToString(), category = "elder-care", role = "訪問" },
        },
    };

    public static async Task<string> PlanAsync(TestApi hub, Id<Case> @case, Id<Person> subject) =>
        Expect(hub, HttpStatusCode.Created, await hub.PostAsync($"/api/v1/cases/{@case}/plans", PlanOf(subject)))!["id"]!.ToString();

    public async Task DecideAsync(TestApi hub, string plan, int version, string kind)
    {
        var decision = Expect(hub, HttpStatusCode.Created, await hub.PostAsync("/api/v1/decisions", new { kind, plan, planVersion = version, proposal = "決定してよろしいか伺います。" }))!["id"]!.ToString();
        using var chief = await TestApi.AsAsync(app, TestTown.HubChief);
        Expect(chief, HttpStatusCode.NoContent, await chief.PostAsync($"/api/v1/decisions/{decision}/check", new { words = "よい" }));
        using var manager = await TestApi.AsAsync(app, TestTown.HubManager);
        Expect(manager, HttpStatusCode.NoContent, await manager.PostAsync($"/api/v1/decisions/{decision}/decide", new { }));
    }

    public static async Task<string> ConferAsync(TestApi hub, string plan, int version, string purpose, string decision, string? nextOn = null, bool fix = true)
    {
        var conference = Expect(hub, HttpStatusCode.Created, await hub.PostAsync("/api/v1/plan-conferences",
            new { plan, planVersion = version, purpose, on = "2099-01-01", time = "14:00", place = "第1会議室" }))!["id"]!.ToString();
        var at = $"/api/v1/plan-conferences/{conference}";
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"{at}/check-consent"));
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"{at}/hold", new { attended = new[] { 1, 2 }, early = true }));
        foreach (var content in (await hub.GetAsync(at))!["missing"]!.AsArray())
            Expect(hub, HttpStatusCode.NoContent, await hub.PutAsync($"{at}/entries/{content}", new { value = "話し合った。" }));
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"{at}/attendees/1/voice", new { voice = "agrees" }));
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"{at}/attendees/2/voice", new { voice = "agreesWithReservation", words = "月一回まで" }));
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"{at}/decide", new { decision, nextOn }));
        if (fix) Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"{at}/minutes", new { value = "会議録" }));
        return conference;
    }

    /// <summary>Brings the first or next version of a plan into force, in the ward's order (受理 → 会議 → プラン決定).</summary>
    public async Task BringIntoForceAsync(TestApi hub, string plan, int version, Id<Person> subject)
    {
        await BringToTheStartAsync(hub, plan, version, subject);
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"/api/v1/plans/{plan}/versions/{version}/activate"));
    }

    /// <summary>The same, up to the last decision.</summary>
    public async Task BringToTheStartAsync(TestApi hub, string plan, int version, Id<Person> subject)
    {
        var at = $"/api/v1/plans/{plan}/versions/{version}";
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"{at}/signatures", new { subject = subject.ToString(), kind = "signed" }));
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"{at}/submit"));
        await DecideAsync(hub, plan, version, "planAcceptance");
        await ConferAsync(hub, plan, version, version == 1 ? "planReview" : "rePlan", "appropriate");
        await DecideAsync(hub, plan, version, "planDecision");
    }

    public static async Task HandOverAsync(TestApi from, TestApi to, Id<Case> @case, string receiver = TestOrganisations.Desk)
    {
        var handover = Expect(from, HttpStatusCode.Created, await from.PostAsync($"/api/v1/cases/{@case}/handovers",
            new { to = TestOrganisations.Id(receiver).ToString(), reason = "moved", points = "地区が変わる", legalBasis = "within-purpose" }))!["id"]!.ToString();
        Expect(to, HttpStatusCode.NoContent, await to.PostAsync($"/api/v1/handovers/{handover}/accept", new { }));
    }

    public static string[] Codes(JsonNode? refused) => [.. refused!["refusals"]!.AsArray().Select(r => r!["code"]!.ToString())];

    public static JsonNode? Expect(TestApi api, HttpStatusCode status, JsonNode? answer)
    {
        Assert.True(api.Status == status, $"{api.Status}: {answer?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })}");
        return answer;
    }
}
