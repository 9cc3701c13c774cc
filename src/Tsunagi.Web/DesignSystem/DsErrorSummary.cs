using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>
/// All errors of the page at its top, each a link to its field; nothing when there are none. Reads model state,
/// or <c>items</c> (field id or empty, message).
/// </summary>
[HtmlTargetElement("ds-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DsErrorSummary : DsComponent
{
    public string Title { get; set; } = "入力を確かめてください";

    public IEnumerable<(string FieldId, string Message)>? Items { get; set; }

    /// <summary>Brings the reader here when the page opens.</summary>
    public bool Focus { get; set; } = true;

    protected override Task RenderAsync(TagHelperContext context, TagHelperOutput output)
    {
        var errors = (Items ?? FromModelState()).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return Task.CompletedTask;
        }
        var id = IdOf(output, "errors") + "-title";
        var rows = Markup.Join(errors.Select(e => e.FieldId.Length == 0
            ? Markup.Of($"<li>{e.Message}</li>")
            : Markup.Late(() => Markup.Of($"""<li><a href="#{e.FieldId}">{Called(e)}</a></li>"""))));
        Outer(output, "div", "ds-banner ds-banner--danger ds-error-summary", Markup.Of(
            $"""<h2 class="ds-banner-title" id="{id}">{Icon.Octagon.Draw("エラー")}<span>{Title}（{errors.Count}件）</span></h2><ul class="ds-banner-body">{rows}</ul>"""));
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("aria-labelledby", id);
        output.Attributes.SetAttribute("tabindex", "-1");
        if (Focus)
            output.Attributes.SetAttribute("data-error-summary", "");
        return Task.CompletedTask;
    }

    // The fields come after the summary; they have said what they are called by the time the page is sent.
    string Called((string FieldId, string Message) error) =>
        FormField.Labels(ViewContext).FirstOrDefault(l => FormField.IdFor(l.Key) == error.FieldId).Value is { Label: { } label, Said: { } said }
            ? error.Message.Contains(label, StringComparison.Ordinal) ? said(error.Message) : $"{label}：{said(error.Message)}"
            : error.Message;

    IEnumerable<(string FieldId, string Message)> FromModelState() =>
        from field in ViewContext.ViewData.ModelState.OrderBy(f => Position(f.Key), StringComparer.Ordinal)
        from error in field.Value!.Errors
        where error.ErrorMessage.Length > 0
        select (field.Key.Length == 0 ? "" : FormField.IdFor(field.Key), error.ErrorMessage);

    /// <summary>Model state knows no order; the model's does: errors stand as their properties are declared, rows by their number.</summary>
    string Position(string key)
    {
        var metadata = ViewContext.ViewData.ModelMetadata;
        var position = new StringBuilder();
        foreach (var step in key.Split('.', '['))
        {
            var number = -1;
            if (step.EndsWith(']') && int.TryParse(step.AsSpan(..^1), CultureInfo.InvariantCulture, out var row))
            {
                number = row;
                metadata = metadata?.ElementMetadata;
            }
            else if (metadata is not null)
            {
                var properties = metadata.Properties.ToList();
                number = properties.FindIndex(p => p.PropertyName == step);
                metadata = number < 0 ? null : properties[number];
            }
            position.Append(CultureInfo.InvariantCulture, $"{(number < 0 ? 99999 : number):00000}.");
        }
        return position.ToString();
    }
}
