using System.Net;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.People;

/// <summary>同じ人かもしれない記録: found, looked at, put together or told apart, and taken back (docs/adr/0054).</summary>
public sealed class Records_of_one_person(TestApp app) : IClassFixture<TestApp>
{
    private const string List = "/people/duplicates", Api = "/api/v1/people/duplicates";

    [Fact]
    public async Task Are_found_when_written_shown_with_reasons_put_together_and_taken_back()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var first = await WriteAsync(api, "架同 一子", "かどう いちこ", birth: "S23.5.3", address: "架空町1-2-3");
        var second = await WriteAsync(api, "架同 一子", "かどう いちこ", birth: "S23.5.8", address: "架空町9-9-9");
        var asked = await AskedAsync(first, second);

        await desk.OpenAsync("/?list=Waiting");
        Assert.Contains("同じ人かもしれない記録 ", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync(List);
        Assert.NotNull(desk.Page.QuerySelector($"a[href='{List}/{asked}']"));
        Assert.Contains("氏名が同じ", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync($"{List}/{asked}");
        Assert.Contains("生年月日が1か所だけちがう", desk.Text, StringComparison.Ordinal);
        Assert.Contains("架空町9-9-9", desk.Text, StringComparison.Ordinal);

        await desk.SubmitAsync(desk.FormWithButton("同じ人としてまとめる"), ("Input.Leading", second), ("Input.Reason", "本人に聞いた"));
        Assert.Contains("同じ人の記録としてまとめました", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync($"/people/{second}");
        Assert.Contains("まとめた記録", desk.Text, StringComparison.Ordinal);
        Assert.NotNull(desk.Page.QuerySelector($"a[href='/people/{first}']"));
        Assert.Equal(first, Assert.Single((await api.GetAsync($"/api/v1/people/{second}"))!["sameAs"]!.AsArray())!.ToString());

        // Offered once where somebody is written down, by the record that leads.
        await desk.OpenAsync("/consultations/new");
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "同じ人の記録をさがす", ("Input.PersonName", "架同 一子"), ("Input.OwnWords", "また来た"));
        Assert.Equal([second], Offered(desk));
        Assert.Contains("ほか1件の記録をまとめています", desk.Text, StringComparison.Ordinal);
        await desk.SearchAsync("架同 一子");
        Assert.Equal($"/people/{second}", Assert.Single(desk.Page.QuerySelectorAll("main a[href^='/people/']"), a => a.GetAttribute("href") != List).GetAttribute("href"));

        await desk.OpenAsync($"{List}/{asked}");
        await desk.SubmitAsync(desk.FormWithButton("取り消す"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.SubmitAsync(desk.FormWithButton("取り消す"), ("Input.Reason", "聞き違い"));
        Assert.Contains("判断を取り消しました", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync($"/people/{second}");
        Assert.DoesNotContain("まとめた記録", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync(List);
        Assert.NotNull(desk.Page.QuerySelector($"a[href='{List}/{asked}']"));
    }

    [Fact]
    public async Task Are_not_asked_about_again_once_told_apart()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var (first, second) = (await WriteAsync(api, "架同 二子", birth: "S30.1.1"), await WriteAsync(api, "架同 二子", birth: "S30.1.1"));
        var asked = await AskedAsync(first, second);
        await desk.OpenAsync($"{List}/{asked}");
        await desk.SubmitAsync(desk.FormWithButton("別人とする"), ("Input.Reason", "同姓同名"));
        Assert.Contains("別人としました", desk.Text, StringComparison.Ordinal);

        await CorrectAsync(api, second, "架同 二子");
        await desk.OpenAsync(List);
        await desk.SubmitAsync(desk.FormWithButton("すべての記録を調べ直す"));
        Assert.Null(desk.Page.QuerySelector($"a[href='{List}/{asked}']"));
        Assert.Equal("different", (await api.GetAsync($"{Api}/{asked}"))!["state"]!.ToString());
        Assert.Equal(1, await CountAsync(first, second));
        await desk.OpenAsync($"{List}?list=Different");
        Assert.NotNull(desk.Page.QuerySelector($"a[href='{List}/{asked}']"));
    }

    [Fact]
    public async Task Are_not_asked_about_where_intake_said_that_it_is_somebody_else()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var first = await WriteAsync(api, "架同 三子", "かどう みこ", birth: "S30.1.1");
        await desk.OpenAsync("/consultations/new");
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "同じ人の記録をさがす", ("Input.VisitorName", "架同 三子"), ("Input.PersonBirth", "S30.1.1"), ("Input.OwnWords", "はじめて来た"));
        Assert.Equal([first], Offered(desk));
        Assert.Contains("合うところ：生年月日が同じ、氏名が同じ", desk.Text.Replace("氏名が同じ、生年月日が同じ", "生年月日が同じ、氏名が同じ", StringComparison.Ordinal), StringComparison.Ordinal);
        var form = desk.Form("Input.OwnWords").QuerySelector("[name='Input.Id']")!.GetAttribute("value");
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "あとで続ける", ("Input.NotSame", first));
        await desk.OpenAsync($"/consultations/new?draft={form}");
        Assert.NotNull(desk.Page.QuerySelector($"[name='Input.NotSame'][value='{first}'][checked]"));
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "受け付ける", ("Input.NotSame", first));
        Assert.Contains("相談を受け付けました", desk.Text, StringComparison.Ordinal);
        var second = desk.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).First(h => h?.StartsWith("/people/", StringComparison.Ordinal) == true)!.Split('/')[^1];
        Assert.NotEqual(first, second);
        Assert.Equal("different", (await api.GetAsync($"{Api}/{await AskedAsync(first, second)}"))!["state"]!.ToString());
        Assert.Equal(1, await CountAsync(first, second));
        // Nothing is learned, and nothing noted, of a record one may not see.
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var strange = await WriteAsync(other, "架同 三子", notSame: [first]);
        Assert.Equal(0, await CountAsync(first, strange));
    }

    [Fact]
    public async Task Are_shown_to_nobody_who_may_not_see_both()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var relative = await app.SignInAsync(TestTown.Desk2);
        using var relativeApi = await TestApi.AsAsync(app, TestTown.Desk2);
        var (first, second) = (await WriteAsync(desk, "架同 四子", birth: "S30.1.1", address: "架空町四番"), await WriteAsync(desk, "架同 四子", birth: "S30.1.1"));
        var asked = await AskedAsync(first, second);
        await MergeAsync(desk, asked, first);
        await relative.OpenAsync($"{List}/{asked}");
        Assert.Equal(HttpStatusCode.OK, relative.Status);
        await relativeApi.PostAsync($"/api/v1/people/{first}/exclusions", new { kind = "relative" });
        Assert.Equal(HttpStatusCode.OK, relativeApi.Status);

        foreach (var (login, sees) in new[] { (TestTown.Desk2, true), (TestTown.OtherDesk, false), (TestTown.Hub, false) })
        {
            using var browser = await app.SignInAsync(login);
            using var api = await TestApi.AsAsync(app, login);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"{List}/{asked}")).Status);
            await api.GetAsync($"{Api}/{asked}");
            Assert.Equal(HttpStatusCode.NotFound, api.Status);
            await api.PostAsync($"{Api}/{asked}/undo", new { version = 2, reason = "見たい" });
            Assert.Equal(HttpStatusCode.NotFound, api.Status);
            foreach (var list in (string[])["", "?list=Same", "?list=Different", "?list=Later"])
            {
                await browser.OpenAsync(List + list);
                Assert.DoesNotContain("架同 四子", browser.Text, StringComparison.Ordinal);
            }
            await browser.OpenAsync($"/people/{second}");
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, browser.Status);
            Assert.DoesNotContain("まとめた", browser.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("架空町四番", browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.DoesNotContain(first, browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
        // Whoever is shut out of the leading record is offered the one they see, as if it stood alone.
        await relative.OpenAsync("/consultations/new");
        await relative.SubmitAsync(relative.Form("Input.OwnWords"), "同じ人の記録をさがす", ("Input.PersonName", "架同 四子"), ("Input.OwnWords", "電話"));
        Assert.Equal([second], Offered(relative));
        Assert.DoesNotContain("ほか1件", relative.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_protected_together_and_never_merged_while_one_of_them_tells_the_place()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var page = await app.SignInAsync(TestTown.Desk);
        var (first, second) = (await WriteAsync(desk, "架同 五子", birth: "S30.1.1", address: "隠し町一番"), await WriteAsync(desk, "架同 五子", birth: "S30.1.1", address: "隠し町二番"));
        var third = await WriteAsync(desk, "架同 五子", birth: "S30.1.1", address: "隠し町三番");
        var (merged, open) = (await AskedAsync(first, second), await AskedAsync(first, third));
        await MergeAsync(desk, merged, first);
        await ProtectAsync(desk, first);

        // Both at once: the other record of the same person would have told.
        foreach (var person in (string[])[first, second])
        {
            await page.OpenAsync($"/people/{person}");
            Assert.DoesNotContain("隠し町", page.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.True((await desk.GetAsync($"/api/v1/people/{person}"))!["isLocationProtected"]!.GetValue<bool>());
        }
        // The third is only suspected: it is not protected by itself, it stands beside neither, and cannot be merged before.
        await page.OpenAsync($"{List}/{open}");
        Assert.Contains("片方の記録に支援措置があります", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("隠し町", page.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var refused = await desk.PostAsync($"{Api}/{open}/merge", new { version = 1, leading = first });
        Assert.Equal("ProtectBothFirst", refused!["refusals"]!.AsArray().Single()!["code"]!.ToString());
        using var chief = await app.SignInAsync(TestTown.DeskChief);
        await chief.OpenAsync("/");
        Assert.Contains("支援措置：同じ人かもしれない別の記録が保護されていません", chief.Text, StringComparison.Ordinal);
        await page.OpenAsync("/?list=Waiting");
        Assert.DoesNotContain("別の記録が保護されていません", page.Text, StringComparison.Ordinal);
        await ProtectAsync(desk, third);
        await MergeAsync(desk, open, first);
        // Taken back, both stay protected.
        await desk.PostAsync($"{Api}/{merged}/undo", new { version = 2, reason = "別人だった" });
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.True((await desk.GetAsync($"/api/v1/people/{second}"))!["isLocationProtected"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Go_along_with_a_case_together_and_otherwise_are_read_by_nobody_until_they_meet_again()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var (first, second) = (await WriteAsync(desk, "架同 六子", birth: "S30.1.1"), await WriteAsync(desk, "架同 六子", birth: "S30.1.1"));
        var asked = await AskedAsync(first, second);
        await MergeAsync(desk, asked, first);
        await HandOverAsync(desk, other, await KeepAsync(desk, first));
        foreach (var api in (TestApi[])[desk, other])
        {
            await api.GetAsync($"{Api}/{asked}");
            Assert.Equal(HttpStatusCode.NotFound, api.Status);
            if (await api.GetAsync($"/api/v1/people/{first}") is { } seen && api.Status == HttpStatusCode.OK) Assert.Empty(seen["sameAs"]!.AsArray());
        }
        await HandOverAsync(desk, other, await KeepAsync(desk, second));
        Assert.Equal("same", (await other.GetAsync($"{Api}/{asked}"))!["state"]!.ToString());
        Assert.Equal(second, Assert.Single((await other.GetAsync($"/api/v1/people/{first}"))!["sameAs"]!.AsArray())!.ToString());
        await desk.GetAsync($"{Api}/{asked}");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
        await other.PostAsync($"{Api}/{asked}/undo", new { version = 3, reason = "別人だった" });
        Assert.Equal(HttpStatusCode.OK, other.Status);
    }

    [Fact]
    public async Task Are_found_when_one_of_them_comes_by_a_handover()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var (come, there) = (await WriteAsync(desk, "架移 九子", birth: "S31.5.5"), await WriteAsync(other, "架移 九子", birth: "S31.5.5"));
        Assert.Equal(0, await CountAsync(come, there));
        await HandOverAsync(desk, other, await KeepAsync(desk, come));
        Assert.Contains(await AskedAsync(come, there), await ListedAsync(other, ""));
    }

    [Fact]
    public async Task Are_suspected_once_by_two_who_correct_them_at_the_same_moment()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var colleague = await TestApi.AsAsync(app, TestTown.Desk2);
        foreach (var given in (string[])["一", "二", "三", "四", "五", "六"])
        {
            var (first, second) = (await WriteAsync(desk, $"架双 {given}", birth: "S30.1.1"), await WriteAsync(desk, $"架双 {given}", birth: "S30.1.1"));
            await ForgetAsync(first, second);
            await Task.WhenAll(CorrectAsync(desk, first, $"架双 {given}"), CorrectAsync(colleague, second, $"架双 {given}"));
            Assert.Equal(1, await CountAsync(first, second));
        }
    }

    [Fact]
    public async Task Cannot_be_one_person_here_and_two_there()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var (a, b, c) = (await WriteAsync(desk, "架同 七子"), await WriteAsync(desk, "架似 七恵"), await WriteAsync(desk, "架偽 七美"));
        var (ab, bc, ac) = (await ByHandAsync(desk, a, b), await ByHandAsync(desk, b, c), await ByHandAsync(desk, a, c));
        await MergeAsync(desk, ab, a);
        await desk.PostAsync($"{Api}/{ac}/apart", new { version = 1 });
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        var refused = await desk.PostAsync($"{Api}/{bc}/merge", new { version = 1, leading = b });
        Assert.Equal("JudgedOtherwise", refused!["refusals"]!.AsArray().Single()!["code"]!.ToString());
        await desk.PostAsync($"{Api}/{ac}/undo", new { version = 2, reason = "確かめ直す" });
        await MergeAsync(desk, bc, b);
        refused = await desk.PostAsync($"{Api}/{ac}/apart", new { version = 3 });
        Assert.Equal("JudgedOtherwise", refused!["refusals"]!.AsArray().Single()!["code"]!.ToString());
        Assert.Equal([a, b], (await desk.GetAsync($"/api/v1/people/{c}"))!["sameAs"]!.AsArray().Select(p => p!.ToString()));
        Assert.Equal(ab, await ByHandAsync(desk, b, a));
    }

    [Fact]
    public async Task Are_not_judged_one_way_and_the_other_at_the_same_moment()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var colleague = await TestApi.AsAsync(app, TestTown.Desk2);
        foreach (var given in (string[])["一", "二", "三", "四", "五", "六"])
        {
            var (a, b, c) = (await WriteAsync(desk, $"架衝 {given}子"), await WriteAsync(desk, $"架突 {given}恵"), await WriteAsync(desk, $"架矛 {given}美"));
            var (ab, bc, ac) = (await ByHandAsync(desk, a, b), await ByHandAsync(desk, b, c), await ByHandAsync(desk, a, c));
            await MergeAsync(desk, ab, a);
            await Task.WhenAll(desk.PostAsync($"{Api}/{bc}/merge", new { version = 1, leading = b }), colleague.PostAsync($"{Api}/{ac}/apart", new { version = 1 }));
            Assert.Single(new[] { desk.Status, colleague.Status }, HttpStatusCode.OK);
            Assert.Single(new[] { desk.Status, colleague.Status }, HttpStatusCode.UnprocessableEntity);
        }
    }

    [Fact]
    public async Task Stay_together_over_a_third_when_intake_tells_them_apart()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var (a, b, c) = (await WriteAsync(desk, "架繋 一子"), await WriteAsync(desk, "架結 一恵"), await WriteAsync(desk, "架留 一美"));
        var (ab, bc, ac) = (await ByHandAsync(desk, a, b), await ByHandAsync(desk, b, c), await ByHandAsync(desk, a, c));
        await MergeAsync(desk, ab, a);
        await MergeAsync(desk, bc, b);
        await desk.PostAsync("/api/v1/consultations", new { date = "令和8年4月1日", channel = "phone", ownWords = "相談したい", visitorRelation = "neighbour", personId = a, notSame = new[] { c } });
        Assert.Equal(HttpStatusCode.Created, desk.Status);
        Assert.Equal("suspected", (await desk.GetAsync($"{Api}/{ac}"))!["state"]!.ToString());
    }

    [Fact]
    public async Task Wait_for_a_later_day_and_are_judged_by_one_at_a_time()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var (first, second) = (await WriteAsync(desk, "架同 八子", phone: "03-1357-2468"), await WriteAsync(desk, "架同 八子", phone: "03-1357-2468"));
        var asked = await AskedAsync(first, second);
        await desk.PostAsync($"{Api}/{asked}/later", new { version = 1 });
        Assert.DoesNotContain(asked, await ListedAsync(desk, ""));
        Assert.Contains(asked, await ListedAsync(desk, "?list=Later"));
        await desk.PostAsync($"{Api}/{asked}/merge", new { version = 1, leading = first });
        Assert.Equal(HttpStatusCode.Conflict, desk.Status);
        app.Wait(TimeSpan.FromDays(SamePerson.LaterDays + 1));
        Assert.Contains(asked, await ListedAsync(desk, ""));
    }

    [Fact]
    public async Task Looking_through_everything_twice_finds_nothing_new_and_only_what_one_may_see()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var relative = await TestApi.AsAsync(app, TestTown.Desk2);
        // Written so that writing did not find it: the given name in another reading, the birth date with one slip.
        var first = await WriteAsync(desk, "渡邊 架子", "わたなべ かこ", birth: "S40.2.3", address: "架空町1-2-3");
        await relative.PostAsync($"/api/v1/people/{first}/exclusions", new { kind = "relative" });
        var second = await WriteAsync(relative, "渡部 架子", "わたべ かこ", birth: "S40.2.3", address: "架空町一丁目2番3号");
        Assert.Equal(0, await CountAsync(first, second));
        await relative.PostAsync($"{Api}/search");
        Assert.Equal(0, await CountAsync(first, second));
        Assert.True((await desk.PostAsync($"{Api}/search"))!["pairs"]!.GetValue<int>() >= 1);
        Assert.Equal(1, await CountAsync(first, second));
        Assert.Equal(0, (await desk.PostAsync($"{Api}/search"))!["pairs"]!.GetValue<int>());
    }

    private static IReadOnlyList<string> Offered(TestBrowser browser) =>
        [.. browser.Page.QuerySelectorAll("[name='Input.PersonId']").Select(e => e.GetAttribute("value") ?? "").Where(v => v.Length > 0)];

    private static async Task<IReadOnlyList<string>> ListedAsync(TestApi api, string list) =>
        [.. (await api.GetAsync(Api + list))!["items"]!.AsArray().Select(i => i!["id"]!.ToString())];

    private static async Task<string> WriteAsync(
        TestApi api, string name, string? kana = null, string? birth = null, string? address = null, string? phone = null, IReadOnlyList<string>? notSame = null)
    {
        var received = await api.PostAsync("/api/v1/consultations", new
        {
            date = "令和8年4月1日",
            channel = "phone",
            ownWords = "相談したい",
            visitorRelation = "neighbour",
            personName = name,
            personKana = kana,
            personBirth = birth,
            personAddress = address,
            personPhone = phone,
            notSame = notSame ?? [],
        });
        Assert.True((int)api.Status < 300, received?.ToJsonString());
        var shown = await api.GetAsync($"/api/v1/consultations/{received!["id"]}");
        return shown!["persons"]!.AsArray().Single()!["person"]!.ToString();
    }

    private static async Task CorrectAsync(TestApi api, string person, string name)
    {
        var version = (await api.GetAsync($"/api/v1/people/{person}"))!["version"]!.GetValue<int>();
        await api.PutAsync($"/api/v1/people/{person}", new { version, family = name.Split(' ')[0], given = name.Split(' ')[1], familyKana = "カドウ", reason = "聞き直した", source = "self", birthDate = "S30.1.1" });
        Assert.Equal(HttpStatusCode.OK, api.Status);
    }

    private static async Task MergeAsync(TestApi api, string asked, string leading)
    {
        var version = (await api.GetAsync($"{Api}/{asked}"))!["version"]!.GetValue<int>();
        var answer = await api.PostAsync($"{Api}/{asked}/merge", new { version, leading });
        Assert.True(api.Status == HttpStatusCode.OK, answer?.ToJsonString());
    }

    private static async Task<string> ByHandAsync(TestApi api, string one, string other) => (await api.PostAsync(Api, new { one, other }))!["id"]!.ToString();

    private async Task ProtectAsync(TestApi api, string person)
    {
        var review = app.Services.GetRequiredService<JapanTime>().Today.AddDays(100);
        var answer = await api.PostAsync($"/api/v1/people/{person}/protection", new { certifiedBy = "架空警察署", from = "R8.4.1", reviewOn = review.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) });
        Assert.True(api.Status == HttpStatusCode.OK, answer?.ToJsonString());
    }

    private static async Task<Id<Case>> KeepAsync(TestApi api, string person)
    {
        var received = await api.PostAsync("/api/v1/consultations", new { date = "令和8年4月1日", channel = "phone", ownWords = "続けて", visitorRelation = "neighbour", personId = person, next = "Keep" });
        Assert.True((int)api.Status < 300, received?.ToJsonString());
        return Id<Case>.Parse((await api.GetAsync($"/api/v1/consultations/{received!["id"]}"))!["case"]!.ToString(), null);
    }

    private static async Task HandOverAsync(TestApi from, TestApi to, Id<Case> id)
    {
        var offered = await from.PostAsync($"/api/v1/cases/{id}/handovers",
            new { to = TestOrganisations.Id(TestOrganisations.OtherDesk).ToString(), reason = "expertise", points = "要点", legalBasis = "within-purpose" });
        Assert.True((int)from.Status < 300, offered?.ToJsonString());
        var accepted = await to.PostAsync($"/api/v1/handovers/{offered!["id"]}/accept", new { });
        Assert.True((int)to.Status < 300, accepted?.ToJsonString());
    }

    private async Task<string> AskedAsync(string one, string other)
    {
        await using var db = app.Database.OpenAsOwner();
        var ids = Ids(one, other);
        return (await db.SamePersons.IgnoreQueryFilters().Where(s => ids.Contains(s.FirstId) && ids.Contains(s.SecondId)).Select(s => s.Id).SingleAsync()).ToString();
    }

    private async Task ForgetAsync(string one, string other)
    {
        await using var db = app.Database.OpenAsOwner();
        var ids = Ids(one, other);
        Assert.Equal(1, await db.SamePersons.IgnoreQueryFilters().Where(s => ids.Contains(s.FirstId) && ids.Contains(s.SecondId)).ExecuteDeleteAsync());
    }

    private async Task<int> CountAsync(string one, string other)
    {
        await using var db = app.Database.OpenAsOwner();
        var ids = Ids(one, other);
        return await db.SamePersons.IgnoreQueryFilters().CountAsync(s => ids.Contains(s.FirstId) && ids.Contains(s.SecondId));
    }

    private static List<Id<Person>> Ids(params string[] ids) => [.. ids.Select(id => Id<Person>.Parse(id, null))];
}
