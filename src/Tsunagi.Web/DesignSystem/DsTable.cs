using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>
/// Rows and columns, in a frame that scrolls sideways by itself. Inside: plain <c>thead</c> and <c>tbody</c>;
/// figures carry <c>class="ds-num"</c>, dates <c>class="ds-when"</c>.
/// </summary>
[HtmlTargetElement("ds-table")]
public sealed class DsTable : DsComponent
{
    [Needed]
    public string Caption { get; set; } = "";

    /// <summary>When a heading right above already says it, the caption is only read aloud.</summary>
    public bool CaptionUnseen { get; set; }

    public bool Dense { get; set; }

    /// <summary>On a phone each row becomes a block; every cell then needs <c>data-label</c>.</summary>
    public bool Stack { get; set; }

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        var id = IdOf(output, "table") + "-caption";
        Outer(output, "div", $"ds-table{(Dense ? " ds-table--dense" : "")}{(Stack ? " ds-table--stack" : "")}", Markup.Of(
            $"""<table><caption id="{id}" class="{(CaptionUnseen ? "ds-unseen" : "ds-table-caption")}">{Caption}</caption>{rows}</table>"""));
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-labelledby", id);
        output.Attributes.SetAttribute("tabindex", "0");
    }
}

/// <summary>How the rows are sorted by a column.</summary>
public enum Sorted
{
    No,
    Ascending,
    Descending,
}

/// <summary>The head of a column; with <c>href</c> a link that sorts by it.</summary>
[HtmlTargetElement("ds-th", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsTh : DsComponent
{
    [Needed]
    public string Label { get; set; } = "";

    public string? Href { get; set => field = Given(value); }

    public Sorted Sorted { get; set; }

    public bool Numeric { get; set; }

    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        Outer(output, "th", Numeric ? "ds-num" : "", Href is null ? Markup.Of($"{Label}") : Link());
        output.Attributes.SetAttribute("scope", "col");
        if (Sorted != Sorted.No)
            output.Attributes.SetAttribute("aria-sort", Sorted == Sorted.Ascending ? "ascending" : "descending");
        return Task.CompletedTask;
    }

    IHtmlContent Link()
    {
        var (mark, words) = Sorted switch
        {
            Sorted.No => ("↕", "並べ替える"),
            Sorted.Ascending => ("↑", "昇順。降順にする"),
            Sorted.Descending => ("↓", "降順。昇順にする"),
        };
        return Markup.Of($"""<a class="ds-sort" href="{Href}">{Label}<span class="ds-sort-mark" aria-hidden="true">{mark}</span><span class="ds-unseen">（{words}）</span></a>""");
    }
}
