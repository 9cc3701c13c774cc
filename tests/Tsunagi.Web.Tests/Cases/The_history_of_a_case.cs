using System.Net;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Cases;

/// <summary>Who reads the history of one case learns from it nothing of what is done elsewhere, not even how much.</summary>
public sealed class The_history_of_a_case(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Goes_on_page_by_page_without_telling_where_the_audit_stands()
    {
        var id = await app.OpenCaseAsync();
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        for (var i = 0; i < 105; i++) await api.GetAsync($"/api/v1/cases/{id}");
        var first = (await api.GetAsync($"/api/v1/cases/{id}/history"))!;
        Assert.Equal(100, first["items"]!.AsArray().Count);
        Assert.DoesNotContain(first["items"]!.AsArray(), row => row!.AsObject().ContainsKey("sequence"));
        var after = first["after"]!.ToString();
        var second = (await api.GetAsync($"/api/v1/cases/{id}/history?before={after}"))!;
        Assert.NotEmpty(second["items"]!.AsArray());
        Assert.Null(second["after"]);
        await using var db = app.Database.OpenAsOwner();
        var lines = await db.AuditEntries.CountAsync(e => e.RootId == id.Value, TestContext.Current.CancellationToken);
        // The look at the second page itself is written after it was read.
        Assert.Equal(lines - 2, 100 + second["items"]!.AsArray().Count);

        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/cases/{id}/history");
        var older = desk.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).Single(h => h?.Contains("before=", StringComparison.Ordinal) == true)!;
        var key = older[(older.IndexOf("before=", StringComparison.Ordinal) + 7)..];
        Assert.False(long.TryParse(key, out _));
        await desk.OpenAsync(older);
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.NotEmpty(desk.Page.QuerySelectorAll("tbody tr"));

        // A key opens for whom it was made, and no number opens anything.
        using var colleague = await TestApi.AsAsync(app, TestTown.Desk2);
        foreach (var other in (string[])[after, "5", "x"])
            Assert.Equal(100, (await colleague.GetAsync($"/api/v1/cases/{id}/history?before={other}"))!["items"]!.AsArray().Count);
    }
}
