using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Browser.Tests;

/// <summary>What browser tests do again and again.</summary>
static partial class Pages
{
    /// <summary>Signs somebody of the test town in, as they would.</summary>
    public static async Task SignInAsync(this IPage page, string login)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("利用者ID").FillAsync(login);
        await page.GetByLabel("パスワード").FillAsync(TestTown.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "サインイン", Exact = true }).ClickAsync();
        await page.HasLeftSignInAsync();
    }

    /// <summary>Waits until the sign-in has led on. By the address alone: the load event of a page reached by a redirect is sometimes missed.</summary>
    public static Task HasLeftSignInAsync(this IPage page) => Assertions.Expect(page).Not.ToHaveURLAsync(SignInPage(), new() { Timeout = 60_000 });

    [GeneratedRegex("/sign-in")]
    private static partial Regex SignInPage();

    /// <summary>
    /// What is wrong with the page, one line each: violations of WCAG 2.2 AA in light and in high contrast, and sideways scrolling
    /// on a phone.
    /// </summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this IPage page)
    {
        List<string> faults = [.. await page.ViolationsAsync()];
        await page.EmulateMediaAsync(new() { Contrast = Contrast.More });
        faults.AddRange((await page.ViolationsAsync()).Select(v => $"high contrast: {v}"));
        await page.EmulateMediaAsync(new() { Contrast = Contrast.NoPreference });
        var (width, height) = (page.ViewportSize!.Width, page.ViewportSize.Height);
        await page.SetViewportSizeAsync(390, 844);
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth")) faults.Add("scrolls sideways on a phone");
        await page.SetViewportSizeAsync(width, height);
        return [.. faults.Select(f => $"{page.Url}: {f}")];
    }

    /// <summary>What axe finds wrong on the page as it stands; WCAG 2.2 AA.</summary>
    public static async Task<string[]> ViolationsAsync(this IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync($"() => {{ {Axe} }}");
        return await page.EvaluateAsync<string[]>(FindViolations);
    }

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Nothing is asked for but the violations: to describe every node that passes takes most of the time.
    private const string FindViolations = """
        async () => {
            const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
            const found = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
            return found.violations.flatMap(v => v.nodes.map(n => `${v.id} – ${n.html}`));
        }
        """;
}
