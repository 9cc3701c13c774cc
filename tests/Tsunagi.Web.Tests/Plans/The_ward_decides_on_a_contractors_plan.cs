using System.Net;
using Microsoft.AspNetCore.Identity;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;
using static Tsunagi.Web.Tests.Plans.PlanTown;

namespace Tsunagi.Web.Tests.Plans;

/// <summary>
/// 区の決定: a plan made at a desk that works for the ward under contract is put up to the ward's own 係長 and 課長, who see what they
/// decide on and no more of the case (docs/adr/0046).
/// </summary>
public sealed class The_ward_decides_on_a_contractors_plan(TestApp app) : IClassFixture<TestApp>
{
    private const string Own = "own.business";
    private readonly PlanTown town = new(app);

    [Fact]
    public async Task It_is_put_up_to_the_wards_office_and_decided_there()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var hub = await TestApi.AsAsync(app, TestTown.HubManager);
        var (_, plan, subject) = await SubmittedAsync(desk);

        await town.DecideAsync(desk, plan, 1, "planAcceptance");
        await ConferAsync(desk, plan, 1, "planReview", "appropriate");
        await town.DecideAsync(desk, plan, 1, "planDecision");

        Expect(desk, HttpStatusCode.NoContent, await desk.PostAsync($"/api/v1/plans/{plan}/versions/1/activate"));
        var seen = Expect(hub, HttpStatusCode.OK, await hub.GetAsync($"/api/v1/plans/{plan}"))!;
        Assert.Equal("active", seen["versions"]![0]!["state"]!.ToString());
        Assert.Equal(subject.ToString(), seen["versions"]![0]!["content"]!["subjects"]![0]!.ToString());
    }

    [Fact]
    public async Task A_termination_is_decided_by_the_ward_too_though_it_did_not_come_to_the_conference()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var (_, plan, subject) = await SubmittedAsync(desk, submit: false);
        await town.BringIntoForceAsync(desk, plan, 1, subject);
        var at = $"/api/v1/plans/{plan}/versions/1";
        Expect(desk, HttpStatusCode.NoContent, await desk.PostAsync($"{at}/start-evaluation", new { text = "目標に届いたため" }));
        Expect(desk, HttpStatusCode.NoContent, await desk.PostAsync($"{at}/evaluations", new { goals = new[] { new { number = 1, result = "達成" } }, reasons = new[] { "goal-met" }, words = "続いている" }));
        var conference = await ConferAsync(desk, plan, 1, "terminationReview", "terminate");

        await town.DecideAsync(desk, plan, 1, "planTermination");

        var ended = Expect(desk, HttpStatusCode.OK, await desk.GetAsync($"/api/v1/plans/{plan}"))!;
        Assert.Equal("terminated", ended["versions"]![0]!["state"]!.ToString());
        using var manager = await TestApi.AsAsync(app, TestTown.HubManager);
        await manager.GetAsync($"/api/v1/plan-conferences/{conference}");
        Assert.Equal(HttpStatusCode.NotFound, manager.Status);
    }

    [Fact]
    public async Task The_contractors_own_superior_decides_nothing()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var chief = await TestApi.AsAsync(app, TestTown.DeskChief);
        var (_, plan, _) = await SubmittedAsync(desk);
        var decision = await PutUpAsync(desk, plan);

        Assert.Equal(["DecisionNotThisRole"], Codes(await chief.PostAsync($"/api/v1/decisions/{decision}/check", new { words = "よい" })));
        Assert.DoesNotContain(decision, (await chief.GetAsync("/api/v1/decisions?waiting=true"))!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(decision, (await desk.GetAsync("/api/v1/decisions"))!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_decides_sees_the_plan_and_whose_it_is_and_not_the_case()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var (@case, plan, subject) = await SubmittedAsync(desk);
        foreach (var hidden in new[] { $"plans/{plan}", $"cases/{@case}", $"people/{subject}" })
        {
            await hub.GetAsync($"/api/v1/{hidden}");
            Assert.Equal(HttpStatusCode.NotFound, hub.Status);
        }

        var decision = await PutUpAsync(desk, plan);

        Expect(hub, HttpStatusCode.OK, await hub.GetAsync($"/api/v1/plans/{plan}"));
        var person = Expect(hub, HttpStatusCode.OK, await hub.GetAsync($"/api/v1/people/{subject}"))!;
        Assert.Equal("対象", person["name"]!["given"]!.ToString());
        Assert.Empty(person["phones"]!.AsArray());
        Assert.Single((await desk.GetAsync($"/api/v1/people/{subject}"))!["phones"]!.AsArray());
        await hub.GetAsync($"/api/v1/cases/{@case}");
        Assert.Equal(HttpStatusCode.NotFound, hub.Status);

        // What goes back to its writers is theirs alone again.
        Expect(desk, HttpStatusCode.NoContent, await desk.PostAsync($"/api/v1/decisions/{decision}/withdraw", new { words = "書き直す" }));
        foreach (var hidden in new[] { $"plans/{plan}", $"people/{subject}" })
        {
            await hub.GetAsync($"/api/v1/{hidden}");
            Assert.Equal(HttpStatusCode.NotFound, hub.Status);
        }
    }

    [Fact]
    public async Task A_draft_of_the_next_version_is_not_theirs_to_see()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var hub = await TestApi.AsAsync(app, TestTown.Hub);
        var (_, plan, subject) = await SubmittedAsync(desk, submit: false);
        await town.BringIntoForceAsync(desk, plan, 1, subject);

        Expect(desk, HttpStatusCode.NoContent, await desk.PostAsync($"/api/v1/plans/{plan}/versions"));

        Assert.Single(Expect(hub, HttpStatusCode.OK, await hub.GetAsync($"/api/v1/plans/{plan}"))!["versions"]!.AsArray());
        Assert.Equal(2, (await desk.GetAsync($"/api/v1/plans/{plan}"))!["versions"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_page_says_who_decides_and_who_put_it_up()
    {
        using var api = await TestApi.AsAsync(app, TestTown.Desk);
        var (_, plan, _) = await SubmittedAsync(api);
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync($"/decisions/new?kind=PlanAcceptance&plan={plan}&version=1");
        Assert.Contains("生活支援課", desk.Text, StringComparison.Ordinal);

        await desk.SubmitAsync(desk.FormWithButton("起案する"));

        Assert.Contains("起案しました", desk.Text, StringComparison.Ordinal);
        using var chief = await app.SignInAsync(TestTown.HubChief);
        await chief.OpenAsync("/");
        await chief.OpenAsync(desk.Url.AbsolutePath);
        Assert.Contains("太子堂あんしんすこやかセンター", chief.Text, StringComparison.Ordinal);
        await chief.SubmitAsync(chief.FormWithButton("確認する"));
        Assert.Contains("確認しました", chief.Text, StringComparison.Ordinal);
        await chief.OpenAsync($"{desk.Url.AbsolutePath}/print");
        Assert.Contains("太子堂あんしんすこやかセンター", chief.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_handover_it_lapses_and_whoever_has_the_case_puts_it_up_anew()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var (@case, plan, _) = await SubmittedAsync(desk);
        var decision = await PutUpAsync(desk, plan);

        await HandOverAsync(desk, other, @case, TestOrganisations.OtherDesk);

        using var chief = await TestApi.AsAsync(app, TestTown.HubChief);
        Assert.Equal(["WrongState"], Codes(await chief.PostAsync($"/api/v1/decisions/{decision}/check", new { words = "よい" })));
        await chief.GetAsync($"/api/v1/plans/{plan}");
        Assert.Equal(HttpStatusCode.NotFound, chief.Status);
        await town.DecideAsync(other, plan, 1, "planAcceptance");
    }

    /// <summary>社協の自主事業: its records are its own, and reach the ward on the person's consent.</summary>
    [Fact]
    public async Task What_a_body_of_its_own_business_puts_up_is_read_while_the_person_agrees()
    {
        await HireAsync("shakyo-head");
        using var own = await TestApi.AsAsync(app, Own);
        using var chief = await TestApi.AsAsync(app, TestTown.HubChief);
        var (_, plan, _, consent) = await SubmittedWithAsync(own, Own, submit: true);
        var decision = await PutUpAsync(own, plan);
        Expect(chief, HttpStatusCode.OK, await chief.GetAsync($"/api/v1/plans/{plan}"));

        Expect(own, HttpStatusCode.NoContent, await own.PostAsync($"/api/v1/consents/{consent}/withdraw", new { }));

        await chief.GetAsync($"/api/v1/plans/{plan}");
        Assert.Equal(HttpStatusCode.NotFound, chief.Status);
        Expect(chief, HttpStatusCode.OK, await chief.GetAsync($"/api/v1/decisions/{decision}"));
    }

    [Fact]
    public async Task Where_several_offices_may_decide_one_is_chosen_and_where_none_can_it_is_said()
    {
        await HireAsync("plat-home", "plat");
        using var plat = await TestApi.AsAsync(app, "plat");
        await HireAsync("health-welfare.kitazawa.livelihood", "kitazawa.manager", Role.Manager);
        var (_, plan, _, _) = await SubmittedWithAsync(plat, "plat", submit: true);
        object Input(string? decidedBy) => new { kind = "planAcceptance", plan, planVersion = 1, proposal = "伺います。", decidedBy };

        Assert.Equal(["Required"], Codes(await plat.PostAsync("/api/v1/decisions", Input(null))));
        Assert.Equal(["DecisionNotThisOffice"], Codes(await plat.PostAsync("/api/v1/decisions", Input(TestOrganisations.Id(TestOrganisations.Desk).ToString()))));
        Expect(plat, HttpStatusCode.Created, await plat.PostAsync("/api/v1/decisions", Input(TestOrganisations.Id("health-welfare.kitazawa.livelihood").ToString())));
    }

    private async Task<(Id<Case> Case, string Plan, Id<Person> Subject)> SubmittedAsync(TestApi desk, bool submit = true)
    {
        var (@case, plan, subject, _) = await SubmittedWithAsync(desk, TestTown.Desk, submit);
        return (@case, plan, subject);
    }

    private async Task<(Id<Case> Case, string Plan, Id<Person> Subject, string Consent)> SubmittedWithAsync(TestApi maker, string login, bool submit)
    {
        var (@case, _, _) = await town.OpenCaseAsync(login);
        Expect(maker, HttpStatusCode.NoContent, await maker.PostAsync($"/api/v1/cases/{@case}/persons", new { name = "架空 対象", role = "subject", phone = "03-0000-0001" }));
        var subject = Id<Person>.Parse((await maker.GetAsync($"/api/v1/cases/{@case}"))!["persons"]!.AsArray()[^1]!["person"]!.ToString(), null);
        var consent = await ConsentAsync(maker, @case, subject, "ward", "elder-care");
        var content = PlanOf(subject, main: TestOrganisations.Desk, helper: TestOrganisations.OtherDesk);
        var plan = Expect(maker, HttpStatusCode.Created, await maker.PostAsync($"/api/v1/cases/{@case}/plans", content))!["id"]!.ToString();
        if (!submit) return (@case, plan, subject, consent);
        var at = $"/api/v1/plans/{plan}/versions/1";
        Expect(maker, HttpStatusCode.NoContent, await maker.PostAsync($"{at}/signatures", new { subject = subject.ToString(), kind = "signed" }));
        Expect(maker, HttpStatusCode.NoContent, await maker.PostAsync($"{at}/submit"));
        return (@case, plan, subject, consent);
    }

    private static async Task<string> PutUpAsync(TestApi maker, string plan) => Expect(maker, HttpStatusCode.Created, await maker.PostAsync("/api/v1/decisions", new
    {
        kind = "planAcceptance",
        plan,
        planVersion = 1,
        proposal = "伺います。",
        decidedBy = TestOrganisations.Id(TestOrganisations.Hub).ToString(),
    }))!["id"]!.ToString();

    private async Task HireAsync(string organisation, string login = Own, Role role = Role.DeskWorker)
    {
        await using var db = app.Database.OpenAsOwner();
        var ids = IdSource.Secure(TimeProvider.System);
        var account = new Account(ids.Next<Account>(), login, $"架空 {login}") { PasswordHash = new PasswordHasher<Account>().HashPassword(null!, TestTown.Password), SecurityStamp = login };
        account.Join(ids.Next<Membership>(), TestOrganisations.Id(organisation), role, new DateOnly(2024, 4, 1));
        db.Accounts.Add(account);
        await db.SaveAsync(new WorkContext(new(account.Id, default, TimeProvider.System.GetUtcNow()), Permission.ManageAccounts), CancellationToken.None);
    }
}
