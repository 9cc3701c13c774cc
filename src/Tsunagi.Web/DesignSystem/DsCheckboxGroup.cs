using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>Any number of choices out of a few.</summary>
[HtmlTargetElement("ds-checkbox-group")]
public sealed class DsCheckboxGroup : ChoiceGroup
{
    protected override string InputType => "checkbox";
}

/// <summary>One tick: inside a <see cref="DsCheckboxGroup"/> one of its choices (give <c>value</c>), on its own a yes or no (posts <c>true</c>).</summary>
[HtmlTargetElement("ds-checkbox", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsCheckbox : FormField
{
    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (context.Items.TryGetValue(typeof(ChoiceGroup), out var found) && found is DsCheckboxGroup group)
        {
            var value = Value ?? throw new InvalidOperationException($"The checkbox '{Label}' inside a group needs 'value'.");
            output.TagName = null;
            output.Content.SetHtmlContent(group.Choice(value, Label, Support, Disabled, group.Chosen(value), Markup.Rest(output.Attributes)));
            return Task.CompletedTask;
        }
        // A browser posts nothing for an empty box; the hidden value lets a bound "no" come back as no.
        var no = Markup.When(For is not null && Value is null && !Disabled, $"""<input type="hidden" name="{FieldName}" value="false">""");
        var posted = Value ?? "true";
        Value = null;
        var ticked = CurrentValues.Contains(posted, StringComparer.OrdinalIgnoreCase);
        var rest = TakeRest(output);
        Field(output, Markup.Of(
            $"""{ErrorNote}<div class="ds-choice"><input type="checkbox" class="ds-choice-input" {Wiring()} value="{posted}"{Markup.Flag("checked", ticked)}{rest}><label class="ds-choice-label" for="{FieldId}">{Label}{Badge}</label>{SupportNote}{no}</div>"""));
        return Task.CompletedTask;
    }
}
