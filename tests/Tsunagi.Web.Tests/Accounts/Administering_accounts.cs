using System.Net;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Accounts;

public sealed class Administering_accounts(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task An_administrator_registers_a_worker_who_then_signs_in()
    {
        using var admin = await app.SignInAsync(TestTown.Administrator);
        await admin.OpenAsync("/accounts/new");
        await admin.SubmitAsync(admin.Form("Input.Login"),
            ("Input.Login", "New.Worker"), ("Input.Name", "架空 新人"), ("Input.Password", "a long enough phrase"),
            ("Input.Organisation", TestOrganisations.Id(TestOrganisations.Desk).ToString()), ("Input.Role", "DeskWorker"));
        Assert.Contains("利用者を登録しました", admin.Text, StringComparison.Ordinal);

        using var worker = app.Visit();
        await worker.SignInAsync("new.worker", "a long enough phrase");
        Assert.Contains("はじめに、ご自分のパスワードに変えてください", worker.Text, StringComparison.Ordinal);
        await worker.SubmitAsync(worker.Form("Input.Next"),
            ("Input.Current", "a long enough phrase"), ("Input.Next", "my very own phrase"), ("Input.Again", "my very own phrase"));
        Assert.Equal("/", worker.Url.AbsolutePath);
        Assert.Contains("太子堂あんしんすこやかセンター", worker.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_wrongly_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        using var admin = await app.SignInAsync(TestTown.Administrator);
        await admin.OpenAsync("/accounts/new");
        await admin.SubmitAsync(admin.Form("Input.Login"), ("Input.Login", TestTown.Desk), ("Input.Name", "架空 重複"), ("Input.Password", "short"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.Contains("すでに使われています", admin.Text, StringComparison.Ordinal);
        Assert.Contains("12文字以上", admin.Text, StringComparison.Ordinal);
        Assert.Equal("架空 重複", admin.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_double_click_registers_once()
    {
        using var admin = await app.SignInAsync(TestTown.Administrator);
        await admin.OpenAsync("/accounts/new");
        var post = TestBrowser.Values(admin.Form("Input.Login"), null,
            ("Input.Login", "double.click"), ("Input.Name", "架空 二重"), ("Input.Password", "a long enough phrase"),
            ("Input.Organisation", TestOrganisations.Id(TestOrganisations.Desk).ToString()), ("Input.Role", "DeskWorker"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            using var tab = await app.SignInAsync(TestTown.Administrator);
            return post;
        }));
        await admin.PostAsync("/accounts/new", answers[0]);
        var first = admin.Url;
        await admin.PostAsync("/accounts/new", answers[1]);
        Assert.Equal(first, admin.Url);
        await using var db = app.Database.OpenAsOwner();
        Assert.Equal(1, await db.Accounts.CountAsync(a => a.Login == "double.click"));
    }

    [Fact]
    public async Task Nobody_but_an_administrator_gets_in()
    {
        using var desk = await app.SignInAsync(TestTown.Desk);
        await desk.OpenAsync("/accounts");
        Assert.Equal(HttpStatusCode.Forbidden, desk.Status);

        using var stranger = app.Visit();
        await stranger.OpenAsync("/accounts");
        Assert.Equal("/sign-in", stranger.Url.AbsolutePath);
    }

    [Fact]
    public async Task Stopping_an_account_ends_its_sign_ins_at_the_next_click()
    {
        using var worker = await app.SignInAsync(TestTown.OtherDesk);
        using var admin = await app.SignInAsync(TestTown.Administrator);
        await using (var db = app.Database.OpenAsOwner())
            await admin.OpenAsync($"/accounts/{(await db.Accounts.SingleAsync(a => a.Login == TestTown.OtherDesk)).Id}");
        await admin.SubmitAsync(admin.FormWithButton("利用を停止する"));
        Assert.Contains("利用を停止しました", admin.Text, StringComparison.Ordinal);
        await worker.OpenAsync("/");
        Assert.Equal("/sign-in", worker.Url.AbsolutePath);
    }

    [Fact]
    public async Task The_API_registers_by_the_same_rules_and_repeats_answer_the_same()
    {
        using var admin = await TestApi.AsAsync(app, TestTown.Administrator);
        var input = new { login = "by.api", name = "架空 API", password = "a long enough phrase", organisation = TestOrganisations.Id(TestOrganisations.Desk).ToString(), role = "deskWorker" };
        var made = await admin.PostAsync("/api/v1/accounts", input, key: "one");
        Assert.Equal(HttpStatusCode.Created, admin.Status);
        var again = await admin.PostAsync("/api/v1/accounts", input, key: "one");
        Assert.Equal(HttpStatusCode.Created, admin.Status);
        Assert.Equal(made!["id"]!.ToString(), again!["id"]!.ToString());

        var refused = await admin.PostAsync("/api/v1/accounts", input with { password = "short" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.Contains(refused!["refusals"]!.AsArray(), r => r!["code"]!.ToString() == "WeakPassword" && r["field"]!.ToString() == "password");

        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        await desk.PostAsync("/api/v1/accounts", input);
        Assert.Equal(HttpStatusCode.Forbidden, desk.Status);
    }
}
