using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Handoffs;

/// <summary>What the handoff stories share: a case to hand off, and the body of a つなぎ.</summary>
static class HandoffStory
{
    public const string Ikejiri = TestOrganisations.OtherDesk, Livelihood = TestOrganisations.Hub;

    /// <summary>Opens a case of an organisation behind the program's back, as the intake would.</summary>
    public static async Task<Id<Case>> CaseOfAsync(TestApp app, string login, string organisation)
    {
        await using var db = app.Database.OpenAsOwner();
        var account = await db.Accounts.SingleAsync(a => a.Login == login);
        var now = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
        var ids = IdSource.Seeded(new FixedClock(now), new Random(login.Length + Environment.TickCount));
        var stamp = new Stamp(account.Id, TestOrganisations.Id(organisation, app.Profile), now);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var opened = Case.Open(ids.Next<Case>(), await db.NextCaseNumberAsync(new DateOnly(2026, 5, 1), default), default, stamp);
        db.Cases.Add(opened);
        db.Grants.Add(Grant.ToOrganisation(ids.Next<Grant>(), opened.Root, stamp.Organisation, AccessLevel.Manage, GrantBasis.Assignment, now));
        await db.SaveAsync(new WorkContext(stamp, Permission.OpenCase), default);
        await transaction.CommitAsync();
        return opened.Id;
    }

    /// <summary>Puts a person into a case, under 支援措置 if asked.</summary>
    public static async Task IncludeAsync(TestApp app, Id<Case> @case, string name, bool isProtected)
    {
        await using var db = app.Database.OpenAsOwner();
        var opened = await db.Cases.IgnoreQueryFilters().Include(c => c.Persons).Include(c => c.Periods).SingleAsync(c => c.Id == @case);
        var now = new DateTimeOffset(2026, 5, 1, 1, 0, 0, TimeSpan.Zero);
        var ids = IdSource.Seeded(new FixedClock(now), new Random(name.Length + Environment.TickCount));
        var worker = await db.Memberships.Where(m => m.OrganisationId == opened.OrganisationId).Select(m => m.AccountId).FirstAsync();
        var stamp = new Stamp(worker, opened.OrganisationId, now);
        var person = Person.Write(ids.Next<Person>(), new(PersonName.FromLine(name, null), PersonSource.Self), new DateOnly(2026, 5, 1), stamp).Value;
        if (isProtected) Assert.True(person.ProtectLocation(stamp).IsDone);
        db.Persons.Add(person);
        db.Grants.Add(Grant.ToOrganisation(ids.Next<Grant>(), person.Root, stamp.Organisation, AccessLevel.Manage, GrantBasis.Assignment, now));
        Assert.True(opened.Include(person.Id, CasePersonRole.Subject, stamp).IsDone);
        await db.SaveAsync(new WorkContext(stamp, Permission.OpenCase), default);
    }

    /// <summary>A つなぎ to a desk.</summary>
    public static JsonObject ToDesk(Id<Case> source, string receiver) => new()
    {
        ["kind"] = "toDesk",
        ["case"] = source.ToString(),
        ["receiver"] = TestOrganisations.Id(receiver).ToString(),
        ["asked"] = "介護の手続きを一緒に見てほしい",
        ["topics"] = new JsonArray("care", "income"),
        ["mainTopic"] = "care",
        ["urgency"] = "within-3-days",
        ["district"] = "taishido",
        ["deskContact"] = "太子堂 あんしんすこやかセンター",
    };

    /// <summary>A つなぎ to the hub, with a document that stands for the assessment and the sender's view.</summary>
    public static JsonObject ToHub(Id<Case> source, string receiver = Livelihood)
    {
        var body = ToDesk(source, receiver);
        body["kind"] = "toHub";
        body["assessment"] = new JsonObject { ["version"] = 0, ["equivalentDocument"] = "つなぐシート" };
        body["criteria"] = Criteria("yes", "yes", "yes");
        return body;
    }

    public static JsonObject Criteria(string complex, string roles, string meetings) => new()
    {
        ["complex"] = Criterion(complex),
        ["roles"] = Criterion(roles),
        ["beyondMeetings"] = Criterion(meetings),
    };

    public static JsonObject Enclosure(string part, string text, string basis, string opens = "onAcceptance", string? reason = null) =>
        new() { ["part"] = part, ["text"] = text, ["legalBasis"] = basis, ["opens"] = opens, ["basisReason"] = reason };

    public static async Task<string> SendAsync(TestApi api, JsonObject body)
    {
        var made = await api.PostAsync("/api/v1/handoffs?send=true", body);
        Assert.True(api.Status == System.Net.HttpStatusCode.Created, made?.ToJsonString());
        return made!["id"]!.GetValue<string>();
    }

    public static string Text(JsonNode? node, string name) => node![name]!.GetValue<string>();

    public static IEnumerable<string> Texts(JsonNode? node, string name) => node![name]!.AsArray().Select(v => v!.GetValue<string>());

    private static JsonObject Criterion(string answer) => new() { ["answer"] = answer, ["reason"] = "状況から" };
}
