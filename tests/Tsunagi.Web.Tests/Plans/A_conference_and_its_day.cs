using System.Net;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Plans.PlanTown;

namespace Tsunagi.Web.Tests.Plans;

public sealed class A_conference_and_its_day(TestApp app) : IClassFixture<TestApp>
{
    private readonly PlanTown town = new(app);

    private DateOnly Today => app.Services.GetRequiredService<JapanTime>().Today;

    [Fact]
    public async Task One_whose_day_went_by_unheld_waits_today_for_who_runs_it_until_it_is_recorded_as_it_was()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var conference = await CalledAsync(api, Today.AddDays(2));
        using var hub = await app.SignInAsync(TestTown.Hub);
        Assert.Null(Overdue(await hub.OpenAsync("/"), conference));
        app.Wait(TimeSpan.FromDays(2));
        Assert.Null(Overdue(await hub.OpenAsync("/"), conference));
        app.Wait(TimeSpan.FromDays(1));

        var row = Overdue(await hub.OpenAsync("/"), conference);
        Assert.Contains("プランの検討：開催の記録がまだありません", row, StringComparison.Ordinal);
        Assert.Contains("第1会議室", row, StringComparison.Ordinal);
        Assert.Single(hub.Page.QuerySelectorAll($"li:has(a[href='/conferences/plan/{conference}'])"));
        foreach (var login in new[] { TestTown.Desk, TestTown.OtherDesk, TestTown.Auditor })
        {
            using var other = await app.SignInAsync(login);
            Assert.DoesNotContain("開催の記録がまだ", (await other.OpenAsync("/")).Text, StringComparison.Ordinal);
        }

        await hub.OpenAsync($"/conferences/plan/{conference}");
        Assert.Equal("14:00", hub.Page.QuerySelector("[name='Opening.Time']")!.GetAttribute("value"));
        Assert.Null(hub.Page.QuerySelector("[name='Opening.Early']"));
        await hub.SubmitAsync(hub.FormWithButton("開会する"), ("Opening.Attended", "1"));
        Assert.Contains("開会しました", hub.Text, StringComparison.Ordinal);
        Assert.Equal(JapanTime.At(Today.AddDays(-1), new(14, 0)), DateTimeOffset.Parse((await api.GetAsync($"/api/v1/plan-conferences/{conference}"))!["heldAt"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(Overdue(await hub.OpenAsync("/"), conference));
    }

    [Fact]
    public async Task One_that_was_called_off_waits_no_longer()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var conference = await CalledAsync(api, Today.AddDays(1));
        app.Wait(TimeSpan.FromDays(2));
        using var hub = await app.SignInAsync(TestTown.Hub);
        Assert.NotNull(Overdue(hub, conference));
        Expect(api, HttpStatusCode.NoContent, await api.PostAsync($"/api/v1/plan-conferences/{conference}/cancel", new { value = "本人の体調がすぐれない" }));
        Assert.Null(Overdue(await hub.OpenAsync("/"), conference));
    }

    [Fact]
    public async Task One_held_before_its_day_is_said_to_be_early_and_a_voice_is_never_preset()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var conference = await CalledAsync(api, Today.AddDays(7));
        var at = $"/api/v1/plan-conferences/{conference}";

        var refused = await api.PostAsync($"{at}/hold", new { });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, api.Status);
        Assert.Equal(["ConferenceNobodyInvited", "ConferenceBeforeItsDay"], refused!["refusals"]!.AsArray().Select(r => r!["code"]!.ToString()));
        await api.PostAsync($"{at}/hold", new { attended = new[] { 1, 2 }, on = $"{Today:yyyy-MM-dd}" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, api.Status);
        Expect(api, HttpStatusCode.NoContent, await api.PostAsync($"{at}/hold", new { attended = new[] { 1, 2 }, early = true }));

        await api.PostAsync($"{at}/attendees/1/voice", new { });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, api.Status);
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/conferences/plan/{conference}");
        Assert.All((int[])[1, 2], n => Assert.Equal("", Chosen(hub, n)));
        await hub.SubmitAsync(hub.Form("Input.Voices[2].Voice"), ("Input.Voices[2].Voice", "Objects"));
        Assert.NotNull(hub.Page.QuerySelector("#Input_Voices_2__Words-error"));
        Assert.Single(hub.Page.QuerySelectorAll(".ds-error-summary li"));
        Assert.Null(hub.Page.QuerySelector("#Input_Voices_1__Voice-error"));
        await hub.SubmitAsync(hub.Form("Input.Voices[2].Voice"), ("Input.Voices[2].Words", "回数に無理がある"));
        Assert.Equal(("", "Objects"), (Chosen(hub, 1), Chosen(hub, 2)));
    }

    private static string Chosen(TestBrowser browser, int number) =>
        ((AngleSharp.Html.Dom.IHtmlSelectElement)browser.Page.QuerySelector($"select[name='Input.Voices[{number}].Voice']")!).Value ?? "";

    private static string? Overdue(TestBrowser browser, string conference) =>
        browser.Page.QuerySelectorAll($"li:has(a[href='/conferences/plan/{conference}'])").FirstOrDefault(r => r.TextContent.Contains("開催の記録", StringComparison.Ordinal))?.TextContent;

    private async Task<string> CalledAsync(TestApi api, DateOnly on)
    {
        var (@case, mother, _) = await town.OpenCaseAsync();
        await ConsentAsync(api, @case, mother, "ward", "elder-care");
        var plan = await PlanAsync(api, @case, mother);
        Expect(api, HttpStatusCode.NoContent, await api.PostAsync($"/api/v1/plans/{plan}/versions/1/signatures", new { subject = mother.ToString(), kind = "signed" }));
        Expect(api, HttpStatusCode.NoContent, await api.PostAsync($"/api/v1/plans/{plan}/versions/1/submit"));
        var conference = Expect(api, HttpStatusCode.Created, await api.PostAsync("/api/v1/plan-conferences",
            new { plan, planVersion = 1, purpose = "planReview", on = $"{on:yyyy-MM-dd}", time = "14:00", place = "第1会議室" }))!["id"]!.ToString();
        Expect(api, HttpStatusCode.NoContent, await api.PostAsync($"/api/v1/plan-conferences/{conference}/check-consent"));
        return conference;
    }
}
