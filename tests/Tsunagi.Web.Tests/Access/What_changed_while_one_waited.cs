using System.Net;
using Npgsql;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Plans;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Plans.PlanTown;

namespace Tsunagi.Web.Tests.Access;

/// <summary>ADR 0042: whoever had to wait is answered by how things stand when their turn has come.</summary>
public sealed class What_changed_while_one_waited(TestApp app) : IClassFixture<TestApp>
{
    private readonly PlanTown town = new(app);

    [Fact]
    public async Task No_conference_is_opened_on_a_consent_withdrawn_meanwhile()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        using var other = await TestApi.AsAsync(app, TestTown.Hub);
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var (@case, conference, consent) = await ConveneAsync(hub);

        var (withdrawn, opened) = await InTurnAsync(@case.Value,
            () => other.PostAsync($"/api/v1/consents/{consent}/withdraw", new { words = "やめたい" }),
            () => hub.PostAsync($"/api/v1/plan-conferences/{conference}/check-consent"));

        Expect(other, HttpStatusCode.NoContent, withdrawn);
        Assert.Equal(["ConsentWithdrawn"], Codes(opened).Distinct());
        await desk.GetAsync($"/api/v1/plan-conferences/{conference}");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
        Assert.Equal(0, await CountAsync($"select count(*) from access_grant where root_id = '{conference}' and basis = 'PlanConference'"));
    }

    [Fact]
    public async Task The_other_way_round_it_is_opened_and_shut_again()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        using var other = await TestApi.AsAsync(app, TestTown.Hub);
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var (@case, conference, consent) = await ConveneAsync(hub);

        var (opened, withdrawn) = await InTurnAsync(@case.Value,
            () => hub.PostAsync($"/api/v1/plan-conferences/{conference}/check-consent"),
            () => other.PostAsync($"/api/v1/consents/{consent}/withdraw", new { words = "やめたい" }));

        Expect(hub, HttpStatusCode.NoContent, opened);
        Expect(other, HttpStatusCode.NoContent, withdrawn);
        Assert.NotEqual(0, await CountAsync($"select count(*) from access_grant where root_id = '{conference}' and basis = 'PlanConference'"));
        await desk.GetAsync($"/api/v1/plan-conferences/{conference}");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
    }

    [Fact]
    public async Task Who_was_shut_out_of_somebody_meanwhile_declares_nothing_about_them()
    {
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, _, _) = await town.OpenCaseAsync();
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"/api/v1/cases/{@case}/persons", new { name = "架空 三郎", role = "subject" }));
        var person = (await hub.GetAsync($"/api/v1/cases/{@case}"))!["persons"]!.AsArray()[^1]!["person"]!.ToString();

        await InTurnAsync(Guid.Parse(person),
            () => hub.PostAsync($"/api/v1/people/{person}/exclusions", new { kind = "relative" }),
            () => CountAsync($"with ended as (update access_grant set ends_at = starts_at where root_id = '{person}' returning 1) select count(*) from ended"));

        Assert.Equal(HttpStatusCode.NotFound, hub.Status);
    }

    private async Task<(Id<Case> Case, string Conference, string Consent)> ConveneAsync(TestApi hub)
    {
        var (@case, subject, _) = await town.OpenCaseAsync();
        var consent = await ConsentAsync(hub, @case, subject, "ward", "elder-care");
        var plan = await PlanAsync(hub, @case, subject);
        var at = $"/api/v1/plans/{plan}/versions/1";
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"{at}/signatures", new { subject = subject.ToString(), kind = "signed" }));
        Expect(hub, HttpStatusCode.NoContent, await hub.PostAsync($"{at}/submit"));
        await town.DecideAsync(hub, plan, 1, "planAcceptance");
        var conference = Expect(hub, HttpStatusCode.Created, await hub.PostAsync("/api/v1/plan-conferences",
            new { plan, planVersion = 1, purpose = "planReview", on = "2099-01-01", time = "14:00", place = "第1会議室" }))!["id"]!.ToString();
        return (@case, conference, consent);
    }

    /// <summary>Two begin while somebody else is at the record, the second once the first waits; then both go on.</summary>
    private async Task<(T1 First, T2 Second)> InTurnAsync<T1, T2>(Guid record, Func<Task<T1>> first, Func<Task<T2>> second)
    {
        await using var holder = new NpgsqlConnection(app.Database.Owner);
        await holder.OpenAsync();
        await DoAsync(holder, $"select pg_advisory_lock(hashtextextended('{record}', 0))");
        var one = first();
        await WaitsAsync(one, 1);
        Assert.False(one.IsCompleted, "The first did not wait for its turn.");
        var two = second();
        await WaitsAsync(two, 2);
        await DoAsync(holder, $"select pg_advisory_unlock(hashtextextended('{record}', 0))");
        return (await one, await two);
    }

    private async Task WaitsAsync(Task act, int many)
    {
        while (!act.IsCompleted && await CountAsync("select count(*) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())") < many)
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var owner = new NpgsqlConnection(app.Database.Owner);
        await owner.OpenAsync();
        return (long)(await DoAsync(owner, sql))!;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Statements written in this test.")]
    private static async Task<object?> DoAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
