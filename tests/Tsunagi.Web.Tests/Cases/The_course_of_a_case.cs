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
