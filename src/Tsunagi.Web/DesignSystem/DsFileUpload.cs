using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>Files to send. Say in <c>support</c> which kinds and how large.</summary>
[HtmlTargetElement("ds-file-upload", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsFileUpload : FormField
{
    /// <summary>The kinds accepted, such as <c>.pdf,.jpg</c>.</summary>
    public string? Accept { get; set; }

    public bool Multiple { get; set; }

    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rest = TakeRest(output);
        Field(output, Markup.Of(
            $"""{LabelMarkup}{Notes}<input type="file" class="ds-file" {Wiring()}{Markup.Attribute("accept", Accept)}{Markup.Flag("multiple", Multiple)}{rest}>"""));
        return Task.CompletedTask;
    }
}
