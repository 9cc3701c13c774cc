using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>A line between parts.</summary>
[HtmlTargetElement("ds-divider", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DsDivider : DsComponent
{
    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        Outer(output, "hr", "ds-divider");
        output.TagMode = TagMode.SelfClosing;
        return Task.CompletedTask;
    }
}
