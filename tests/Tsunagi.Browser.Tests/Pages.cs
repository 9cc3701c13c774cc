using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
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
    public static Task HasLeftSignInAsync(this IPage page) => Assertions.Expect(page).Not.ToHaveURLAsync(SignInPage(), new() { Timeout = 20_000 });

    [GeneratedRegex("/sign-in")]
    private static partial Regex SignInPage();

    /// <summary>What axe finds wrong on the page, one line each; WCAG 2.2 AA.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(this IPage page)
    {
        var found = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        return [.. found.Violations.SelectMany(v => v.Nodes.Select(n => $"{page.Url}: {v.Id} – {n.Html}"))];
    }
}
