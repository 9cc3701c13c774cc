using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Cases;

public sealed class Handing_over_a_case(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string Receiver = TestOrganisations.Id(TestOrganisations.OtherDesk).ToString();

    [Fact]
    public async Task Nothing_changes_before_the_receiver_accepts_and_then_everything_does()
    {
        var id = await app.OpenCaseAsync(name: "架空 引継");
        using var sender = await app.SignInAsync(TestTown.Desk);
        using var receiver = await app.SignInAsync(TestTown.OtherDesk);
        using var stranger = await app.SignInAsync(TestTown.Hub);
        await sender.OpenAsync($"/cases/{id}/handover");
        await sender.SubmitAsync(sender.Form("Input.To"), ("Input.To", Receiver), ("Input.Reason", "moved"), ("Input.Points", "鍵は隣家が預かる"), ("Input.LegalBasis", "within-purpose"));
        Assert.Contains("引継ぎを申し出ました", sender.Text, StringComparison.Ordinal);
        var handover = sender.Url.AbsolutePath;

        await stranger.OpenAsync(handover);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await receiver.OpenAsync("/handovers");
        Assert.Contains("太子堂", receiver.Text, StringComparison.Ordinal);
        await receiver.OpenAsync(handover);
        Assert.Contains("鍵は隣家が預かる", receiver.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("架空 引継", receiver.Text, StringComparison.Ordinal);
        await receiver.OpenAsync($"/cases/{id}");
        Assert.Equal(HttpStatusCode.NotFound, receiver.Status);
        await sender.OpenAsync($"/cases/{id}/course");
        Assert.Contains("返事を待っている「引継ぎ」", sender.Text, StringComparison.Ordinal);

        await receiver.OpenAsync(handover);
        await receiver.SubmitAsync(receiver.FormWithButton("引き受ける"), ("Input.Worker", (await app.AccountAsync(TestTown.OtherDesk)).ToString()));
        Assert.Contains("引き受けました", receiver.Text, StringComparison.Ordinal);
        await receiver.OpenAsync($"/cases/{id}");
        Assert.Contains("架空 引継", receiver.Text, StringComparison.Ordinal);
        Assert.Contains("架空 別窓口", receiver.Text, StringComparison.Ordinal);
        await sender.OpenAsync($"/cases/{id}");
        Assert.Equal(HttpStatusCode.NotFound, sender.Status);
        await sender.OpenAsync(handover);
        Assert.Contains("引き受け済み", sender.Text, StringComparison.Ordinal);

        var moved = await app.ReadCaseAsync(id);
        Assert.Equal(2, moved.Periods.Count);
        Assert.Equal(moved.Periods[0].Until, moved.Periods[1].From);
    }

    [Fact]
    public async Task What_is_missing_is_said_all_at_once_each_beside_its_field()
    {
        var id = await app.OpenCaseAsync();
        using var sender = await app.SignInAsync(TestTown.Desk);
        await sender.OpenAsync($"/cases/{id}/handover");
        await sender.SubmitAsync(sender.Form("Input.To"), ("Input.IntroductionOn", "いつか"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sender.Status);
        foreach (var field in (string[])["To", "Reason", "Points", "IntroductionOn", "LegalBasis"])
            Assert.True(sender.Page.QuerySelector($"[name='Input.{field}']")!.GetAttribute("aria-invalid") == "true", $"{field}: {sender.Text}");
        Assert.Equal("いつか", sender.Page.QuerySelector("[name='Input.IntroductionOn']")!.GetAttribute("value"));

        await sender.SubmitAsync(sender.Form("Input.To"), ("Input.To", Receiver), ("Input.Reason", "moved"), ("Input.Points", "要点"), ("Input.LegalBasis", "within-purpose"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sender.Status);
        Assert.Null(sender.Page.QuerySelector("[name='Input.To'][aria-invalid='true']"));
        Assert.NotNull(sender.Page.QuerySelector("[name='Input.IntroductionOn'][aria-invalid='true']"));
    }

    [Fact]
    public async Task On_paper_it_names_nobody_before_it_is_accepted_and_has_room_for_both_sides_seals()
    {
        var id = await app.OpenCaseAsync(name: "架空 紙渡");
        using var sender = await app.SignInAsync(TestTown.Desk);
        using var receiver = await app.SignInAsync(TestTown.OtherDesk);
        using var stranger = await app.SignInAsync(TestTown.Hub);
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var made = await api.PostAsync($"/api/v1/cases/{id}/handovers", new { to = Receiver, reason = "moved", points = "鍵は隣家が預かる", legalBasis = "within-purpose" });
        var handover = $"/handovers/{made!["id"]}";
        await sender.OpenAsync(handover);
        Assert.Contains(sender.Page.Links, a => a.GetAttribute("href") == $"{handover}/print");
        await sender.OpenAsync($"{handover}/print");
        Assert.All((string[])["支援ケース引継書", "鍵は隣家が預かる", "ケース 令和", "引き継いだ人", "引き受けた人", "出力者："], w => Assert.Contains(w, sender.Text, StringComparison.Ordinal));
        await receiver.OpenAsync($"{handover}/print");
        Assert.Contains("鍵は隣家が預かる", receiver.Text, StringComparison.Ordinal);
        Assert.All((TestBrowser[])[sender, receiver], b => Assert.DoesNotContain("架空 紙渡", b.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("ケース 令和", receiver.Text, StringComparison.Ordinal);
        await stranger.OpenAsync($"{handover}/print");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);

        await receiver.OpenAsync(handover);
        await receiver.SubmitAsync(receiver.FormWithButton("引き受ける"));
        await receiver.OpenAsync($"{handover}/print");
        Assert.Contains("架空 紙渡", receiver.Text, StringComparison.Ordinal);
        await sender.OpenAsync($"{handover}/print");
        Assert.All((string[])["架空 紙渡", "ケース 令和"], w => Assert.DoesNotContain(w, sender.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_hangs_on_the_case_is_told_before_it_is_offered()
    {
        var id = await app.OpenCaseAsync();
        using var sender = await app.SignInAsync(TestTown.Desk);
        await sender.OpenAsync($"/cases/{id}/handover");
        Assert.DoesNotContain("引き継ぐ前に確かめること", sender.Text, StringComparison.Ordinal);
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        await api.PostAsync($"/api/v1/cases/{id}/tasks", new { what = "鍵を返す", due = "2099-01-05", account = (await app.AccountAsync(TestTown.Desk)).ToString() });
        await Handoffs.HandoffStory.SendAsync(api, Handoffs.HandoffStory.ToDesk(id, TestOrganisations.OtherDesk));
        await sender.OpenAsync($"/cases/{id}/handover");
        Assert.Contains("引き継ぐ前に確かめること", sender.Text, StringComparison.Ordinal);
        Assert.Equal("返事を待っているつなぎ 1件", sender.Page.QuerySelector($".ds-card a[href='/cases/{id}/handoffs']")!.TextContent);
        Assert.Equal("答えのないタスク 1件", sender.Page.QuerySelector($".ds-card a[href='/cases/{id}/tasks']")!.TextContent);
        Assert.DoesNotContain("終わっていない支援プラン", sender.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_can_answer_is_offered_and_may_be_offered_a_case()
    {
        var id = await app.OpenCaseAsync();
        var callCentre = TestOrganisations.Id("head.call-center").ToString();
        using var page = await app.SignInAsync(TestTown.Desk);
        await page.OpenAsync($"/cases/{id}/handover");
        var offered = page.Page.QuerySelectorAll("[name='Input.To'] option, [name='Input.To']").Select(o => o.GetAttribute("value")).ToList();
        Assert.Contains(Receiver, offered);
        Assert.DoesNotContain(callCentre, offered);
        using var sender = await TestApi.AsAsync(app, TestTown.Desk);
        var refused = await sender.PostAsync($"/api/v1/cases/{id}/handovers", new { to = callCentre, reason = "moved", points = "要点", legalBasis = "within-purpose" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "to"), (sender.Status, Assert.Single(refused!["refusals"]!.AsArray())!["field"]!.ToString()));
    }

    [Fact]
    public async Task The_same_through_the_API_and_only_the_right_side_answers()
    {
        var id = await app.OpenCaseAsync();
        using var sender = await TestApi.AsAsync(app, TestTown.Desk);
        using var receiver = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var offer = new { to = Receiver, reason = "expertise", points = "要点", legalBasis = "within-purpose" };
        var refused = await sender.PostAsync($"/api/v1/cases/{id}/handovers", new { to = TestOrganisations.Id(TestOrganisations.Desk).ToString(), reason = "whim", points = "", legalBasis = "within-purpose" });
        Assert.Equal(["HandoverToSelf", "UnknownCode", "Required"], refused!["refusals"]!.AsArray().Select(r => r!["code"]!.ToString()));
        var made = await sender.PostAsync($"/api/v1/cases/{id}/handovers", offer);
        Assert.Equal(HttpStatusCode.Created, sender.Status);
        await sender.PostAsync($"/api/v1/cases/{id}/handovers", offer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sender.Status);

        var path = $"/api/v1/handovers/{made!["id"]}";
        await sender.PostAsync($"{path}/accept", new { });
        Assert.Equal(HttpStatusCode.Forbidden, sender.Status);
        await receiver.PostAsync($"{path}/withdraw", new { words = "やめる" });
        Assert.Equal(HttpStatusCode.Forbidden, receiver.Status);
        Assert.Null((await receiver.GetAsync(path))!["case"]);
        await receiver.PostAsync($"{path}/decline", new { words = "担当地域の外" });
        Assert.Equal(HttpStatusCode.NoContent, receiver.Status);
        Assert.Equal("declined", (await sender.GetAsync(path))!["state"]!.ToString());
        Assert.Single((await app.ReadCaseAsync(id)).Periods);
    }

    [Fact]
    public async Task Accepting_twice_at_once_moves_the_case_once()
    {
        for (var round = 0; round < 5; round++)
        {
            var id = await app.OpenCaseAsync();
            using var sender = await TestApi.AsAsync(app, TestTown.Desk);
            var made = await sender.PostAsync($"/api/v1/cases/{id}/handovers", new { to = Receiver, reason = "moved", points = "要点", legalBasis = "within-purpose" });
            var path = $"/api/v1/handovers/{made!["id"]}";
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
            {
                using var actor = await TestApi.AsAsync(app, i % 3 == 2 ? TestTown.Desk : TestTown.OtherDesk);
                await actor.PostAsync(i % 3 == 2 ? $"{path}/withdraw" : $"{path}/accept", new { words = "答え" });
                return actor.Status;
            }));
            Assert.Single(answers, s => s == HttpStatusCode.NoContent);
            Assert.DoesNotContain(HttpStatusCode.InternalServerError, answers);
            var after = await app.ReadCaseAsync(id);
            Assert.Equal(after.Periods.Count - 1, after.OrganisationId.ToString() == Receiver ? 1 : 0);
            Assert.Single(after.Periods, p => p.Until == DateTimeOffset.MaxValue);
            // Those who lost the race leave no word of an acceptance that never was.
            await using var db = app.Database.OpenAsOwner();
            var told = await db.AuditEntries.Where(e => e.Kind == "CaseHandedOver" && e.RootId == id.Value).CountAsync();
            Assert.Equal(after.Periods.Count - 1, told);
        }
    }

    [Fact]
    public async Task The_database_itself_refuses_a_gap_and_a_second_open_handover()
    {
        var id = await app.OpenCaseAsync();
        await using var db = app.Database.OpenAsOwner();
        var gap = await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlAsync(
            $"update responsibility_period set ends_at = now() where case_id = {id.Value}"));
        Assert.IsType<PostgresException>(gap.InnerException ?? gap, exactMatch: false);
        var second = await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlAsync($"""
            insert into handover (id, case_id, state, from_organisation_id, to_organisation_id, reason, points, person_told, offered_by, offered_at, version)
            select gen_random_uuid(), {id.Value}, 'Offered', organisation_id, organisation_id, 'moved', 'x', false, gen_random_uuid(), now(), 1
            from support_case, generate_series(1, 2) where id = {id.Value}
            """));
        Assert.Equal("23505", ((PostgresException)(second.InnerException ?? second)).SqlState);
    }

    [Fact]
    public async Task The_supervisor_moves_many_cases_on_the_first_of_April_and_the_desk_worker_may_not()
    {
        var ids = new[] { await app.OpenCaseAsync(), await app.OpenCaseAsync() };
        var colleague = (await app.AccountAsync(TestTown.Desk2)).ToString();
        using var worker = await app.SignInAsync(TestTown.Desk);
        await worker.OpenAsync("/assignments");
        Assert.Equal(HttpStatusCode.Forbidden, worker.Status);

        using var chief = await app.SignInAsync(TestTown.DeskChief);
        await chief.OpenAsync("/assignments");
        await chief.SubmitAsync(chief.Form("Input.Worker"), ("Input.Cases", ids[0].ToString()), ("Input.Cases", ids[1].ToString()), ("Input.Worker", colleague), ("Input.From", "令和20年4月1日"));
        Assert.Contains("2件の担当者を決めました", chief.Text, StringComparison.Ordinal);
        foreach (var id in ids)
        {
            var planned = await app.ReadCaseAsync(id);
            Assert.Equal(colleague, planned.WorkerAt(JapanTime.StartOf(new(2038, 4, 1))).ToString());
            Assert.Equal((await app.AccountAsync(TestTown.Desk)), planned.WorkerAt(JapanTime.StartOf(new(2038, 4, 1)).AddSeconds(-1)));
        }

        await chief.OpenAsync($"/cases/{ids[0]}/team");
        await chief.SubmitAsync(chief.Form("Input.Deputy"), ("Input.Deputy", colleague), ("Input.Until", "R20.3.1"));
        Assert.Contains("代理を決めました", chief.Text, StringComparison.Ordinal);
        await chief.SubmitAsync(chief.FormWithButton("担当者を替える"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chief.Status);
        Assert.Equal(2, (await app.ReadCaseAsync(ids[0])).Assignments.Count);
        await chief.OpenAsync($"/cases/{ids[0]}/team");
        await chief.SubmitAsync(chief.FormWithButton("予定を取り消す"));
        Assert.Single((await app.ReadCaseAsync(ids[0])).Assignments);
    }

    [Fact]
    public async Task Many_cases_go_to_nobody_only_when_that_is_chosen()
    {
        var id = await app.OpenCaseAsync();
        var before = await app.AccountAsync(TestTown.Desk);
        using var chief = await app.SignInAsync(TestTown.DeskChief);
        await chief.OpenAsync("/assignments");
        await chief.SubmitAsync(chief.Form("Input.Worker"), ("Input.Cases", id.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chief.Status);
        Assert.Contains("選んでください。", chief.Page.QuerySelector("#Input_Worker-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, (await app.ReadCaseAsync(id)).WorkerAt(Now()));

        Assert.Equal("担当者未定にする", chief.Page.QuerySelector("#Input_Worker option:last-child")!.TextContent);
        await chief.SubmitAsync(chief.Form("Input.Worker"), ("Input.Cases", id.ToString()), ("Input.Worker", "nobody"));
        Assert.Contains("1件の担当者を決めました", chief.Text, StringComparison.Ordinal);
        Assert.Null((await app.ReadCaseAsync(id)).WorkerAt(Now()));
    }

    private DateTimeOffset Now() => app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
}
