using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tsunagi.Domain.People;

namespace Tsunagi.Web.DesignSystem;

/// <summary>
/// A date as people write it. One text field: 和暦 or ISO is typed as it is heard, and the server reads it.
/// No picker: on the telephone typing is faster, and birthdays lie far from today.
/// </summary>
[HtmlTargetElement("ds-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsDate : FormField
{
    static readonly string[] Examples = ["令和8年11月21日", "R8.11.21", "2026-11-21"], ExamplesWithTime = ["令和8年11月21日 午後2時半", "R8.11.21 14:30"];

    /// <summary>Takes the time of day besides.</summary>
    public bool WithTime { get; set; }

    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var hintId = FieldId + "-hint";
        var rest = TakeRest(output);
        Field(output, Markup.Of(
            $"""{LabelMarkup}<p class="ds-support" id="{hintId}">例：{Example}</p>{Notes}<input type="text" class="ds-input ds-input--medium" {Wiring(hintId)}{Markup.Attribute("value", Shown)} autocomplete="off"{rest}>"""));
        return Task.CompletedTask;
    }

    // A date does not break in two.
    IHtmlContent Example => Markup.Join((WithTime ? ExamplesWithTime : Examples).Select((one, at) => Markup.Of($"""{(at > 0 ? "、" : "")}<span class="ds-when">{one}</span>""")));

    // What is stored reads as on paper.
    string Shown => !WasTyped && DateOnly.TryParseExact(CurrentValue, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? JapaneseDate.Format(day) : CurrentValue;
}
