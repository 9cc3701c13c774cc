using System.Net;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Accounts;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Accounts;

/// <summary>Who administers accounts opens no record by it; a token acts as its owner, and ends when their sign-ins end.</summary>
public sealed class Tokens_and_the_administrator(TestApp app) : IClassFixture<TestApp>
{
    private const string Own = "/account/tokens";

    [Fact]
    public async Task A_worker_issues_their_own_token_sees_it_once_and_revokes_it()
    {
        using var worker = await app.SignInAsync(TestTown.Desk);
        await worker.OpenAsync("/");
        await worker.OpenAsync(worker.Page.QuerySelector("header a.frame-person")!.GetAttribute("href")!);
        Assert.Contains("窓口職員", worker.Text, StringComparison.Ordinal);
        Assert.NotNull(worker.Page.QuerySelector("main a[href='/password']"));
        await worker.OpenAsync(worker.Page.QuerySelector($"main a[href='{Own}']")!.GetAttribute("href")!);
        await worker.SubmitAsync(worker.Form("Input.Name"), ("Input.Name", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, worker.Status);
        var token = await IssueAsync(worker);
        using var api = TestApi.With(app, token);
        await api.GetAsync("/api/v1/me");
        Assert.Equal(HttpStatusCode.OK, api.Status);

        await worker.OpenAsync(Own);
        Assert.Contains("表計算への取込", worker.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(token, worker.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await worker.SubmitAsync(RowOf(worker, "表計算への取込"));
        Assert.Contains("失効させました", worker.Text, StringComparison.Ordinal);
        await RefusedAsync(api, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_administrator_issues_none_for_others_and_can_only_revoke()
    {
        using var worker = await app.SignInAsync(TestTown.Desk2);
        using var api = TestApi.With(app, await IssueAsync(worker));
        using var admin = await app.SignInAsync(TestTown.Administrator);
        var page = await PageOfAsync(TestTown.Desk2);
        Assert.Equal(1, await TokensAsync(TestTown.Desk2));

        await admin.OpenAsync(page);
        Assert.DoesNotContain(admin.Page.QuerySelectorAll("button"), b => b.TextContent.Contains("発行", StringComparison.Ordinal));
        await admin.SubmitAsync(RowOf(admin, "表計算への取込"));
        Assert.Contains("失効させました", admin.Text, StringComparison.Ordinal);
        await RefusedAsync(api, HttpStatusCode.Unauthorized);
        await using var db = app.Database.OpenAsOwner();
        var desk2 = await db.Accounts.SingleAsync(a => a.Login == TestTown.Desk2, TestContext.Current.CancellationToken);
        Assert.Equal(["ApiTokenIssued", "ApiTokenRevoked"], await db.AuditEntries.Where(a => a.RootId == desk2.Id.Value && a.Kind.StartsWith("ApiToken"))
            .OrderBy(a => a.Sequence).Select(a => a.Kind).ToListAsync(TestContext.Current.CancellationToken));

        // Nor by the handler itself, whoever may come to call it.
        await using var scope = app.Services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<Tsunagi.Data.Access.Work>();
        await work.BeginAsync(new Actor((await db.Accounts.SingleAsync(a => a.Login == TestTown.Administrator, TestContext.Current.CancellationToken)).Id,
            TestOrganisations.Id(TestOrganisations.HeadOffice), new HashSet<Role> { Role.Administrator }), TestContext.Current.CancellationToken);
        var outcome = await scope.ServiceProvider.GetRequiredService<ApiTokens>().IssueAsync(desk2.Id, TestOrganisations.Id(TestOrganisations.Desk), "他人", TestContext.Current.CancellationToken);
        Assert.Equal(RefusalCode.OthersToken, Assert.Single(outcome.Refusals).Code);
    }

    [Fact]
    public async Task Nobody_gives_themselves_a_role_or_a_password_and_what_is_given_to_others_is_written_down()
    {
        using var admin = await app.SignInAsync(TestTown.Administrator);
        var (own, other) = (await PageOfAsync(TestTown.Administrator), await PageOfAsync(TestTown.Policy));
        await admin.OpenAsync(own);
        Assert.Empty(admin.Page.QuerySelectorAll("[name='Input.Role'], [name='Input.Password'], [name='active'], [name='membership']"));
        await admin.OpenAsync(other);
        (string, string)[] role = [("Input.Organisation", TestOrganisations.Id(TestOrganisations.Desk).ToString()), ("Input.Role", "DeskWorker")];
        foreach (var (handler, filled) in new[] { ("GiveRole", role), ("Password", [("Input.Password", "a long enough phrase")]) })
        {
            await admin.OpenAsync(other);
            await admin.PostAsync($"{own}?handler={handler}", TestBrowser.Values(admin.Form("Input.Role"), null, filled));
            Assert.Equal(HttpStatusCode.Forbidden, admin.Status);
        }
        await admin.OpenAsync("/sign-in/organisation");
        Assert.DoesNotContain("あんしんすこやかセンター", admin.Text, StringComparison.Ordinal);

        await admin.OpenAsync(other);
        await admin.SubmitAsync(admin.Form("Input.Role"), role);
        Assert.Contains("役割を加えました", admin.Text, StringComparison.Ordinal);
        await using var db = app.Database.OpenAsOwner();
        var given = await db.AuditEntries.OrderBy(a => a.Sequence).LastAsync(a => a.Kind == "RoleGiven", TestContext.Current.CancellationToken);
        Assert.Equal(((await db.Accounts.SingleAsync(a => a.Login == TestTown.Administrator, TestContext.Current.CancellationToken)).Id, Permission.ManageAccounts), (given.AccountId, given.Permission));
        using var holder = await app.SignInAsync(TestTown.Policy);
        await holder.OpenAsync("/account");
        Assert.Contains("太子堂あんしんすこやかセンター", holder.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_set_by_the_administrator_ends_sessions_and_tokens_and_opens_nothing_but_its_change()
    {
        using var worker = await app.SignInAsync(TestTown.Hub);
        using var issued = TestApi.With(app, await IssueAsync(worker));
        using var admin = await app.SignInAsync(TestTown.Administrator);
        await admin.OpenAsync(await PageOfAsync(TestTown.Hub));
        await admin.SubmitAsync(admin.Form("Input.Password"), ("Input.Password", "told over the telephone"));
        Assert.Contains("パスワードを設定しました", admin.Text, StringComparison.Ordinal);
        await worker.OpenAsync("/");
        Assert.Equal("/sign-in", worker.Url.AbsolutePath);
        await RefusedAsync(issued, HttpStatusCode.Unauthorized);

        // What the operator issues meanwhile ends with the change too.
        using var operators = await TestApi.AsAsync(app, TestTown.Hub);
        using var again = app.Visit();
        await again.SignInAsync(TestTown.Hub, "told over the telephone");
        await again.OpenAsync(Own);
        Assert.Equal("/password", again.Url.AbsolutePath);
        await again.SubmitAsync(again.Form("Input.Next"), ("Input.Current", "told over the telephone"), ("Input.Next", TestTown.Password), ("Input.Again", TestTown.Password));
        Assert.Equal("/", again.Url.AbsolutePath);
        await RefusedAsync(operators, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_does_not_come_back_with_the_account()
    {
        using var worker = await app.SignInAsync(TestTown.OtherDesk);
        using var api = TestApi.With(app, await IssueAsync(worker));
        using var admin = await app.SignInAsync(TestTown.Administrator);
        await admin.OpenAsync(await PageOfAsync(TestTown.OtherDesk));
        await admin.SubmitAsync(admin.FormWithButton("利用を停止する"));
        await RefusedAsync(api, HttpStatusCode.Unauthorized);
        await admin.SubmitAsync(admin.FormWithButton("利用を再開する"));
        Assert.Contains("利用を再開しました", admin.Text, StringComparison.Ordinal);
        await RefusedAsync(api, HttpStatusCode.Unauthorized);

        // Whatever changes the stamp, on whichever way.
        using var other = await TestApi.AsAsync(app, TestTown.OtherDesk);
        await other.GetAsync("/api/v1/me");
        Assert.Equal(HttpStatusCode.OK, other.Status);
        await using (var db = app.Database.OpenAsOwner())
            await db.Accounts.Where(a => a.Login == TestTown.OtherDesk).ExecuteUpdateAsync(a => a.SetProperty(x => x.SecurityStamp, "another"), TestContext.Current.CancellationToken);
        await RefusedAsync(other, HttpStatusCode.Unauthorized);
    }

    private static async Task<string> IssueAsync(TestBrowser worker)
    {
        await worker.OpenAsync(Own);
        await worker.SubmitAsync(worker.Form("Input.Name"), ("Input.Organisation", worker.Page.QuerySelector("[name='Input.Organisation'] option:last-child")!.GetAttribute("value")!), ("Input.Name", "表計算への取込"));
        Assert.Equal(HttpStatusCode.OK, worker.Status);
        return worker.Page.QuerySelector("main code")!.TextContent;
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement RowOf(TestBrowser page, string name) =>
        (AngleSharp.Html.Dom.IHtmlFormElement)page.Page.QuerySelectorAll("tr").First(r => r.TextContent.Contains(name, StringComparison.Ordinal)).QuerySelector("form")!;

    private static async Task RefusedAsync(TestApi api, HttpStatusCode status)
    {
        await api.GetAsync("/api/v1/me");
        Assert.Equal((status, "application/problem+json"), (api.Status, api.ContentType));
    }

    private async Task<string> PageOfAsync(string login)
    {
        await using var db = app.Database.OpenAsOwner();
        return $"/accounts/{(await db.Accounts.SingleAsync(a => a.Login == login)).Id}";
    }

    private async Task<int> TokensAsync(string login)
    {
        await using var db = app.Database.OpenAsOwner();
        return await db.ApiTokens.CountAsync(t => t.AccountId == db.Accounts.Single(a => a.Login == login).Id);
    }
}
