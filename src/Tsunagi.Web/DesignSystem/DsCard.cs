using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>One thing with a title and what belongs to it. With <c>href</c> its title is a link.</summary>
[HtmlTargetElement("ds-card")]
public sealed class DsCard : DsComponent
{
    [Needed]
    public string Title { get; set; } = "";

    public string? Href { get; set => field = Given(value); }

    public int HeadingLevel { get; set; } = 3;

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        var title = Href is null ? Markup.Of($"{Title}") : Markup.Of($"""<a href="{Href}">{Title}</a>""");
        Outer(output, "article", "ds-card", Markup.Of(
            $"""<h{HeadingLevel} class="ds-card-title">{title}</h{HeadingLevel}>{Markup.When(!Markup.IsBlank(body), $"""<div class="ds-card-body">{body}</div>""")}"""));
    }
}
