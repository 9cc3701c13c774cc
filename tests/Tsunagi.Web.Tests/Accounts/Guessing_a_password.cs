using System.Net;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Accounts;

public sealed class Guessing_a_password(TestApp app) : IClassFixture<TestApp>
{
    private const int Most = 5;

    [Fact]
    public async Task Many_tries_at_once_are_heard_no_more_than_one_after_the_other()
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ => await app.Visit().OpenAsync("/sign-in")));
        await Task.WhenAll(pages.Select((page, i) => page.SubmitAsync(page.Form("Input.Password"), ("Input.Login", TestTown.HubChief), ("Input.Password", $"a wrong guess {i}"))));
        Assert.All(pages, page => Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status));
        using var late = app.Visit();
        await late.SignInAsync(TestTown.HubChief);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        foreach (var page in pages) page.Dispose();

        // A burst in which one is right: it is heard only among the first.
        app.Wait(TimeSpan.FromMinutes(16));
        var burst = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ => await app.Visit().OpenAsync("/sign-in")));
        foreach (var page in burst.Take(Most)) await page.SubmitAsync(page.Form("Input.Password"), ("Input.Login", TestTown.HubChief), ("Input.Password", "a wrong guess"));
        await Task.WhenAll(burst.Skip(Most).Select(page => page.SubmitAsync(page.Form("Input.Password"), ("Input.Login", TestTown.HubChief), ("Input.Password", TestTown.Password))));
        Assert.All(burst, page => Assert.Equal("/sign-in", page.Url.AbsolutePath));
        foreach (var page in burst) page.Dispose();
    }

    [Fact]
    public async Task Signing_in_rightly_uses_no_try_up()
    {
        for (var i = 0; i < Most * 2; i++)
        {
            using var again = await app.SignInAsync(TestTown.Secretary);
            Assert.Equal("/", again.Url.AbsolutePath);
        }
    }

    [Fact]
    public async Task The_present_password_is_not_guessed_from_a_session_left_open()
    {
        using var left = await app.SignInAsync(TestTown.Desk2);
        for (var i = 0; i < Most; i++) await ChangeAsync(left, $"a wrong guess {i}");
        await ChangeAsync(left, TestTown.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, left.Status);
        Assert.Contains("15分ほど待って", left.Text, StringComparison.Ordinal);
        app.Wait(TimeSpan.FromMinutes(16));
        await ChangeAsync(left, TestTown.Password);
        Assert.Contains("パスワードを変えました", left.Text, StringComparison.Ordinal);
    }

    private static async Task ChangeAsync(TestBrowser page, string current)
    {
        await page.OpenAsync("/password");
        await page.SubmitAsync(page.Form("Input.Next"), ("Input.Current", current), ("Input.Next", "another long phrase"), ("Input.Again", "another long phrase"));
    }
}
