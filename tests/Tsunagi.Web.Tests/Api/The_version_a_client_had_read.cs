using System.Net;
using System.Text;
using System.Text.Json;
using Tsunagi.Web.Tests.Cases;
using Tsunagi.Web.Tests.Handoffs;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Api;

/// <summary>If-Match is heeded in every writing it has, and what cannot be read of it stops the act: the caller wanted to be sure.</summary>
public sealed class The_version_a_client_had_read(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("\"{0}\"", 0, HttpStatusCode.NoContent)]
    [InlineData("{0}", 0, HttpStatusCode.NoContent)]
    [InlineData("W/\"{0}\"", 0, HttpStatusCode.NoContent)]
    [InlineData("\"999\", W/\"{0}\"", 0, HttpStatusCode.NoContent)]
    [InlineData("*", 0, HttpStatusCode.NoContent)]
    [InlineData("\"{0}\"", 1, HttpStatusCode.Conflict)]
    [InlineData("W/\"{0}\"", 1, HttpStatusCode.Conflict)]
    [InlineData("\"998\", \"999\"", 0, HttpStatusCode.Conflict)]
    [InlineData("abc", 0, HttpStatusCode.BadRequest)]
    [InlineData("\"{0}\", abc", 0, HttpStatusCode.BadRequest)]
    [InlineData("\"-1\"", 0, HttpStatusCode.BadRequest)]
    [InlineData("\"\"", 0, HttpStatusCode.BadRequest)]
    public async Task Is_held_against_the_case(string written, int off, HttpStatusCode expected)
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var path = $"/api/v1/cases/{await app.OpenCaseAsync()}";
        var version = (await desk.GetAsync(path))!["version"]!.GetValue<int>();
        var answer = await desk.SendAsItIsAsync(HttpMethod.Put, $"{path}/course", Json(new { next = "訪問", due = "2038-01-05", approach = "stayingConnected", contactDays = 30 }),
            ("If-Match", string.Format(System.Globalization.CultureInfo.InvariantCulture, written, version + off)));
        Assert.True(desk.Status == expected, $"{desk.Status} {answer}");
        if (expected == HttpStatusCode.BadRequest) Assert.Equal("If-Match", answer!["refusals"]![0]!["field"]!.GetValue<string>());
        Assert.Equal(expected == HttpStatusCode.NoContent, (await desk.GetAsync(path))!["nextAction"] is not null);
    }

    [Fact]
    public async Task Is_held_against_handoffs_and_urgent_reports_alike()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var handoff = $"/api/v1/handoffs/{await HandoffStory.SendAsync(desk, HandoffStory.ToDesk(await app.OpenCaseAsync(), HandoffStory.Ikejiri))}";
        var made = await desk.PostAsync("/api/v1/urgent-reports", new { kind = "child", about = "子", facts = "あざ", team = TestOrganisations.Id(TestOrganisations.Hub).ToString() });
        var report = $"/api/v1/urgent-reports/{made!["id"]!.GetValue<string>()}";
        foreach (var (path, act, body) in ((string, string, object)[])[(handoff, "withdrawal", new { reason = "出し直す" }), (report, "facts", new { text = "泣き声が続く" })])
        {
            var version = (await desk.GetAsync(path))!["version"]!.GetValue<int>();
            await desk.SendAsItIsAsync(HttpMethod.Post, $"{path}/{act}", Json(body), ("If-Match", $"W/\"{version + 5}\""));
            Assert.Equal((path, HttpStatusCode.Conflict), (path, desk.Status));
            await desk.SendAsItIsAsync(HttpMethod.Post, $"{path}/{act}", Json(body), ("If-Match", "yesterday"));
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, desk.Status));
            await desk.SendAsItIsAsync(HttpMethod.Post, $"{path}/{act}", Json(body), ("If-Match", $"\"{version + 5}\", W/\"{version}\""));
            Assert.Equal((path, HttpStatusCode.OK), (path, desk.Status));
        }
    }

    private static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
}
