using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>
/// What every form control shares: label, requirement badge, support text and error text, wired to the control by id.
/// Either <c>for</c> (a model expression) or <c>name</c> says what is posted. What was typed comes back before what was stored.
/// </summary>
public abstract class FormField : DsComponent
{
    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    public string? Id { get; set; }

    public string? Value { get; set; }

    [Needed]
    public string Label { get; set; } = "";

    /// <summary>Where several fields are called alike: what this one belongs to, said with its label in the summary of errors.</summary>
    public string? Of { get; set; }

    /// <summary>A short sentence under the label that helps to answer.</summary>
    public string? Support { get; set => field = Given(value); }

    /// <summary>An error to show when it does not come from model state.</summary>
    public string? Error { get; set => field = Given(value); }

    /// <summary>Shows 必須. The server decides; the browser's own bubble is not used.</summary>
    public bool Required { get; set; }

    /// <summary>Shows 任意.</summary>
    public bool Optional { get; set; }

    public bool Disabled { get; set; }

    protected string FieldName => For is not null
        ? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name)
        : Name ?? throw new InvalidOperationException($"The field '{Label}' needs 'for' or 'name'.");

    protected string FieldId => Id ?? IdFor(FieldName);

    protected string SupportId => FieldId + "-support";

    protected string ErrorId => FieldId + "-error";

    internal static string IdFor(string name) => TagBuilder.CreateSanitizedId(name, "_");

    protected string? ErrorText
    {
        get
        {
            if (!string.IsNullOrEmpty(Error))
                return Error;
            return ViewContext.ViewData.ModelState.TryGetValue(FieldName, out var entry)
                ? entry.Errors.Select(e => Said(e.ErrorMessage)).FirstOrDefault(m => m.Length > 0)
                : null;
        }
    }

    /// <summary>One picks an answer here instead of typing it.</summary>
    protected virtual bool IsPicked => false;

    private string Said(string message) => IsPicked ? message.Replace("入力してください", "選んでください", StringComparison.Ordinal) : message;

    /// <summary>The values to show: as typed, else as written in the page, else the model's.</summary>
    protected IReadOnlyList<string> CurrentValues
    {
        get
        {
            if (ViewContext.ViewData.ModelState.TryGetValue(FieldName, out var entry))
            {
                if (entry.RawValue is string[] typed)
                    return typed;
                if (entry.AttemptedValue is { } attempted)
                    return [attempted];
            }
            return Value is not null ? [Value] : Texts(For?.Model);
        }
    }

    /// <summary>The value comes from the sent form, and is shown as it was typed.</summary>
    protected bool WasTyped => ViewContext.ViewData.ModelState.TryGetValue(FieldName, out var entry) && (entry.RawValue is string[] || entry.AttemptedValue is not null);

    protected string CurrentValue => CurrentValues.Count > 0 ? CurrentValues[0] : "";

    protected IHtmlContent Badge =>
        Required ? Markup.Of($"""<span class="ds-badge ds-badge--required">必須</span>""")
        : Optional ? Markup.Of($"""<span class="ds-badge">任意</span>""")
        : Markup.Nothing;

    protected IHtmlContent LabelMarkup => Markup.Of($"""<label class="ds-label" for="{FieldId}">{Label}{Badge}</label>""");

    protected IHtmlContent Notes => Markup.Of($"{SupportNote}{ErrorNote}");

    protected IHtmlContent SupportNote => Markup.When(Support is not null, $"""<p class="ds-support" id="{SupportId}">{Support}</p>""");

    protected IHtmlContent ErrorNote => Markup.When(ErrorText is not null, $"""<p class="ds-error" id="{ErrorId}">{Icon.Octagon.Draw("エラー")}<span>{ErrorText}</span></p>""");

    protected string DescribedBy(params string?[] more) => string.Join(' ', new[]
    {
        Support is null ? null : SupportId,
        ErrorText is null ? null : ErrorId,
    }.Concat(more).Where(id => id is not null));

    /// <summary>The attributes every single control carries.</summary>
    protected IHtmlContent Wiring(params string?[] describedByToo) => Markup.Of(
        $"""id="{FieldId}" name="{FieldName}"{Markup.Attribute("aria-describedby", DescribedBy(describedByToo))}{Markup.Attribute("aria-invalid", ErrorText is null ? null : "true")}{Markup.Attribute("aria-required", Required ? "true" : null)}{Markup.Flag("disabled", Disabled)}""");

    /// <summary>Takes the attributes meant for the control out of the outer element; <c>class</c> and <c>hidden</c> stay outside.</summary>
    protected static IHtmlContent TakeRest(TagHelperOutput output)
    {
        var rest = output.Attributes.Where(a => a.Name is not ("class" or "hidden")).ToList();
        foreach (var attribute in rest)
            output.Attributes.Remove(attribute);
        return Markup.Rest(rest);
    }

    /// <summary>What the fields of this page with errors are called, by the name that is posted; for the summary above them.</summary>
    internal static Dictionary<string, (string Label, Func<string, string> Said)> Labels(ViewContext view)
    {
        if (view.HttpContext.Items[typeof(FormField)] is Dictionary<string, (string Label, Func<string, string> Said)> known) return known;
        var labels = new Dictionary<string, (string Label, Func<string, string> Said)>();
        view.HttpContext.Items[typeof(FormField)] = labels;
        return labels;
    }

    protected void Field(TagHelperOutput output, IHtmlContent content, string? more = null, string element = "div")
    {
        if (ErrorText is not null) Labels(ViewContext).TryAdd(FieldName, (Of is null ? Label : $"{Of}の{Label}", Said));
        Outer(output, element, $"ds-field{(ErrorText is null ? "" : " ds-field--error")}{(more is null ? "" : " " + more)}", content);
    }

    static string[] Texts(object? model) => model switch
    {
        null => [],
        string text => [text],
        IEnumerable many => [.. many.Cast<object?>().Where(o => o is not null).Select(o => Text(o!))],
        _ => [Text(model)],
    };

    static string Text(object value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
