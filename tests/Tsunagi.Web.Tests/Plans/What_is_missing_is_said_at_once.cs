using System.Net;
using System.Text.Json.Nodes;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Plans.PlanTown;

namespace Tsunagi.Web.Tests.Plans;

public sealed class What_is_missing_is_said_at_once(TestApp app) : IClassFixture<TestApp>
{
    private readonly PlanTown town = new(app);

    [Fact]
    public async Task In_a_plan_each_beside_its_field()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, mother, _) = await town.OpenCaseAsync();
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/cases/{@case}/plans/new");
        await hub.SubmitAsync(hub.FormWithButton("下書きを保存する"), ("Input.Actions[1].What", "サロンへ行く"), ("Input.Actions[1].Until", "いつか"),
            ("Input.Roles[1].Role", "訪問"), ("Input.MonitoringOn", "そのうち"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hub.Status);
        Assert.Equal(["Input_Actions_1__Until", "Input_MonitoringOn", "Input_Roles_1__AgencyName", "Input_Roles_1__Category", "Input_Subjects"], Errors(hub));
        var body = new { mainAgency = TestOrganisations.Id("nowhere").ToString(), subjects = new[] { mother.ToString() }, roles = new[] { new { organisation = TestOrganisations.Id("nowhere").ToString(), category = "ward", role = "訪問" } } };
        Assert.Equal(["mainAgency", "roles[0].organisation"], Fields(await api.PostAsync($"/api/v1/cases/{@case}/plans", body)));
    }

    [Fact]
    public async Task In_a_line_of_a_plan_that_is_written_in_part()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, mother, _) = await town.OpenCaseAsync();
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/cases/{@case}/plans/new");
        await hub.SubmitAsync(hub.FormWithButton("下書きを保存する"), ("Input.Subjects", mother.ToString()), ("Input.Actions[1].Who", "民生委員"),
            ("Input.Roles[1].Organisation", TestOrganisations.Id(TestOrganisations.Desk).ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hub.Status);
        Assert.Equal(["Input_Actions_1__What", "Input_Roles_1__Category", "Input_Roles_1__Role"], Errors(hub));
        Assert.Equal("民生委員", hub.Page.QuerySelector("[name='Input.Actions[1].Who']")!.GetAttribute("value"));
        var body = new { subjects = new[] { mother.ToString() }, mainAgency = TestOrganisations.Id(TestOrganisations.Hub).ToString(), actions = new object[] { new { }, new { who = "民生委員" } } };
        Assert.Equal(["actions[1].what"], Fields(await api.PostAsync($"/api/v1/cases/{@case}/plans", body)));
    }

    [Fact]
    public async Task In_a_paper_that_stands_for_a_part_of_the_assessment()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, _, _) = await town.OpenCaseAsync();
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/cases/{@case}/assessment/edit");
        await hub.SubmitAsync(hub.Form("Input.Documents[0].Name"), ("Input.Documents[0].IssuedBy", "架空病院"), ("Input.Documents[0].IssuedOn", "令和8年13月40日"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hub.Status);
        Assert.Equal(["Input_Documents_0__IssuedOn", "Input_Documents_0__Name"], Errors(hub));
        Assert.Equal("令和8年13月40日", hub.Page.QuerySelector("[name='Input.Documents[0].IssuedOn']")!.GetAttribute("value"));
        Assert.Contains("書類1の作成日：", hub.Page.QuerySelector(".ds-error-summary")!.TextContent, StringComparison.Ordinal);
        var body = new { basedOn = 0, documents = new[] { new { section = "health", name = "診療情報提供書", issuedOn = "2026-04-01", issuedBy = "" } } };
        Assert.Equal(["documents[0].issuedBy"], Fields(await api.PutAsync($"/api/v1/cases/{@case}/assessment", body)));
    }

    [Fact]
    public async Task In_the_explanation_of_a_consent()
    {
        var (@case, _, _) = await town.OpenCaseAsync();
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/cases/{@case}/consents/new");
        var form = hub.Form("Input.Explainer");
        foreach (var box in form.QuerySelectorAll("input[type=checkbox]")) box.RemoveAttribute("checked");
        await hub.SubmitAsync(form, ("Input.Subject", ""), ("Input.Explainer", ""), ("Input.On", "2026-04-01"), ("Input.Time", "昼ごろ"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hub.Status);
        Assert.Equal(["Input_Explainer", "Input_Fields", "Input_Purposes", "Input_Recipients", "Input_Subject", "Input_Time"], Errors(hub));
    }

    [Fact]
    public async Task In_the_closing_of_a_case()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, _, _) = await town.OpenCaseAsync();
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/cases/{@case}/course");
        await hub.SubmitAsync(hub.FormWithButton("終結する"), ("Input.FollowUpOn", "そのうち"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hub.Status);
        Assert.Equal(["Input_FollowUpOn", "Input_Outcome", "Input_Words"], Errors(hub));
        Assert.True(hub.Page.QuerySelector("details:has(#Input_Outcome)")!.HasAttribute("open"));
        Assert.Equal(["followUpOn", "outcome", "words"], Fields(await api.PostAsync($"/api/v1/cases/{@case}/close", new { followUpOn = "2020-01-01" })));
    }

    [Fact]
    public async Task In_the_day_of_a_conference()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, mother, _) = await town.OpenCaseAsync();
        await ConsentAsync(api, @case, mother, "ward", "elder-care");
        var plan = await PlanAsync(api, @case, mother);
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/conferences/plan/new?plan={plan}&version=1");
        await hub.SubmitAsync(hub.FormWithButton("会議を予定する"), ("Input.Purpose", "PlanReview"));
        Assert.Equal(["Input_On", "Input_Place", "Input_Time"], Errors(hub));
        await hub.SubmitAsync(hub.FormWithButton("会議を予定する"), ("Input.On", "2099-01-01"), ("Input.Time", "昼ごろ"), ("Input.Place", "第1会議室"));
        Assert.Equal(["Input_Time"], Errors(hub));
        Assert.Contains("時刻を読み取れません", hub.Page.QuerySelector("#Input_Time-error")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(["time"], Fields(await api.PostAsync("/api/v1/plan-conferences", new { plan, planVersion = 1, purpose = "planReview", on = "2099-01-01", place = "第1会議室" })));
        var conference = Expect(api, HttpStatusCode.Created, await api.PostAsync("/api/v1/plan-conferences", new { plan, planVersion = 1, purpose = "planReview", on = "2099-01-01", time = "14:00", place = "第1会議室" }))!["id"];
        Assert.Equal(["on"], Fields(await api.PostAsync($"/api/v1/plan-conferences/{conference}/schedule", new { time = "14:00", place = "第1会議室" })));
    }

    private static List<string> Errors(TestBrowser browser) =>
        [.. browser.Page.QuerySelectorAll(".ds-error").Select(e => e.Id!.Replace("-error", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static List<string> Fields(JsonNode? refused) =>
        [.. refused!["refusals"]!.AsArray().Select(r => r!["field"]?.ToString() ?? "").Order(StringComparer.Ordinal)];
}
