using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>
/// One box to search with. What is searched for may be somebody's name, so it is posted and never becomes part of an address.
/// Further fields of the search may be written inside.
/// </summary>
[HtmlTargetElement("ds-search-box")]
public sealed class DsSearchBox(IHtmlGenerator generator) : DsComponent
{
    [Needed]
    public string Action { get; set; } = "";

    [Needed]
    public string Label { get; set; } = "";

    public string Name { get; set; } = "q";

    public string? Value { get; set; }

    /// <summary>The most characters that can be typed.</summary>
    public int MaxLength { get; set; } = 100;

    public string? Support { get; set => field = Given(value); }

    /// <summary>The label is only read aloud: for the top bar.</summary>
    public bool LabelUnseen { get; set; }

    /// <summary>The key that brings the cursor here.</summary>
    public string? Shortcut { get; set; }

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        var id = IdOf(output, "search") + "-box";
        Outer(output, "form", "ds-search", Markup.Of(
            $"""<label class="{(LabelUnseen ? "ds-unseen" : "ds-label")}" for="{id}">{Label}</label>{Markup.When(Support is not null, $"""<p class="ds-support" id="{id}-support">{Support}</p>""")}<div class="ds-search-row"><span class="ds-search-field">{Icon.Search.Draw()}<input type="search" class="ds-input" id="{id}" name="{Name}"{Markup.Attribute("value", Value)}{Markup.Attribute("aria-describedby", Support is null ? null : id + "-support")}{Markup.Attribute("data-shortcut", Shortcut)} maxlength="{MaxLength}" autocomplete="off"></span><button class="ds-button ds-button--secondary" type="submit"><span>さがす</span></button></div>{more}"""));
        output.Attributes.SetAttribute("role", "search");
        output.Attributes.SetAttribute("aria-label", Label);
        output.PostContent.AppendHtml(generator.GenerateAntiforgery(ViewContext));
        output.Attributes.SetAttribute("method", "post");
        output.Attributes.SetAttribute("action", Action);
    }
}
