using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Browser.Tests.Journeys;

/// <summary>One person at their screen, who finds things by the words they read.</summary>
public sealed class Screen(IPage page, Hands hands)
{
    public IPage Page => page;

    /// <summary>A part of the page by its heading, group or disclosure, so that a label means one field.</summary>
    private ILocator? part;

    public async Task SignInAsync(string login)
    {
        await page.GotoAsync("/sign-in");
        await TypeAsync("利用者ID", login);
        await TypeAsync("パスワード", TestTown.Password);
        await PressAsync("サインイン");
        await page.HasLeftSignInAsync();
    }

    /// <summary>Types an address, as from a bookmark.</summary>
    public Task GoAsync(string path) => page.GotoAsync(path);

    /// <summary>Works inside the group or form that is found by a word until <paramref name="acts"/> are done.</summary>
    public async Task InAsync(ILocator where, Func<Task> acts)
    {
        part = where;
        await acts();
        part = null;
    }

    /// <summary>The form that is sent by a button.</summary>
    public ILocator FormOf(string button) => page.Locator("form").Filter(new() { Has = page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }) }).First;

    /// <summary>A group of fields with a name.</summary>
    public ILocator Group(string name) => page.GetByRole(AriaRole.Group, new() { NameRegex = new($"^{Regex.Escape(name)}") }).First;

    public async Task TypeAsync(string label, string text) => await hands.TypeAsync(await FieldAsync(label), text);

    /// <summary>Chooses the entry with these words, or else the first that has them in it.</summary>
    public async Task ChooseAsync(string label, string entry)
    {
        var list = await FieldAsync(label);
        var entries = (await list.Locator("option").AllTextContentsAsync()).Select(e => e.Trim()).ToList();
        var whole = entries.Contains(entry) ? entry : entries.Find(e => e.Contains(entry, StringComparison.Ordinal));
        Assert.True(whole is not null, $"'{entry}' is not in '{label}' on {page.Url}: {string.Join(" | ", entries)}");
        await hands.ChooseAsync(list, whole);
    }

    /// <summary>Picks a radio button or ticks a box.</summary>
    public async Task PickAsync(string label) => await hands.PickAsync(await FieldAsync(label));

    /// <summary>Picks the one whose label begins with these words.</summary>
    public Task PickFirstAsync(string beginning) =>
        hands.PickAsync(Within().GetByLabel(new Regex($"^\\s*{Regex.Escape(beginning)}")).And(page.Locator("input")).First);

    public Task PressAsync(string button) => hands.SetOffAsync(Within().GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);

    public Task FollowAsync(string link) => hands.SetOffAsync(Within().GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First);

    /// <summary>Goes to another tab of the record.</summary>
    public Task TabAsync(string label) => hands.SetOffAsync(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = label, Exact = true }).First);

    /// <summary>Follows the first link that begins with the words.</summary>
    public Task FollowFirstAsync(string beginning) => hands.SetOffAsync(Within().GetByRole(AriaRole.Link, new() { NameRegex = new($"^{Regex.Escape(beginning)}") }).First);

    /// <summary>Opens a disclosure, if it is not open.</summary>
    public async Task UnfoldAsync(string summary)
    {
        var details = page.Locator("details").Filter(new() { Has = page.Locator("summary", new() { HasTextRegex = new($"^\\s*{Regex.Escape(summary)}") }) }).First;
        if (!await details.EvaluateAsync<bool>("d => d.open")) await hands.SetOffAsync(details.Locator("summary").First);
        part = details;
    }

    /// <summary>Leaves the disclosure or group.</summary>
    public void Leave() => part = null;

    public async Task SeeAsync(string words)
    {
        try
        {
            await page.GetByText(words).Locator("visible=true").First.WaitForAsync();
        }
        catch (TimeoutException)
        {
            Assert.Fail($"'{words}' is not to be seen on {page.Url}: {await page.Locator("main").InnerTextAsync()}");
        }
    }

    /// <summary>What is nowhere on the page, not even folded away.</summary>
    public async Task NotSeeAsync(string words) => Assert.DoesNotContain(words, await page.ContentAsync(), StringComparison.Ordinal);

    private async Task<ILocator> FieldAsync(string label)
    {
        var found = Within().GetByLabel(label, new() { Exact = true }).Or(Within().GetByLabel(new Regex($"^\\s*{Regex.Escape(label)}\\s*(必須|任意|※.*)?\\s*$"))).And(page.Locator("input, textarea, select")).Locator("visible=true");
        await found.First.WaitForAsync();
        return found.First;
    }

    private ILocator Within() => part ?? page.Locator("body");
}
