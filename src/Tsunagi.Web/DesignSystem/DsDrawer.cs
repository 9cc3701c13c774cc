using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>A panel opened from a button in the top bar: the menu on a phone. It is a <c>details</c> element and needs no script.</summary>
[HtmlTargetElement("ds-drawer")]
public sealed class DsDrawer : DsComponent
{
    [Needed]
    public string Label { get; set; } = "";

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        Outer(output, "details", "ds-drawer", Markup.Of(
            $"""<summary class="ds-drawer-button">{Icon.Menu.Draw()}<span>{Label}</span></summary><div class="ds-drawer-panel">{body}</div>"""));
        output.Attributes.SetAttribute("data-drawer", "");
    }
}
