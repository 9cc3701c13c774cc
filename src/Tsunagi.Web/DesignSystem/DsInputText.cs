using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>How wide a field is: as wide as the answer, so that its length can be guessed.</summary>
public enum FieldWidth
{
    Full,
    Long,
    Medium,
    Short,
    Tiny,
}

/// <summary>One line of text. <c>autocomplete</c>, <c>maxlength</c>, <c>data-*</c> and the like pass to the input.</summary>
[HtmlTargetElement("ds-input-text", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsInputText : FormField
{
    /// <summary>text, tel, email, url, search or password.</summary>
    public string Type { get; set; } = "text";

    public FieldWidth Width { get; set; }

    /// <summary>Digits are expected: a phone shows its number keys, figures align right.</summary>
    public bool Numeric { get; set; }

    /// <summary>The unit after the field, such as 人 or 円.</summary>
    public string? Unit { get; set => field = Given(value); }

    public bool Readonly { get; set; }

    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = Type == "password" ? null : CurrentValue;
        var unitId = Unit is null ? null : FieldId + "-unit";
        var classes = $"ds-input ds-input--{Width.ToString().ToLowerInvariant()}{(Numeric ? " ds-input--numeric" : "")}";
        var rest = TakeRest(output);
        var input = Markup.Of($"""<input type="{Type}" class="{classes}" {Wiring(unitId)}{Markup.Attribute("value", value)}{Markup.Attribute("inputmode", Numeric ? "numeric" : null)}{Markup.Flag("readonly", Readonly)}{rest}>""");
        Field(output, Markup.Of($"""{LabelMarkup}{Notes}{(Unit is null ? input : Markup.Of($"""<span class="ds-with-unit">{input}<span id="{unitId}">{Unit}</span></span>"""))}"""));
        return Task.CompletedTask;
    }
}
