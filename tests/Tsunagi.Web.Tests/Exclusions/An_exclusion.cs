using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Exclusions;

/// <summary>Promise 23 and rules §9: staff see neither themselves nor their relatives, whatever else lets them in.</summary>
public sealed class An_exclusion(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Declared_for_oneself_hides_everything_that_concerns_the_person_at_once()
    {
        var (person, consultation, household) = await ReceiveAsync("架縁 太郎");
        var supportCase = await CaseOfAsync(person, 9001);
        await GrantAsync(TestTown.Desk2, AccessLevel.Manage, RootRef.Of(RootKind.Person, person), RootRef.Of(RootKind.Consultation, consultation));
        using var relative = await app.SignInAsync(TestTown.Desk2);
        Assert.Equal(HttpStatusCode.OK, (await relative.OpenAsync($"/people/{person}")).Status);
        Assert.True(await SeesCaseAsync(TestTown.Desk2, supportCase));

        await relative.OpenAsync($"/people/{person}/exclusion");
        await relative.SubmitAsync(relative.FormWithButton("申告する"), ("Input.Kind", nameof(ExclusionKind.Relative)));
        Assert.Contains("申告を受け付けました", relative.Text, StringComparison.Ordinal);

        using var api = await TestApi.AsAsync(app, TestTown.Desk2);
        foreach (var path in (string[])[$"/people/{person}", $"/people/{person}/edit", $"/people/{person}/exclusion", $"/people/{person}/protection",
            $"/consultations/{consultation}", $"/consultations/{consultation}/correct", $"/households/{household}"])
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await relative.OpenAsync(path)).Status));
        foreach (var path in (string[])[$"/api/v1/people/{person}", $"/api/v1/consultations/{consultation}"])
        {
            await api.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, api.Status);
        }
        foreach (var path in (string[])["/", "/consultations", await app.SearchPathAsync(TestTown.Desk2, "架縁 太郎")])
        {
            await relative.OpenAsync(path);
            Assert.DoesNotContain(consultation.ToString(), relative.Page.Body!.InnerHtml, StringComparison.Ordinal);
            Assert.DoesNotContain(person.ToString(), relative.Page.Body!.InnerHtml, StringComparison.Ordinal);
        }
        Assert.False(await SeesCaseAsync(TestTown.Desk2, supportCase));
        Assert.True(await SeesCaseAsync(TestTown.Desk, supportCase));

        // A grant made afterwards opens nothing, nor is what is linked afterwards seen.
        await GrantAsync(TestTown.Desk2, AccessLevel.Manage, RootRef.Of(RootKind.Person, person));
        Assert.Equal(HttpStatusCode.NotFound, (await relative.OpenAsync($"/people/{person}")).Status);
        var later = await ReceiveAgainAsync(person);
        Assert.Equal(HttpStatusCode.NotFound, (await relative.OpenAsync($"/consultations/{later}")).Status);
        var laterCase = await CaseOfAsync(person, 9002);
        Assert.False(await SeesCaseAsync(TestTown.Desk2, laterCase));

        // Without the trigger it would be seen: so this test can fail.
        await ExecuteAsync(app.Database.Owner, "alter table consultation_person disable trigger copy_exclusions_consultation_id_person_id");
        var leaked = await ReceiveAgainAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await relative.OpenAsync($"/consultations/{leaked}")).Status);
        await ExecuteAsync(app.Database.Owner, "alter table consultation_person enable trigger copy_exclusions_consultation_id_person_id");
    }

    [Fact]
    public async Task Is_told_to_the_supervisor_and_to_nobody_else()
    {
        var (person, _, _) = await ReceiveAsync("架縁 次郎");
        using (var relative = await TestApi.AsAsync(app, TestTown.Desk2))
        {
            await relative.PostAsync($"/api/v1/people/{person}/exclusions", new { kind = "conflict" });
            Assert.Equal(HttpStatusCode.OK, relative.Status);
            await relative.GetAsync("/api/v1/exclusions");
            Assert.Equal(HttpStatusCode.Forbidden, relative.Status);
        }
        using var chief = await app.SignInAsync(TestTown.DeskChief);
        await chief.OpenAsync("/exclusions");
        Assert.Contains("架縁 次郎", chief.Text, StringComparison.Ordinal);
        await chief.OpenAsync("/");
        Assert.Contains("閲覧の除外：知人・利害関係", chief.Text, StringComparison.Ordinal);
        using var strangerChief = await app.SignInAsync(TestTown.HubChief);
        await strangerChief.OpenAsync("/exclusions");
        Assert.DoesNotContain("架縁", strangerChief.Text, StringComparison.Ordinal);
        using var colleague = await app.SignInAsync(TestTown.Desk);
        Assert.Equal(HttpStatusCode.Forbidden, (await colleague.OpenAsync("/exclusions")).Status);
        await colleague.OpenAsync($"/people/{person}");
        Assert.Equal(HttpStatusCode.OK, colleague.Status);
        Assert.DoesNotContain("架空 窓口二", colleague.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_declared_for_others_by_the_supervisor_with_a_reason_only()
    {
        var (person, _, _) = await ReceiveAsync("架縁 三郎");
        var desk2 = (await AccountAsync(TestTown.Desk2)).ToString();
        using var colleague = await TestApi.AsAsync(app, TestTown.Desk);
        await colleague.PostAsync($"/api/v1/people/{person}/exclusions", new { account = desk2, kind = "perpetratorSide", reason = "担当" });
        Assert.Equal(HttpStatusCode.Forbidden, colleague.Status);
        using var chief = await TestApi.AsAsync(app, TestTown.DeskChief);
        await chief.PostAsync($"/api/v1/people/{person}/exclusions", new { account = desk2, kind = "perpetratorSide" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chief.Status);
        await chief.PostAsync($"/api/v1/people/{person}/exclusions", new { account = desk2, kind = "perpetratorSide", reason = "相手方を担当している" });
        Assert.Equal(HttpStatusCode.OK, chief.Status);
        using var shut = await app.SignInAsync(TestTown.Desk2);
        Assert.Equal(HttpStatusCode.NotFound, (await shut.OpenAsync($"/people/{person}")).Status);
        // Who is shut out cannot be named a reader of the protected location either.
        var household = (await chief.GetAsync($"/api/v1/people/{person}/protection"))!["household"]!.AsArray().Select(h => new { person = h!["person"]!.ToString(), included = true });
        await chief.PostAsync($"/api/v1/people/{person}/protection", new { certifiedBy = "架空警察署", from = "R8.4.1", reviewOn = await DayAsync(100), household });
        Assert.Equal(HttpStatusCode.OK, chief.Status);
        await chief.PostAsync($"/api/v1/people/{person}/protection/readers", new { account = desk2, purpose = "訪問", reason = "担当", until = await DayAsync(3) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chief.Status);
    }

    [Fact]
    public async Task Suspected_by_the_name_masks_until_the_supervisor_clears_it_with_a_reason()
    {
        var (person, consultation, _) = await ReceiveAsync("架空 窓口二");
        using var namesake = await app.SignInAsync(TestTown.Desk2);
        Assert.Equal(HttpStatusCode.NotFound, (await namesake.OpenAsync($"/people/{person}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await namesake.OpenAsync($"/consultations/{consultation}")).Status);
        using var chief = await app.SignInAsync(TestTown.DeskChief);
        await chief.OpenAsync("/?list=Waiting");
        Assert.Contains("親族の疑い", chief.Text, StringComparison.Ordinal);
        await chief.OpenAsync("/exclusions");
        await chief.SubmitAsync(chief.FormWithButton("別人・無関係と確かめた"), ("Input.Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chief.Status);
        await chief.SubmitAsync(chief.FormWithButton("別人・無関係と確かめた"), ("Input.Reason", "生年月日が違う同姓同名"));
        Assert.Contains("除外を解除しました", chief.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await namesake.OpenAsync($"/people/{person}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await namesake.OpenAsync($"/consultations/{consultation}")).Status);
        // Cleared is cleared: writing the person again suspects nobody anew. And the program deletes no exclusion by itself.
        await using (var db = app.Database.OpenAsOwner())
            Assert.Equal(1, await db.ExclusionDeclarations.IgnoreQueryFilters().CountAsync(d => d.PersonId == person && d.ClearedAt != null));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege,
            (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(app.Database.Program, "delete from exclusion"))).SqlState);
    }

    [Fact]
    public async Task Declared_by_mistake_is_cleared_by_another_supervisor_and_opens_everything_again()
    {
        var (person, consultation, _) = await ReceiveAsync("架空 取違");
        using var colleague = await TestApi.AsAsync(app, TestTown.Desk2);
        await colleague.PostAsync($"/api/v1/people/{person}/exclusions", new { kind = "relative" });
        Assert.Equal(HttpStatusCode.OK, colleague.Status);
        await colleague.GetAsync($"/api/v1/consultations/{consultation}");
        Assert.Equal(HttpStatusCode.NotFound, colleague.Status);
        using var chief = await app.SignInAsync(TestTown.DeskChief);
        await chief.OpenAsync("/exclusions");
        var row = chief.Page.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("架空 取違", StringComparison.Ordinal));
        await chief.SubmitAsync((AngleSharp.Html.Dom.IHtmlFormElement)row.QuerySelector("form")!, ("Input.Reason", "人の取り違え"));
        Assert.Contains("除外を解除しました", chief.Text, StringComparison.Ordinal);
        await colleague.GetAsync($"/api/v1/consultations/{consultation}");
        Assert.Equal(HttpStatusCode.OK, colleague.Status);
    }

    [Theory]
    [InlineData(TestTown.DeskChief, "/exclusions")]
    [InlineData(TestTown.Privacy, "/exclusions/perpetrator-side")]
    public async Task On_a_perpetrators_side_on_the_wrong_account_is_taken_back_and_opens_everything_again(string login, string page)
    {
        var (person, consultation, _) = await ReceiveAsync(login == TestTown.Privacy ? "架空 相違" : "架空 別人");
        using (var chief = await TestApi.AsAsync(app, TestTown.DeskChief))
        {
            await chief.PostAsync($"/api/v1/people/{person}/exclusions", new { account = (await AccountAsync(TestTown.Desk2)).ToString(), kind = "perpetratorSide", reason = "相手方を担当" });
            Assert.Equal(HttpStatusCode.OK, chief.Status);
        }
        using var wronged = await TestApi.AsAsync(app, TestTown.Desk2);
        await wronged.GetAsync($"/api/v1/consultations/{consultation}");
        Assert.Equal(HttpStatusCode.NotFound, wronged.Status);
        using var taking = await app.SignInAsync(login);
        await taking.OpenAsync(page);
        if (login == TestTown.Privacy) Assert.DoesNotContain("架空 相違", taking.Text, StringComparison.Ordinal);
        await taking.SubmitAsync(taking.FormWithButton("取り下げる"), ("Input.Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taking.Status);
        await taking.SubmitAsync(taking.FormWithButton("取り下げる"), ("Input.Reason", "同姓の別の職員だった"));
        Assert.Equal(HttpStatusCode.OK, taking.Status);
        await wronged.GetAsync($"/api/v1/consultations/{consultation}");
        Assert.Equal(HttpStatusCode.OK, wronged.Status);
        await using var db = app.Database.OpenAsOwner();
        var trace = await db.ExclusionDeclarations.IgnoreQueryFilters().SingleAsync(d => d.PersonId == person && d.Kind == ExclusionKind.PerpetratorSide, TestContext.Current.CancellationToken);
        Assert.Equal(("同姓の別の職員だった", await AccountAsync(login)), (trace.ClearReason, trace.ClearedBy));
    }

    private async Task<(Id<Person> Person, Id<Consultation> Consultation, Guid Household)> ReceiveAsync(string name)
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync("/consultations/new");
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "受け付ける", ("Input.OwnWords", "家族のこと"), ("Input.VisitorName", name), ("Input.VisitorRelation", "self"),
            ("Input.Members[0].Name", "架縁 花"), ("Input.Members[0].Relation", "長女"));
        Assert.Contains("相談を受け付けました", desk.Text, StringComparison.Ordinal);
        Assert.True(Id<Consultation>.TryParse(desk.Url.AbsolutePath.Split('/')[^1], null, out var consultation));
        await using var db = app.Database.OpenAsOwner();
        var found = await db.Consultations.IgnoreQueryFilters().Where(c => c.Id == consultation).Select(c => c.HouseholdId).SingleAsync();
        var person = await db.Households.IgnoreQueryFilters().Where(h => h.Id == found).Select(h => h.ReferencePersonId).SingleAsync();
        return (person, consultation, found!.Value.Value);
    }

    private async Task<Id<Consultation>> ReceiveAgainAsync(Id<Person> person)
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync("/consultations/new?person=" + person);
        await desk.SubmitAsync(desk.Form("Input.OwnWords"), "受け付ける", ("Input.OwnWords", "また相談"), ("Input.PersonId", person.ToString()));
        Assert.Contains("相談を受け付けました", desk.Text, StringComparison.Ordinal);
        Assert.True(Id<Consultation>.TryParse(desk.Url.AbsolutePath.Split('/')[^1], null, out var consultation));
        return consultation;
    }

    /// <summary>A case that concerns the person.</summary>
    private async Task<Id<Case>> CaseOfAsync(Id<Person> person, int number)
    {
        await using var db = app.Database.OpenAsOwner();
        var stamp = new Stamp(await AccountAsync(TestTown.Desk), TestOrganisations.Id(TestOrganisations.Desk), app.Services.GetRequiredService<JapanTime>().Now);
        var ids = app.Services.GetRequiredService<IdSource>();
        var opened = Case.Open(ids.Next<Case>(), new CaseNumber(2026, number), default, stamp);
        Assert.True(opened.Include(person, CasePersonRole.Subject, stamp).IsDone);
        db.Cases.Add(opened);
        db.Grants.Add(Grant.ToOrganisation(ids.Next<Grant>(), opened.Root, stamp.Organisation, AccessLevel.Manage, GrantBasis.Assignment, stamp.At));
        await db.SaveAsync(new WorkContext(stamp, Permission.OpenCase), CancellationToken.None);
        return opened.Id;
    }

    private async Task<bool> SeesCaseAsync(string login, Id<Case> id)
    {
        await using var db = app.Database.OpenAsOwner();
        var actor = new Actor(await AccountAsync(login), TestOrganisations.Id(TestOrganisations.Desk), new HashSet<Role> { Role.DeskWorker });
        db.Scope = AccessScope.Of(actor, app.Services.GetRequiredService<JapanTime>().Now);
        return await db.Cases.AnyAsync(c => c.Id == id);
    }

    private async Task GrantAsync(string login, AccessLevel level, params RootRef[] roots)
    {
        await using var db = app.Database.OpenAsOwner();
        var (account, now) = (await AccountAsync(login), app.Services.GetRequiredService<JapanTime>().Now);
        foreach (var root in roots) db.Grants.Add(Grant.ToAccount(app.Services.GetRequiredService<IdSource>().Next<Grant>(), root, account, level, GrantBasis.Team, now));
        await db.SaveChangesAsync();
    }

    private Task<string> DayAsync(int days) => Task.FromResult(
        app.Services.GetRequiredService<JapanTime>().Today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private async Task<Id<Account>> AccountAsync(string login)
    {
        await using var db = app.Database.OpenAsOwner();
        return (await db.Accounts.SingleAsync(a => a.Login == login)).Id;
    }

#pragma warning disable CA2100 // Statements of the test itself.
    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
#pragma warning restore CA2100
}
