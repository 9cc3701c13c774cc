using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Browser.Tests;

/// <summary>メニュー: how much waits, on every page (ADR 0050).</summary>
public sealed partial class The_menu(TestApp app, Chromium chromium) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_waits_is_counted_anew_after_what_was_done()
    {
        var page = await chromium.OpenAsync(app.Address);
        await page.SignInAsync(TestTown.Desk);
        var waiting = page.Locator(".frame-side a[href='/memos'] + .ds-count");
        await page.GotoAsync("/consultations");
        await Assertions.Expect(waiting).ToHaveCountAsync(0);

        await page.GotoAsync("/memos/new");
        await page.Locator("[name='Input.Message']").FillAsync("折り返してほしい");
        await page.Locator("[name='Input.From']").FillAsync("架空 花子");
        await page.GetByRole(AriaRole.Button, new() { Name = "残す" }).ClickAsync();
        await Assertions.Expect(waiting).ToHaveTextAsync("1件待っています");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "電話メモ", Exact = true }).First).ToHaveAccessibleDescriptionAsync(WaitingOne());
        await page.GotoAsync("/");
        await Assertions.Expect(waiting).ToHaveTextAsync("1件待っています");
        await page.GotoAsync("/consultations");
        await Assertions.Expect(waiting).ToHaveTextAsync("1件待っています");
    }

    [GeneratedRegex("^1 ?件待っています$")]
    private static partial Regex WaitingOne();
}
