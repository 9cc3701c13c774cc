using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>One calm sentence where there is nothing to list.</summary>
[HtmlTargetElement("ds-empty")]
public sealed class DsEmpty : DsComponent
{
    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        Outer(output, "p", "ds-empty");
        return Task.CompletedTask;
    }
}
