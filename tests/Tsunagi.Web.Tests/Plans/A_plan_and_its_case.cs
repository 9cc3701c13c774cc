using System.Net;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Plans.PlanTown;

namespace Tsunagi.Web.Tests.Plans;

/// <summary>What becomes of a plan when its case goes to others, and what of a case when a plan hangs on it.</summary>
public sealed class A_plan_and_its_case(TestApp app) : IClassFixture<TestApp>
{
    private readonly PlanTown town = new(app);

    [Fact]
    public async Task After_a_handover_the_main_agency_reads_and_follows_the_plan_on_the_consent_that_covers_it()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var (@case, plan, consent) = await ActiveAsync(hub);

        await HandOverAsync(hub, desk, @case);

        await hub.GetAsync($"/api/v1/cases/{@case}");
        Assert.Equal(HttpStatusCode.NotFound, hub.Status);
        Expect(hub, HttpStatusCode.OK, await hub.GetAsync($"/api/v1/plans/{plan}"));
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"/api/v1/plans/{plan}/versions/1/monitorings",
            new { outcome = "continue", nextOn = "2099-01-01", goals = new[] { new { number = 1, result = "going" } } }));
        await hub.PostAsync($"/api/v1/plans/{plan}/versions");
        Assert.Equal(HttpStatusCode.Forbidden, hub.Status);

        Expect(desk, HttpStatusCode.NoContent, await desk.PostAsync($"/api/v1/consents/{consent}/withdraw", new { }));
        await hub.GetAsync($"/api/v1/plans/{plan}");
        Assert.Equal(HttpStatusCode.NotFound, hub.Status);
    }

    [Fact]
    public async Task After_a_handover_the_plan_says_that_it_still_names_the_former_agency_and_leads_to_the_next_version()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var (@case, plan, _) = await ActiveAsync(hub);
        using (var before = await app.SignInAsync(TestTown.Hub))
        {
            await before.OpenAsync($"/plans/{plan}");
            Assert.DoesNotContain("引継ぎ前の", before.Text, StringComparison.Ordinal);
        }

        await HandOverAsync(hub, api, @case);

        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/cases/{@case}");
        var link = desk.Page.QuerySelectorAll("dt").Single(t => t.TextContent.Trim() == "プランの主担当").ParentElement!.QuerySelector("a")!.GetAttribute("href")!;
        await desk.OpenAsync(link);
        Assert.Contains("主担当は、引継ぎ前の", desk.Text, StringComparison.Ordinal);
        await desk.SubmitAsync(desk.FormWithButton("主担当を替える次の版を作る"));
        Assert.Contains("次の版の下書きを作りました", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync($"/plans/{plan}?v=1");
        Assert.Contains("作成中の第2版を開く", desk.Text, StringComparison.Ordinal);
        app.Wait(TimeSpan.FromDays(200));
        await desk.OpenAsync("/");
        Assert.NotNull(desk.Page.QuerySelector($"a[href='/plans/{plan}?v=1']"));
    }

    [Fact]
    public async Task A_case_closes_over_an_interrupted_plan_which_is_then_not_taken_up_again()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, plan, _) = await ActiveAsync(hub);
        Assert.Equal(["CaseHasActivePlan"], await CloseAsync(hub, @case));
        await ConferAsync(hub, plan, 1, "interruptionReview", "interrupt", nextOn: "2099-02-01");
        await town.DecideAsync(hub, plan, 1, "planInterruption");

        Assert.Empty(await CloseAsync(hub, @case));

        var at = $"/api/v1/plans/{plan}/versions/1";
        Assert.Equal(["CaseIsClosed"], Codes(await hub.PostAsync($"{at}/resume", new { reason = "連絡がついた", nextOn = "2099-02-01" })));
        Assert.Equal(["CaseIsClosed"], Codes(await hub.PostAsync($"{at}/start-evaluation", new { text = "振り返る" })));
        Assert.Equal(["CaseIsClosed"], Codes(await hub.PostAsync($"/api/v1/plans/{plan}/versions")));
    }

    [Fact]
    public async Task A_draft_is_dropped_before_the_case_is_closed_and_the_page_says_so_in_words_of_its_own()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, mother, _) = await town.OpenCaseAsync();
        var plan = await PlanAsync(api, @case, mother);
        Assert.Equal(["CaseHasDraftedPlan"], await CloseAsync(api, @case));
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/cases/{@case}/course");
        Assert.Contains("作成中の支援プランがあります", hub.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("終結または中断の手続き", hub.Text, StringComparison.Ordinal);

        Expect(api, HttpStatusCode.NoContent, await api.PostAsync($"/api/v1/plans/{plan}/versions/1/drop", new { text = "作り直す" }));
        Assert.Empty(await CloseAsync(api, @case));
    }

    [Fact]
    public async Task A_signature_is_refused_with_the_name_of_whoever_has_no_goal()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, mother, _) = await town.OpenCaseAsync();
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"/api/v1/cases/{@case}/persons", new { name = "架空 次郎", role = "subject" }));
        var second = (await hub.GetAsync($"/api/v1/cases/{@case}"))!["persons"]!.AsArray()[^1]!["person"]!.ToString();
        var content = System.Text.Json.JsonSerializer.SerializeToNode(PlanOf(mother))!.AsObject();
        content["subjects"]!.AsArray().Add(second);
        var plan = Expect(hub, HttpStatusCode.Created, await hub.PostAsync($"/api/v1/cases/{@case}/plans", content))!["id"]!.ToString();

        var refused = await hub.PostAsync($"/api/v1/plans/{plan}/versions/1/signatures", new { subject = mother.ToString(), kind = "signed" });

        Assert.Equal(["PlanGoalMissing"], Codes(refused));
        Assert.Contains("架空 次郎さんの目標がありません", refused!["refusals"]![0]!["message"]!.ToString(), StringComparison.Ordinal);
        using var page = await app.SignInAsync(TestTown.Hub);
        await page.OpenAsync($"/plans/{plan}");
        await page.SubmitAsync(page.FormWithButton("署名を記録する"), ("Sign.Subject", mother.ToString()));
        Assert.Contains("架空 次郎さんの目標がありません", page.Text, StringComparison.Ordinal);
    }

    private async Task<(Id<Case> Case, string Plan, string Consent)> ActiveAsync(TestApi hub)
    {
        var (@case, mother, _) = await town.OpenCaseAsync();
        var consent = await ConsentAsync(hub, @case, mother, "ward", "elder-care");
        var plan = await PlanAsync(hub, @case, mother);
        await town.BringIntoForceAsync(hub, plan, 1, mother);
        return (@case, plan, consent);
    }

    private static async Task<string[]> CloseAsync(TestApi hub, Id<Case> @case)
    {
        var answer = await hub.PostAsync($"/api/v1/cases/{@case}/close", new { outcome = "solved", words = "ひと区切り" });
        return hub.Status == HttpStatusCode.NoContent ? [] : Codes(answer);
    }
}
