using System.Net;
using System.Text.Json.Nodes;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Cases;
using Tsunagi.Web.Tests.Handoffs;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Api;

/// <summary>An instant may be written with any offset, and is the same instant.</summary>
public sealed class Times_of_another_offset(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("2026-05-05T10:00:00+09:00")]
    [InlineData("2026-05-05T10:00:00")]
    [InlineData("2026-05-05T01:00:00Z")]
    [InlineData("2026-05-04T20:00:00-05:00")]
    public async Task An_urgent_report_was_made_at_that_instant(string written)
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var path = await ReportAsync(desk, written);
        Assert.Equal(DateTimeOffset.Parse("2026-05-05T01:00:00Z", System.Globalization.CultureInfo.InvariantCulture), When(await desk.GetAsync(path), "reportedAt"));
    }

    [Fact]
    public async Task A_check_is_due_at_that_instant()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var team = await TestApi.AsAsync(app, TestTown.Hub);
        var path = await ReportAsync(desk, InJapan(-5));
        var first = InJapan(60);
        var taken = await team.PostAsync($"{path}/acknowledgement", new { takenBy = "乙", nextCheckDue = first });
        Assert.Equal((HttpStatusCode.OK, DateTimeOffset.Parse(first, System.Globalization.CultureInfo.InvariantCulture)), (team.Status, When(taken, "nextCheckDue")));
        var next = InJapan(120);
        var seen = await team.PostAsync($"{path}/checks", new { seen = true, result = "顔を見た", at = InJapan(-1), nextCheckDue = next });
        Assert.Equal((HttpStatusCode.OK, DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture)), (team.Status, When(seen, "nextCheckDue")));
    }

    [Fact]
    public async Task A_handoff_was_tried_at_that_instant_and_a_note_is_of_it()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var source = await app.OpenCaseAsync();
        await desk.PostAsync($"/api/v1/cases/{source}/notes", new { occurredAt = InJapan(-5), channel = "phone", form = "summary", paragraphs = new[] { new { kind = "judgement", text = "急ぎ" } } });
        Assert.Equal(HttpStatusCode.Created, desk.Status);
        var body = HandoffStory.ToDesk(source, HandoffStory.Ikejiri);
        body.Remove("receiver");
        body["outside"] = new JsonObject { ["kind"] = "medical", ["name"] = "架空医院" };
        var id = await HandoffStory.SendAsync(desk, body);
        await desk.PostAsync($"/api/v1/handoffs/{id}/attempts", new { method = "phone", result = "担当者が不在", at = InJapan(0) });
        Assert.Equal(HttpStatusCode.OK, desk.Status);
    }

    [Fact]
    public async Task The_address_of_a_page_may_carry_it_too()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/cases/{await app.OpenCaseAsync()}?before={Uri.EscapeDataString("2026-05-05T10:00:00+09:00")}");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00+09:00")]
    [InlineData("きのう")]
    [InlineData("2026-13-01T00:00:00Z")]
    public async Task What_is_no_instant_is_unreadable(string written)
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var problem = await desk.PostAsync("/api/v1/urgent-reports", new { kind = "child", about = "子", facts = "あざ", reportedAt = written });
        Assert.Equal((HttpStatusCode.BadRequest, "reportedAt"), (desk.Status, problem!["refusals"]![0]!["field"]!.GetValue<string>()));
    }

    private string InJapan(int minutes) =>
        app.Services.GetRequiredService<JapanTime>().Now.AddMinutes(minutes).ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset When(JsonNode? shown, string name) => shown![name]!.GetValue<DateTimeOffset>();

    private static async Task<string> ReportAsync(TestApi api, string reportedAt)
    {
        var made = await api.PostAsync("/api/v1/urgent-reports",
            new { kind = "child", about = "小学生くらいの子", facts = "腕にあざがあった", team = TestOrganisations.Id(TestOrganisations.Hub).ToString(), reportedAt });
        Assert.True(api.Status == HttpStatusCode.Created, $"{api.Status} {made?.ToJsonString()}");
        return $"/api/v1/urgent-reports/{made!["id"]!.GetValue<string>()}";
    }
}
