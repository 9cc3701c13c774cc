using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>What every component shares: needed attributes are checked, then the component writes itself.</summary>
public abstract class DsComponent : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public sealed override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        NeededAttribute.Check(this, context.TagName);
        await RenderAsync(context, output);
    }

    protected abstract Task RenderAsync(TagHelperContext context, TagHelperOutput output);

    /// <summary>An attribute the page left out. Razor hands over an empty text where an expression was null.</summary>
    protected static string? Given(string? written) => string.IsNullOrEmpty(written) ? null : written;

    /// <summary>Makes the component's outer element, keeping the attributes and classes the page wrote on it.</summary>
    protected static void Outer(TagHelperOutput output, string element, string classes, IHtmlContent? content = null)
    {
        output.TagName = element;
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes.TryGetAttribute("class", out var written) ? $"{classes} {written.Value}" : classes;
        output.Attributes.SetAttribute("class", own);
        if (content is not null)
            output.Content.SetHtmlContent(content);
    }

    /// <summary>An id for wiring parts of one component: the one written in the page, or the next one of this page.</summary>
    protected string IdOf(TagHelperOutput output, string prefix)
    {
        if (output.Attributes.TryGetAttribute("id", out var id) && id.Value?.ToString() is { Length: > 0 } written)
            return written;
        var items = ViewContext.HttpContext.Items;
        var next = items.TryGetValue(typeof(DsComponent), out var last) ? (int)last! + 1 : 1;
        items[typeof(DsComponent)] = next;
        return $"{prefix}-{next}";
    }
}
