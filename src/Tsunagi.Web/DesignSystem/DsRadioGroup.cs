using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>One choice out of a few, all of them visible.</summary>
[HtmlTargetElement("ds-radio-group")]
public sealed class DsRadioGroup : ChoiceGroup
{
    protected override string InputType => "radio";

    protected override string? Role => "radiogroup";
}

/// <summary>One choice of a <see cref="DsRadioGroup"/>.</summary>
[HtmlTargetElement("ds-radio", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsRadio : DsComponent
{
    [Needed]
    public string Value { get; set; } = "";

    [Needed]
    public string Label { get; set; } = "";

    public string? Support { get; set => field = Given(value); }

    public bool Disabled { get; set; }

    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(ChoiceGroup), out var found) || found is not DsRadioGroup group)
            throw new InvalidOperationException($"The radio button '{Label}' stands outside of a <ds-radio-group>.");
        output.TagName = null;
        output.Content.SetHtmlContent(group.Choice(Value, Label, Support, Disabled, group.Chosen(Value), Markup.Rest(output.Attributes)));
        return Task.CompletedTask;
    }
}
