using System.Net;
using Tsunagi.Web.Tests.Cases;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Handoffs.HandoffStory;

namespace Tsunagi.Web.Tests.Handoffs;

/// <summary>What a desk told once it does not type again: the form of つなぐ begins with what its own records know.</summary>
public sealed class What_a_handoff_begins_with(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("ToDesk")]
    [InlineData("ToHub")]
    public async Task Of_a_consultation_its_topics_urgency_dangers_and_place_are_carried_over(string kind)
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var consultation = await RecordAsync(api);
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/handoffs/new?consultation={consultation}&kind={kind}");
        AssertCarriedOver(desk);
        Assert.Equal("taishido", Chosen(desk, "Input.District"));
    }

    [Fact]
    public async Task One_that_follows_another_is_begun_by_its_sender_only()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var earlier = await SendAsync(api, ToDesk(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), Ikejiri));
        foreach (var (login, status) in new[] { (TestTown.Desk, HttpStatusCode.OK), (TestTown.OtherDesk, HttpStatusCode.Forbidden), (TestTown.Hub, HttpStatusCode.NotFound) })
        {
            using var browser = await app.SignInAsync(login);
            await browser.OpenAsync($"/handoffs/new?after={earlier}");
            Assert.Equal((login, status), (login, browser.Status));
        }
    }

    [Fact]
    public async Task Of_a_case_it_is_what_its_newest_consultation_tells()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var consultation = await RecordAsync(api);
        await api.PostAsync($"/api/v1/consultations/{consultation}/decision", new { next = "Keep" });
        var @case = (await api.GetAsync($"/api/v1/consultations/{consultation}"))!["case"]!.ToString();
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/handoffs/new?case={@case}");
        AssertCarriedOver(desk);
    }

    [Fact]
    public async Task Of_a_case_that_came_by_a_handoff_it_is_what_that_one_told()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var id = await SendAsync(api, ToDesk(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), Ikejiri));
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var accepted = await other.PostAsync($"/api/v1/handoffs/{id}/acceptance", new { });
        using var browser = await app.SignInAsync(TestTown.OtherDesk);
        await browser.OpenAsync($"/handoffs/new?case={accepted!["ownCase"]}");
        Assert.Equal(["care", "income"], Ticked(browser, "Input.Topics").Order());
        Assert.Equal(("care", "within-3-days", "taishido"), (Chosen(browser, "Input.MainTopic"), Chosen(browser, "Input.Urgency"), Chosen(browser, "Input.District")));
    }

    [Fact]
    public async Task Of_a_case_that_knows_nothing_it_is_the_desks_own_place()
    {
        var @case = await app.OpenCaseAsync();
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/handoffs/new?case={@case}");
        Assert.Empty(Ticked(desk, "Input.Topics"));
        Assert.Equal("taishido", Chosen(desk, "Input.District"));
    }

    [Fact]
    public async Task Where_somebody_is_protected_not_even_the_district_is_offered()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var id = await SendAsync(api, ToDesk(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), Ikejiri));
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var accepted = await other.PostAsync($"/api/v1/handoffs/{id}/acceptance", new { });
        var @case = Domain.Shared.Id<Domain.Cases.Case>.Parse(accepted!["ownCase"]!.ToString(), null);
        await IncludeAsync(app, @case, "架空 守られた人", isProtected: true);
        using var browser = await app.SignInAsync(TestTown.OtherDesk);
        await browser.OpenAsync($"/handoffs/new?case={@case}");
        Assert.Equal("", Chosen(browser, "Input.District"));
    }

    [Fact]
    public async Task After_a_mistake_the_address_can_be_opened_again_and_leads_to_the_same_form()
    {
        var @case = await app.OpenCaseAsync();
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/handoffs/new?case={@case}&kind=ToHub");
        foreach (var button in (string[])["つなぐ", "下書きを保存", "候補と「相手に見える内容」を更新する"])
        {
            await desk.SubmitAsync(desk.Form("Input.Asked"), button, ("Input.Asked", "番号は123456789018です"));
            var address = desk.Url.PathAndQuery;
            await desk.OpenAsync(address);
            Assert.Equal(HttpStatusCode.OK, desk.Status);
            Assert.Equal((@case.ToString(), "ToHub"), (Hidden(desk, "Input.Case"), Hidden(desk, "Input.Kind")));
        }
    }

    [Fact]
    public async Task The_course_names_who_answered_a_question()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var id = await SendAsync(api, ToDesk(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), Ikejiri));
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        await other.PostAsync($"/api/v1/handoffs/{id}/questions", new { questions = new[] { "ひとり暮らしですか" } });
        using var second = await TestApi.AsAsync(app, TestTown.Desk2);
        await second.PostAsync($"/api/v1/handoffs/{id}/answers", new { answers = new Dictionary<string, string> { ["1"] = "はい" } });
        Assert.True((int)second.Status < 300, $"{second.Status}");
        foreach (var login in (string[])[TestTown.Desk, TestTown.OtherDesk])
        {
            using var browser = await app.SignInAsync(login);
            await browser.OpenAsync($"/handoffs/{id}");
            Assert.Contains("架空 窓口二", browser.Page.QuerySelector(".ds-steps--track")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(browser.Page.QuerySelectorAll("main li"), line => line.TextContent.Contains("質問に答えた（", StringComparison.Ordinal) && line.TextContent.Contains("架空 窓口二）", StringComparison.Ordinal));
            Assert.Contains(browser.Page.QuerySelectorAll("main li"), line => line.TextContent.Contains("送った（", StringComparison.Ordinal) && line.TextContent.Contains("架空 窓口一）", StringComparison.Ordinal));
        }
    }

    private static async Task<string> RecordAsync(TestApi desk) => (await desk.PostAsync("/api/v1/consultations", new
    {
        date = "令和8年4月1日",
        channel = "phone",
        ownWords = "眠れない",
        visitorRelation = "self",
        personName = "架空 相談",
        topics = new[] { "care", "income" },
        worstTopic = "income",
        urgency = "within-3-days",
        dangerSigns = new[] { "harm-others" },
    }))!["id"]!.ToString();

    private static void AssertCarriedOver(TestBrowser desk)
    {
        Assert.Equal(["care", "income"], Ticked(desk, "Input.Topics").Order());
        Assert.Equal(["harm-others"], Ticked(desk, "Input.Dangers"));
        Assert.Equal(("income", "within-3-days"), (Chosen(desk, "Input.MainTopic"), Chosen(desk, "Input.Urgency")));
    }

    private static IEnumerable<string> Ticked(TestBrowser browser, string field) =>
        browser.Page.QuerySelectorAll($"input[name='{field}'][checked]").Select(box => box.GetAttribute("value")!);

    private static string? Chosen(TestBrowser browser, string field) => browser.Page.QuerySelector($"select[name='{field}'] option[selected]")?.GetAttribute("value") ?? "";

    private static string? Hidden(TestBrowser browser, string field) => browser.Page.QuerySelector($"input[name='{field}']")?.GetAttribute("value");
}

/// <summary>A ward with a single hub leaves nothing to choose.</summary>
public sealed class The_only_hub_is_chosen(BunkyoApp app) : IClassFixture<BunkyoApp>
{
    [Theory]
    [InlineData("ToHub", true)]
    [InlineData("Advice", true)]
    [InlineData("ToDesk", false)]
    public async Task But_no_desk_is(string kind, bool isChosen)
    {
        var @case = await app.OpenCaseAsync();
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/handoffs/new?case={@case}&kind={kind}");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        var hub = TestOrganisations.Id(TestOrganisations.Hub, app.Profile).ToString();
        var chosen = desk.Page.QuerySelector("input[name='Input.Receiver'][checked]")?.GetAttribute("value");
        Assert.Equal(isChosen ? hub : null, chosen);
    }
}
