using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Cases;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Conferences;

public sealed class Support_conference_by_api(TestApp app) : IClassFixture<TestApp>
{
    private const string NextChair = "chair.next";

    [Fact]
    public async Task Who_leaves_before_the_session_is_held_is_not_waited_for()
    {
        using var story = await SupportStory.OpenedAsync(app);
        foreach (var login in new[] { TestTown.OtherDesk, TestTown.Desk2 })
        {
            await story.NameAsync(login);
            await story.ExplainAsync(login);
            await story.SeatAsync(login, "attendee");
        }
        await story.NameAsync(TestTown.Hub);
        await story.SeatAsync(TestTown.Hub, "attendee");
        var convocation = new { date = story.Today.AddDays(2), time = "10:00", place = "区役所" };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await story.TryAsync(TestTown.Chair, "convocation", convocation));
        Assert.Equal("DutyNotExplained", story.Code);

        await story.DoneAsync(TestTown.Secretary, "leaving", new { participant = story.Participants[TestTown.Hub] });

        await story.DoneAsync(TestTown.Chair, "convocation", convocation);
        using var page = await app.SignInAsync(TestTown.Secretary);
        await page.OpenAsync($"/conferences/support/{story.Matter}/hold");
        Assert.Equal(2, page.Page.QuerySelectorAll("input[name='Holding.Present']").Length);
    }

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
        var convocation = new { date = story.Today.AddDays(1), time = "10:00", place = "区役所" };
        Assert.Equal(HttpStatusCode.Forbidden, await story.TryAsync(TestTown.Secretary, "convocation", convocation));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await story.TryAsync(TestTown.Chair, "convocation", convocation));
        Assert.Equal("DutyNotExplained", story.Code);
        await story.ExplainAsync(TestTown.OtherDesk);
        await story.DoneAsync(TestTown.Chair, "convocation", convocation);
    }

    [Fact]
    public async Task A_session_held_before_its_day_is_said_to_be_early_and_on_its_day_nobody_is_asked()
    {
        using var story = await SupportStory.OpenedAsync(app);
        await story.NameAsync(TestTown.OtherDesk);
        await story.ExplainAsync(TestTown.OtherDesk);
        await story.SeatAsync(TestTown.OtherDesk, "attendee");
        await story.DoneAsync(TestTown.Chair, "convocation", new { date = story.Today.AddDays(1), time = "10:00", place = "区役所" });
        var present = new[] { story.Participants[TestTown.OtherDesk] };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await story.TryAsync(TestTown.Secretary, "session", new { present }));
        Assert.Equal("ConferenceBeforeItsDay early", $"{story.Code} {story.Answer!["refusals"]![0]!["field"]}", ignoreCase: true);
        app.Wait(TimeSpan.FromDays(1));
        using var secretary = await app.SignInAsync(TestTown.Secretary);
        await secretary.OpenAsync($"/conferences/support/{story.Matter}/hold");
        Assert.NotNull(secretary.Page.QuerySelector("[name='Holding.Present']"));
        Assert.Null(secretary.Page.QuerySelector("[name='Holding.Early']"));
        await story.DoneAsync(TestTown.Secretary, "session", new { present });
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

    [Fact]
    public async Task A_declined_chair_comes_back_to_the_proposers_day_and_is_gone_from_the_decliner()
    {
        using var story = await SupportStory.ProposedAsync(app);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await story.TryAsync(TestTown.Chair, "chair/declined", new { reason = "" }));
        await story.DoneAsync(TestTown.Chair, "chair/declined", new { reason = "担当の課が違う" });
        Assert.Equal(HttpStatusCode.NotFound, await story.TryAsync(TestTown.Chair, "chair", new { dutyConfirmed = true }));
        var declined = await (await story.AsAsync(TestTown.Chair)).GetAsync("/api/v1/support-conferences");
        Assert.DoesNotContain(declined!["toChair"]!.AsArray(), r => r!["matter"]!.ToString() == story.Matter);
        Assert.NotEmpty(declined["declined"]!.AsArray());
        Assert.DoesNotContain(story.Matter, SupportStory.Plain(declined), StringComparison.Ordinal);
        using var desk = await app.SignInAsync(TestTown.Desk);
        Assert.Contains("座長の引受けの辞退", (await desk.OpenAsync("/")).Text, StringComparison.Ordinal);
        await desk.OpenAsync("/conferences/support");
        Assert.Contains("担当の課が違う", desk.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await story.TryAsync(TestTown.Secretary, "chair/choice", new { chair = story.AccountOf(TestTown.Chair).ToString() }));
        await story.DoneAsync(TestTown.Desk, "chair/choice", new { chair = story.AccountOf(TestTown.Chair).ToString() });
        Assert.DoesNotContain("座長の引受けの辞退", (await desk.OpenAsync("/")).Text, StringComparison.Ordinal);
        await story.DoneAsync(TestTown.Chair, "chair", new { dutyConfirmed = true });
        Assert.Equal(HttpStatusCode.OK, await story.StatusAsync(TestTown.Chair));
    }

    [Fact]
    public async Task A_proposal_taken_back_in_time_ends_and_the_named_chair_is_told()
    {
        using var story = await SupportStory.ProposedAsync(app);
        await story.DoneAsync(TestTown.Desk, "withdrawal", new { reason = "本人が同意した" });
        using var chair = await app.SignInAsync(TestTown.Chair);
        Assert.Contains("提案者からの取下げの申出", (await chair.OpenAsync("/")).Text, StringComparison.Ordinal);
        var row = (await (await story.AsAsync(TestTown.Chair)).GetAsync("/api/v1/support-conferences"))!["toChair"]!.AsArray().Single(r => r!["matter"]!.ToString() == story.Matter);
        Assert.Equal("本人が同意した", row!["withdrawnBecause"]!.ToString());
        Assert.Equal(HttpStatusCode.Conflict, await story.TryAsync(TestTown.Chair, "chair", new { dutyConfirmed = true }));
        await story.DoneAsync(TestTown.Chair, "notices/seen", new { notice = row["withdrawn"]!.ToString() });
        Assert.DoesNotContain(story.Matter, SupportStory.Plain(await (await story.AsAsync(TestTown.Chair)).GetAsync("/api/v1/support-conferences")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await story.TryAsync(TestTown.Chair, "chair", new { dutyConfirmed = true }));
    }

    [Fact]
    public async Task A_proposal_taken_back_too_late_is_answered_alike_and_the_chair_hears_of_it()
    {
        using var story = await SupportStory.HeldAsync(app);
        await story.DoneAsync(TestTown.Desk, "withdrawal", new { reason = "本人が同意した" });
        var mine = (await (await story.AsAsync(TestTown.Desk)).GetAsync("/api/v1/support-conferences"))!["proposed"]!.AsArray().Single(p => p!["matter"]!.ToString() == story.Matter);
        Assert.NotNull(mine!["withdrawnAt"]);
        // The chair and the readers read on: what the proposer says at the door judges nobody.
        Assert.Equal(HttpStatusCode.OK, await story.StatusAsync(TestTown.OtherDesk));
        var notice = Assert.Single((await story.SeeAsync(TestTown.Chair))!["notices"]!.AsArray());
        Assert.Empty((await story.SeeAsync(TestTown.OtherDesk))!["notices"]!.AsArray());
        await story.DoneAsync(TestTown.Chair, "notices/seen", new { notice = notice!["id"]!.ToString() });
        Assert.False((await story.SeeAsync(TestTown.Chair))!["notices"]![0]!["waits"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_chair_handed_on_and_declined_comes_back_to_the_former_chair()
    {
        var next = await HireAsync();
        using var story = await SupportStory.OpenedAsync(app);
        await story.DoneAsync(TestTown.Secretary, "chair/next", new { chair = next.ToString() });
        Assert.Equal(HttpStatusCode.NotFound, await story.StatusAsync(TestTown.Chair));
        await story.DoneAsync(NextChair, "chair/declined", new { reason = "異動する" });
        Assert.Equal(HttpStatusCode.NotFound, await story.StatusAsync(NextChair));
        Assert.Equal(HttpStatusCode.OK, await story.StatusAsync(TestTown.Chair));
        using var chair = await app.SignInAsync(TestTown.Chair);
        Assert.Contains("座長の引受けの辞退", (await chair.OpenAsync("/")).Text, StringComparison.Ordinal);
        await chair.OpenAsync($"/conferences/support/{story.Matter}");
        Assert.Contains("異動する", chair.Text, StringComparison.Ordinal);
        await chair.SubmitAsync(chair.FormWithButton("確認した"));
        Assert.DoesNotContain("座長の引受けの辞退", (await chair.OpenAsync("/")).Text, StringComparison.Ordinal);
        var mine = SupportStory.Plain(await (await story.AsAsync(TestTown.Desk)).GetAsync("/api/v1/support-conferences"));
        Assert.DoesNotContain("異動する", mine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chair_handed_on_and_declined_comes_back_in_full_to_a_chair_who_had_proposed_the_matter()
    {
        var next = await HireAsync();
        using var story = await SupportStory.OpenedAsync(app, proposer: TestTown.Chair);
        await story.DoneAsync(TestTown.Chair, "chair/next", new { chair = next.ToString() });
        await story.DoneAsync(NextChair, "chair/declined", new { reason = "異動する" });
        Assert.Equal(HttpStatusCode.OK, await story.StatusAsync(TestTown.Chair));
        await story.DoneAsync(TestTown.Chair, "chair/next", new { chair = next.ToString() });
    }

    [Fact]
    public async Task A_report_made_out_of_the_matter_is_listed_in_it_and_opens_to_nobody_more()
    {
        using var story = await SupportStory.HeldAsync(app);
        var reader = await story.AsAsync(TestTown.OtherDesk);
        object Card() => new { kind = "child", about = "三階の子ども", facts = SupportStory.Canary + "泣き声", recipient = "児童相談所", matter = story.Matter };
        var made = await reader.PostAsync("/api/v1/urgent-reports", Card());
        Assert.Equal(HttpStatusCode.Created, reader.Status);
        var report = made!["id"]!.ToString();
        foreach (var (login, opens) in new[] { (TestTown.Secretary, false), (TestTown.OtherDesk, true) })
        {
            var seen = await story.SeeAsync(login);
            var row = Assert.Single(seen!["reports"]!.AsArray());
            Assert.Equal((report, "child", "児童相談所", "reported", opens), (row!["id"]!.ToString(), row["kind"]!.ToString(), row["recipient"]!.ToString(), row["state"]!.ToString(), row["opens"]!.GetValue<bool>()));
            Assert.DoesNotContain("泣き声", SupportStory.Plain(row), StringComparison.Ordinal);
        }
        Assert.Empty((await story.SeeAsync(TestTown.Desk2))!["reports"]!.AsArray());
        var secretary = await story.AsAsync(TestTown.Secretary);
        await secretary.GetAsync($"/api/v1/urgent-reports/{report}");
        Assert.Equal(HttpStatusCode.NotFound, secretary.Status);
        Assert.DoesNotContain(story.Matter, SupportStory.Plain(await reader.GetAsync($"/api/v1/urgent-reports/{report}")), StringComparison.Ordinal);
        using var page = await app.SignInAsync(TestTown.Secretary);
        await page.OpenAsync($"/conferences/support/{story.Matter}/ways-out");
        Assert.Contains("この案件から行った通告・通報", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Page.Links, a => a.GetAttribute("href") == $"/urgent-reports/{report}");
        // The proposer stands at the door and reports nothing out of it.
        var proposer = await story.AsAsync(TestTown.Desk);
        await proposer.PostAsync("/api/v1/urgent-reports", Card());
        Assert.Equal(HttpStatusCode.NotFound, proposer.Status);
    }

    [Fact]
    public async Task A_gap_tells_no_name_of_the_case_nor_of_the_household_whoever_may_see_them()
    {
        var about = await app.OpenCaseAsync(name: "架沢 梅乃");
        using (var desk = await TestApi.AsAsync(app, TestTown.Desk))
        {
            var person = (await app.ReadCaseAsync(about)).Persons[0].PersonId;
            await desk.PostAsync("/api/v1/households", new { person = person.ToString() });
            Assert.Equal(HttpStatusCode.Created, desk.Status);
            await using var db = app.Database.OpenAsOwner();
            var household = await db.Households.IgnoreQueryFilters().SingleAsync(h => h.ReferencePersonId == person, TestContext.Current.CancellationToken);
            await desk.PostAsync($"/api/v1/households/{household.Id}/members", new { name = "架沢 竹蔵", relation = "夫", living = "together" });
            Assert.Equal(HttpStatusCode.OK, desk.Status);
        }
        using var story = await SupportStory.HeldAsync(app, about.ToString());
        foreach (var text in (string[])["梅乃さんの通う場所がない", "竹蔵さんの通う場所がない"])
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await story.TryAsync(TestTown.Secretary, "ways-out/gap", new { item = story.Item, text, basis = "資源不足", reason = "地域づくり" }));
            Assert.Equal("KnownNameInText", story.Code);
        }
        await story.MadeAsync(TestTown.Secretary, "ways-out/gap", new { item = story.Item, text = "高齢の方の通う場所がない", basis = "資源不足", reason = "地域づくり" });
    }

    private async Task<Id<Account>> HireAsync()
    {
        await using var db = app.Database.OpenAsOwner();
        if (await db.Accounts.SingleOrDefaultAsync(a => a.Login == NextChair) is { } hired) return hired.Id;
        var now = new DateTimeOffset(2026, 4, 2, 0, 0, 0, TimeSpan.Zero);
        var ids = IdSource.Seeded(new FixedClock(now), new Random(5));
        var account = new Account(ids.Next<Account>(), NextChair, "架空 後任")
        {
            PasswordHash = new PasswordHasher<Account>().HashPassword(null!, TestTown.Password),
            SecurityStamp = NextChair,
        };
        account.Join(ids.Next<Membership>(), TestOrganisations.Id(TestOrganisations.Hub), Role.ConferenceChair, new DateOnly(2024, 4, 1));
        db.Accounts.Add(account);
        await db.SaveAsync(new WorkContext(new(account.Id, default, now), Permission.ManageAccounts), CancellationToken.None);
        return account.Id;
    }
}
