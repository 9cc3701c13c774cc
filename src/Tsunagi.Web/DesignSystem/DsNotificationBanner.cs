using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>What the page has to tell: that something was done, or must be known before going on.</summary>
[HtmlTargetElement("ds-notification-banner")]
public sealed class DsNotificationBanner : DsComponent
{
    public Tone Tone { get; set; } = Tone.Info;

    [Needed]
    public string Title { get; set; } = "";

    public int HeadingLevel { get; set; } = 2;

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        var id = IdOf(output, "notice") + "-title";
        Outer(output, "section", $"ds-banner ds-banner--{Tone.Class()}", Markup.Of(
            $"""<h{HeadingLevel} class="ds-banner-title" id="{id}">{(Tone == Tone.Neutral ? Icon.Info : Tone.Icon()).Draw(Tone.Word())}<span>{Title}</span></h{HeadingLevel}>{Markup.When(!Markup.IsBlank(body), $"""<div class="ds-banner-body">{body}</div>""")}"""));
        output.Attributes.SetAttribute("aria-labelledby", id);
        if (Tone == Tone.Danger)
            output.Attributes.SetAttribute("role", "alert");
    }
}
