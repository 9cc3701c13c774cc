using Tsunagi.Web.Tests.Notices;

namespace Tsunagi.Browser.Tests;

/// <summary>
/// Every page of the running host that needs no id to be opened, opened by somebody whose role may: no violation of
/// WCAG 2.2 AA in light and in high contrast, and no sideways scrolling on a phone.
/// </summary>
public sealed class Every_page_is_accessible(NoticeTown app, Chromium chromium) : IClassFixture<NoticeTown>
{
    [Fact]
    public async Task In_light_in_high_contrast_and_on_a_phone()
    {
        List<string> faults = [];
        foreach (var (login, paths) in StaticPages.ByReader(app))
        {
            var page = await chromium.OpenAsync(app.Address);
            if (login.Length > 0) await page.SignInAsync(login);
            foreach (var path in paths)
            {
                await page.GotoAsync(path);
                faults.AddRange(await page.FaultsAsync());
            }
            await page.Context.CloseAsync();
        }
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Theory]
    [InlineData("<input>", "label")]
    [InlineData("<p style='width: 2000px'>長い", "scrolls sideways")]
    [InlineData("<style>p { color: #000 } @media (prefers-contrast: more) { p { color: #eee } }</style><p>淡い", "high contrast: color-contrast")]
    public async Task A_fault_is_caught(string content, string fault)
    {
        var page = await chromium.OpenAsync(app.Address);
        await page.SetContentAsync($"<html lang=ja><title>x</title><meta name=viewport content='width=device-width'><main><h1>x</h1>{content}</main>");
        Assert.Contains(await page.FaultsAsync(), f => f.Contains(fault, StringComparison.Ordinal));
    }
}
