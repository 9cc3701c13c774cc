using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>Names and what they stand for: the facts of a record.</summary>
[HtmlTargetElement("ds-description-list")]
public sealed class DsDescriptionList : DsComponent
{
    /// <summary>Several columns where there is room.</summary>
    public bool Columns { get; set; }

    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        Outer(output, "dl", Columns ? "ds-dl ds-dl--columns" : "ds-dl");
        return Task.CompletedTask;
    }
}

/// <summary>One line of a <see cref="DsDescriptionList"/>. An empty one says 未記入, so that nothing looks forgotten by the page.</summary>
[HtmlTargetElement("ds-description")]
public sealed class DsDescription : DsComponent
{
    [Needed]
    public string Term { get; set; } = "";

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        Outer(output, "div", "ds-dl-row", Markup.Of(
            $"""<dt>{Term}</dt><dd>{(Markup.IsBlank(content) ? Markup.Of($"""<span class="ds-quiet">未記入</span>""") : content)}</dd>"""));
    }
}
