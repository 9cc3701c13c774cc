using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>One choice out of a long list (a short list is a <see cref="DsRadioGroup"/>). Options come from <c>items</c> or as child elements.</summary>
[HtmlTargetElement("ds-select")]
public sealed class DsSelect : FormField
{
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The words of the empty first choice; none when null.</summary>
    public string? Placeholder { get; set; }

    public FieldWidth Width { get; set; } = FieldWidth.Medium;

    protected override bool IsPicked => true;

    protected override async Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var children = await output.GetChildContentAsync();
        var options = Items is null ? children : Markup.Join([Options(Items), children]);
        var rest = TakeRest(output);
        Field(output, Markup.Of(
            $"""{LabelMarkup}{Notes}<span class="ds-select ds-input--{Width.ToString().ToLowerInvariant()}"><select class="ds-input" {Wiring()}{rest}>{Markup.When(Placeholder is not null, $"""<option value="">{Placeholder}</option>""")}{options}</select>{Icon.Down.Draw()}</span>"""));
    }

    IHtmlContent Options(IEnumerable<SelectListItem> items)
    {
        var chosen = CurrentValues;
        var parts = new List<IHtmlContent>();
        foreach (var group in items.GroupBy(i => i.Group?.Name))
        {
            var options = Markup.Join(group.Select(i => Markup.Of(
                $"""<option value="{i.Value ?? i.Text}"{Markup.Flag("selected", chosen.Count > 0 ? chosen.Contains(i.Value ?? i.Text) : i.Selected)}{Markup.Flag("disabled", i.Disabled)}>{i.Text}</option>""")));
            parts.Add(group.Key is null ? options : Markup.Of($"""<optgroup label="{group.Key}">{options}</optgroup>"""));
        }
        return Markup.Join(parts);
    }
}
