using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Cases;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Handoffs.HandoffStory;

namespace Tsunagi.Web.Tests.Exclusions;

/// <summary>Whoever is shut out of what was sent is shut out of what the receiver made of it (rules §9).</summary>
public sealed class What_grew_out_of_something(TestApp app) : IClassFixture<TestApp>
{
    private const string Place = "架空の隠れ家";

    [Theory]
    [InlineData("架除 一子", true)]
    [InlineData("架除 二子", false)]
    public async Task Of_a_handoff_its_case_and_its_people_stay_shut(string name, bool declaredBefore)
    {
        using var sender = await TestApi.AsAsync(app, TestTown.Hub);
        using var receiver = await TestApi.AsAsync(app, TestTown.Desk);
        var (source, person) = await KeepAsync(sender, name);
        if (declaredBefore) await ExcludeAsync(TestTown.HubChief, person, TestTown.Desk2);
        var body = ToDesk(source, TestOrganisations.Desk);
        body["enclosures"] = new JsonArray(Enclosure("identity", name, "consent"), Enclosure("contact", $"{name}：{Place}、03-5550-2222", "consent"));
        var sent = await sender.PostAsync("/api/v1/handoffs?send=true", body);
        var accepted = await receiver.PostAsync($"/api/v1/handoffs/{sent!["id"]}/acceptance");
        Assert.Equal(HttpStatusCode.OK, receiver.Status);
        var opened = accepted!["ownCase"]!.ToString();
        await receiver.PostAsync($"/api/v1/cases/{opened}/persons", new { name = "架除 の妹", role = "related" });
        if (!declaredBefore) await ExcludeAsync(TestTown.HubChief, person, TestTown.Desk2);
        await StaysShutAsync(TestTown.Desk2, opened, name);
    }

    [Fact]
    public async Task Of_a_report_its_consultation_its_case_and_its_people_stay_shut()
    {
        using var sender = await TestApi.AsAsync(app, TestTown.Desk);
        using var receiver = await TestApi.AsAsync(app, TestTown.Hub);
        var (source, person) = await KeepAsync(sender, "架除 三子");
        await ExcludeAsync(TestTown.DeskChief, person, TestTown.HubManager);
        var report = await sender.PostAsync("/api/v1/urgent-reports", new { kind = "child", about = "三歳くらい", facts = "泣き声", team = TestOrganisations.Id(TestOrganisations.Hub).ToString(), @case = source.ToString() });
        var path = $"/api/v1/urgent-reports/{report!["id"]}";
        await receiver.PostAsync($"{path}/acknowledgement", new { takenBy = "乙" });
        var consultation = (await receiver.PostAsync($"{path}/consultation"))!["consultation"]!.ToString();
        await receiver.PostAsync("/api/v1/consultations", new { id = consultation, date = "R8.4.1", channel = "phone", personName = "架除 三子", personAddress = Place, ownWords = "通告から", next = "Keep" });
        Assert.Equal(HttpStatusCode.Created, receiver.Status);
        var shown = await receiver.GetAsync($"/api/v1/consultations/{consultation}");
        await StaysShutAsync(TestTown.HubManager, shown!["case"]!.ToString(), "架除 三子");
    }

    private async Task StaysShutAsync(string login, string opened, string name)
    {
        var persons = (await app.ReadCaseAsync(Id<Case>.Parse(opened, null))).CurrentPersons.Select(p => p.PersonId).ToList();
        Assert.NotEmpty(persons);
        using var excluded = await TestApi.AsAsync(app, login);
        foreach (var path in persons.Select(p => $"/api/v1/people/{p}").Append($"/api/v1/cases/{opened}"))
        {
            await excluded.GetAsync(path);
            Assert.True(excluded.Status == HttpStatusCode.NotFound, $"{path}: {excluded.Status}");
        }
        // Somebody else may live there, or be called nearly so.
        foreach (var words in (string[])[name, Place])
        {
            var found = (await excluded.PostAsync("/api/v1/search", new { query = words }))!["people"]!.AsArray().Select(p => p!["id"]!.ToString());
            Assert.Empty(found.Intersect(persons.Select(p => p.ToString())));
        }
    }

    private async Task ExcludeAsync(string chief, string person, string login)
    {
        using var api = await TestApi.AsAsync(app, chief);
        await using var db = app.Database.OpenAsOwner();
        var account = await db.Accounts.SingleAsync(a => a.Login == login, TestContext.Current.CancellationToken);
        await api.PostAsync($"/api/v1/people/{person}/exclusions", new { account = account.Id.ToString(), kind = "perpetratorSide", reason = "相手方を担当" });
        Assert.Equal(HttpStatusCode.OK, api.Status);
    }

    private static async Task<(Id<Case> Case, string Person)> KeepAsync(TestApi api, string name)
    {
        var made = await api.PostAsync("/api/v1/consultations", new { date = "R8.4.1", channel = "phone", visitorName = name, visitorRelation = "self", personAddress = Place, ownWords = "困っている", next = "Keep" });
        Assert.Equal(HttpStatusCode.Created, api.Status);
        var shown = await api.GetAsync($"/api/v1/consultations/{made!["id"]}");
        return (Id<Case>.Parse(shown!["case"]!.ToString(), null), shown["persons"]!.AsArray()[0]!["person"]!.ToString());
    }
}
