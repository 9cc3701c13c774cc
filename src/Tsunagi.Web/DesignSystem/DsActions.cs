using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>The row of buttons that ends a form. <c>sticky</c> keeps it at the thumb on a phone.</summary>
[HtmlTargetElement("ds-actions")]
public sealed class DsActions : DsComponent
{
    public bool Sticky { get; set; }

    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        Outer(output, "div", Sticky ? "ds-actions ds-actions--sticky" : "ds-actions");
        return Task.CompletedTask;
    }
}
