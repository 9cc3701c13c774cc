using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Cases;
using Tsunagi.Web.Tests.Conferences;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Audit;

/// <summary>監査記録: those who watch over what is done see who looked at what, and nothing of what was written there .</summary>
public sealed class Watching_over_the_audit(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Who_looked_at_a_case_is_found_by_its_number_and_neither_name_nor_content_is_shown()
    {
        var id = await app.OpenCaseAsync(TestTown.Desk, "架空 夢子");
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/cases/{id}");
        using var auditor = await app.SignInAsync(TestTown.Auditor);
        var number = await NumberAsync(id);
        await auditor.OpenAsync($"/audit?caseNumber={Uri.EscapeDataString(number)}");
        Assert.Equal(HttpStatusCode.OK, auditor.Status);
        var rows = auditor.Page.QuerySelectorAll("main tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(rows, r => r.Contains("閲覧：ケースを見る", StringComparison.Ordinal) && r.Contains("架空 窓口", StringComparison.Ordinal));
        Assert.All(rows, r => Assert.Contains(number, r, StringComparison.Ordinal));
        Assert.DoesNotContain("夢子", auditor.Text, StringComparison.Ordinal);

        // Who watches is seen watching, by those who may read the case.
        await desk.OpenAsync($"/cases/{id}/history");
        Assert.Contains("監査記録を見る", desk.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=きのうあたり", "from")]
    [InlineData("from=2026-04-05&until=2026-04-01", "until")]
    [InlineData("caseNumber=R8-99999", "caseNumber")]
    [InlineData("caseNumber=%F0%9F%98%80", "caseNumber")]
    [InlineData("deed=Everything", "deed")]
    [InlineData("record=5", "record")]
    public async Task What_cannot_be_read_is_said_beside_its_field_and_stays_typed(string query, string field)
    {
        using var auditor = await app.SignInAsync(TestTown.Auditor);
        await auditor.OpenAsync($"/audit?{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, auditor.Status);
        Assert.Single(auditor.Page.QuerySelectorAll(".ds-error-summary li"));
        using var api = await TestApi.AsAsync(app, TestTown.Auditor);
        var problem = await api.GetAsync($"/api/v1/audit?{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, api.Status);
        Assert.Equal(field, problem!["refusals"]![0]!["field"]!.ToString());
    }

    [Fact]
    public async Task Goes_on_page_by_page_over_every_line_once()
    {
        var id = await app.OpenCaseAsync();
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        for (var i = 0; i < 230; i++) await desk.GetAsync($"/api/v1/cases/{id}");
        using var auditor = await TestApi.AsAsync(app, TestTown.Auditor);
        var me = await AccountAsync(TestTown.Desk);
        var query = $"/api/v1/audit?account={me}&deed=seen";
        List<string> seen = [];
        var pages = 0;
        for (string? after = ""; after is not null; pages++)
        {
            var page = (await auditor.GetAsync($"{query}&after={after}"))!;
            seen.AddRange(page["rows"]!.AsArray().Select(r => r!["line"]!["at"]!.ToString()));
            after = page["next"]?.ToString();
            Assert.False(long.TryParse(after, out _));
        }
        await using var db = app.Database.OpenAsOwner();
        Assert.Equal(await db.AuditEntries.CountAsync(e => e.AccountId == me && e.Kind == "Seen", TestContext.Current.CancellationToken), seen.Count);
        Assert.Equal(seen.OrderDescending(StringComparer.Ordinal), seen);
        Assert.True(pages >= 3);
    }

    [Fact]
    public async Task Refusals_sign_ins_and_one_record_are_each_found()
    {
        var id = await app.OpenCaseAsync();
        using var other = await app.SignInAsync(TestTown.OtherDesk);
        await other.OpenAsync($"/cases/{id}");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        using var auditor = await TestApi.AsAsync(app, TestTown.Privacy);
        var refused = Rows(await auditor.GetAsync("/api/v1/audit?deed=refused"));
        Assert.Contains(refused, r => r["record"]?.ToString() == id.ToString() && r["line"]!["what"]!.ToString() == "できなかった操作：ケースを見る");
        Assert.All(Rows(await auditor.GetAsync($"/api/v1/audit?record={id}")), r => Assert.Equal(id.ToString(), r["record"]!.ToString()));
        var done = Rows(await auditor.GetAsync($"/api/v1/audit?deed=done&account={await AccountAsync(TestTown.OtherDesk)}"));
        Assert.Contains(done, r => r["line"]!["what"]!.ToString() == "サインインしました" && r["kind"]!.ToString() == "account");
    }

    [Fact]
    public async Task Nothing_of_a_sealed_matter_stands_there_for_anybody_not_even_for_who_is_in_it()
    {
        using var story = await SupportStory.HeldAsync(app);
        using var auditor = await TestApi.AsAsync(app, TestTown.Auditor);
        await using var db = app.Database.OpenAsOwner();
        var ofMatter = await db.AuditEntries.Where(e => e.RootKind == RootKind.Matter).Select(e => e.RootId).Distinct().ToListAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(ofMatter);
        foreach (var one in ofMatter) Assert.Empty(Rows(await auditor.GetAsync($"/api/v1/audit?record={one}")));
        foreach (var login in new[] { TestTown.Chair, TestTown.Secretary })
        {
            var rows = Rows(await auditor.GetAsync($"/api/v1/audit?account={await AccountAsync(login)}"));
            Assert.DoesNotContain(rows, r => r["kind"]!.ToString() is "matter" or "workOrder");
            Assert.DoesNotContain(rows, r => r["line"]!["what"]!.ToString().Replace("重層的支援会議", "", StringComparison.Ordinal) is var what
                && (what.Contains("支援会議", StringComparison.Ordinal) || what.Contains("依頼票", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task An_exclusion_denies_the_auditor_too()
    {
        var id = await app.OpenCaseAsync();
        using var auditor = await TestApi.AsAsync(app, TestTown.Auditor);
        Assert.NotEmpty(Rows(await auditor.GetAsync($"/api/v1/audit?record={id}")));
        await using var db = app.Database.OpenAsOwner();
        var person = (await db.Cases.IgnoreQueryFilters().Include(c => c.Persons).SingleAsync(c => c.Id == id, TestContext.Current.CancellationToken)).Persons[0].PersonId;
        db.Exclusions.Add(new(await AccountAsync(TestTown.Auditor), person, RootRef.Of(RootKind.Case, id), ExclusionKind.Relative, DateTimeOffset.UnixEpoch));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.Empty(Rows(await auditor.GetAsync($"/api/v1/audit?record={id}")));
    }

    private static List<JsonNode> Rows(JsonNode? page) => [.. page!["rows"]!.AsArray().OfType<JsonNode>()];

    private async Task<string> NumberAsync(Id<Case> id)
    {
        await using var db = app.Database.OpenAsOwner();
        return (await db.Cases.IgnoreQueryFilters().SingleAsync(c => c.Id == id)).Number.ToString();
    }

    private async Task<Id<Account>> AccountAsync(string login)
    {
        await using var db = app.Database.OpenAsOwner();
        return (await db.Accounts.SingleAsync(a => a.Login == login)).Id;
    }
}
