using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>Fields that belong together under one name, such as 相談者.</summary>
[HtmlTargetElement("ds-fieldset")]
public sealed class DsFieldset : DsComponent
{
    [Needed]
    public string Label { get; set; } = "";

    public string? Support { get; set => field = Given(value); }

    /// <summary>Sets the fields side by side where there is room.</summary>
    public bool Inline { get; set; }

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var id = IdOf(output, "group") + "-support";
        var children = await output.GetChildContentAsync();
        if (Support is not null)
            output.Attributes.SetAttribute("aria-describedby", id);
        Outer(output, "fieldset", "ds-fieldset", Markup.Of(
            $"""<legend class="ds-fieldset-legend">{Label}</legend>{Markup.When(Support is not null, $"""<p class="ds-support" id="{id}">{Support}</p>""")}<div class="{(Inline ? "ds-row" : "ds-stack")}">{children}</div>"""));
    }
}
