using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Browser.Tests;

/// <summary>
/// Every page of the running host that needs no id to be opened, opened by somebody whose role may: no violation of
/// WCAG 2.2 AA in light and in high contrast, and no sideways scrolling on a phone.
/// </summary>
public sealed class Every_page_is_accessible(TestApp app, Chromium chromium) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task In_light_and_in_high_contrast(bool moreContrast)
    {
        List<string> violations = [];
        foreach (var (login, paths) in StaticPages.ByReader(app))
        {
            var page = await chromium.OpenAsync(app.Address, moreContrast: moreContrast);
            if (login.Length > 0) await page.SignInAsync(login);
            foreach (var path in paths)
            {
                await page.GotoAsync(path);
                violations.AddRange(await page.ViolationsAsync());
            }
            await page.Context.CloseAsync();
        }
        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
    }

    [Fact]
    public async Task Nothing_scrolls_sideways_on_a_phone()
    {
        List<string> wide = [];
        foreach (var (login, paths) in StaticPages.ByReader(app))
        {
            var page = await chromium.OpenAsync(app.Address, width: 390, height: 844);
            if (login.Length > 0) await page.SignInAsync(login);
            foreach (var path in paths)
            {
                await page.GotoAsync(path);
                if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth")) wide.Add(path);
            }
            await page.Context.CloseAsync();
        }
        Assert.True(wide.Count == 0, string.Join(Environment.NewLine, wide));
    }

    [Fact]
    public async Task A_page_with_a_fault_is_caught()
    {
        var page = await chromium.OpenAsync(app.Address);
        await page.SetContentAsync("<html lang=ja><title>x</title><main><h1>x</h1><input></main>");
        Assert.Contains(await page.ViolationsAsync(), v => v.Contains("label", StringComparison.Ordinal));
    }
}
