using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>The coloured frame around everything that belongs to a 支援会議, with the words that bind its readers.</summary>
[HtmlTargetElement("ds-sealed-frame")]
public sealed class DsSealedFrame : DsComponent
{
    public const string ConferenceWords =
        "支援会議の情報です。会議外へ伝えないでください（法106条の6第5項）。外へ出せるのは承認済みの依頼票などに限ります。";

    /// <summary>Other words, for another closed zone.</summary>
    public string Words { get; set; } = ConferenceWords;

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        var id = IdOf(output, "sealed") + "-words";
        Outer(output, "section", "ds-sealed", Markup.Of(
            $"""<p class="ds-sealed-words" id="{id}">{Icon.Lock.Draw()}<span>{Words}</span></p><div class="ds-sealed-body">{body}</div>"""));
        output.Attributes.SetAttribute("aria-labelledby", id);
    }
}
