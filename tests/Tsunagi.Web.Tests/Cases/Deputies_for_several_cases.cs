using System.Net;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Cases;

public sealed class Deputies_for_several_cases(TestApp app) : IClassFixture<TestApp>
{
    private const string Page = "/assignments/deputies";

    [Fact]
    public async Task The_supervisor_appoints_one_for_all_cases_of_a_worker_and_ends_it_when_they_are_back()
    {
        var ids = new[] { await app.OpenCaseAsync(), await app.OpenCaseAsync() };
        var other = await app.OpenCaseAsync();
        var deputy = await app.AccountAsync(TestTown.Desk2);
        using var worker = await app.SignInAsync(TestTown.Desk);
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.OpenAsync(Page)).Status);

        using var chief = await app.SignInAsync(TestTown.DeskChief);
        await chief.OpenAsync("/assignments");
        await chief.OpenAsync(chief.Page.QuerySelector("nav.ds-tabs a:not([aria-current])")!.GetAttribute("href")!);
        await chief.OpenAsync($"{Page}?of={await app.AccountAsync(TestTown.Desk)}");
        await chief.SubmitAsync(chief.Form("Input.Account"), "まとめて代理を置く", [.. Chosen(ids), ("Input.Account", deputy.ToString()), ("Input.Until", "令和20年3月1日")]);
        Assert.Contains("2件の代理を決めました", chief.Text, StringComparison.Ordinal);
        Assert.Contains("of=", chief.Url.Query, StringComparison.Ordinal);
        Assert.Contains("（R20.3.1まで）", chief.Text, StringComparison.Ordinal);
        foreach (var id in ids)
        {
            var @case = await app.ReadCaseAsync(id);
            Assert.Equal(deputy, @case.DeputyAt(JapanTime.StartOf(new(2038, 3, 2)).AddSeconds(-1)));
            Assert.Null(@case.DeputyAt(JapanTime.StartOf(new(2038, 3, 2))));
            Assert.Equal(1, await AuditedAsync(id, nameof(DeputyAppointed)));
        }
        Assert.Empty((await app.ReadCaseAsync(other)).Deputies);

        // The deputy finds them among their own.
        using var colleague = await app.SignInAsync(TestTown.Desk2);
        await colleague.OpenAsync("/cases?filter=Mine");
        Assert.All(ids, id => Assert.Contains(id.ToString(), colleague.Page.Body!.InnerHtml, StringComparison.Ordinal));

        await chief.SubmitAsync(chief.Form("Input.Account"), "代理を終える", Chosen([.. ids, other]));
        Assert.Contains("代理を終えました", chief.Text, StringComparison.Ordinal);
        foreach (var id in ids)
        {
            Assert.Null((await app.ReadCaseAsync(id)).DeputyAt(Now));
            Assert.Equal(1, await AuditedAsync(id, nameof(DeputyEnded)));
        }
        Assert.Equal(0, await AuditedAsync(other, nameof(DeputyEnded)));
    }

    [Fact]
    public async Task What_one_case_refuses_is_said_of_that_case_and_none_is_changed()
    {
        var fits = await app.OpenCaseAsync();
        var own = await app.OpenCaseAsync(TestTown.Desk2);
        var number = (await app.ReadCaseAsync(own)).Number.ToString();
        var deputy = (await app.AccountAsync(TestTown.Desk2)).ToString();
        using var chief = await app.SignInAsync(TestTown.DeskChief);
        await chief.OpenAsync(Page);
        await chief.SubmitAsync(chief.Form("Input.Account"), "まとめて代理を置く", [.. Chosen([fits, own]), ("Input.Account", deputy), ("Input.Until", "R20.3.1")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chief.Status);
        var said = chief.Page.QuerySelector(".ds-error-summary a")!;
        Assert.Equal($"{number}：このケースの担当者です。代理は、ほかの職員から選んでください。", said.TextContent);
        Assert.Equal(own.ToString(), chief.Page.QuerySelector(said.GetAttribute("href")!)!.GetAttribute("value"));
        Assert.Equal(2, chief.Page.QuerySelectorAll("input[name='Input.Cases'][checked]").Length);
        Assert.Empty((await app.ReadCaseAsync(fits)).Deputies);

        await chief.OpenAsync(Page);
        await chief.SubmitAsync(chief.Form("Input.Account"), "まとめて代理を置く", ("Input.Account", deputy), ("Input.Until", "R20.3.1"));
        Assert.Contains("ケースを一つ以上選んでください。", chief.Text, StringComparison.Ordinal);
        await chief.OpenAsync(Page);
        await chief.SubmitAsync(chief.Form("Input.Account"), "まとめて代理を置く", Chosen([fits]));
        Assert.Equal(2, chief.Page.QuerySelectorAll(".ds-error-summary li").Length);
    }

    [Fact]
    public async Task All_are_chosen_in_one_step()
    {
        var id = await app.OpenCaseAsync();
        using var chief = await app.SignInAsync(TestTown.DeskChief);
        await chief.OpenAsync(Page);
        Assert.Empty(chief.Page.QuerySelectorAll("input[name='Input.Cases'][checked]"));
        await chief.OpenAsync(chief.Page.QuerySelectorAll("main a").Single(a => a.TextContent.Trim() == "すべて選ぶ").GetAttribute("href")!);
        Assert.Contains(chief.Page.QuerySelectorAll("input[name='Input.Cases'][checked]"), i => i.GetAttribute("value") == id.ToString());
    }

    [Fact]
    public async Task The_API_does_the_same_all_or_none_and_twice_changes_nothing_more()
    {
        var ids = new[] { await app.OpenCaseAsync(), await app.OpenCaseAsync() };
        var others = await app.OpenCaseAsync(TestTown.OtherDesk);
        var account = (await app.AccountAsync(TestTown.Desk2)).ToString();
        object Body(params Id<Case>[] cases) => new { cases = cases.Select(c => c.ToString()), account, until = "2038-03-01" };
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        await desk.PostAsync("/api/v1/cases/deputies", Body(ids));
        Assert.Equal(HttpStatusCode.Forbidden, desk.Status);

        using var chief = await TestApi.AsAsync(app, TestTown.DeskChief);
        await chief.PostAsync("/api/v1/cases/deputies", Body([.. ids, others]));
        Assert.Equal(HttpStatusCode.NotFound, chief.Status);
        Assert.Empty((await app.ReadCaseAsync(ids[0])).Deputies);
        var stranger = await chief.PostAsync("/api/v1/cases/deputies", new { cases = ids.Select(c => c.ToString()), account = (await app.AccountAsync(TestTown.OtherDesk)).ToString(), until = "2038-03-01" });
        Assert.Equal("account", stranger!["refusals"]![0]!["field"]!.ToString());
        var past = await chief.PostAsync("/api/v1/cases/deputies", new { cases = ids.Select(c => c.ToString()), account, until = "2020-03-01" });
        Assert.Equal("until", Assert.Single(past!["refusals"]!.AsArray())!["field"]!.ToString());

        foreach (var _ in new[] { 1, 2 })
        {
            await chief.PostAsync("/api/v1/cases/deputies", Body(ids));
            Assert.Equal(HttpStatusCode.NoContent, chief.Status);
        }
        Assert.All(await Task.WhenAll(ids.Select(app.ReadCaseAsync)), c => Assert.Single(c.Deputies));
        foreach (var _ in new[] { 1, 2 })
        {
            await chief.PostAsync("/api/v1/cases/deputies/end", new { cases = ids.Select(c => c.ToString()) });
            Assert.Equal(HttpStatusCode.NoContent, chief.Status);
        }
        Assert.Equal(1, await AuditedAsync(ids[1], nameof(DeputyEnded)));
    }

    private static (string, string)[] Chosen(IEnumerable<Id<Case>> ids) => [.. ids.Select(id => ("Input.Cases", id.ToString()))];

    private DateTimeOffset Now => app.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    private async Task<int> AuditedAsync(Id<Case> id, string kind)
    {
        await using var db = app.Database.OpenAsOwner();
        return await db.AuditEntries.CountAsync(e => e.RootId == id.Value && e.Kind == kind);
    }
}
