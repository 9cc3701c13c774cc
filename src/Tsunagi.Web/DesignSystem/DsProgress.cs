using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>How far long work has come; without <c>value</c> only that it goes on.</summary>
[HtmlTargetElement("ds-progress", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsProgress : DsComponent
{
    [Needed]
    public string Label { get; set; } = "";

    public int? Value { get; set; }

    public int Max { get; set; } = 100;

    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var id = IdOf(output, "progress") + "-bar";
        var told = Value is null ? "進行中" : Max == 100 ? $"{Value}%" : $"{Value} / {Max}";
        Outer(output, "div", "ds-progress", Markup.Of(
            $"""<label for="{id}">{Label}</label><progress id="{id}" max="{Max}"{Markup.Attribute("value", Value?.ToString(System.Globalization.CultureInfo.InvariantCulture))}>{told}</progress><span class="ds-progress-told" aria-hidden="true">{told}</span>"""));
        return Task.CompletedTask;
    }
}
