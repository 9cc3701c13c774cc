using Microsoft.Playwright;

namespace Tsunagi.Browser.Tests.Journeys;

/// <summary>How somebody works a page: what they want is the same, the way differs.</summary>
public abstract class Hands
{
    /// <summary>Gets a control to be the one that is worked: points at it, or tabs to it.</summary>
    public abstract Task ReachAsync(ILocator control);

    /// <summary>Sets it off: clicks, or presses the key for its kind.</summary>
    public abstract Task SetOffAsync(ILocator control);

    /// <summary>Types into it, over what stood there.</summary>
    public abstract Task TypeAsync(ILocator control, string text);

    /// <summary>Chooses an entry of a drop-down list.</summary>
    public abstract Task ChooseAsync(ILocator list, string entry);

    /// <summary>Picks one of a group of radio buttons, or ticks a box.</summary>
    public abstract Task PickAsync(ILocator choice);
}

/// <summary>With a mouse.</summary>
public sealed class MouseHands : Hands
{
    public override Task ReachAsync(ILocator control) => control.ScrollIntoViewIfNeededAsync();

    public override Task SetOffAsync(ILocator control) => control.ClickAsync();

    public override Task TypeAsync(ILocator control, string text) => control.FillAsync(text);

    public override Task ChooseAsync(ILocator list, string entry) => list.SelectOptionAsync(new SelectOptionValue { Label = entry });

    public override Task PickAsync(ILocator choice) => choice.CheckAsync();
}

/// <summary>
/// With the keyboard alone: everything is reached by Tab, in the order the page gives, and worked by the keys a person would
/// press. What cannot be reached fails the journey.
/// </summary>
public sealed class KeyboardHands : Hands
{
    private const int MostSteps = 400;
    private const string IsThere = "e => e === document.activeElement";
    private const string SameGroup = "e => document.activeElement?.type === 'radio' && document.activeElement.name === e.name && document.activeElement.form === e.form";

    // What lies between, as far as it can be told from the markup; a group of radio buttons is passed in one step.
    private const string Between = """
        e => {
            const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')]
                .filter(c => !c.disabled && c.tabIndex >= 0 && c.checkVisibility() && c.type !== 'radio');
            return all.indexOf(e) - all.indexOf(document.activeElement) - 1;
        }
        """;

    public override async Task ReachAsync(ILocator control)
    {
        for (var between = await control.EvaluateAsync<int>(Between); between > 0; between--) await control.Page.Keyboard.PressAsync("Tab");
        for (var step = 0; step < MostSteps; step++)
        {
            if (await control.EvaluateAsync<bool>(IsThere)) return;
            await control.Page.Keyboard.PressAsync("Tab");
        }
        throw new InvalidOperationException($"Not to be reached by Tab on {control.Page.Url}: {control}");
    }

    public override async Task SetOffAsync(ILocator control)
    {
        await ReachAsync(control);
        var leads = await control.EvaluateAsync<bool>("e => e.tagName !== 'SUMMARY' && (window.isLeft = true)");
        await control.Page.Keyboard.PressAsync("Enter");
        // A key press does not wait for the page it leads to, as a click does.
        if (leads) await control.Page.WaitForFunctionAsync("() => !window.isLeft && document.readyState === 'complete'");
    }

    public override async Task TypeAsync(ILocator control, string text)
    {
        await ReachAsync(control);
        await control.Page.Keyboard.PressAsync("Control+a");
        await control.Page.Keyboard.PressAsync("Delete");
        await control.Page.Keyboard.InsertTextAsync(text);
    }

    public override async Task ChooseAsync(ILocator list, string entry)
    {
        await ReachAsync(list);
        await list.Page.Keyboard.PressAsync("Home");
        for (var step = 0; step < MostSteps; step++)
        {
            if (await list.EvaluateAsync<string>("e => e.selectedOptions[0]?.label.trim()") == entry) return;
            await list.Page.Keyboard.PressAsync("ArrowDown");
        }
        throw new InvalidOperationException($"No entry '{entry}' in {list} on {list.Page.Url}");
    }

    public override async Task PickAsync(ILocator choice)
    {
        if (await choice.IsCheckedAsync()) return;
        if (await choice.GetAttributeAsync("type") != "radio")
        {
            await ReachAsync(choice);
            await choice.Page.Keyboard.PressAsync("Space");
            return;
        }
        for (var step = 0; step < MostSteps; step++)
        {
            if (await choice.EvaluateAsync<bool>(IsThere))
            {
                if (!await choice.IsCheckedAsync()) await choice.Page.Keyboard.PressAsync("Space");
                return;
            }
            await choice.Page.Keyboard.PressAsync(await choice.EvaluateAsync<bool>(SameGroup) ? "ArrowDown" : "Tab");
        }
        throw new InvalidOperationException($"Not to be picked by keyboard on {choice.Page.Url}: {choice}");
    }
}
