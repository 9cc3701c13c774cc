using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Handoffs.HandoffStory;

namespace Tsunagi.Web.Tests.Handoffs;

public sealed class A_handoff_on_paper(TestApp app) : IClassFixture<TestApp>
{
    private const string Name = "架空 紙子", Place = "太子堂の角の家";

    [Fact]
    public async Task To_somebody_outside_go_a_cover_that_names_nobody_a_sheet_with_its_basis_and_a_slip_to_send_back()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        var id = await SendOutsideAsync(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk));
        await desk.OpenAsync($"/handoffs/{id}");
        await desk.OpenAsync(desk.Page.Links.Select(a => a.GetAttribute("href")).Single(h => h == $"/handoffs/{id}/print")!);

        var papers = desk.Page.QuerySelectorAll("article.ds-print");
        Assert.Equal(["つなぎの送付状", "つなぐシート", "つなぎの受領確認書"], papers.Select(p => p.QuerySelector(".ds-print-title")!.TextContent));
        var (cover, sheet, slip) = (papers[0].TextContent, papers[1].TextContent, papers[2].TextContent);
        Assert.All((string[])[cover, slip], p => Assert.All((string[])[Name, "介護の手続き"], w => Assert.DoesNotContain(w, p, StringComparison.Ordinal)));
        Assert.All((string[])["架空病院 相談室", "FAX 03-0000-0001", "太子堂あんしんすこやかセンター", "架空 窓口一", "誤って届いたとき", "令和", "整理番号 令和8-"], w => Assert.Contains(w, cover, StringComparison.Ordinal));
        Assert.All((string[])[Name, "本人の同意", "介護の手続き"], w => Assert.Contains(w, sheet, StringComparison.Ordinal));
        Assert.All((string[])["□ 受ける", "□ 一緒に対応", "□ 追加情報を依頼", "□ 適した部署へつなぐ", "整理番号 令和8-"], w => Assert.Contains(w, slip, StringComparison.Ordinal));
        Assert.All(papers, p => Assert.Contains("出力者：", p.QuerySelector("footer")!.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_opens_after_acceptance_comes_with_the_sheet_that_is_printed_after_it()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var id = await SendOutsideAsync(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk));
        await desk.OpenAsync($"/handoffs/{id}/print");
        Assert.DoesNotContain("娘と二人", desk.Text, StringComparison.Ordinal);
        Assert.Contains("1件は載せていません", desk.Page.QuerySelector(".unprinted .ds-banner")!.TextContent, StringComparison.Ordinal);
        await api.PostAsync($"/api/v1/handoffs/{id}/confirmation", new JsonObject { ["name"] = "相談員 甲", ["method"] = "fax" });
        await desk.OpenAsync($"/handoffs/{id}/print");
        Assert.Contains("娘と二人", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_came_under_protection_after_sending_is_not_printed()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        var source = await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk);
        await IncludeAsync(app, source, Name, isProtected: false);
        var id = await SendOutsideAsync(source);
        await desk.OpenAsync($"/handoffs/{id}/print");
        Assert.All((string[])[Place, "地区太子堂"], w => Assert.Contains(w, Papers(desk), StringComparison.Ordinal));

        await ProtectAsync(source);
        await desk.OpenAsync($"/handoffs/{id}/print");
        Assert.Contains(Name, desk.Text, StringComparison.Ordinal);
        Assert.All((string[])[Place, "地区太子堂"], w => Assert.DoesNotContain(w, Papers(desk), StringComparison.Ordinal));
        Assert.Contains("支援措置", desk.Page.QuerySelector(".unprinted .ds-banner")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_no_longer_sees_the_case_prints_no_place()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        var source = await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk);
        await IncludeAsync(app, source, Name, isProtected: false);
        var id = await SendOutsideAsync(source);
        await using (var db = app.Database.OpenAsOwner())
            await db.Database.ExecuteSqlAsync($"update access_grant set ends_at = starts_at + interval '1 minute' where root_id = {source.Value}", TestContext.Current.CancellationToken);
        await desk.OpenAsync($"/handoffs/{id}/print");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.All((string[])[Place, "整理番号"], w => Assert.DoesNotContain(w, Papers(desk), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Within_the_system_the_sheet_says_what_the_receiver_reads_and_the_receiver_has_no_use_for_it()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        using var desk = await app.SignInAsync(TestTown.Desk);
        using var other = await app.SignInAsync(TestTown.OtherDesk);
        var body = ToDesk(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), Ikejiri);
        body["enclosures"] = new JsonArray(Enclosure("identity", Name, "consent"));
        var id = await SendAsync(api, body);
        await desk.OpenAsync($"/handoffs/{id}/print");
        Assert.Equal("つなぐシート", Assert.Single(desk.Page.QuerySelectorAll(".ds-print-title")).TextContent);
        Assert.DoesNotContain(Name, desk.Text, StringComparison.Ordinal);
        await other.OpenAsync($"/handoffs/{id}");
        Assert.DoesNotContain(other.Page.Links, a => a.GetAttribute("href")!.EndsWith("/print", StringComparison.Ordinal));
        await other.OpenAsync($"/handoffs/{id}/print");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);

        await api.PostAsync($"/api/v1/handoffs/{id}/withdrawal", new JsonObject { ["reason"] = "本人が望まない" });
        await desk.OpenAsync($"/handoffs/{id}/print");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
    }

    [Fact]
    public async Task The_audit_says_that_it_was_printed_and_which_parts_on_which_basis_without_a_word_of_them()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        var id = await SendOutsideAsync(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk));
        await desk.OpenAsync($"/handoffs/{id}/print");
        await using var db = app.Database.OpenAsOwner();
        var line = await db.AuditEntries.SingleAsync(e => e.Kind == AuditEntry.Printed && e.RootId == Guid.Parse(id), TestContext.Current.CancellationToken);
        Assert.Contains("Identity:consent", line.Payload, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, line.Payload, StringComparison.Ordinal);
    }

    private async Task<string> SendOutsideAsync(Id<Case> source)
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var body = ToDesk(source, Ikejiri);
        body.Remove("receiver");
        body["outside"] = new JsonObject { ["kind"] = "medical", ["name"] = "架空病院 相談室", ["contact"] = "FAX 03-0000-0001" };
        body["enclosures"] = new JsonArray(
            Enclosure("identity", Name, "consent", "onReceipt"), Enclosure("contact", Place, "consent", "onReceipt"), Enclosure("household", "娘と二人", "consent"));
        return await SendAsync(api, body);
    }

    private async Task ProtectAsync(Id<Case> source)
    {
        await using var db = app.Database.OpenAsOwner();
        var @case = await db.Cases.IgnoreQueryFilters().Include(c => c.Persons).SingleAsync(c => c.Id == source);
        var person = await db.Persons.IgnoreQueryFilters().SingleAsync(p => p.Id == @case.Persons[0].PersonId);
        var stamp = new Stamp(default, @case.OrganisationId, new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.True(person.ProtectLocation(stamp).IsDone);
        await db.SaveAsync(new WorkContext(stamp, Domain.Access.Permission.ProtectPerson), CancellationToken.None);
    }

    private static string Papers(TestBrowser browser) => string.Concat(browser.Page.QuerySelectorAll("article.ds-print").Select(p => p.TextContent));
}
