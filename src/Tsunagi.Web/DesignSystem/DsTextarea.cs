using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>Several lines of text. With <c>max</c> the room left is told; nothing typed is ever cut off.</summary>
[HtmlTargetElement("ds-textarea", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsTextarea : FormField
{
    public int Rows { get; set; } = 4;

    /// <summary>The number of characters the server accepts.</summary>
    public int? Max { get; set; }

    public bool Readonly { get; set; }

    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var counterId = Max is null ? null : FieldId + "-counter";
        var rest = TakeRest(output);
        Field(output, Markup.Of(
            $"""
            {LabelMarkup}{Notes}<textarea class="ds-input ds-textarea" rows="{Rows}" {Wiring(counterId)}{Markup.Flag("readonly", Readonly)}{rest}>
            {CurrentValue}</textarea>{Markup.When(Max is not null, $"""<p class="ds-support ds-counter" id="{counterId}" data-counter-for="{FieldId}" data-counter-max="{Max}">{Max}文字まで</p>""")}
            """));
        return Task.CompletedTask;
    }
}
