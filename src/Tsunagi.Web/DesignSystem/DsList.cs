using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>A list of plain <c>li</c> elements.</summary>
[HtmlTargetElement("ds-list")]
public sealed class DsList : DsComponent
{
    public bool Numbered { get; set; }

    /// <summary>No marks, more room between.</summary>
    public bool Bare { get; set; }

    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        Outer(output, Numbered ? "ol" : "ul", Bare ? "ds-list ds-list--bare" : "ds-list");
        if (Bare)
            output.Attributes.SetAttribute("role", "list");
        return Task.CompletedTask;
    }
}
