using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>Danger to life: what to do now, above everything else on the page.</summary>
[HtmlTargetElement("ds-emergency-banner")]
public sealed class DsEmergencyBanner : DsComponent
{
    [Needed]
    public string Title { get; set; } = "";

    public int HeadingLevel { get; set; } = 2;

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        var id = IdOf(output, "emergency") + "-title";
        Outer(output, "section", "ds-emergency", Markup.Of(
            $"""<h{HeadingLevel} class="ds-emergency-title" id="{id}">{Icon.Octagon.Draw("緊急")}<span>{Title}</span></h{HeadingLevel}><div class="ds-emergency-body">{body}</div>"""));
        output.Attributes.SetAttribute("aria-labelledby", id);
        output.Attributes.SetAttribute("role", "alert");
    }
}
