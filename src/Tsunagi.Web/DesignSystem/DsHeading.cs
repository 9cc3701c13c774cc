using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>A heading. The layout writes the page's level 1; pages begin at 2.</summary>
[HtmlTargetElement("ds-heading")]
public sealed class DsHeading : DsComponent
{
    [Needed]
    public int? Level { get; set; }

    /// <summary>How many rows follow. It must equal what is shown below.</summary>
    public int? Count { get; set; }

    /// <summary>What is counted: 人 for people.</summary>
    public string Unit { get; set; } = "件";

    /// <summary>A small line above the words.</summary>
    public string? Shoulder { get; set => field = Given(value); }

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Level is < 1 or > 4)
            throw new InvalidOperationException($"<ds-heading> knows the levels 1 to 4, not {Level}.");
        var words = await output.GetChildContentAsync();
        Outer(output, $"h{Level}", "ds-heading", Markup.Of(
            $"""{Markup.When(Shoulder is not null, $"""<span class="ds-heading-shoulder">{Shoulder}</span>""")}{words}{Markup.When(Count is not null, $"""<span class="ds-heading-count">{Count}{Unit}</span>""")}"""));
    }
}
