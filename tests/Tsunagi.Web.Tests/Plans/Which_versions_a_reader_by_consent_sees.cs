using System.Net;
using System.Text.Json.Nodes;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Plans.PlanTown;

namespace Tsunagi.Web.Tests.Plans;

/// <summary>An agency that reads a plan by consent, or comes to its conference, sees what those are about – never the next draft.</summary>
public sealed class Which_versions_a_reader_by_consent_sees(TestApp app) : IClassFixture<TestApp>
{
    private const string Secret = "長男の部屋を先に片づける方針";

    private readonly PlanTown town = new(app);

    [Fact]
    public async Task A_draft_of_the_next_version_does_not_exist_for_them_through_the_API()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var (plan, _, _) = await DraftedAgainAsync(hub);

        var seen = await desk.GetAsync($"/api/v1/plans/{plan}");
        Assert.Equal((1, "1"), (seen!["versions"]!.AsArray().Count, seen["current"]!.ToString()));
        Assert.DoesNotContain(Secret, Plain(seen), StringComparison.Ordinal);
        Assert.Equal(2, (await hub.GetAsync($"/api/v1/plans/{plan}"))!["versions"]!.AsArray().Count);
        await AsIfAbsentAsync(desk, to => $"/api/v1/plans/{plan}/difference?from=1&to={to}");
        await AsIfAbsentAsync(desk, to => $"/api/v1/plans/{plan}/difference?from={to}&to=1");
    }

    [Fact]
    public async Task A_draft_of_the_next_version_does_not_exist_for_them_on_any_page()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var (plan, _, _) = await DraftedAgainAsync(hub);
        using var desk = await app.SignInAsync(TestTown.Desk);

        await desk.OpenAsync($"/plans/{plan}");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Contains("つながりを保つ", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("第2版", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, desk.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        foreach (var page in new[] { $"/plans/{plan}?v=2", $"/plans/{plan}/versions/2/print", $"/plans/{plan}/versions/2/monitoring/print" })
            Assert.Equal(HttpStatusCode.NotFound, (await desk.OpenAsync(page)).Status);
        Assert.Equal(HttpStatusCode.OK, (await desk.OpenAsync($"/plans/{plan}/versions/1/print")).Status);
        using var worker = await app.SignInAsync(TestTown.Hub);
        Assert.Contains(Secret, (await worker.OpenAsync($"/plans/{plan}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_main_agency_by_consent_follows_its_version_and_no_other()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var (plan, _, _) = await DraftedAgainAsync(hub, TestOrganisations.Desk);

        var monitoring = new { outcome = "continue", nextOn = "2099-01-01", goals = new[] { new { number = 1, result = "going" } } };
        foreach (var version in new[] { 2, 7 })
        {
            await desk.PostAsync($"/api/v1/plans/{plan}/versions/{version}/monitorings", monitoring);
            Assert.Equal(HttpStatusCode.NotFound, desk.Status);
        }
        Expect(desk, HttpStatusCode.NoContent, await desk.PostAsync($"/api/v1/plans/{plan}/versions/1/monitorings", monitoring));
    }

    [Fact]
    public async Task Who_comes_to_the_conference_sees_the_version_it_is_about_until_that_is_written_anew()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var (plan, mother, _) = await DraftedAgainAsync(hub, withSon: false);
        var at = $"/api/v1/plans/{plan}/versions/2";
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"{at}/signatures", new { subject = mother.ToString(), kind = "signed" }));
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"{at}/submit"));
        await town.DecideAsync(hub, plan, 2, "planAcceptance");
        Assert.Equal("1", await VersionsAsync(desk, plan));
        var called = Expect(hub, HttpStatusCode.Created, await hub.PostAsync("/api/v1/plan-conferences",
            new { plan, planVersion = 2, purpose = "rePlan", on = "2099-01-01", time = "14:00", place = "第1会議室" }))!["id"]!.ToString();
        Assert.Equal("1", await VersionsAsync(desk, plan));

        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"/api/v1/plan-conferences/{called}/check-consent"));
        Assert.Equal("1, 2", await VersionsAsync(desk, plan));
        using (var page = await app.SignInAsync(TestTown.Desk))
            Assert.Contains(Secret, (await page.OpenAsync($"/plans/{plan}")).Text, StringComparison.Ordinal);
        Expect(desk, HttpStatusCode.OK, await desk.GetAsync($"/api/v1/plans/{plan}/difference?from=1&to=2"));
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"/api/v1/plan-conferences/{called}/cancel", new { value = "日程が合わない" }));
        Assert.Equal("1", await VersionsAsync(desk, plan));

        await ConferAsync(hub, plan, 2, "rePlan", "revise");
        Assert.Equal("1", await VersionsAsync(desk, plan));
    }

    [Fact]
    public async Task An_earlier_version_that_gave_them_a_part_stays_to_be_seen()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var (plan, mother, _) = await DraftedAgainAsync(hub, withSon: false);
        await town.BringIntoForceAsync(hub, plan, 2, mother);

        Assert.Equal("1, 2", await VersionsAsync(desk, plan));
    }

    private async Task<(string Plan, Id<Person> Mother, Id<Case> Case)> DraftedAgainAsync(TestApi hub, string main = TestOrganisations.Hub, bool withSon = true)
    {
        var (@case, mother, son) = await town.OpenCaseAsync();
        await ConsentAsync(hub, @case, mother, "ward", "elder-care");
        var content = ContentOf(mother, main);
        var plan = Expect(hub, HttpStatusCode.Created, await hub.PostAsync($"/api/v1/cases/{@case}/plans", content))!["id"]!.ToString();
        await town.BringIntoForceAsync(hub, plan, 1, mother);
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"/api/v1/plans/{plan}/versions"));
        var next = ContentOf(mother, main);
        (next["policy"], next["seen"]) = (Secret, (await hub.GetAsync($"/api/v1/plans/{plan}"))!["seen"]!.GetValue<int>());
        if (withSon) next["subjects"]!.AsArray().Add(son.ToString());
        Expect(hub, HttpStatusCode.NoContent, await hub.PutAsync($"/api/v1/plans/{plan}/versions/2", next));
        return (plan, mother, @case);
    }

    private static JsonObject ContentOf(Id<Person> subject, string main)
    {
        var content = System.Text.Json.JsonSerializer.SerializeToNode(PlanOf(subject))!.AsObject();
        content["mainAgency"] = TestOrganisations.Id(main).ToString();
        return content;
    }

    private static async Task<string> VersionsAsync(TestApi reader, string plan) =>
        string.Join(", ", (await reader.GetAsync($"/api/v1/plans/{plan}"))!["versions"]!.AsArray().Select(v => v!["number"]));

    private static async Task AsIfAbsentAsync(TestApi reader, Func<int, string> path)
    {
        var hidden = await reader.GetAsync(path(2));
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
        Assert.Equal((await reader.GetAsync(path(7)))!.ToJsonString(), hidden!.ToJsonString());
    }

    private static string Plain(JsonNode? node) =>
        node!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
