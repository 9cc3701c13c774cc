using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Handoffs.HandoffStory;

namespace Tsunagi.Web.Tests.Handoffs;

public sealed class What_waits_today(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_handoff_is_on_exactly_one_list_at_a_time_and_in_the_end_asks_for_the_person()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var path = $"/handoffs/{await SendAsync(desk, ToDesk(await CaseOfAsync(app, TestTown.Desk, TestOrganisations.Desk), Ikejiri))}";
        Assert.Equal((null, TodayList.HandedToUs), (await ListAsync(TestTown.Desk, path), await ListAsync(TestTown.OtherDesk, path)));

        await other.PostAsync($"/api/v1{path}/questions", new JsonObject { ["questions"] = new JsonArray("家族は") });
        Assert.Equal((TodayList.Waiting, null), (await ListAsync(TestTown.Desk, path), await ListAsync(TestTown.OtherDesk, path)));

        await desk.PostAsync($"/api/v1{path}/answers", new JsonObject { ["answers"] = new JsonObject { ["1"] = "母と二人" } });
        Assert.Equal((null, TodayList.HandedToUs), (await ListAsync(TestTown.Desk, path), await ListAsync(TestTown.OtherDesk, path)));

        await other.PostAsync($"/api/v1{path}/joint-acceptance");
        Assert.Equal((TodayList.Due, null), (await ListAsync(TestTown.Desk, path), await ListAsync(TestTown.OtherDesk, path)));

        await desk.PostAsync($"/api/v1{path}/told", new JsonObject { ["told"] = false, ["how"] = "連絡がつかない" });
        Assert.Null(await ListAsync(TestTown.Desk, path));
    }

    [Fact]
    public async Task A_report_waits_for_its_team_and_a_late_check_for_the_supervisor()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var made = await desk.PostAsync("/api/v1/urgent-reports", new JsonObject
        {
            ["kind"] = "elder",
            ["about"] = "八十代くらいの方",
            ["facts"] = "食べていない様子",
            ["team"] = TestOrganisations.Id(TestOrganisations.Hub).ToString(),
        });
        var path = $"/urgent-reports/{Text(made, "id")}";
        Assert.NotNull(await ListAsync(TestTown.Hub, path));
        Assert.Null(await ListAsync(TestTown.HubChief, path));
        app.Wait(TimeSpan.FromDays(4));
        Assert.NotNull(await ListAsync(TestTown.HubChief, path));
        Assert.Null(await ListAsync(TestTown.OtherDesk, path));
    }

    private async Task<TodayList?> ListAsync(string login, string path)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await using var owner = app.Database.OpenAsOwner();
        var account = await owner.Accounts.Include(a => a.Memberships).SingleAsync(a => a.Login == login);
        var membership = account.Memberships[0];
        await using var work = scope.ServiceProvider.GetRequiredService<Work>();
        await work.BeginAsync(new Actor(account.Id, membership.OrganisationId, new HashSet<Role> { membership.Role }), default);
        var lists = await scope.ServiceProvider.GetRequiredService<TodayBoard>().AllAsync(default);
        return lists.Values.SelectMany(l => l.Rows).SingleOrDefault(r => r.Href == path)?.List;
    }
}
