using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Handoffs.HandoffStory;

namespace Tsunagi.Web.Tests.Handoffs;

public sealed class A_return_is_decided(TestApp app) : ReturnStory(app), IClassFixture<TestApp>
{
    [Fact]
    public async Task Sent_back_it_is_reworded_and_put_up_again_as_the_same_decision()
    {
        using var hub = await TestApi.AsAsync(App, TestTown.Hub);
        using var chief = await TestApi.AsAsync(App, TestTown.HubChief);
        var (handoff, decision) = await ProposeAsync(hub);

        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(chief, $"decisions/{decision}/send-back", new { words = "どの会議か書くこと" }));
        var screening = await hub.GetAsync($"/api/v1/handoffs/{handoff}");
        Assert.Equal(("screening", "sentBack"), (Text(screening, "state"), Text(screening!["decision"], "state")));
        Assert.Contains("proposeReturn", Texts(screening, "acts"));

        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(hub, $"decisions/{decision}/redraft", new { words = "地区の地域ケア会議に諮ってください" }));
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(chief, $"decisions/{decision}/decide"));
        var returned = await hub.GetAsync($"/api/v1/handoffs/{handoff}");
        Assert.Equal("地区の地域ケア会議に諮ってください", Text(returned!["return"], "whatToDo"));
    }

    [Fact]
    public async Task Returning_again_after_it_was_sent_back_is_the_redraft()
    {
        using var hub = await TestApi.AsAsync(App, TestTown.Hub);
        using var chief = await TestApi.AsAsync(App, TestTown.HubChief);
        var (handoff, decision) = await ProposeAsync(hub);
        await chief.PostAsync($"/api/v1/handoffs/{handoff}/proposal-withdrawal", new { reason = "どの会議か書くこと" });

        var again = await hub.PostAsync($"/api/v1/handoffs/{handoff}/return", new { whatToDo = "地区の会議へ" });
        Assert.Equal(decision, Text(again!["decision"], "id"));
        var returned = await chief.PostAsync($"/api/v1/handoffs/{handoff}/approval");
        Assert.Equal(("returned", "地区の会議へ"), (Text(returned, "state"), Text(returned!["return"], "whatToDo")));
        Assert.Equal([DecisionStepKind.Draft, DecisionStepKind.SendBack, DecisionStepKind.Redraft, DecisionStepKind.Decide], (await StoredAsync(decision)).Steps.Select(s => s.Kind));
    }

    [Fact]
    public async Task Its_author_takes_it_back_on_either_page_and_the_judging_goes_on()
    {
        using var hub = await TestApi.AsAsync(App, TestTown.Hub);
        var (first, decision) = await ProposeAsync(hub);
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(hub, $"decisions/{decision}/withdraw", new { words = "受けることにした" }));
        Assert.Equal("screening", Text(await hub.GetAsync($"/api/v1/handoffs/{first}"), "state"));

        var (second, other) = await ProposeAsync(hub);
        var dropped = await hub.PostAsync($"/api/v1/handoffs/{second}/proposal-withdrawal");
        Assert.Equal("screening", Text(dropped, "state"));
        Assert.Equal((DecisionState.Withdrawn, DecisionState.Withdrawn), ((await StoredAsync(decision)).State, (await StoredAsync(other)).State));
    }

    [Fact]
    public async Task When_the_handoff_goes_another_way_the_decision_lapses()
    {
        using var hub = await TestApi.AsAsync(App, TestTown.Hub);
        using var chief = await TestApi.AsAsync(App, TestTown.HubChief);
        using var desk = await TestApi.AsAsync(App, TestTown.Desk);
        var (withdrawn, first) = await ProposeAsync(hub);
        await desk.PostAsync($"/api/v1/handoffs/{withdrawn}/withdrawal", new { reason = "本人が望まない" });
        var (redirected, second) = await ProposeAsync(hub);
        await chief.PostAsync($"/api/v1/decisions/{second}/send-back", new { words = "適した課がある" });
        await hub.PostAsync($"/api/v1/handoffs/{redirected}/redirect", new { kind = "toDesk", receiver = TestOrganisations.Id(Ikejiri).ToString(), reason = "担当が違うため" });
        Assert.Equal(HttpStatusCode.OK, hub.Status);

        Assert.Equal((DecisionState.Lapsed, DecisionState.Lapsed), ((await StoredAsync(first)).State, (await StoredAsync(second)).State));
        await chief.PostAsync($"/api/v1/decisions/{first}/decide");
        Assert.Equal(HttpStatusCode.Conflict, chief.Status);
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(hub, $"decisions/{second}/redraft", new { words = "もう一度" }));
        Assert.DoesNotContain(first, (await (await App.SignInAsync(TestTown.HubChief)).OpenAsync("/")).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sender_and_strangers_do_not_know_of_the_decision_and_its_author_may_not_take_it()
    {
        using var hub = await TestApi.AsAsync(App, TestTown.Hub);
        using var chief = await TestApi.AsAsync(App, TestTown.HubChief);
        var (handoff, decision) = await ProposeAsync(hub);
        foreach (var login in new[] { TestTown.Desk, TestTown.OtherDesk, TestTown.DeskChief })
        {
            using var other = await TestApi.AsAsync(App, login);
            await other.GetAsync($"/api/v1/decisions/{decision}");
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
        }
        using (var deskChief = await TestApi.AsAsync(App, TestTown.DeskChief))
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(deskChief, $"decisions/{decision}/decide"));
        using (var desk = await TestApi.AsAsync(App, TestTown.Desk))
            Assert.Null((await desk.GetAsync($"/api/v1/handoffs/{handoff}"))!["decision"]);

        var (own, drafted) = await ProposeAsync(chief);
        Assert.Contains("DecisionOwnDraft", (await chief.PostAsync($"/api/v1/handoffs/{own}/approval"))!.ToJsonString(), StringComparison.Ordinal);
        using var manager = await TestApi.AsAsync(App, TestTown.HubManager);
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(manager, $"decisions/{drafted}/decide"));
    }

    [Fact]
    public async Task Deciding_while_the_sender_withdraws_leaves_one_of_the_two()
    {
        using var hub = await TestApi.AsAsync(App, TestTown.Hub);
        using var chief = await TestApi.AsAsync(App, TestTown.HubChief);
        using var desk = await TestApi.AsAsync(App, TestTown.Desk);
        for (var i = 0; i < 5; i++)
        {
            var (handoff, decision) = await ProposeAsync(hub);
            await Task.WhenAll(
                chief.PostAsync($"/api/v1/decisions/{decision}/decide"),
                desk.PostAsync($"/api/v1/handoffs/{handoff}/withdrawal", new { reason = "本人が望まない" }));
            Assert.Single(new[] { chief.Status, desk.Status }, s => s is HttpStatusCode.OK or HttpStatusCode.NoContent);
            var states = (Text(await hub.GetAsync($"/api/v1/handoffs/{handoff}"), "state"), (await StoredAsync(decision)).State);
            Assert.Contains(states, new[] { ("returned", DecisionState.Decided), ("withdrawn", DecisionState.Lapsed) });
        }
    }

    [Fact]
    public async Task A_double_click_puts_up_one_decision_and_decides_it_once()
    {
        using var hub = await TestApi.AsAsync(App, TestTown.Hub);
        using var twin = await TestApi.AsAsync(App, TestTown.Hub);
        using var chief = await TestApi.AsAsync(App, TestTown.HubChief);
        using var twinChief = await TestApi.AsAsync(App, TestTown.HubChief);
        var handoff = await FailingAsync(hub);
        await Task.WhenAll(new[] { hub, twin }.Select(c => c.PostAsync($"/api/v1/handoffs/{handoff}/return", new { whatToDo = "会議へ" })));
        Assert.Single(new[] { hub.Status, twin.Status }, HttpStatusCode.OK);
        await Task.WhenAll(new[] { chief, twinChief }.Select(c => c.PostAsync($"/api/v1/handoffs/{handoff}/approval")));
        Assert.Single(new[] { chief.Status, twinChief.Status }, HttpStatusCode.OK);
        await using var db = App.Database.OpenAsOwner();
        var stored = await db.Decisions.IgnoreQueryFilters().SingleAsync(d => d.RecordId == Guid.Parse(handoff), TestContext.Current.CancellationToken);
        Assert.Equal([DecisionStepKind.Draft, DecisionStepKind.Decide], stored.Steps.Select(s => s.Kind));
    }
}

public sealed class A_return_is_decided_in_the_other_ward(BunkyoApp app) : ReturnStory(app), IClassFixture<BunkyoApp>;

/// <summary>What holds in both wards.</summary>
public abstract class ReturnStory(TestApp app)
{
    protected TestApp App => app;

    [Fact]
    public async Task It_waits_in_the_inbox_of_whose_turn_it_is_and_deciding_it_returns_the_handoff()
    {
        using var hub = await app.SignInAsync(TestTown.Hub);
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var handoff = await FailingAsync(api);
        await hub.OpenAsync($"/handoffs/{handoff}");
        await hub.SubmitAsync(hub.Form("Input.WhatToDo"), ("Input.WhatToDo", "地域ケア会議に諮ってください"));
        Assert.Contains("決裁待ち：次は係長の番です", hub.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("決裁する", hub.Page.QuerySelectorAll("main button").Select(b => b.TextContent.Trim()));

        using var chief = await app.SignInAsync(TestTown.HubChief);
        await chief.OpenAsync("/");
        Assert.Contains("決裁：つなぎ戻し", chief.Text, StringComparison.Ordinal);
        await chief.OpenAsync("/decisions");
        Assert.Contains("から（多機関協働）", chief.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("介護の手続き", chief.Text, StringComparison.Ordinal);
        await chief.OpenAsync($"/decisions/{Text((await api.GetAsync($"/api/v1/handoffs/{handoff}"))!["decision"], "id")}");
        Assert.Contains("地域ケア会議に諮ってください", chief.Text, StringComparison.Ordinal);
        Assert.NotNull(chief.Page.QuerySelector($"a[href='/handoffs/{handoff}']"));
        await chief.SubmitAsync(chief.FormWithButton("決裁する"), "決裁する");
        Assert.Contains("決裁しました", chief.Text, StringComparison.Ordinal);
        Assert.Equal("returned", Text(await api.GetAsync($"/api/v1/handoffs/{handoff}"), "state"));
    }

    [Fact]
    public async Task It_is_decided_on_the_handoffs_own_page_just_as_well()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Hub);
        var (handoff, decision) = await ProposeAsync(api);
        using var chief = await app.SignInAsync(TestTown.HubChief);
        await chief.OpenAsync($"/handoffs/{handoff}");
        await chief.SubmitAsync(chief.FormWithButton("決裁する"));
        Assert.Contains("つなぎ戻し", chief.Text, StringComparison.Ordinal);
        Assert.Equal(DecisionState.Decided, (await StoredAsync(decision)).State);
    }

    /// <summary>A handoff whose second criterion fails.</summary>
    protected async Task<string> FailingAsync(TestApi hub)
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var body = ToHub(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk));
        body["receiver"] = TestOrganisations.Id(TestOrganisations.Hub, app.Profile).ToString();
        body["district"] = null;
        var handoff = await SendAsync(desk, body);
        await hub.PostAsync($"/api/v1/handoffs/{handoff}/judgement", new JsonObject { ["criteria"] = Criteria("yes", "no", "yes") });
        return handoff;
    }

    protected async Task<(string Handoff, string Decision)> ProposeAsync(TestApi hub)
    {
        var handoff = await FailingAsync(hub);
        var proposed = await hub.PostAsync($"/api/v1/handoffs/{handoff}/return", new { whatToDo = "地域ケア会議に諮ってください" });
        Assert.Equal("inDecision", Text(proposed, "state"));
        return (handoff, Text(proposed!["decision"], "id"));
    }

    protected async Task<Decision> StoredAsync(string decision)
    {
        await using var db = app.Database.OpenAsOwner();
        var id = Id<Decision>.Parse(decision, null);
        return await db.Decisions.IgnoreQueryFilters().SingleAsync(d => d.Id == id, TestContext.Current.CancellationToken);
    }

    protected static async Task<HttpStatusCode> StatusAsync(TestApi api, string path, object? body = null)
    {
        await api.PostAsync($"/api/v1/{path}", body);
        return api.Status;
    }
}
