using System.Net;
using Tsunagi.Domain.Conferences;
using Tsunagi.Web.Tests.Cases;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Conferences;

public sealed class Support_conference_on_screen(TestApp app) : IClassFixture<TestApp>
{
    private const string SealedWords = "支援会議の情報です。会議外へ伝えないでください（法106条の6第5項）。";

    [Fact]
    public async Task From_the_proposal_to_fixed_minutes_by_the_forms_on_the_pages()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync("/conferences/support/propose");
        await desk.SubmitAsync(desk.Form("Input.Title"), ("Input.Title", ""), ("Input.Ground", nameof(ProposalGround.EarlyPrevention)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.SubmitAsync(desk.Form("Input.Title"), ("Input.Title", "ごみのたまった家"), ("Input.GroundReason", "受診を拒む"), ("Input.Text", "見守りを相談したい"),
            ("Input.Ground", nameof(ProposalGround.EarlyPrevention)), ("Input.Chair", Option(desk, "Input.Chair", "座長")));
        Assert.Contains("提案しました", desk.Text, StringComparison.Ordinal);
        Assert.Contains("ごみのたまった家", desk.Text, StringComparison.Ordinal);

        using var chair = await app.SignInAsync(TestTown.Chair);
        await chair.OpenAsync("/conferences/support");
        Assert.DoesNotContain("ごみのたまった家", chair.Text, StringComparison.Ordinal);
        await chair.SubmitAsync(chair.FormWithButton("座長を引き受ける"));
        Assert.Contains("ごみのたまった家", chair.Text, StringComparison.Ordinal);
        Assert.Contains(SealedWords, chair.Text, StringComparison.Ordinal);
        var matter = chair.Url.AbsolutePath;

        await NameAsync(chair, matter, "生活支援課", "事務局");
        await chair.SubmitAsync(chair.FormWithButton("口頭で説明した"));
        await chair.SubmitAsync(chair.Form("Secretary.Participant"), ("Secretary.Participant", Option(chair, "Secretary.Participant", "事務局")));
        await chair.OpenAsync(matter);
        await chair.SubmitAsync(chair.FormWithButton("構成員を選ぶ"));
        await NameAsync(chair, matter, "池尻あんしんすこやかセンター", "別窓口");
        await chair.SubmitAsync(chair.FormWithButton("口頭で説明した"));
        await chair.SubmitAsync(chair.Form("Seat.Participant"), ("Seat.Participant", Option(chair, "Seat.Participant", "別窓口")), ("Seat.Part", nameof(MemberPart.Attendee)));
        await chair.SubmitAsync(chair.Form("Reader.Participant"), "閲覧者に指名する", ("Reader.Participant", Option(chair, "Reader.Participant", "別窓口")), ("Reader.Session", "1"),
            ("Reader.Scope", nameof(ReadingScope.WholeSession)));
        Assert.Contains("閲覧者に指名しました", chair.Text, StringComparison.Ordinal);
        await chair.OpenAsync(matter + "/hold");
        await chair.SubmitAsync(chair.Form("NewItem.Title"), ("NewItem.Title", "家の中の安全"));
        await chair.OpenAsync(matter);
        await chair.SubmitAsync(chair.Form("Convene.Place"), ("Convene.Place", "第一会議室"), ("Convene.Date", "2099-01-05"), ("Convene.Time", "14:00"));
        Assert.Contains("招集しました", chair.Text, StringComparison.Ordinal);
        Assert.Contains("R81.1.5 14:00", chair.Text, StringComparison.Ordinal);

        using var secretary = await app.SignInAsync(TestTown.Secretary);
        await secretary.OpenAsync(matter + "/requests");
        await secretary.SubmitAsync(secretary.Form("Ask.What"), ("Ask.What", "知っていることを教えてください"));
        using var member = await app.SignInAsync(TestTown.OtherDesk);
        await member.OpenAsync(matter + "/requests");
        await member.SubmitAsync(member.Form("Sheet.HouseholdPicture"), ("Sheet.HouseholdPicture", "電気が止まっている"));
        Assert.Contains("電気が止まっている", member.Text, StringComparison.Ordinal);
        await secretary.OpenAsync(matter + "/hold");
        var holding = secretary.Form("Holding.Present");
        var present = holding.QuerySelector("input[name='Holding.Present']")!.GetAttribute("value")!;
        await secretary.SubmitAsync(holding, ("Holding.Present", present));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, secretary.Status);
        Assert.Contains("予定の日より前です", secretary.Page.QuerySelector("#Holding_Early-error")!.TextContent, StringComparison.Ordinal);
        Assert.True(secretary.Page.QuerySelector($"input[name='Holding.Present'][value='{present}']")!.HasAttribute("checked"));
        await secretary.SubmitAsync(secretary.Form("Holding.Present"), ("Holding.Early", "true"));
        await secretary.SubmitAsync(secretary.Form("Give.Text"), ("Give.Text", "先週から姿を見ない"), ("Give.Request", Option(secretary, "Give.Request", "別窓口")));
        await secretary.SubmitAsync(secretary.Form("Discussion.Text"), ("Discussion.Text", "訪問して確かめる"));
        await secretary.SubmitAsync(secretary.Form("Decision.What"), ("Decision.Who", "池尻"), ("Decision.What", "あす訪問する"), ("Decision.Until", "2099-01-06"));
        await secretary.SubmitAsync(secretary.Form("Watch.Sign"), ("Watch.Who", "町会"), ("Watch.Sign", "明かりがつかない"), ("Watch.Call", "池尻"));
        Assert.Contains("先週から姿を見ない", secretary.Text, StringComparison.Ordinal);
        await secretary.SubmitAsync(secretary.FormWithButton("会議録を確定する"));
        Assert.Contains("会議録を確定しました", secretary.Text, StringComparison.Ordinal);
        await chair.OpenAsync(matter + "/minutes/1");
        await chair.SubmitAsync(chair.FormWithButton("会議録を確認する"));
        foreach (var said in new[] { "先週から姿を見ない", "訪問して確かめる", "あす訪問する", "明かりがつかない", SealedWords }) Assert.Contains(said, chair.Text, StringComparison.Ordinal);

        await secretary.OpenAsync(matter + "/copies");
        await secretary.SubmitAsync(secretary.Form("Copy.Participant"), ("Copy.Participant", Option(secretary, "Copy.Participant", "別窓口")), ("Copy.Session", "1"));
        await secretary.OpenAsync(matter + "/copies/1");
        Assert.Contains("写し 第1号", secretary.Text, StringComparison.Ordinal);
        Assert.Contains(SealedWords, secretary.Text, StringComparison.Ordinal);

        await secretary.OpenAsync(matter + "/ways-out");
        await secretary.SubmitAsync(secretary.Form("Draft.Task"), ("Draft.Receiver", Option(secretary, "Draft.Receiver", "太子堂あんしんすこやかセンター")), ("Draft.Task", "庭に明かりがつくか見てください"),
            ("Draft.Deadline", "2099-02-01"), ("Draft.Contact", "生活支援課"), ("Draft.Basis", "会議の決定"), ("Draft.Reason", "安否"));
        await chair.OpenAsync(matter + "/ways-out");
        await chair.SubmitAsync(chair.FormWithButton("承認して送る"));
        Assert.Contains("庭に明かりがつくか見てください", (await desk.OpenAsync("/")).Text, StringComparison.Ordinal);
        await desk.OpenAsync("/work-orders");
        Assert.Contains("庭に明かりがつくか見てください", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("支援会議の情報", desk.Text, StringComparison.Ordinal);
        await desk.SubmitAsync(desk.FormWithButton("不在"), "不在");
        Assert.Contains("「不在」と答えました", desk.Text, StringComparison.Ordinal);
        await chair.OpenAsync(matter + "/ways-out");
        Assert.Contains("不在", chair.Text, StringComparison.Ordinal);

        var own = await app.OpenCaseAsync(name: "架空 綴");
        await desk.OpenAsync("/work-orders");
        var order = desk.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).First(h => h?.StartsWith("/work-orders/", StringComparison.Ordinal) == true);
        await desk.OpenAsync(order);
        await desk.SubmitAsync(desk.Form("Filing.Case"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Contains("一覧から選んでください", desk.Page.QuerySelector("#Filing_Case-error")!.TextContent, StringComparison.Ordinal);
        await desk.SubmitAsync(desk.Form("Filing.Case"), ("Filing.Case", Option(desk, "Filing.Case", "架空 綴")));
        Assert.Contains("ケースに入れました", desk.Text, StringComparison.Ordinal);
        Assert.NotNull(desk.Page.QuerySelector($"a[href='/cases/{own}']"));
        await chair.OpenAsync(order);
        Assert.Equal(HttpStatusCode.OK, chair.Status);
        Assert.DoesNotContain("架空 綴", chair.Text, StringComparison.Ordinal);
        Assert.Null(chair.Page.QuerySelector("[name='Filing.Case']"));
    }

    [Fact]
    public async Task A_signature_given_later_is_written_down_with_its_day()
    {
        using var story = await SupportStory.OpenedAsync(app);
        using var chair = await app.SignInAsync(TestTown.Chair);
        await chair.OpenAsync($"/conferences/support/{story.Matter}/members");
        await chair.SubmitAsync(chair.Form("Sign.Explanation"), ("Sign.On", "2099-01-05"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chair.Status);
        Assert.Contains("今日までの日付", chair.Text, StringComparison.Ordinal);
        Assert.Equal("2099-01-05", chair.Page.QuerySelector("[name='Sign.On']")!.GetAttribute("value"));
        var open = chair.Page.Forms.Count(f => f.QuerySelector("[name='Sign.Explanation']") is not null);
        await chair.SubmitAsync(chair.Form("Sign.Explanation"), "署名を受けた", ("Sign.On", story.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("署名を受けたことを記録しました", chair.Text, StringComparison.Ordinal);
        Assert.Equal(open - 1, chair.Page.Forms.Count(f => f.QuerySelector("[name='Sign.Explanation']") is not null));
    }

    [Fact]
    public async Task A_watch_that_is_over_is_ended_by_its_button()
    {
        using var story = await SupportStory.HeldAsync(app);
        var path = $"/conferences/support/{story.Matter}/hold?item={story.Item}";
        using var member = await app.SignInAsync(TestTown.OtherDesk);
        await member.OpenAsync(path);
        Assert.Contains("近所", member.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("見守りを終える", member.Text, StringComparison.Ordinal);
        using var secretary = await app.SignInAsync(TestTown.Secretary);
        await secretary.OpenAsync(path);
        await secretary.SubmitAsync(secretary.FormWithButton("見守りを終える"));
        Assert.Contains("見守りを終えました", secretary.Text, StringComparison.Ordinal);
        Assert.Contains("（終了）", secretary.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("見守りを終える", secretary.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_shows_this_weeks_conference_to_its_readers_only()
    {
        using var story = await SupportStory.OpenedAsync(app);
        await story.NameAsync(TestTown.OtherDesk);
        await story.ExplainAsync(TestTown.OtherDesk);
        await story.SeatAsync(TestTown.OtherDesk, "attendee");
        await story.DoneAsync(TestTown.Chair, "convocation", new { date = story.Today.AddDays(2), time = "10:00", place = "三階の会議室" });
        using var member = await app.SignInAsync(TestTown.OtherDesk);
        Assert.DoesNotContain("三階の会議室", (await member.OpenAsync("/")).Text, StringComparison.Ordinal);
        await story.ReadAsync(TestTown.OtherDesk, "wholeSession");
        Assert.Contains("三階の会議室", (await member.OpenAsync("/")).Text, StringComparison.Ordinal);
        using var secretary = await app.SignInAsync(TestTown.Secretary);
        Assert.Contains("三階の会議室", (await secretary.OpenAsync("/")).Text, StringComparison.Ordinal);
        foreach (var login in new[] { TestTown.Desk, TestTown.Hub, TestTown.HubChief, TestTown.AreaManager, TestTown.Auditor })
        {
            using var other = await app.SignInAsync(login);
            Assert.DoesNotContain("三階の会議室", (await other.OpenAsync("/")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_session_whose_day_went_by_unheld_waits_for_chair_and_secretary_only()
    {
        using var story = await SupportStory.OpenedAsync(app);
        await story.NameAsync(TestTown.OtherDesk);
        await story.ExplainAsync(TestTown.OtherDesk);
        await story.SeatAsync(TestTown.OtherDesk, "attendee");
        await story.ReadAsync(TestTown.OtherDesk, "wholeSession");
        await story.DoneAsync(TestTown.Chair, "convocation", new { date = story.Today.AddDays(2), time = "10:00", place = "四階の会議室" });
        app.Wait(TimeSpan.FromDays(3));
        foreach (var login in new[] { TestTown.Chair, TestTown.Secretary })
        {
            using var office = await app.SignInAsync(login);
            var row = office.Page.QuerySelector($"li:has(a[href='/conferences/support/{story.Matter}/hold'])")!.TextContent;
            Assert.Contains("開催の記録がまだありません", row, StringComparison.Ordinal);
            Assert.Contains("四階の会議室", row, StringComparison.Ordinal);
        }
        foreach (var login in new[] { TestTown.OtherDesk, TestTown.Desk, TestTown.Hub, TestTown.HubChief, TestTown.AreaManager, TestTown.Auditor })
        {
            using var other = await app.SignInAsync(login);
            Assert.DoesNotContain("四階の会議室", other.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(story.Matter, other.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_session_is_convened_for_an_hour_that_somebody_chose()
    {
        using var story = await SupportStory.OpenedAsync(app);
        using var chair = await app.SignInAsync(TestTown.Chair);
        await chair.OpenAsync($"/conferences/support/{story.Matter}");
        await chair.SubmitAsync(chair.Form("Convene.Place"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chair.Status);
        Assert.All((string[])["Date", "Time", "Place"], f => Assert.NotNull(chair.Page.QuerySelector($"#Convene_{f}-error")));
        await chair.SubmitAsync(chair.Form("Convene.Place"), ("Convene.Place", "第一会議室"), ("Convene.Date", "2099-01-05"), ("Convene.Time", "昼ごろ"));
        Assert.Contains("時刻を読み取れません", chair.Page.QuerySelector("#Convene_Time-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null(chair.Page.QuerySelector("#Convene_Date-error"));
    }

    [Fact]
    public async Task A_refusal_says_why_and_what_was_typed_stays()
    {
        using var story = await SupportStory.OpenedAsync(app);
        using var chair = await app.SignInAsync(TestTown.Chair);
        await chair.OpenAsync($"/conferences/support/{story.Matter}");
        await chair.SubmitAsync(chair.Form("Convene.Place"), ("Convene.Place", "第一会議室"), ("Convene.Date", "2099-01-05"), ("Convene.Time", "14:00"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chair.Status);
        Assert.Contains("二つ以上の機関", chair.Text, StringComparison.Ordinal);
        Assert.Equal("第一会議室", chair.Page.QuerySelector("input[name='Convene.Place']")!.GetAttribute("value"));
    }

    private static async Task NameAsync(TestBrowser chair, string matter, string organisation, string person)
    {
        await chair.OpenAsync(matter + "/members");
        await chair.SubmitAsync(chair.Form("organisation"), ("organisation", Option(chair, "organisation", organisation)));
        await chair.SubmitAsync(chair.Form("Add.Account"), ("Add.Account", Option(chair, "Add.Account", person)));
        Assert.Contains("指名しました", chair.Text, StringComparison.Ordinal);
    }

    private static string Option(TestBrowser browser, string select, string words) =>
        browser.Page.QuerySelectorAll($"select[name='{select}'] option").First(o => o.TextContent.Contains(words, StringComparison.Ordinal)).GetAttribute("value")!;
}
