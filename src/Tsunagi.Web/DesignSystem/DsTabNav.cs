using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>The pages of one record, as links: each has its own address and title.</summary>
[HtmlTargetElement("ds-tab-nav")]
public sealed class DsTabNav : DsComponent
{
    /// <summary>What the tabs belong to, for those who do not see the page.</summary>
    [Needed]
    public string Label { get; set; } = "";

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tabs = await output.GetChildContentAsync();
        Outer(output, "nav", "ds-tabs", Markup.Of($"<ul>{tabs}</ul>"));
        output.Attributes.SetAttribute("aria-label", Label);
    }
}

/// <summary>One page of a <see cref="DsTabNav"/>.</summary>
[HtmlTargetElement("ds-tab", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsTab : DsComponent
{
    [Needed]
    public string Label { get; set; } = "";

    [Needed]
    public string Href { get; set; } = "";

    public bool Current { get; set; }

    /// <summary>How many things wait there; nothing is shown for none.</summary>
    public int? Count { get; set; }

    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        Outer(output, "li", "ds-tab", Markup.Of(
            $"""<a href="{Href}"{Markup.Attribute("aria-current", Current ? "page" : null)}>{Label}{Markup.When(Count > 0, $"""<span class="ds-count">{Count}<span class="ds-unseen">件</span></span>""")}</a>"""));
        return Task.CompletedTask;
    }
}
