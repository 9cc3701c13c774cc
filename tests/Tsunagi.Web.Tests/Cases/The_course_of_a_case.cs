using System.Net;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Handoffs;
using Tsunagi.Web.Tests.Plans;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Cases;

/// <summary>経過: what was done in a case by any feature stands in one line among the notes, for whoever may see it.</summary>
public sealed class The_course_of_a_case(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Tells_its_handoffs_consents_conferences_plans_and_decisions_among_the_notes()
    {
        var id = await PlayAsync();
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/cases/{id}");
        var links = Links(hub);
        foreach (var path in (string[])["/handoffs/", "/consents/", "/conferences/plan/", "/plans/", "/decisions/"])
            Assert.Contains(links, l => l.Href.StartsWith(path, StringComparison.Ordinal));
        foreach (var words in (string[])["送った（", "同意を受けた", "プランの検討を行った（結論：適切）", "支援プラン 第1版：提出した", "プランの受理：起案", "電話で様子を聞いた"])
            Assert.Contains(words, hub.Text, StringComparison.Ordinal);
        foreach (var (href, _) in links)
        {
            await hub.OpenAsync(href);
            Assert.True(hub.Status == HttpStatusCode.OK, $"{href}: {hub.Status}");
        }
    }

    [Fact]
    public async Task Tells_of_a_conference_that_was_called_off()
    {
        var town = new PlanTown(app);
        var (id, mother, _) = await town.OpenCaseAsync();
        using (var api = await TestApi.AsAsync(app, TestTown.Hub))
        {
            var plan = await PlanTown.PlanAsync(api, id, mother);
            var conference = (await api.PostAsync("/api/v1/plan-conferences", new { plan, planVersion = 1, purpose = "planReview", on = "2099-01-01", time = "14:00", place = "第1会議室" }))!["id"];
            PlanTown.Expect(api, HttpStatusCode.NoContent, await api.PostAsync($"/api/v1/plan-conferences/{conference}/cancel", new { value = "本人の体調がすぐれない" }));
        }
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/cases/{id}");
        var (href, words) = Assert.Single(Links(hub), l => l.Href.StartsWith("/conferences/plan/", StringComparison.Ordinal));
        Assert.Equal("プランの検討を中止した", words.Trim());
        Assert.Equal(HttpStatusCode.OK, (await hub.OpenAsync(href)).Status);
    }

    [Fact]
    public async Task Tells_what_was_done_in_a_handoff_between_two_states_and_nothing_twice()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var source = await HandoffStory.CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk);
        var path = $"/api/v1/handoffs/{await HandoffStory.SendAsync(desk, HandoffStory.ToHub(source))}";
        await DoAsync(hub, $"{path}/judgement", new { criteria = HandoffStory.Criteria("yes", "no", "yes") });
        await DoAsync(hub, $"{path}/judgement", new { criteria = HandoffStory.Criteria("yes", "yes", "yes") });
        await DoAsync(hub, $"{path}/questions", new { questions = new[] { "家族の意向は", "通院先は" } });
        await DoAsync(desk, $"{path}/answers", new { answers = new Dictionary<string, string> { ["2"] = "月に一度" } });
        await DoAsync(desk, $"{path}/answers", new { answers = new Dictionary<string, string> { ["1"] = "在宅を望む" } });
        using var reader = await app.SignInAsync(TestTown.Desk);
        await reader.OpenAsync($"/cases/{source}");
        string[] told = ["送った", "多機関協働の受付判断", "受付判断を記録した", "追加情報を依頼中", "質問に答えた", "質問に答えた"];
        Assert.Equal(told.Order(StringComparer.Ordinal),
            Links(reader).Where(l => l.Href.StartsWith("/handoffs/", StringComparison.Ordinal)).Select(l => l.Words.Trim().Split('（')[0]).Order(StringComparer.Ordinal));
    }

    private static async Task DoAsync(TestApi api, string path, object body)
    {
        var answer = await api.PostAsync(path, body);
        Assert.True(api.Status == HttpStatusCode.OK, $"{path}: {api.Status} {answer}");
    }

    [Fact]
    public async Task Can_be_read_as_notes_alone_and_older_pages_stay_so()
    {
        var id = await PlayAsync();
        using (var api = await TestApi.AsAsync(app, TestTown.Hub))
            foreach (var number in Enumerable.Range(1, 40))
                await api.PostAsync($"/api/v1/cases/{id}/notes", Note($"{number}回目の電話"));
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/cases/{id}?notes=true");
        Assert.All(Links(hub), l => Assert.Contains("/notes/", l.Href, StringComparison.Ordinal));
        Assert.DoesNotContain("同意を受けた", hub.Page.QuerySelector(".ds-timeline")!.TextContent, StringComparison.Ordinal);
        var older = hub.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).First(href => href.Contains("before=", StringComparison.Ordinal));
        Assert.Contains("notes=true", older, StringComparison.Ordinal);
        await hub.OpenAsync(older);
        Assert.All(Links(hub), l => Assert.Contains("/notes/", l.Href, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tells_each_event_on_one_page_only()
    {
        var id = await PlayAsync();
        using (var api = await TestApi.AsAsync(app, TestTown.Hub))
            foreach (var number in Enumerable.Range(1, 40))
                await api.PostAsync($"/api/v1/cases/{id}/notes", Note($"{number}回目の電話"));
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/cases/{id}");
        Assert.DoesNotContain("同意を受けた", hub.Page.QuerySelector(".ds-timeline")!.TextContent, StringComparison.Ordinal);
        await hub.OpenAsync(hub.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).First(href => href.Contains("before=", StringComparison.Ordinal)));
        Assert.Contains("同意を受けた", hub.Page.QuerySelector(".ds-timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_nothing_of_a_support_conference()
    {
        var id = await app.OpenCaseAsync(TestTown.Desk);
        using (var api = await TestApi.AsAsync(app, TestTown.Desk))
        {
            await api.PostAsync("/api/v1/support-conferences", new { subject = "架空 名前", reason = "危険", @case = id.ToString(), chair = (await app.AccountAsync(TestTown.Chair)).ToString() });
            await api.PostAsync($"/api/v1/cases/{id}/notes", Note("様子を見た"));
        }
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/cases/{id}");
        Assert.DoesNotContain("支援会議", desk.Page.QuerySelector(".ds-timeline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_printed_as_it_was()
    {
        var id = await PlayAsync();
        using var hub = await app.SignInAsync(TestTown.Hub);
        await hub.OpenAsync($"/cases/{id}");
        Assert.All(hub.Page.QuerySelectorAll(".ds-timeline-item").Where(i => i.QuerySelector("a") is { } a && !a.GetAttribute("href")!.StartsWith($"/cases/{id}/notes", StringComparison.Ordinal)),
            item => Assert.Contains("unprinted", item.ClassList));
    }

    /// <summary>A case of the hub: a note, a consent, a plan that was decided on, put before the conference, and a つなぎ to a desk.</summary>
    private async Task<Id<Case>> PlayAsync()
    {
        var town = new PlanTown(app);
        var (id, mother, _) = await town.OpenCaseAsync();
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        await hub.PostAsync($"/api/v1/cases/{id}/notes", Note("電話で様子を聞いた"));
        await PlanTown.ConsentAsync(hub, id, mother, "ward", "elder-care");
        var plan = await PlanTown.PlanAsync(hub, id, mother);
        await hub.PostAsync($"/api/v1/plans/{plan}/versions/1/signatures", new { subject = mother.ToString(), kind = "signed" });
        await hub.PostAsync($"/api/v1/plans/{plan}/versions/1/submit", new { });
        await town.DecideAsync(hub, plan, 1, "planAcceptance");
        await PlanTown.ConferAsync(hub, plan, 1, "planReview", "appropriate");
        await HandoffStory.SendAsync(hub, HandoffStory.ToDesk(id, TestOrganisations.Desk));
        return id;
    }

    private static object Note(string text) => new { channel = "phone", form = "summary", paragraphs = new[] { new { kind = "fact", text, source = "observation" } } };

    private static List<(string Href, string Words)> Links(TestBrowser browser) =>
        [.. browser.Page.QuerySelectorAll(".ds-timeline-title a").Select(a => (a.GetAttribute("href")!, a.TextContent))];
}
