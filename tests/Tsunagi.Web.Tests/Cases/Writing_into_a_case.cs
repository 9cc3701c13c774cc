using System.Net;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Cases;

public sealed class Writing_into_a_case(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Pages = ["", "/people", "/assessment", "/assessment/edit", "/team", "/tasks", "/edit", "/course", "/history", "/handover"];

    [Fact]
    public async Task The_desk_sees_every_page_of_its_case_and_a_stranger_none()
    {
        var id = await app.OpenCaseAsync();
        using var desk = await app.SignInAsync(TestTown.Desk);
        using var stranger = await app.SignInAsync(TestTown.OtherDesk);
        var absent = IdSource.Named<Case>("nobody's");
        foreach (var page in Pages)
        {
            await desk.OpenAsync($"/cases/{id}{page}");
            Assert.True(desk.Status == HttpStatusCode.OK, $"{page}: {desk.Status}");
            Assert.Contains("担当業務", desk.Text, StringComparison.Ordinal);
            await stranger.OpenAsync($"/cases/{id}{page}");
            var denied = (stranger.Status, stranger.Text);
            await stranger.OpenAsync($"/cases/{absent}{page}");
            Assert.Equal(HttpStatusCode.NotFound, denied.Status);
            Assert.Equal((stranger.Status, stranger.Text), denied);
        }
        await desk.OpenAsync("/cases");
        Assert.Contains("架空 花子", desk.Text, StringComparison.Ordinal);
        await stranger.OpenAsync("/cases");
        Assert.DoesNotContain("架空 花子", stranger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_is_added_who_was_found_by_name_or_is_new()
    {
        var (id, other) = (await app.OpenCaseAsync(name: "架空 世帯主"), await app.OpenCaseAsync(name: "架空 同居人"));
        var known = (await app.ReadCaseAsync(other)).Persons.Single().PersonId;
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/cases/{id}/people");
        await desk.SubmitAsync(desk.Form("Input.Name"), "同じ人の記録をさがす", ("Input.Name", "同居人"), ("Input.Kana", "どうきょにん"));
        Assert.Equal("どうきょにん", desk.Page.QuerySelector("[name='Input.Kana']")!.GetAttribute("value"));
        await desk.SubmitAsync(desk.Form("Input.Name"), "加える", ("Input.PersonId", known.ToString()), ("Input.Role", nameof(CasePersonRole.HouseholdMember)));
        Assert.Contains("対象者に加えました", desk.Text, StringComparison.Ordinal);
        Assert.Equal([known], (await app.ReadCaseAsync(id)).CurrentPersons.Skip(1).Select(p => p.PersonId));

        await desk.SubmitAsync(desk.Form("Input.Name"), "加える", ("Input.Role", nameof(CasePersonRole.HouseholdMember)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.SubmitAsync(desk.Form("Input.Name"), "加える", ("Input.Name", "架空 新顔"), ("Input.Birth", "70代"), ("Input.Role", nameof(CasePersonRole.HouseholdMember)));
        Assert.Contains("架空 新顔", desk.Text, StringComparison.Ordinal);
        Assert.Equal(3, (await app.ReadCaseAsync(id)).CurrentPersons.Count());

        // Whom the actor may not know of cannot be brought in by guessing an id.
        var strangers = await app.OpenCaseAsync(TestTown.OtherDesk, "架空 他所");
        var unseen = (await app.ReadCaseAsync(strangers)).Persons.Single().PersonId;
        await desk.SubmitAsync(desk.Form("Input.Name"), "加える", ("Input.PersonId", unseen.ToString()), ("Input.Role", nameof(CasePersonRole.HouseholdMember)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.DoesNotContain("他所", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_keeps_fact_and_judgement_apart_and_is_corrected_beside_the_first_words()
    {
        var id = await app.OpenCaseAsync();
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/cases/{id}");
        await desk.SubmitAsync(desk.Form("Input.Fact"), ("Input.Fact", "電気が止まっている"), ("Input.Judgement", "家計の支援が要る"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Contains("電気が止まっている", desk.Page.QuerySelector("[name='Input.Fact']")!.TextContent, StringComparison.Ordinal);

        await desk.SubmitAsync(desk.Form("Input.Fact"), ("Input.Channel", "visit"), ("Input.MinutesSpent", "40"), ("Input.IsContact", "true"), ("Input.NextStep", "電力会社に電話する"));
        Assert.Contains("経過を記録しました", desk.Text, StringComparison.Ordinal);
        Assert.Contains("電気が止まっている", desk.Page.QuerySelector(".ds-fact")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("家計の支援が要る", desk.Page.QuerySelector(".ds-judgement")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("訪問・面接で見たこと", desk.Text, StringComparison.Ordinal);

        await desk.OpenAsync(desk.Page.QuerySelector(".ds-timeline-title a")!.GetAttribute("href")!);
        await desk.SubmitAsync(desk.Form("Input.Text"), ("Input.Text", "ガスが止まっている"), ("Input.Reason", "聞き違い"));
        Assert.Contains("ガスが止まっている", desk.Text, StringComparison.Ordinal);
        Assert.Equal("電気が止まっている", desk.Page.QuerySelector("del")!.TextContent);
        await desk.SubmitAsync(desk.Form("Input.RetractReason"), ("Input.RetractReason", "別の世帯の記録"));
        Assert.Contains("この記録は取り消されました", desk.Text, StringComparison.Ordinal);
        Assert.Null((await app.ReadCaseAsync(id)).LastContactOn);

        await desk.OpenAsync($"/cases/{id}/history");
        Assert.Contains("経過を訂正しました", desk.Text, StringComparison.Ordinal);
        Assert.Contains("架空 窓口一", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_individual_number_is_refused_and_what_was_typed_stays()
    {
        var id = await app.OpenCaseAsync();
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/cases/{id}");
        await desk.SubmitAsync(desk.Form("Input.Fact"), ("Input.Channel", "phone"), ("Input.Fact", "番号は123456789018です"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Contains("個人番号", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_change_the_next_action_at_once_both_see_both()
    {
        var id = await app.OpenCaseAsync();
        using var first = await app.SignInAsync(TestTown.Desk);
        using var second = await app.SignInAsync(TestTown.Desk2);
        await first.OpenAsync($"/cases/{id}/edit");
        await second.OpenAsync($"/cases/{id}/edit");
        await first.SubmitAsync(first.Form("Input.Next"), ("Input.Next", "病院に電話する"), ("Input.Due", "R20.4.1"));
        Assert.Contains("病院に電話する", first.Text, StringComparison.Ordinal);

        await second.SubmitAsync(second.Form("Input.Next"), ("Input.Next", "訪問する"), ("Input.Due", "2038-04-02"), ("Input.ContactDays", "14"));
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("病院に電話する", second.Text, StringComparison.Ordinal);
        Assert.Equal("訪問する", second.Page.QuerySelector("[name='Input.Next']")!.GetAttribute("value"));

        await second.SubmitAsync(second.Form("Input.Next"));
        Assert.Equal(HttpStatusCode.OK, second.Status);
        var saved = await app.ReadCaseAsync(id);
        Assert.Equal(("訪問する", 14), (saved.NextAction!.Text, saved.AgreedContactDays));
    }

    [Fact]
    public async Task Two_who_assess_at_once_lose_nothing()
    {
        var id = await app.OpenCaseAsync();
        using var first = await app.SignInAsync(TestTown.Desk);
        using var second = await app.SignInAsync(TestTown.Desk2);
        await first.OpenAsync($"/cases/{id}/assessment/edit");
        await first.SubmitAsync(first.Form("Input.BasedOn"), ("Input.Answers[family]", "母と息子"), ("Input.Answers[strengths]", "料理が得意"));
        Assert.Contains("第1版", first.Text, StringComparison.Ordinal);
        Assert.Contains("未記入", first.Text, StringComparison.Ordinal);

        await first.OpenAsync($"/cases/{id}/assessment/edit");
        await second.OpenAsync($"/cases/{id}/assessment/edit");
        await first.SubmitAsync(first.Form("Input.BasedOn"), ("Input.Answers[family]", "母と息子と祖母"), ("Input.Answers[income]", "年金のみ"));
        await second.SubmitAsync(second.Form("Input.BasedOn"), ("Input.Answers[family]", "母と息子（別居）"), ("Input.Answers[wishes]", "働きたい"));
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("母と息子と祖母", second.Text, StringComparison.Ordinal);
        Assert.Contains("母と息子（別居）", second.Text, StringComparison.Ordinal);
        Assert.Equal("年金のみ", second.Page.QuerySelector("[name='Input.Answers[income]']")!.TextContent.Trim());

        await second.SubmitAsync(second.Form("Input.BasedOn"));
        await second.OpenAsync($"/cases/{id}/assessment/diff?from=2&to=3");
        Assert.Contains("母と息子（別居）", second.Text, StringComparison.Ordinal);
        Assert.Contains("働きたい", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("年金のみ", second.Text, StringComparison.Ordinal);
        await second.OpenAsync($"/cases/{id}/assessment/versions/1");
        Assert.Contains("料理が得意", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_waits_for_the_task_and_a_new_case_continues_the_old_one()
    {
        var id = await app.OpenCaseAsync();
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/cases/{id}/tasks");
        await desk.SubmitAsync(desk.Form("Input.What"), ("Input.What", "家賃を確かめる"), ("Input.Due", "R20.1.5"), ("Input.Account", (await app.AccountAsync(TestTown.Desk2)).ToString()));
        Assert.Contains("タスクを依頼しました", desk.Text, StringComparison.Ordinal);

        await desk.OpenAsync($"/cases/{id}/course");
        await desk.SubmitAsync(desk.Form("Input.Outcome"), ("Input.Outcome", "solved"), ("Input.Words", "就労した"));
        Assert.Contains("回答のないタスク", desk.Text, StringComparison.Ordinal);
        Assert.Contains("回答のないタスク", desk.Page.QuerySelector($"main a[href='/cases/{id}/tasks']")!.TextContent, StringComparison.Ordinal);

        await desk.OpenAsync($"/cases/{id}/tasks");
        await desk.SubmitAsync(desk.FormWithButton("済み"), "済み", ("Input.Words", "滞納なし"));
        await desk.OpenAsync($"/cases/{id}/course");
        await desk.SubmitAsync(desk.Form("Input.Outcome"), ("Input.Outcome", "solved"), ("Input.Words", "就労した"), ("Input.FollowUpOn", "R20.6.1"));
        Assert.Contains("終結しました", desk.Text, StringComparison.Ordinal);
        Assert.Equal(CaseState.Closed, (await app.ReadCaseAsync(id)).State);

        await desk.SubmitAsync(desk.FormWithButton("フォローアップを記録する"), ("Input.Result", "続いている"));
        await desk.SubmitAsync(desk.FormWithButton("新しいケースを開く"));
        Assert.Contains("新しいケースを開きました", desk.Text, StringComparison.Ordinal);
        Assert.True(Id<Case>.TryParse(desk.Url.Segments[^1], null, out var nextId));
        var next = await app.ReadCaseAsync(nextId);
        Assert.Equal(id, next.Links.Single().OtherId);
        Assert.Single(next.CurrentPersons);
    }

    [Fact]
    public async Task A_pause_is_no_end()
    {
        var id = await app.OpenCaseAsync();
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/cases/{id}/course");
        await desk.SubmitAsync(desk.Form("Input.ContactPlan"), ("Input.Reason", "hospital"), ("Input.ContactPlan", "病棟に月一回電話"), ("Input.ReviewOn", "R20.3.1"));
        Assert.Contains("一時休止", desk.Text, StringComparison.Ordinal);
        await desk.SubmitAsync(desk.Form("Input.ResumeReason"), ("Input.ResumeReason", "退院した"));
        Assert.Contains("支援を再開しました", desk.Text, StringComparison.Ordinal);
        Assert.Equal("退院した", (await app.ReadCaseAsync(id)).Suspensions.Single().EndReason);
    }

    [Fact]
    public async Task A_record_is_opened_to_a_team_member_only_on_a_legal_basis_and_closes_when_it_leaves()
    {
        var id = await app.OpenCaseAsync();
        var other = TestOrganisations.Id(TestOrganisations.OtherDesk).ToString();
        using var desk = await app.SignInAsync(TestTown.Desk);
        using var partner = await app.SignInAsync(TestTown.OtherDesk);
        await desk.OpenAsync($"/cases/{id}/team");
        await desk.SubmitAsync(desk.Form("Input.Role"), ("Input.Role", "見守り"), ("Input.Organisation", other), ("Input.Opens", "Read"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await partner.OpenAsync($"/cases/{id}");
        Assert.Equal(HttpStatusCode.NotFound, partner.Status);

        await desk.SubmitAsync(desk.Form("Input.Role"), ("Input.LegalBasis", "within-purpose"), ("Input.Reason", "見守りを分担するため"), ("Input.Opens", "Read"));
        Assert.Contains("支援チームに加えました", desk.Text, StringComparison.Ordinal);
        await partner.OpenAsync($"/cases/{id}");
        Assert.Equal(HttpStatusCode.OK, partner.Status);
        Assert.Empty(partner.Page.QuerySelectorAll("[name='Input.Fact']"));
        await partner.OpenAsync($"/cases/{id}/edit");
        Assert.Equal(HttpStatusCode.Forbidden, partner.Status);

        var leaving = desk.FormWithButton("外す");
        Assert.Contains("外すと、この時から記録を見られません。", leaving.Closest("details")!.TextContent, StringComparison.Ordinal);
        await desk.SubmitAsync(leaving);
        await partner.OpenAsync($"/cases/{id}");
        Assert.Equal(HttpStatusCode.NotFound, partner.Status);
    }
}
