using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>A named group of radio buttons or checkboxes: a fieldset whose legend is the label.</summary>
public abstract class ChoiceGroup : FormField
{
    int drawn;

    /// <summary>Choices as data, drawn before any child elements.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Side by side instead of one under the other.</summary>
    public bool Inline { get; set; }

    protected override bool IsPicked => true;

    protected abstract string InputType { get; }

    protected virtual string? Role => null;

    internal bool Chosen(string value) => CurrentValues.Contains(value, StringComparer.OrdinalIgnoreCase);

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(ChoiceGroup)] = this;
        var listed = Markup.Join((Items ?? []).Select(i => Choice(i.Value ?? i.Text, i.Text, null, i.Disabled,
            CurrentValues.Count > 0 ? Chosen(i.Value ?? i.Text) : i.Selected, Markup.Nothing)).ToList());
        var children = await output.GetChildContentAsync();
        var rest = TakeRest(output);
        Field(output, Markup.Of(
            $"""<legend class="ds-label">{Label}{Badge}</legend>{Notes}<div class="ds-choices{(Inline ? " ds-choices--inline" : "")}"{rest}>{listed}{children}</div>"""),
            element: "fieldset");
        output.Attributes.SetAttribute("id", FieldId + "-group");
        if (Role is not null)
            output.Attributes.SetAttribute("role", Role);
        if (DescribedBy() is { Length: > 0 } described)
            output.Attributes.SetAttribute("aria-describedby", described);
        if (Role is not null && Required)
            output.Attributes.SetAttribute("aria-required", "true");
        if (Role is not null && ErrorText is not null)
            output.Attributes.SetAttribute("aria-invalid", "true");
    }

    /// <summary>One choice. The first carries the field's own id, so that the error summary's link lands on it.</summary>
    internal IHtmlContent Choice(string value, string label, string? support, bool disabled, bool chosen, IHtmlContent rest)
    {
        var id = drawn == 0 ? FieldId : $"{FieldId}-{drawn + 1}";
        drawn++;
        return Markup.Of(
            $"""<div class="ds-choice"><input type="{InputType}" class="ds-choice-input" id="{id}" name="{FieldName}" value="{value}"{Markup.Flag("checked", chosen)}{Markup.Flag("disabled", disabled || Disabled)}{Markup.Attribute("aria-describedby", support is null ? null : id + "-note")}{rest}><label class="ds-choice-label" for="{id}">{label}</label>{Markup.When(support is not null, $"""<p class="ds-support" id="{id}-note">{support}</p>""")}</div>""");
    }
}
