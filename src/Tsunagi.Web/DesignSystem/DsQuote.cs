using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>The person's own words, as they were said. <c>large</c> on top of a plan.</summary>
[HtmlTargetElement("ds-quote")]
public sealed class DsQuote : DsComponent
{
    /// <summary>Whose words and when, such as 本人（令和8年11月21日）.</summary>
    [Needed]
    public string By { get; set; } = "";

    public bool Large { get; set; }

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        Outer(output, "figure", Large ? "ds-quote ds-quote--large" : "ds-quote", Markup.Of(
            $"""<blockquote class="ds-words">{words}</blockquote><figcaption>{By}</figcaption>"""));
    }
}
