using System.Net;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Conferences;

public sealed class Support_conference_by_api(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_proposer_sees_only_that_they_proposed_and_the_chair_only_after_taking_the_duty()
    {
        using var story = await SupportStory.ProposedAsync(app);
        Assert.Equal(HttpStatusCode.NotFound, await story.StatusAsync(TestTown.Desk));
        Assert.Equal(HttpStatusCode.NotFound, await story.StatusAsync(TestTown.Chair));
        var mine = await (await story.AsAsync(TestTown.Desk)).GetAsync("/api/v1/support-conferences");
        Assert.Contains(mine!["proposed"]!.AsArray(), p => p!["title"]!.ToString() == SupportStory.Canary + "件名");
        Assert.DoesNotContain(mine["reading"]!.AsArray(), r => r!["matter"]!.ToString() == story.Matter);
        var waiting = await (await story.AsAsync(TestTown.Chair)).GetAsync("/api/v1/support-conferences");
        Assert.Contains(waiting!["toChair"]!.AsArray(), r => r!["matter"]!.ToString() == story.Matter);
        Assert.DoesNotContain(SupportStory.Canary, SupportStory.Plain(waiting["toChair"]), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await story.TryAsync(TestTown.Chair, "chair", new { dutyConfirmed = false }));
        await story.DoneAsync(TestTown.Chair, "chair", new { dutyConfirmed = true });
        Assert.Contains(SupportStory.Canary, SupportStory.Plain(await story.SeeAsync(TestTown.Chair)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_member_reads_from_the_recorded_explanation_until_they_leave()
    {
        using var story = await SupportStory.OpenedAsync(app);
        await story.NameAsync(TestTown.OtherDesk);
        await story.SeatAsync(TestTown.OtherDesk, "attendee");
        await story.ReadAsync(TestTown.OtherDesk, "wholeSession");
        Assert.Equal(HttpStatusCode.NotFound, await story.StatusAsync(TestTown.OtherDesk));
        await story.ExplainAsync(TestTown.OtherDesk);
        Assert.Equal(HttpStatusCode.OK, await story.StatusAsync(TestTown.OtherDesk));
        await story.DoneAsync(TestTown.OtherDesk, "leaving", new { participant = story.Participants[TestTown.OtherDesk] });
        Assert.Equal(HttpStatusCode.NotFound, await story.StatusAsync(TestTown.OtherDesk));
    }

    [Fact]
    public async Task The_whole_conference_is_held_fixed_confirmed_and_meets_again()
    {
        using var story = await SupportStory.HeldAsync(app);
        Assert.Equal(HttpStatusCode.Forbidden, await story.TryAsync(TestTown.OtherDesk, "minutes", new { }));
        await story.FixAsync();
        Assert.Equal(HttpStatusCode.Conflict, await story.TryAsync(TestTown.Secretary, "discussion", new { item = story.Item, text = "書き換え" }));
        await story.MadeAsync(TestTown.Secretary, "minutes/corrections", new { session = 1, text = "日付の誤り" });
        var copy = await story.MadeAsync(TestTown.Secretary, "copies", new { participant = story.Participants[TestTown.OtherDesk], session = 1 });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await story.TryAsync(TestTown.Chair, "outcome", new { action = "moveToPlanConference", reason = "移行" }));
        Assert.Equal("ConsentNotActive", story.Code);
        await story.DoneAsync(TestTown.Secretary, "copies/collection", new { copy });
        await story.DoneAsync(TestTown.Chair, "outcome", new { action = "watch", reason = "様子を見る" });
        await story.DoneAsync(TestTown.Chair, "sessions");
        var seen = await story.SeeAsync(TestTown.Chair);
        Assert.Equal(2, seen!["sessions"]!.AsArray().Count);
        // The members are carried over, nobody's reading is.
        Assert.Single((await story.SeeAsync(TestTown.OtherDesk))!["sessions"]!.AsArray());
        await story.ReadAsync(TestTown.OtherDesk, "wholeSession", 2);
        Assert.Equal(2, (await story.SeeAsync(TestTown.OtherDesk))!["sessions"]!.AsArray().Count);
    }

    [Fact]
    public async Task Only_the_chair_convenes_and_only_with_everybody_explained_to()
    {
        using var story = await SupportStory.OpenedAsync(app);
        await story.NameAsync(TestTown.OtherDesk);
        await story.SeatAsync(TestTown.OtherDesk, "attendee");
        var convocation = new { date = story.Today.AddDays(1), place = "区役所" };
        Assert.Equal(HttpStatusCode.Forbidden, await story.TryAsync(TestTown.Secretary, "convocation", convocation));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await story.TryAsync(TestTown.Chair, "convocation", convocation));
        Assert.Equal("DutyNotExplained", story.Code);
        await story.ExplainAsync(TestTown.OtherDesk);
        await story.DoneAsync(TestTown.Chair, "convocation", convocation);
    }

    [Fact]
    public async Task A_work_order_leaves_only_by_the_chair_and_is_answered_by_the_desk_that_knows_nothing_more()
    {
        using var story = await SupportStory.HeldAsync(app);
        var order = new
        {
            item = story.Item,
            receiver = TestOrganisations.Id(TestOrganisations.Desk).ToString(),
            task = "甲斐花子さんを訪ねてください",
            deadline = story.Today.AddDays(5),
            safetyFacts = "犬がいます",
            contact = "生活支援課 03-0000-0000",
            basis = "支援会議の決定",
            reason = "安否の確認",
        };
        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            await story.TryAsync(TestTown.Secretary, "ways-out/work-orders", order with { task = "池尻あんしんすこやかセンターから聞きました" }));
        Assert.Equal("SourceInText", story.Code);
        var draft = await story.MadeAsync(TestTown.Secretary, "ways-out/work-orders", order);
        var desk = await story.AsAsync(TestTown.Desk);
        Assert.DoesNotContain("犬", SupportStory.Plain(await desk.GetAsync("/api/v1/work-orders")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await story.TryAsync(TestTown.Secretary, "ways-out/work-orders/approval", new { wayOut = draft }));
        var id = await story.MadeAsync(TestTown.Chair, "ways-out/work-orders/approval", new { wayOut = draft });
        var shown = SupportStory.Plain(await desk.GetAsync($"/api/v1/work-orders/{id}"));
        Assert.Contains("犬がいます", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(story.Matter, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(SupportStory.Canary, shown, StringComparison.Ordinal);
        var stranger = await story.AsAsync(TestTown.OtherDesk);
        await stranger.GetAsync($"/api/v1/work-orders/{id}");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await desk.PostAsync($"/api/v1/work-orders/{id}/answers", new { reply = "absent", word = "また行きます" });
        await desk.PostAsync($"/api/v1/work-orders/{id}/answers", new { reply = "done" });
        Assert.Equal(HttpStatusCode.NoContent, desk.Status);
        var chair = await story.AsAsync(TestTown.Chair);
        Assert.Equal("done", (await chair.GetAsync($"/api/v1/work-orders/{id}"))!["state"]!.ToString());
    }

    [Fact]
    public async Task In_danger_a_reader_acts_and_the_chair_sees_when_it_is_overdue()
    {
        using var story = await SupportStory.HeldAsync(app);
        var report = new { item = story.Item, recipient = "119番", told = "倒れている", basis = "生命の危険", reason = "応答がない" };
        Assert.Equal(HttpStatusCode.NotFound, await story.TryAsync(TestTown.Desk2, "ways-out/danger", report));
        await story.MadeAsync(TestTown.OtherDesk, "ways-out/danger", report);
        app.Wait(TimeSpan.FromDays(1));
        var row = (await (await story.AsAsync(TestTown.Chair)).GetAsync("/api/v1/support-conferences"))!["reading"]!.AsArray().Single(r => r!["matter"]!.ToString() == story.Matter);
        Assert.True(row!["chairOverdue"]!.GetValue<bool>());
        using var chair = await app.SignInAsync(TestTown.Chair);
        Assert.Contains("同日中の報告の期限を過ぎています", (await chair.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Information_needs_a_recorded_request_and_an_individual_number_is_refused()
    {
        using var story = await SupportStory.HeldAsync(app);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await story.TryAsync(TestTown.Secretary, "information", new { item = story.Item, text = "求めのない話" }));
        Assert.Equal("NoRequestRecorded", story.Code);
        var request = await story.RequestToAsync(TestTown.OtherDesk);
        Assert.Equal(HttpStatusCode.UnprocessableEntity,
            await story.TryAsync(TestTown.OtherDesk, "information", new { request, item = story.Item, text = "番号は123456789018です" }));
        Assert.Equal("IndividualNumber", story.Code);
    }
}
