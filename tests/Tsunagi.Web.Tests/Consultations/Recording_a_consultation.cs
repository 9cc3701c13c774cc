using System.Net;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Consultations;

public sealed class Recording_a_consultation(TestApp app) : IClassFixture<TestApp>
{
    private const string New = "/consultations/new";

    /// <summary>A call received at the desk, as the page does it.</summary>
    private static async Task ReceiveAsync(TestBrowser desk, params (string Name, string Value)[] filled)
    {
        await desk.OpenAsync(New);
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "受け付ける", filled);
    }

    [Fact]
    public async Task Own_words_are_enough_and_the_caller_may_stay_nameless()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await ReceiveAsync(desk, ("Input.OwnWords", "家賃が払えない"));
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Contains("相談を受け付けました", desk.Text, StringComparison.Ordinal);
        Assert.Contains("名のらない人", desk.Text, StringComparison.Ordinal);
        Assert.Contains("対応待ち", desk.Text, StringComparison.Ordinal);
        Assert.Contains("担当業務", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_family_is_written_down_in_one_go()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await ReceiveAsync(desk,
            ("Input.VisitorName", "架山 花子"), ("Input.VisitorKana", "かやま はなこ"), ("Input.VisitorContact", "5432-2914"), ("Input.OwnWords", "長男が部屋から出てこない"),
            ("Input.Topics", "hikikomori-school"), ("Input.Topics", "income"), ("Input.WorstTopic", "hikikomori-school"), ("Input.PersonBirth", "S23.5.3"),
            ("Input.Members[0].Name", "架山 一郎"), ("Input.Members[0].Relation", "長男"), ("Input.Members[0].Birth", "50代"), ("Input.Next", "Keep"));
        Assert.Contains("この窓口で継続", desk.Text, StringComparison.Ordinal);
        Assert.Contains("支援ケースを開く", desk.Text, StringComparison.Ordinal);
        Assert.Contains("架山 一郎", desk.Text, StringComparison.Ordinal);
        await using var db = app.Database.OpenAsOwner();
        var household = await db.Households.IgnoreQueryFilters().OrderByDescending(h => h.FormedAt).FirstAsync();
        Assert.Equal(2, household.Members.Count);
        var mother = await db.Persons.IgnoreQueryFilters().SingleAsync(p => p.Id == household.ReferencePersonId);
        Assert.Equal(("カヤマ", "0354322914", "1948-05-03"), (mother.Name.FamilyKana, mother.Phones.Single().Number.Digits, mother.BirthDate!.ToString()));
    }

    [Fact]
    public async Task Everything_wrong_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await ReceiveAsync(desk, ("Input.Date", "昭和64年1月8日"), ("Input.OwnWords", ""), ("Input.Wishes", "番号は1234 5678 9018"),
            ("Input.PersonBirth", "50.3.3"), ("Input.Next", "Information"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        string[] wrong = [.. desk.Page.QuerySelectorAll("[aria-invalid=true]").Select(e => e.GetAttribute("name") ?? e.Id ?? "").Order(StringComparer.Ordinal)];
        Assert.Contains("Input.Date", wrong);
        Assert.Contains("Input.OwnWords", wrong);
        Assert.Contains("Input.Wishes", wrong);
        Assert.Contains("Input.PersonBirth", wrong);
        Assert.Contains("Input.OutcomeText", wrong);
        Assert.Equal("昭和64年1月8日", desk.Page.QuerySelector("[name='Input.Date']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_draft_is_kept_as_typed_and_gone_on_with()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync(New);
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "あとで続ける",
            ("Input.Date", "きのうの夜"), ("Input.VisitorName", "架川"), ("Input.Members[3].Name", "四人目"), ("Input.Topics", "care"), ("Input.Topics", "debt"));
        Assert.Contains("書きかけ", desk.Text, StringComparison.Ordinal);
        var href = desk.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).First(h => h?.Contains("draft=", StringComparison.Ordinal) == true);
        await desk.OpenAsync(href!);
        Assert.Equal("きのうの夜", desk.Page.QuerySelector("[name='Input.Date']")!.GetAttribute("value"));
        Assert.Equal("四人目", desk.Page.QuerySelector("[name='Input.Members[3].Name']")!.GetAttribute("value"));
        Assert.Equal(2, desk.Page.QuerySelectorAll("[name='Input.Topics'][checked]").Length);
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "受け付ける", ("Input.Date", "R8.4.1"), ("Input.OwnWords", "介護の費用のこと"), ("Input.Members[3].Name", ""));
        Assert.Contains("相談を受け付けました", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_saves_itself_under_its_own_id_and_says_when()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync(New);
        var fields = TestBrowser.Values(desk.Form("Input.OwnWords"), null, ("Input.OwnWords", "途中まで 1234 5678 9018")).Where(f => f.Key != "_once").ToList();
        var id = fields.Single(f => f.Key == "Input.Id").Value;
        for (var i = 0; i < 3; i++)
        {
            await desk.PostAsync(New + "?handler=Draft", fields);
            Assert.Equal(HttpStatusCode.OK, desk.Status);
            Assert.Contains("savedAt", desk.Text, StringComparison.Ordinal);
        }
        await desk.OpenAsync(New + "?draft=" + id);
        Assert.Contains("途中まで ●●●● ●●●● ●●●●", desk.Page.QuerySelector("textarea[name='Input.OwnWords']")!.TextContent, StringComparison.Ordinal);
        // A colleague of the desk may go on with it, a stranger may not.
        using var colleague = await app.SignInAsync(TestTown.Desk2);
        Assert.Equal(HttpStatusCode.OK, (await colleague.OpenAsync(New + "?draft=" + id)).Status);
        using var stranger = await app.SignInAsync(TestTown.OtherDesk);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(New + "?draft=" + id)).Status);
        await desk.PostAsync(New + "?handler=Known", fields);
        Assert.Contains("ありません", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_again_is_received_once()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync(New);
        var form = TestBrowser.Values(desk.Form("Input.OwnWords"), "受け付ける", ("Input.OwnWords", "二重に送られた相談"));
        await desk.PostAsync(New, form);
        var first = desk.Url;
        await desk.PostAsync(New, form);
        Assert.Equal(first, desk.Url);
        // Even with another key: the id of the form stands for one consultation.
        await desk.PostAsync(New, [.. form.Where(f => f.Key != "_once")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await using var db = app.Database.OpenAsOwner();
        Assert.Equal(1, await db.Consultations.IgnoreQueryFilters().CountAsync(c => c.OwnWords == "二重に送られた相談"));
    }

    [Fact]
    public async Task There_is_always_room_for_one_more_and_then_it_is_received_as_ever()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync(New);
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "もう一人書く", ("Input.OwnWords", "四人で暮らす"), ("Input.PersonName", "架枝 母"), ("Input.Members[0].Name", "架枝 長男"), ("Input.Members[1].Name", "架枝 長女"));
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "受け付ける", ("Input.Members[2].Name", "架枝 次男"));
        Assert.Contains("相談を受け付けました", desk.Text, StringComparison.Ordinal);
        Assert.All(["架枝 母", "架枝 長男", "架枝 長女", "架枝 次男"], name => Assert.Contains(name, desk.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_person_is_found_before_being_written_again()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await ReceiveAsync(desk, ("Input.VisitorName", "架沢 梅"), ("Input.VisitorKana", "かざわ うめ"), ("Input.OwnWords", "一度目"), ("Input.Topics", "care"), ("Input.WorstTopic", "care"));
        await desk.OpenAsync(New);
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "同じ人の記録をさがす", ("Input.VisitorKana", "カザワ"));
        var known = desk.Page.QuerySelector("[name='Input.PersonId'][form=intake]:not([value=''])");
        Assert.NotNull(known);
        Assert.Contains("介護のこと", desk.Text, StringComparison.Ordinal);
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "受け付ける", ("Input.PersonId", known.GetAttribute("value")!), ("Input.OwnWords", "二度目"));
        Assert.Contains("相談を受け付けました", desk.Text, StringComparison.Ordinal);
        Assert.Contains("架沢 梅", desk.Text, StringComparison.Ordinal);
        await using var db = app.Database.OpenAsOwner();
        Assert.Equal(1, await db.Persons.IgnoreQueryFilters().CountAsync(p => p.Name.Family == "架沢"));

        using var stranger = await app.SignInAsync(TestTown.OtherDesk);
        await stranger.OpenAsync(New);
        await stranger.SubmitAsync(stranger.Form("Input.OwnWords"), "同じ人の記録をさがす", ("Input.VisitorKana", "カザワ"));
        Assert.Contains("ありません", stranger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("架沢", stranger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_another_desk_a_consultation_does_not_exist()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await ReceiveAsync(desk, ("Input.OwnWords", "この窓口だけの相談"));
        var path = desk.Url.AbsolutePath;
        using var colleague = await app.SignInAsync(TestTown.Desk2);
        Assert.Equal(HttpStatusCode.OK, (await colleague.OpenAsync(path)).Status);
        using var stranger = await app.SignInAsync(TestTown.OtherDesk);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(path)).Status);
        Assert.DoesNotContain("この窓口だけの相談", stranger.Text, StringComparison.Ordinal);
        await stranger.OpenAsync("/consultations");
        Assert.DoesNotContain(path, stranger.Page.Body!.InnerHtml, StringComparison.Ordinal);
        // Nor can it be overwritten, or found out, by guessing its id: the id stands for a consultation of the stranger's own.
        await stranger.OpenAsync(New);
        await stranger.SubmitAsync(stranger.Form("Input.OwnWords"), "受け付ける", ("Input.Id", path.Split('/')[^1]), ("Input.OwnWords", "のっとり"));
        Assert.Contains("相談を受け付けました", stranger.Text, StringComparison.Ordinal);
        Assert.NotEqual(path, stranger.Url.AbsolutePath);
        await desk.OpenAsync(path);
        Assert.Contains("この窓口だけの相談", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("のっとり", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_to_life_leads_to_the_urgent_report()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await ReceiveAsync(desk, ("Input.OwnWords", "もう死にたい"), ("Input.DangerSigns", "suicide"));
        Assert.Contains("/urgent-reports/new?consultation=", desk.Page.Body!.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        await desk.OpenAsync("/");
        Assert.NotNull(desk.Page.QuerySelector(".ds-work-row--danger"));
    }

    [Fact]
    public async Task What_was_written_wrongly_stays_visible_and_a_stale_correction_shows_both()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await ReceiveAsync(desk, ("Input.OwnWords", "家賃が1か月払えない"));
        var path = desk.Url.AbsolutePath;
        using var colleague = await app.SignInAsync(TestTown.Desk2);
        await colleague.OpenAsync(path + "/correct");
        await desk.OpenAsync(path + "/correct");
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "訂正する", ("Input.OwnWords", "家賃が2か月払えない"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "訂正する", ("Reason", "聞き直した"));
        Assert.Contains("家賃が1か月払えない", desk.Text, StringComparison.Ordinal);
        Assert.Contains("聞き直した", desk.Text, StringComparison.Ordinal);

        await colleague.SubmitAsync(colleague.Form("Input.OwnWords"), "訂正する", ("Input.Wishes", "住み続けたい"));
        Assert.Equal(HttpStatusCode.Conflict, colleague.Status);
        Assert.Contains("家賃が2か月払えない", colleague.Text, StringComparison.Ordinal);
        Assert.Contains("住み続けたい", colleague.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_with_information_and_can_be_taken_up_again()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await ReceiveAsync(desk, ("Input.OwnWords", "ごみの出し方"));
        await desk.SubmitAsync(desk.FormWithButton("対応を決める"), "対応を決める", ("Input.Next", "Information"), ("Input.OutcomeText", "案内した"), ("Input.AgreedToEnd", "true"));
        Assert.Contains("情報提供で終了", desk.Text, StringComparison.Ordinal);
        await desk.SubmitAsync(desk.FormWithButton("対応待ちに戻す"), "対応待ちに戻す", ("Reason", "また電話があった"));
        Assert.Contains("対応待ちに戻しました", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visit_becomes_a_lead_with_owner_and_date()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await ReceiveAsync(desk, ("Input.OwnWords", "隣の人を見かけない"), ("Input.VisitorRelation", "neighbour"), ("Input.Next", "Visit"),
            ("Input.VisitAction", "声をかけに行く"), ("Input.VisitOn", "2099-12-01"));
        var lead = desk.Page.QuerySelectorAll("a").Single(a => a.GetAttribute("href")?.StartsWith("/leads/", StringComparison.Ordinal) == true).GetAttribute("href")!;
        await desk.OpenAsync(lead);
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Contains("声をかけに行く", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_on_the_first_page_are_numbers_of_rows()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await ReceiveAsync(desk, ("Input.OwnWords", "今日の一件"));
        await desk.OpenAsync("/");
        var lists = desk.Page.QuerySelectorAll(".ds-work-list")
            .Select(l => (Count: l.QuerySelector(".ds-heading-count")!.TextContent, Rows: l.QuerySelectorAll(".ds-work-row").Length, All: l.QuerySelector(".ds-work-all a")?.GetAttribute("href"))).ToList();
        Assert.NotEmpty(lists);
        foreach (var (count, rows, all) in lists)
        {
            // A long list shows its first rows and leads to all of them.
            if (all is not null) await desk.OpenAsync(all);
            Assert.Equal(count, $"{(all is null ? rows : desk.Page.QuerySelectorAll(".ds-work-row").Length)}件");
        }
    }

    [Fact]
    public async Task Every_look_leaves_a_line()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await ReceiveAsync(desk, ("Input.OwnWords", "見られた記録"));
        var id = Guid.Parse(desk.Url.AbsolutePath.Split('/')[^1]);
        await using var db = app.Database.OpenAsOwner();
        var lines = await db.AuditEntries.Where(e => e.RootId == id).ToListAsync();
        Assert.Contains(lines, e => e.Kind == nameof(ConsultationReceived));
        Assert.Contains(lines, e => e is { Kind: "Seen", Permission: Permission.SeeConsultation });
        Assert.DoesNotContain(lines, e => e.Payload.Contains("見られた記録", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_through_the_api()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var created = await api.PostAsync("/api/v1/consultations", new { date = "令和8年4月1日", channel = "phone", ownWords = "APIから", visitorRelation = "self", personName = "架野 次郎" }, "key-1");
        Assert.Equal(HttpStatusCode.Created, api.Status);
        var again = await api.PostAsync("/api/v1/consultations", new { date = "令和8年4月1日", channel = "phone", ownWords = "APIから", visitorRelation = "self", personName = "架野 次郎" }, "key-1");
        Assert.Equal(created!["id"]!.ToString(), again!["id"]!.ToString());
        var shown = await api.GetAsync($"/api/v1/consultations/{created["id"]}");
        Assert.Equal(("received", "APIから"), (shown!["state"]!.ToString(), shown["ownWords"]!.ToString()));
        var refused = await api.PostAsync("/api/v1/consultations", new { date = "2026-02-30", channel = "tube" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, api.Status);
        Assert.Equal(["channel", "date", "ownWords"], refused!["refusals"]!.AsArray().Select(r => r!["field"]!.ToString()).Order(StringComparer.Ordinal));
        await api.PostAsync($"/api/v1/consultations/{created["id"]}/decision", new { next = "Keep" });
        Assert.Equal(HttpStatusCode.OK, api.Status);
        using var stranger = await TestApi.AsAsync(app, TestTown.OtherDesk);
        await stranger.GetAsync($"/api/v1/consultations/{created["id"]}");
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        await stranger.GetAsync("/api/v1/consultations?state=received");
        Assert.Equal(HttpStatusCode.OK, stranger.Status);
    }

    [Fact]
    public async Task Topics_and_danger_signs_survive_the_database()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var created = await api.PostAsync("/api/v1/consultations", new
        {
            date = "R8.4.1",
            channel = "desk",
            statements = new[] { new { speaker = "母", words = "夜眠れない" } },
            topics = new[] { "care", "debt" },
            dangerSigns = new[] { "abuse" },
            urgency = "today",
        });
        var shown = await api.GetAsync($"/api/v1/consultations/{created!["id"]}");
        Assert.Equal(["care", "debt"], shown!["topics"]!.AsArray().Select(t => t!.ToString()));
        Assert.Equal("abuse", shown["dangerSigns"]![0]!.ToString());
        Assert.Equal("夜眠れない", shown["statements"]![0]!["words"]!.ToString());
        await api.GetAsync("/api/v1/consultations?topic=debt");
        Assert.Equal(HttpStatusCode.OK, api.Status);
    }

    [Fact]
    public async Task What_cannot_be_read_is_no_fault_of_the_server()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        await api.GetAsync("/api/v1/consultations/none");
        Assert.InRange((int)api.Status, 400, 499);
        await api.GetAsync("/api/v1/consultations?state=nowhere");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, api.Status);
        await api.GetAsync("/api/v1/consultations?after=rubbish_");
        Assert.Equal(HttpStatusCode.OK, api.Status);
        using var desk = await app.SignInAsync(TestTown.Desk);
        await ReceiveAsync(desk, ("Input.OwnWords", "a\uD800 ﾊﾝｶｸ 𠮷 \u202E"), ("Input.VisitorName", new string('あ', 300)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await ReceiveAsync(desk, ("Input.OwnWords", "NUL\0"));
        Assert.Equal(HttpStatusCode.BadRequest, desk.Status);
    }

    [Fact]
    public async Task The_list_is_paged_without_losing_or_doubling_a_row()
    {
        using var api = await TestApi.AsAsync(app, TestTown.OtherDesk);
        HashSet<string> received = [];
        for (var i = 0; i < 7; i++)
            received.Add((await api.PostAsync("/api/v1/consultations", new { date = "R8.4.1", time = "10:00", channel = "phone", ownWords = $"同じ時刻の相談{i}" }))!["id"]!.ToString());
        HashSet<string> seen = [];
        string? after = null;
        do
        {
            var page = await api.GetAsync($"/api/v1/consultations?state=received&size=3&after={after}");
            foreach (var row in page!["rows"]!.AsArray()) Assert.True(seen.Add(row!["id"]!.ToString()));
            after = page["next"]?.ToString();
        }
        while (after is not null);
        Assert.Equal(7, received.Count);
        Assert.Superset(received, seen);
    }

    [Fact]
    public async Task A_paper_is_kept_with_the_record_and_opened_only_by_those_who_may()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await ReceiveAsync(desk, ("Input.OwnWords", "紙を持ってきた"));
        var record = desk.Url.AbsolutePath;
        await desk.UploadAsync(desk.Form("file"), "file", "督促状.pdf", "%PDF-1.7 body"u8.ToArray());
        Assert.Contains("ファイルを添付しました", desk.Text, StringComparison.Ordinal);
        var href = desk.Page.QuerySelectorAll("a").Single(a => a.TextContent == "督促状.pdf").GetAttribute("href")!;
        await desk.OpenAsync(record);
        await desk.UploadAsync(desk.Form("file"), "file", "実行.pdf", "MZ\0\0"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Equal(HttpStatusCode.OK, (await desk.OpenAsync(href)).Status);
        using var stranger = await app.SignInAsync(TestTown.OtherDesk);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(href)).Status);
    }
}
