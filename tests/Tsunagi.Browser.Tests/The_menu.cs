using Microsoft.Playwright;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Browser.Tests;

/// <summary>メニュー: how much waits, on every page (ADR 0050).</summary>
public sealed class The_menu(TestApp app, Chromium chromium) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_waits_is_counted_anew_after_what_was_done()
    {
        var page = await chromium.OpenAsync(app.Address);
        await page.SignInAsync(TestTown.Desk);
        var memos = page.Locator(".frame-side").GetByRole(AriaRole.Link, new() { Name = "電話メモ" });
        await page.GotoAsync("/consultations");
        await Assertions.Expect(memos).ToHaveTextAsync("電話メモ");

        await page.GotoAsync("/memos/new");
        await page.Locator("[name='Input.Message']").FillAsync("折り返してほしい");
        await page.Locator("[name='Input.From']").FillAsync("架空 花子");
        await page.GetByRole(AriaRole.Button, new() { Name = "残す" }).ClickAsync();
        await Assertions.Expect(memos).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("電話メモ\\s*1件待っています"));
        await page.GotoAsync("/");
        await Assertions.Expect(memos.Locator(".ds-count")).ToHaveCountAsync(1);
        await page.GotoAsync("/consultations");
        await Assertions.Expect(memos).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("電話メモ\\s*1件待っています"));
    }
}
