using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>The weight of an act on its page: one primary at most; danger only where something is lost for good.</summary>
public enum ButtonKind
{
    Primary,
    Secondary,
    Tertiary,
    Danger,
}

/// <summary>
/// An act, named by a verb. With <c>href</c> it is a link. <c>name</c>, <c>value</c>, <c>form</c>, <c>formaction</c>,
/// <c>data-*</c> and <c>aria-*</c> pass through.
/// </summary>
[HtmlTargetElement("ds-button")]
public sealed class DsButton : DsComponent
{
    public ButtonKind Kind { get; set; } = ButtonKind.Secondary;

    /// <summary>submit, button or reset.</summary>
    public string Type { get; set; } = "submit";

    public string? Href { get; set => field = Given(value); }

    public Icon Icon { get; set; }

    /// <summary>For rows of tables and lists: less room to the sides, the same height to hit.</summary>
    public bool Compact { get; set; }

    /// <summary>As wide as the column.</summary>
    public bool Wide { get; set; }

    public bool Disabled { get; set; }

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var label = await output.GetChildContentAsync();
        if (Markup.IsBlank(label) && !output.Attributes.ContainsName("aria-label"))
            throw new InvalidOperationException("<ds-button> needs words inside, or 'aria-label'. See docs/design-system.md.");
        var classes = $"ds-button ds-button--{Kind.ToString().ToLowerInvariant()}{(Compact ? " ds-button--compact" : "")}{(Wide ? " ds-button--wide" : "")}";
        if (Href is not null)
        {
            Outer(output, "a", classes);
            if (Disabled)
            {
                output.Attributes.SetAttribute("role", "link");
                output.Attributes.SetAttribute("aria-disabled", "true");
            }
            else
            {
                output.Attributes.SetAttribute("href", Href);
            }
        }
        else
        {
            Outer(output, "button", classes);
            output.Attributes.SetAttribute("type", Type);
            if (Disabled)
                output.Attributes.SetAttribute(new TagHelperAttribute("disabled", null, HtmlAttributeValueStyle.Minimized));
        }
        output.Content.SetHtmlContent(Markup.Of($"""{Icon.Draw()}<span>{label}</span>"""));
    }
}
