using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Plans.PlanTown;

namespace Tsunagi.Web.Tests.Plans;

public sealed class Plans_through_the_API(TestApp app) : IClassFixture<TestApp>
{
    private readonly PlanTown town = new(app);

    [Fact]
    public async Task From_consent_to_follow_up()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, mother, _) = await town.OpenCaseAsync();
        await ConsentAsync(hub, @case, mother, "ward", "elder-care");
        var plan = await PlanAsync(hub, @case, mother);
        await town.BringIntoForceAsync(hub, plan, 1, mother);
        Assert.Equal("Active", StateOf(await hub.GetAsync($"/api/v1/plans/{plan}"), 1), ignoreCase: true);

        // The agency with a role reads the plan on the person's consent, and nothing of the case.
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        Assert.Equal("この家で暮らしつづけたい", (await desk.GetAsync($"/api/v1/plans/{plan}"))!["versions"]![0]!["content"]!["goals"]![0]!["words"]!.ToString());
        await desk.GetAsync($"/api/v1/cases/{@case}/plans");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);

        app.Wait(TimeSpan.FromDays(100));
        Assert.True((await hub.GetAsync($"/api/v1/plans/{plan}"))!["versions"]![0]!["monitoringOverdue"]!.GetValue<bool>());
        using (var today = await app.SignInAsync(TestTown.Hub))
            Assert.Contains(await NumberAsync(@case), today.Page.QuerySelector($"li:has(a[href='/plans/{plan}?v=1'])")!.TextContent, StringComparison.Ordinal);
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"/api/v1/plans/{plan}/versions/1/monitorings", new
        {
            outcome = "rePlan",
            nextOn = "2099-01-01",
            goals = new[] { new { number = 1, result = "going" } },
            changes = Array.Empty<string>(),
        }));
        var seen = (await hub.GetAsync($"/api/v1/plans/{plan}"))!["seen"]!.GetValue<int>();
        Expect(hub, HttpStatusCode.NoContent, await hub.PutAsync($"/api/v1/plans/{plan}/versions/2", PlanOf(mother, seen, "訪問を増やす")));
        Assert.Equal("Policy", (await hub.GetAsync($"/api/v1/plans/{plan}/difference?from=1&to=2"))!.AsArray()[0]!["field"]!.ToString());
        await town.BringIntoForceAsync(hub, plan, 2, mother);
        var after = await hub.GetAsync($"/api/v1/plans/{plan}");
        Assert.Equal(("Superseded", "Active"), (StateOf(after, 1), StateOf(after, 2)));

        var at = $"/api/v1/plans/{plan}/versions/2";
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"{at}/start-evaluation", new { text = "目標を達した" }));
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"{at}/evaluations", new { goals = new[] { new { number = 1, result = "achieved" } }, reasons = new[] { "goal-met" } }));
        await ConferAsync(hub, plan, 2, "terminationReview", "terminate");
        Assert.Equal("Evaluating", StateOf(await hub.GetAsync($"/api/v1/plans/{plan}"), 2));
        await town.DecideAsync(hub, plan, 2, "planTermination");
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"{at}/follow-ups", new { dueOn = "2099-04-01", method = "電話" }));
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"{at}/follow-ups/1/done", new { words = "元気にしている" }));
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"{at}/close", new { text = "つながりは続いている" }));
        Assert.Equal("Closed", StateOf(await hub.GetAsync($"/api/v1/plans/{plan}"), 2));
    }

    [Fact]
    public async Task Withdrawal_ends_sharing_at_once_and_stops_the_conference()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var (@case, mother, _) = await town.OpenCaseAsync();
        var consent = await ConsentAsync(hub, @case, mother, "ward", "elder-care");
        var plan = await PlanAsync(hub, @case, mother);
        await town.BringIntoForceAsync(hub, plan, 1, mother);
        Expect(desk, HttpStatusCode.OK, await desk.GetAsync($"/api/v1/plans/{plan}"));

        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"/api/v1/consents/{consent}/withdraw", new { words = "もうやめたい" }));

        await desk.GetAsync($"/api/v1/plans/{plan}");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
        var conference = (await hub.PostAsync("/api/v1/plan-conferences", new { plan, planVersion = 1, purpose = "interruptionReview", on = "2099-01-01", time = "14:00", place = "会議室" }))!["id"]!.ToString();
        var refused = await hub.PostAsync($"/api/v1/plan-conferences/{conference}/check-consent");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hub.Status);
        Assert.Equal(2, refused!["refusals"]!.AsArray().Count(r => r!["code"]!.ToString() == "ConsentWithdrawn"));
        Assert.Equal(2, (await hub.GetAsync($"/api/v1/plan-conferences/{conference}/consent-gaps"))!.AsArray().Count);
    }

    [Fact]
    public async Task A_withdrawal_written_down_by_mistake_is_corrected_and_sharing_goes_on_from_then()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var (@case, mother, _) = await town.OpenCaseAsync();
        var consent = await ConsentAsync(hub, @case, mother, "ward", "elder-care");
        var plan = await PlanAsync(hub, @case, mother);
        await town.BringIntoForceAsync(hub, plan, 1, mother);
        var correction = new { reason = "別の方の撤回を取り違えた", words = "続けてください" };
        await hub.PostAsync($"/api/v1/consents/{consent}/withdrawal-correction", correction);
        Assert.Equal(HttpStatusCode.Conflict, hub.Status);
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"/api/v1/consents/{consent}/withdraw", new { }));
        app.Wait(TimeSpan.FromHours(2));
        await hub.PostAsync($"/api/v1/consents/{consent}/withdrawal-correction", new { reason = correction.reason });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hub.Status);
        await desk.PostAsync($"/api/v1/consents/{consent}/withdrawal-correction", correction);
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);

        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"/api/v1/consents/{consent}/withdrawal-correction", correction));

        Expect(desk, HttpStatusCode.OK, await desk.GetAsync($"/api/v1/plans/{plan}"));
        Assert.Single((await hub.GetAsync($"/api/v1/consents/{consent}"))!["pauses"]!.AsArray());
        using var page = await app.SignInAsync(TestTown.Hub);
        await page.OpenAsync($"/consents/{consent}");
        Assert.Contains("誤って記録した撤回のため、共有は止まっていました", page.Text, StringComparison.Ordinal);
        Assert.Contains("続けてください", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consent_that_was_never_given_is_annulled_and_the_privacy_officer_learns_what_was_shared()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var privacy = await TestApi.AsAsync(app, TestTown.Privacy);
        var (@case, mother, _) = await town.OpenCaseAsync();
        var consent = await ConsentAsync(hub, @case, mother, "ward", "elder-care");
        var plan = await PlanAsync(hub, @case, mother);
        await town.BringIntoForceAsync(hub, plan, 1, mother);
        Expect(desk, HttpStatusCode.OK, await desk.GetAsync($"/api/v1/plans/{plan}"));
        using var page = await app.SignInAsync(TestTown.Hub);
        await page.OpenAsync($"/consents/{consent}");
        await page.SubmitAsync(page.FormWithButton("同意の記録を取り消す"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        await page.SubmitAsync(page.FormWithButton("同意の記録を取り消す"), ("Input.Reason", "別の方に印を付けた"));
        Assert.Contains("初めから無効です", page.Text, StringComparison.Ordinal);

        await desk.GetAsync($"/api/v1/plans/{plan}");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
        var told = (await privacy.GetAsync("/api/v1/consent-corrections"))!.AsArray().Single(c => c!["id"]!.ToString() == consent)!;
        Assert.Equal("別の方に印を付けた", told["reason"]!.ToString());
        var open = told["shared"]!.AsArray().Single(s => s!["subject"]!.ToString() == TestOrganisations.Id(TestOrganisations.Desk).ToString() && s["kind"]!.ToString() == "plan")!;
        Assert.True(open["looks"]!.GetValue<int>() > 0);
        using var officer = await app.SignInAsync(TestTown.Privacy);
        Assert.Contains("同意の記録の取消し", (await officer.OpenAsync("/")).Text, StringComparison.Ordinal);
        await officer.OpenAsync("/consent-corrections");
        Assert.Contains("別の方に印を付けた", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("架空 ", officer.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await hub.GetAsync("/api/v1/consent-corrections");
        Assert.Equal(HttpStatusCode.Forbidden, hub.Status);
    }

    [Fact]
    public async Task Expiry_ends_sharing_by_the_clock_alone()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var (@case, mother, _) = await town.OpenCaseAsync();
        await ConsentAsync(hub, @case, mother, "ward", "elder-care");
        var plan = await PlanAsync(hub, @case, mother);
        await town.BringIntoForceAsync(hub, plan, 1, mother);
        Expect(desk, HttpStatusCode.OK, await desk.GetAsync($"/api/v1/plans/{plan}"));

        app.Wait(TimeSpan.FromDays(367));

        await desk.GetAsync($"/api/v1/plans/{plan}");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
        Assert.Contains((await hub.GetAsync($"/api/v1/cases/{@case}/consents"))!.AsArray(), c => c!["standing"]!.ToString() == "expired" || c["standing"]!.ToString() == "Expired");
    }

    [Fact]
    public async Task An_interruption_waits_for_the_supervisors_and_comes_back()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, mother, _) = await town.OpenCaseAsync();
        await ConsentAsync(hub, @case, mother, "ward", "elder-care");
        var plan = await PlanAsync(hub, @case, mother);
        await town.BringIntoForceAsync(hub, plan, 1, mother);
        var tooEarly = await hub.PostAsync("/api/v1/decisions", new { kind = "planInterruption", plan, planVersion = 1, proposal = "伺います。" });
        Assert.Contains("PlanNotConcluded", tooEarly!.ToJsonString(), StringComparison.Ordinal);
        var next = app.Services.GetRequiredService<Tsunagi.Domain.Shared.JapanTime>().Today.AddDays(10);
        await ConferAsync(hub, plan, 1, "interruptionReview", "interrupt", $"{next:yyyy-MM-dd}");
        Assert.Equal("Active", StateOf(await hub.GetAsync($"/api/v1/plans/{plan}"), 1));

        using var page = await app.SignInAsync(TestTown.Hub);
        await page.OpenAsync($"/plans/{plan}");
        Assert.Contains("中断の起案をする", page.Text, StringComparison.Ordinal);
        // The day the conference set goes by before the supervisors decide: somebody then looks again at once.
        app.Wait(TimeSpan.FromDays(20));
        await town.DecideAsync(hub, plan, 1, "planInterruption");
        var interrupted = await hub.GetAsync($"/api/v1/plans/{plan}");
        Assert.Equal("Interrupted", StateOf(interrupted, 1));
        Assert.Equal($"{next.AddDays(10):yyyy-MM-dd}", interrupted!["versions"]![0]!["nextMonitoringOn"]!.ToString());

        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"/api/v1/plans/{plan}/versions/1/resume", new { reason = "連絡がついた", nextOn = "2099-01-01" }));
        var used = await hub.PostAsync("/api/v1/decisions", new { kind = "planInterruption", plan, planVersion = 1, proposal = "伺います。" });
        Assert.Contains("PlanNotConcluded", used!.ToJsonString(), StringComparison.Ordinal);
        await ConferAsync(hub, plan, 1, "interruptionReview", "interrupt", "2099-01-01");
        await town.DecideAsync(hub, plan, 1, "planInterruption");
        Assert.Equal("Interrupted", StateOf(await hub.GetAsync($"/api/v1/plans/{plan}"), 1));
    }

    [Fact]
    public async Task What_was_put_up_lapses_when_the_plan_is_taken_back()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, mother, _) = await town.OpenCaseAsync();
        await ConsentAsync(hub, @case, mother, "ward", "elder-care");
        var plan = await PlanAsync(hub, @case, mother);
        await hub.PostAsync($"/api/v1/plans/{plan}/versions/1/signatures", new { subject = mother.ToString(), kind = "signed" });
        await hub.PostAsync($"/api/v1/plans/{plan}/versions/1/submit");
        var decision = (await hub.PostAsync("/api/v1/decisions", new { kind = "planAcceptance", plan, planVersion = 1, proposal = "伺います。" }))!["id"]!.ToString();
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"/api/v1/plans/{plan}/versions/1/take-back", new { text = "役割を書き直す" }));
        Assert.Equal("lapsed", (await hub.GetAsync($"/api/v1/decisions/{decision}"))!["state"]!.ToString());
        using var chief = await TestApi.AsAsync(app, TestTown.HubChief);
        await chief.PostAsync($"/api/v1/decisions/{decision}/check", new { });
        Assert.Equal(HttpStatusCode.Conflict, chief.Status);
    }

    [Fact]
    public async Task A_stranger_learns_nothing_of_plan_conference_consent_or_decision()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        using var stranger = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var (@case, mother, _) = await town.OpenCaseAsync();
        var consent = await ConsentAsync(hub, @case, mother, "ward", "elder-care");
        var plan = await PlanAsync(hub, @case, mother);

        foreach (var path in new[] { $"/plans/{plan}", $"/cases/{@case}/plans", $"/consents/{consent}", $"/cases/{@case}/consents" })
        {
            await stranger.GetAsync("/api/v1" + path);
            Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        }
        await stranger.PostAsync($"/api/v1/consents/{consent}/withdraw", new { });
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await stranger.PostAsync($"/api/v1/plans/{plan}/versions/1/submit");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    [Fact]
    public async Task The_author_cannot_decide_and_a_stale_save_is_refused()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        using var chief = await TestApi.AsAsync(app, TestTown.HubChief);
        var (@case, mother, _) = await town.OpenCaseAsync();
        await ConsentAsync(hub, @case, mother, "ward", "elder-care");
        var plan = await PlanAsync(hub, @case, mother);
        await hub.PutAsync($"/api/v1/plans/{plan}/versions/1", PlanOf(mother, seen: 0));
        Assert.Equal(HttpStatusCode.Conflict, hub.Status);
        await hub.PostAsync($"/api/v1/plans/{plan}/versions/1/signatures", new { subject = mother.ToString(), kind = "signed" });
        await hub.PostAsync($"/api/v1/plans/{plan}/versions/1/submit");

        var tooEarly = await hub.PostAsync("/api/v1/decisions", new { kind = "planDecision", plan, planVersion = 1, proposal = "伺います。" });
        Assert.Contains("PlanDecisionOrder", tooEarly!.ToJsonString(), StringComparison.Ordinal);
        var own = (await chief.PostAsync("/api/v1/decisions", new { kind = "planAcceptance", plan, planVersion = 1, proposal = "伺います。" }))!["id"]!.ToString();
        var refused = await chief.PostAsync($"/api/v1/decisions/{own}/check", new { });
        Assert.Contains("DecisionOwnDraft", refused!.ToJsonString(), StringComparison.Ordinal);
        await hub.PostAsync($"/api/v1/decisions/{own}/check", new { });
        Assert.Equal(HttpStatusCode.Forbidden, hub.Status);
    }

    private async Task<string> NumberAsync(Id<Case> @case)
    {
        await using var db = app.Database.OpenAsOwner();
        return (await db.Cases.IgnoreQueryFilters().SingleAsync(c => c.Id == @case)).Number.ToString();
    }

    private static string StateOf(JsonNode? plan, int version)
    {
        var state = plan!["versions"]![version - 1]!["state"]!.ToString();
        return char.ToUpperInvariant(state[0]) + state[1..];
    }
}
