using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>A printed form: its title on top; who printed it, when and on which basis at the foot.</summary>
[HtmlTargetElement("ds-print-frame")]
public sealed class DsPrintFrame : DsComponent
{
    [Needed]
    public string Title { get; set; } = "";

    [Needed]
    public string Who { get; set; } = "";

    [Needed]
    public string When { get; set; } = "";

    [Needed]
    public string Basis { get; set; } = "";

    /// <summary>The form's own number, such as 様式3.</summary>
    public string? FormNumber { get; set; }

    /// <summary>The record's number, such as 令和8-00123.</summary>
    public string? RecordNumber { get; set; }

    /// <summary>1 when the form is the page itself.</summary>
    public int HeadingLevel { get; set; } = 2;

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        Outer(output, "article", "ds-print", Markup.Of(
            $"""
            <header class="ds-print-head"><p class="ds-print-numbers"><span>{FormNumber}</span><span>{RecordNumber}</span></p><h{HeadingLevel} class="ds-print-title">{Title}</h{HeadingLevel}></header>
            <div class="ds-print-body">{body}</div>
            <footer class="ds-print-foot"><span>出力者：{Who}</span><span>出力日時：{When}</span><span>根拠：{Basis}</span></footer>
            """));
    }
}
