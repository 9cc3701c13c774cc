using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>Back and forth through a long list that is read by key: there are no page numbers to be wrong. Nothing when there is one page.</summary>
[HtmlTargetElement("ds-pagination", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsPagination : DsComponent
{
    public string? PreviousHref { get; set; }

    public string? NextHref { get; set; }

    /// <summary>What is shown, such as 51–100件目.</summary>
    public string? Summary { get; set; }

    public string Label { get; set; } = "ページ送り";

    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(PreviousHref) && string.IsNullOrEmpty(NextHref))
        {
            output.SuppressOutput();
            return Task.CompletedTask;
        }
        Outer(output, "nav", "ds-pagination", Markup.Of(
            $"""{Side(PreviousHref, "prev", Markup.Of($"{Icon.Previous.Draw()}<span>前へ</span>"))}<span class="ds-pagination-summary">{Summary}</span>{Side(NextHref, "next", Markup.Of($"<span>次へ</span>{Icon.Next.Draw()}"))}"""));
        output.Attributes.SetAttribute("aria-label", Label);
        return Task.CompletedTask;
    }

    static IHtmlContent Side(string? href, string rel, IHtmlContent content) => string.IsNullOrEmpty(href)
        ? Markup.Of($"""<span class="ds-pagination-none"></span>""")
        : Markup.Of($"""<a class="ds-button ds-button--secondary" rel="{rel}" href="{href}">{content}</a>""");
}
