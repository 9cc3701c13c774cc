using System.Net;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Cases;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.People;

public sealed class People_and_households(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>A person of the desk, written down by a call; the browser then stands on their page.</summary>
    private static async Task<string> WriteAsync(TestBrowser desk, string name, string kana, string phone)
    {
        await desk.OpenAsync("/consultations/new");
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "受け付ける",
            ("Input.VisitorName", name), ("Input.VisitorKana", kana), ("Input.VisitorContact", phone), ("Input.OwnWords", "相談したい"), ("Input.PersonAddress", "池尻1-2-3"));
        var path = desk.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).First(h => h?.StartsWith("/people/", StringComparison.Ordinal) == true)!;
        await desk.OpenAsync(path);
        return path;
    }

    [Fact]
    public async Task A_person_is_found_by_any_part_of_name_reading_and_number_and_by_nobody_else()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await WriteAsync(desk, "架空谷 松子", "かくうだに まつこ", "03-1111-2222");
        foreach (var query in new[] { "架空谷", "空谷松", "カクウダニ", "うだに", "ﾏﾂｺ", "松子", "11112222", "1111-2222" })
        {
            await desk.SearchAsync(query);
            Assert.Contains("架空谷 松子", desk.Text, StringComparison.Ordinal);
        }
        await desk.SearchAsync("%_");
        Assert.Contains("該当する記録はありません", desk.Text, StringComparison.Ordinal);
        using var stranger = await app.SignInAsync(TestTown.OtherDesk);
        await stranger.SearchAsync("架空谷");
        Assert.Contains("該当する記録はありません", stranger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("松子", stranger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sees_the_name_only_does_not_see_that_the_record_changes()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        var path = await WriteAsync(desk, "架空台 桜子", "かくうだい さくらこ", "03-1212-3434");
        await using (var db = app.Database.OpenAsOwner())
        {
            db.Grants.Add(Grant.ToOrganisation(IdSource.Named<Grant>($"name of {path}"), RootRef.Of(RootKind.Person, new Id<Tsunagi.Domain.People.Person>(Guid.Parse(path.Split('/')[^1]))),
                TestOrganisations.Id(TestOrganisations.OtherDesk), AccessLevel.Read, GrantBasis.Consent, DateTimeOffset.UnixEpoch).Only(FieldClasses.Existence | FieldClasses.Identity));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var seen = (await other.GetAsync("/api/v1" + path))!;
        Assert.Contains("桜子", seen["name"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        Assert.Null(seen["version"]);
        using var own = await TestApi.AsAsync(app, TestTown.Desk);
        Assert.True((await own.GetAsync("/api/v1" + path))!["version"]!.GetValue<int>() > 0);
    }

    [Fact]
    public async Task What_is_searched_for_stands_in_no_address_and_opens_for_nobody_else()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await WriteAsync(desk, "架上 梅子", "かうえ うめこ", "03-7777-8888");
        await desk.SearchAsync("架上");
        var results = desk.Url.PathAndQuery;
        Assert.StartsWith("/search?of=", results, StringComparison.Ordinal);
        Assert.DoesNotContain("架上", Uri.UnescapeDataString(results), StringComparison.Ordinal);
        // Gone back to, loaded anew, or kept as a bookmark.
        await desk.OpenAsync(results);
        Assert.Contains("架上 梅子", desk.Text, StringComparison.Ordinal);

        // A colleague who may see the same records is not told what was asked.
        using var colleague = await app.SignInAsync(TestTown.Desk2);
        foreach (var address in (string[])[results, results[..^3], "/search?of=x", "/search?of="])
        {
            await colleague.OpenAsync(address);
            Assert.Equal(HttpStatusCode.OK, colleague.Status);
            Assert.DoesNotContain("架上", colleague.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
        await desk.SearchAsync("　");
        Assert.Equal("/search", desk.Url.PathAndQuery);
    }

    [Fact]
    public async Task A_query_too_long_is_said_to_be_so_and_stays_in_its_field()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        var tooLong = new string('架', 101);
        await desk.SearchAsync(tooLong);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Contains("100文字まで", desk.Text, StringComparison.Ordinal);
        Assert.Equal(tooLong, desk.Page.QuerySelector("main [name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_search_by_the_API_is_posted_and_its_answer_is_not_kept()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await WriteAsync(desk, "架下 藤子", "かした ふじこ", "03-8888-9999");
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        Assert.Empty((await api.PostAsync("/api/v1/search", new { query = "架無" }, key: "one key"))!["people"]!.AsArray());
        Assert.Single((await api.PostAsync("/api/v1/search", new { query = "架下" }, key: "one key"))!["people"]!.AsArray());
        await api.GetAsync("/api/v1/search?q=x");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, api.Status);
    }

    [Fact]
    public async Task A_record_is_corrected_with_a_reason_and_the_old_value_stays_visible()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        var path = await WriteAsync(desk, "架原 竹子", "かはら たけこ", "03-2222-3333");
        await desk.OpenAsync(path + "/edit");
        await desk.SubmitAsync(desk.Form("Input.Family"), "訂正する", ("Input.Given", "武子"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Equal("武子", desk.Page.QuerySelector("[name='Input.Given']")!.GetAttribute("value"));
        await desk.SubmitAsync(desk.Form("Input.Family"), "訂正する", ("Input.Reason", "字の誤り"));
        Assert.Contains("架原 武子", desk.Text, StringComparison.Ordinal);
        Assert.Contains("竹子", desk.Text, StringComparison.Ordinal);
        Assert.Contains("字の誤り", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_about_a_place_is_shown_or_kept_once_protection_begins()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        var path = await WriteAsync(desk, "架森 桜", "かもり さくら", "03-3333-4444");
        Assert.Contains("池尻1-2-3", desk.Text, StringComparison.Ordinal);
        await using (var db = app.Database.OpenAsOwner())
        {
            var id = Guid.Parse(path.Split('/')[^1]);
            var person = await db.Persons.IgnoreQueryFilters().SingleAsync(p => p.Id == new Id<Domain.People.Person>(id));
            Assert.True(person.ProtectLocation(new(default, person.HolderId, person.WrittenAt)).IsDone);
            person.TakeEvents();
            await db.SaveChangesAsync();
        }
        await desk.OpenAsync(path);
        Assert.Contains("支援措置", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("池尻", desk.Page.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("3333", desk.Page.Body!.InnerHtml, StringComparison.Ordinal);
        await desk.SearchAsync("33334444");
        Assert.DoesNotContain("架森", desk.Text, StringComparison.Ordinal);
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var shown = await api.GetAsync("/api/v1" + path);
        Assert.DoesNotContain("池尻", shown!.ToJsonString(), StringComparison.Ordinal);
        await desk.OpenAsync(path + "/edit");
        await desk.SubmitAsync(desk.Form("Input.Family"), "訂正する", ("Input.Reason", "住所を聞いた"), ("Input.Address", "三宿9-9"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Contains("支援措置の方です", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_household_is_written_and_rebuilt_for_an_earlier_day()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await WriteAsync(desk, "架田 杉男", "かだ すぎお", "03-4444-5555");
        await desk.SubmitAsync(desk.FormWithButton("この人を基準に世帯を書く"), "この人を基準に世帯を書く");
        await desk.SubmitAsync(desk.FormWithButton("加える"), "加える", ("Input.Name", "架田 若葉"), ("Input.Relation", "長女"), ("Input.Living", "Together"), ("Input.From", "R2.4.1"));
        Assert.Contains("架田 若葉", desk.Text, StringComparison.Ordinal);
        var daughter = desk.Page.QuerySelector("#leave-person")!.QuerySelectorAll("option").Single(o => o.TextContent == "架田 若葉").GetAttribute("value")!;
        await desk.SubmitAsync(desk.Form("Input.Until"), "記録する", ("Input.PersonId", daughter), ("Input.Until", "R6.3.31"));
        Assert.Contains("世帯から出たことを記録しました", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync(desk.Url.AbsolutePath + "?on=" + Uri.EscapeDataString("R3.1.1"));
        Assert.Contains("長女", desk.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        using var stranger = await app.SignInAsync(TestTown.OtherDesk);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(desk.Url.AbsolutePath)).Status);
    }

    [Fact]
    public async Task The_one_relations_are_told_from_may_leave_once_another_is_named()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await WriteAsync(desk, "架島 椿", "かしま つばき", "03-4545-5656");
        await desk.SubmitAsync(desk.FormWithButton("この人を基準に世帯を書く"), "この人を基準に世帯を書く");
        foreach (var (name, relation) in ((string, string)[])[("架島 若葉", "長女"), ("架島 青葉", "長男")])
            await desk.SubmitAsync(desk.FormWithButton("加える"), "加える", ("Input.Name", name), ("Input.Relation", relation), ("Input.Living", "Together"), ("Input.From", "R2.4.1"));
        var leaving = desk.Page.QuerySelector("#leave-person option")!.GetAttribute("value")!;
        await desk.SubmitAsync(desk.Form("Input.Until"), "記録する", ("Input.PersonId", leaving), ("Input.Until", "R8.3.31"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.Contains("続柄の基準になっている人です", desk.Page.QuerySelector("#leave-person-error")!.TextContent, StringComparison.Ordinal);
        Assert.True(desk.Page.QuerySelector("#reference")!.HasAttribute("open"));
        Assert.NotNull(desk.Page.QuerySelector("a[href='#reference']"));

        var named = desk.Page.QuerySelectorAll("#reference-person option").Single(o => o.TextContent == "架島 若葉").GetAttribute("value")!;
        var son = desk.Page.QuerySelectorAll("#reference-person option").Single(o => o.TextContent == "架島 青葉").GetAttribute("value")!;
        await desk.SubmitAsync(desk.FormWithButton("基準を変える"), "基準を変える",
            ("Reference.PersonId", named), ("Reference.From", "R8.3.31"), ($"Reference.Relations[{leaving}]", "母"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.NotNull(desk.Page.QuerySelector($"#relation-{son}-error"));
        Assert.Equal("母", desk.Page.QuerySelector($"#relation-{leaving}")!.GetAttribute("value"));
        await desk.SubmitAsync(desk.FormWithButton("基準を変える"), "基準を変える", ($"Reference.Relations[{son}]", "弟"));
        Assert.Contains("続柄の基準を変えました", desk.Text, StringComparison.Ordinal);
        Assert.Equal(["本人", "母", "弟"], desk.Page.QuerySelectorAll("table td[data-label=続柄]").Select(c => c.TextContent));

        await desk.SubmitAsync(desk.Form("Input.Until"), "記録する", ("Input.PersonId", leaving), ("Input.Until", "R8.3.31"));
        Assert.Contains("世帯から出たことを記録しました", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Death_is_recorded_and_closes_nothing()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await WriteAsync(desk, "架井 菊", "かい きく", "03-5555-6666");
        await desk.SubmitAsync(desk.Form("DiedOn"), "記録する", ("DiedOn", "R8.3"));
        Assert.Contains("郵送停止", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cases_of_a_person_stand_on_their_page_and_a_death_beside_the_name()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await WriteAsync(desk, "架浜 藍", "かはま あい", "03-5757-6868");
        Assert.DoesNotContain(desk.Page.QuerySelectorAll("h2"), h => h.TextContent.StartsWith("支援ケース", StringComparison.Ordinal));

        var id = await app.OpenCaseAsync(name: "架浜 茜");
        var @case = await app.ReadCaseAsync(id);
        var person = $"/people/{@case.Persons.Single().PersonId}";
        await desk.OpenAsync(person);
        Assert.Contains(desk.Page.QuerySelectorAll("h2"), h => h.TextContent.StartsWith("支援ケース", StringComparison.Ordinal));
        var link = desk.Page.QuerySelector($"a[href='/cases/{id}']")!;
        Assert.Equal(@case.Number.ToString(), link.TextContent);
        Assert.Contains("支援中", link.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("太子堂", link.ParentElement.TextContent, StringComparison.Ordinal);

        await desk.SubmitAsync(desk.Form("DiedOn"), "記録する", ("DiedOn", "R8.3"));
        foreach (var path in (string[])["/cases", $"/cases/{id}/people", $"/cases/{id}/handoffs"])
            Assert.Contains("架浜 茜（死亡）", (await desk.OpenAsync(path)).Page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_put_in_by_mistake_never_belonged_and_can_be_put_in_again()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync("/consultations/new");
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "受け付ける", ("Input.VisitorName", "架違 母"), ("Input.OwnWords", "相談"), ("Input.Members[0].Name", "架違 隣人"), ("Input.Members[0].Relation", "長男"));
        await desk.OpenAsync(desk.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).First(h => h?.StartsWith("/households/", StringComparison.Ordinal) == true)!);
        var page = desk.Url.AbsolutePath;
        var form = desk.Form("Input.Reason");
        var neighbour = form.QuerySelector("option")!.GetAttribute("value")!;
        await desk.SubmitAsync(form, ("Input.PersonId", neighbour));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.SubmitAsync(desk.Form("Input.Reason"), ("Input.PersonId", neighbour), ("Input.Reason", "隣の家の方だった"));
        Assert.Contains("間違えて加えた方を取り消しました", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("架違 隣人", desk.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("架違 隣人（長男）　理由：隣の家の方だった", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync($"/people/{neighbour}");
        Assert.Null(desk.Page.QuerySelector($"a[href='{page}']"));

        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        await api.PostAsync($"/api/v1{page}/members", new { personId = neighbour, relation = "長男", living = "Together" });
        Assert.Equal(HttpStatusCode.OK, api.Status);
        await api.PostAsync($"/api/v1{page}/members/{neighbour}/removal", new { reason = "やはり違った" });
        Assert.Single((await api.GetAsync($"/api/v1{page}"))!["members"]!.AsArray());
    }
}
