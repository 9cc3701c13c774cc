using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>The way from 今日 to this page. The layout draws it; pages give the crumbs.</summary>
[HtmlTargetElement("ds-breadcrumb", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsBreadcrumb : DsComponent
{
    [Needed]
    public IReadOnlyList<Crumb> Items { get; set; } = null!;

    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Items.Count == 0)
        {
            output.SuppressOutput();
            return Task.CompletedTask;
        }
        var steps = Markup.Join(Items.Select((crumb, i) => i == Items.Count - 1 || crumb.Href is null
            ? Markup.Of($"""<li><span{Markup.Attribute("aria-current", i == Items.Count - 1 ? "page" : null)}>{crumb.Label}</span></li>""")
            : Markup.Of($"""<li><a href="{crumb.Href}">{crumb.Label}</a></li>""")));
        Outer(output, "nav", "ds-breadcrumb", Markup.Of($"<ol>{steps}</ol>"));
        output.Attributes.SetAttribute("aria-label", "現在地");
        return Task.CompletedTask;
    }
}
