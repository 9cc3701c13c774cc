using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>Something that can wait until it is asked for.</summary>
[HtmlTargetElement("ds-disclosure")]
public sealed class DsDisclosure : DsComponent
{
    [Needed]
    public string Summary { get; set; } = "";

    public bool Open { get; set; }

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        Outer(output, "details", "ds-disclosure", Markup.Of(
            $"""<summary>{Icon.Next.Draw()}<span>{Summary}</span></summary><div class="ds-disclosure-body">{body}</div>"""));
        if (Open)
            output.Attributes.SetAttribute(new TagHelperAttribute("open", null, HtmlAttributeValueStyle.Minimized));
    }
}

/// <summary>Several parts of one subject, each folded; any number may be open.</summary>
[HtmlTargetElement("ds-accordion")]
public sealed class DsAccordion : DsComponent
{
    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        Outer(output, "div", "ds-accordion");
        return Task.CompletedTask;
    }
}

/// <summary>One part of a <see cref="DsAccordion"/>.</summary>
[HtmlTargetElement("ds-accordion-item")]
public sealed class DsAccordionItem : DsComponent
{
    [Needed]
    public string Title { get; set; } = "";

    public bool Open { get; set; }

    public int HeadingLevel { get; set; } = 3;

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        Outer(output, "details", "ds-accordion-item", Markup.Of(
            $"""<summary><h{HeadingLevel}>{Title}</h{HeadingLevel}>{Icon.Down.Draw()}</summary><div class="ds-disclosure-body">{body}</div>"""));
        if (Open)
            output.Attributes.SetAttribute(new TagHelperAttribute("open", null, HtmlAttributeValueStyle.Minimized));
    }
}
