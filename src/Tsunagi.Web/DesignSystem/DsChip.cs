using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>A state: a word and a shape, in a colour that says the same.</summary>
[HtmlTargetElement("ds-chip", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsChip : DsComponent
{
    [Needed]
    public string Label { get; set; } = "";

    public Tone Tone { get; set; }

    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        Outer(output, "span", $"ds-chip ds-chip--{Tone.Class()}", Markup.Of($"{Tone.Icon().Draw()}<span>{Label}</span>"));
        return Task.CompletedTask;
    }
}
