using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Plans.PlanTown;

namespace Tsunagi.Web.Tests.Plans;

public sealed class A_next_version_and_its_first_monitoring(TestApp app) : IClassFixture<TestApp>
{
    private readonly PlanTown town = new(app);

    private DateOnly Today => app.Services.GetRequiredService<JapanTime>().Today;

    [Fact]
    public async Task The_next_version_is_not_signed_before_its_day_is_decided_and_does_not_begin_overdue()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (_, plan, mother) = await ActiveAsync(api);
        app.Wait(TimeSpan.FromDays(100));
        Expect(api, HttpStatusCode.NoContent, await api.PostAsync($"/api/v1/plans/{plan}/versions"));
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/plans/{plan}?v=2");
        Assert.Contains("最初のモニタリングの日がまだありません", hub.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("署名を記録する", hub.Text, StringComparison.Ordinal);
        var refused = await api.PostAsync($"/api/v1/plans/{plan}/versions/2/signatures", new { subject = mother.ToString(), kind = "signed" });
        Assert.Equal("PlanMonitoringMissing", refused!["refusals"]![0]!["code"]!.ToString());

        await hub.OpenAsync($"/plans/{plan}/versions/2/edit");
        Assert.Equal("", hub.Page.QuerySelector("[name='Input.MonitoringOn']")!.GetAttribute("value") ?? "");
        await hub.SubmitAsync(hub.FormWithButton("保存する"));
        Assert.Equal(Today.AddMonths(3), FirstMonitoring(await api.GetAsync($"/api/v1/plans/{plan}"), 2));
        await town.BringIntoForceAsync(api, plan, 2, mother);

        var begun = (await api.GetAsync($"/api/v1/plans/{plan}"))!["versions"]![1]!;
        Assert.Equal("Active", begun["state"]!.ToString(), ignoreCase: true);
        Assert.False(begun["monitoringOverdue"]!.GetValue<bool>());
        await hub.OpenAsync("/");
        Assert.Null(hub.Page.QuerySelector($"a[href='/plans/{plan}?v=2']"));
    }

    [Fact]
    public async Task A_day_that_is_past_is_refused_beside_its_field_and_what_was_typed_stays()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, mother, _) = await town.OpenCaseAsync();
        var refused = await api.PostAsync($"/api/v1/cases/{@case}/plans", PlanOn(mother, Today.AddDays(-1)));
        Assert.Equal("PlanMonitoringPast monitoringOn", $"{refused!["refusals"]![0]!["code"]} {refused["refusals"]![0]!["field"]}", ignoreCase: true);
        var plan = Expect(api, HttpStatusCode.Created, await api.PostAsync($"/api/v1/cases/{@case}/plans", PlanOn(mother, Today)))!["id"]!.ToString();

        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/plans/{plan}/versions/1/edit");
        await hub.SubmitAsync(hub.FormWithButton("保存する"), ("Input.MonitoringOn", Iso(Today.AddDays(-1))), ("Input.Policy", "書きかけの方針"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hub.Status);
        Assert.Contains("今日以降の日", hub.Page.QuerySelector("#Input_MonitoringOn-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Iso(Today.AddDays(-1)), hub.Page.QuerySelector("[name='Input.MonitoringOn']")!.GetAttribute("value"));
        Assert.Contains("書きかけの方針", hub.Page.QuerySelector("[name='Input.Policy']")!.TextContent, StringComparison.Ordinal);
        await hub.SubmitAsync(hub.FormWithButton("保存する"), ("Input.MonitoringOn", Iso(Today)));
        Assert.Contains("署名を記録する", hub.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_whose_day_went_by_is_not_signed_before_another_is_decided()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, mother, _) = await town.OpenCaseAsync();
        await ConsentAsync(api, @case, mother, "ward", "elder-care");
        var plan = Expect(api, HttpStatusCode.Created, await api.PostAsync($"/api/v1/cases/{@case}/plans", PlanOn(mother, Today.AddDays(1))))!["id"]!.ToString();
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/plans/{plan}");
        var form = hub.FormWithButton("署名を記録する");
        app.Wait(TimeSpan.FromDays(2));

        var signature = new { subject = mother.ToString(), kind = "signed" };
        Assert.Equal(["PlanMonitoringPast"], Codes(await api.PostAsync($"/api/v1/plans/{plan}/versions/1/signatures", signature)));
        await hub.SubmitAsync(form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hub.Status);
        Assert.Contains("最初のモニタリングの日は、今日以降の日にしてください", hub.Text, StringComparison.Ordinal);
        await hub.OpenAsync($"/plans/{plan}");
        Assert.Contains("「内容を直す」から今日以降の日に決め直してください", hub.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("署名を記録する", hub.Text, StringComparison.Ordinal);
        await hub.OpenAsync($"/plans/{plan}/versions/1/edit");
        await hub.SubmitAsync(hub.FormWithButton("保存する"), ("Input.MonitoringOn", Iso(Today)));
        Expect(api, HttpStatusCode.NoContent, await api.PostAsync($"/api/v1/plans/{plan}/versions/1/signatures", signature));
    }

    [Fact]
    public async Task A_day_that_went_by_before_the_start_is_asked_for_beside_the_start()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (plan, mother) = await DecidedAsync(api, Today.AddDays(10));
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/plans/{plan}");
        Assert.Null(hub.Page.QuerySelector("[name='Input.MonitoringOn']"));
        app.Wait(TimeSpan.FromDays(11));

        var refused = await api.PostAsync($"/api/v1/plans/{plan}/versions/1/activate");
        Assert.Equal("DateInPast monitoringOn", $"{refused!["refusals"]![0]!["code"]} {refused["refusals"]![0]!["field"]}", ignoreCase: true);
        await hub.OpenAsync($"/plans/{plan}");
        await hub.SubmitAsync(hub.FormWithButton("実施を始める"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hub.Status);
        Assert.Contains("今日以降の日付", hub.Page.QuerySelector("#Input_MonitoringOn-error")!.TextContent, StringComparison.Ordinal);
        await hub.SubmitAsync(hub.FormWithButton("実施を始める"), ("Input.MonitoringOn", Iso(Today.AddDays(30))));

        Assert.Contains("プランの実施を始めました", hub.Text, StringComparison.Ordinal);
        Assert.Equal(Iso(Today.AddDays(30)), (await api.GetAsync($"/api/v1/plans/{plan}"))!["versions"]![0]!["nextMonitoringOn"]!.ToString());
    }

    [Fact]
    public async Task After_the_plan_is_done_whoever_may_close_the_case_is_led_there_and_nobody_else()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, plan, _) = await ActiveAsync(api);
        var at = $"/api/v1/plans/{plan}/versions/1";
        Expect(api, HttpStatusCode.NoContent, await api.PostAsync($"{at}/start-evaluation", new { text = "目標を達した" }));
        Expect(api, HttpStatusCode.NoContent, await api.PostAsync($"{at}/evaluations", new { goals = new[] { new { number = 1, result = "achieved" } }, reasons = new[] { "goal-met" } }));
        await ConferAsync(api, plan, 1, "terminationReview", "terminate");
        await town.DecideAsync(api, plan, 1, "planTermination");
        Expect(api, HttpStatusCode.NoContent, await api.PostAsync($"{at}/follow-ups", new { dueOn = Iso(Today), method = "電話" }));

        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/plans/{plan}");
        Assert.False(hub.Page.QuerySelector("details:has(#close-reason)")!.HasAttribute("open"));
        await hub.SubmitAsync(hub.FormWithButton("済みにする"), ("Input.Words", "元気にしている"));
        Assert.True(hub.Page.QuerySelector("details:has(#close-reason)")!.HasAttribute("open"));
        Assert.Null(WayToTheEnd(hub, @case));
        await hub.SubmitAsync(hub.FormWithButton("完了にする"), ("Input.Reason", "つながりは続いている"));
        Assert.Equal("ケースの終結へ進む", WayToTheEnd(hub, @case));

        using var desk = await app.SignInAsync(TestTown.Desk);
        Assert.Null(WayToTheEnd(await desk.OpenAsync($"/plans/{plan}"), @case));
        Expect(api, HttpStatusCode.NoContent, await api.PostAsync($"/api/v1/cases/{@case}/close", new { outcome = "solved", words = "ひと区切り" }));
        Assert.Null(WayToTheEnd(await hub.OpenAsync($"/plans/{plan}"), @case));
    }

    private static string? WayToTheEnd(TestBrowser browser, Id<Case> @case) =>
        browser.Page.QuerySelector($"main a[href='/cases/{@case}/course']")?.TextContent.Trim();

    private async Task<(Id<Case> Case, string Plan, Id<Person> Mother)> ActiveAsync(TestApi api)
    {
        var (@case, mother, _) = await town.OpenCaseAsync();
        await ConsentAsync(api, @case, mother, "ward", "elder-care");
        var plan = await PlanAsync(api, @case, mother);
        await town.BringIntoForceAsync(api, plan, 1, mother);
        return (@case, plan, mother);
    }

    private async Task<(string Plan, Id<Person> Mother)> DecidedAsync(TestApi api, DateOnly monitoringOn)
    {
        var (@case, mother, _) = await town.OpenCaseAsync();
        await ConsentAsync(api, @case, mother, "ward", "elder-care");
        var plan = Expect(api, HttpStatusCode.Created, await api.PostAsync($"/api/v1/cases/{@case}/plans", PlanOn(mother, monitoringOn)))!["id"]!.ToString();
        await town.BringToTheStartAsync(api, plan, 1, mother);
        return (plan, mother);
    }

    private static JsonObject PlanOn(Id<Person> subject, DateOnly monitoringOn)
    {
        var content = JsonSerializer.SerializeToNode(PlanOf(subject))!.AsObject();
        content["monitoringOn"] = Iso(monitoringOn);
        return content;
    }

    private static DateOnly FirstMonitoring(JsonNode? plan, int version) =>
        DateOnly.Parse(plan!["versions"]![version - 1]!["content"]!["monitoringOn"]!.ToString(), CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
