using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Tsunagi.Web.DesignSystem;

/// <summary>
/// Writes HTML from interpolated strings. Every hole is encoded; only <see cref="IHtmlContent"/> passes as it is.
/// Holes inside attributes must be quoted.
/// </summary>
static class Markup
{
    public static readonly IHtmlContent Nothing = HtmlString.Empty;

    public static IHtmlContent Of(FormattableString markup)
    {
        var arguments = markup.GetArguments();
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] ??= string.Empty;
        return new HtmlFormattableString(CultureInfo.InvariantCulture, markup.Format, arguments!);
    }

    /// <summary>Literal markup of our own; never pass text that came from anywhere else.</summary>
    public static IHtmlContent Literal(string markup) => new HtmlString(markup);

    public static IHtmlContent When(bool condition, FormattableString markup) => condition ? Of(markup) : Nothing;

    /// <summary>A leading space and <c>name="value"</c>, or nothing when the value is null or empty.</summary>
    public static IHtmlContent Attribute(string name, string? value) =>
        string.IsNullOrEmpty(value) ? Nothing : Of($" {Literal(name)}=\"{value}\"");

    /// <summary>A leading space and the bare attribute name, or nothing.</summary>
    public static IHtmlContent Flag(string name, bool on) => on ? Literal(" " + name) : Nothing;

    public static IHtmlContent Join(IEnumerable<IHtmlContent> parts)
    {
        var builder = new HtmlContentBuilder();
        foreach (var part in parts)
            builder.AppendHtml(part);
        return builder;
    }

    /// <summary>The attributes a page wrote that the component does not bind, handed on to the element that takes them.</summary>
    public static IHtmlContent Rest(IEnumerable<TagHelperAttribute> attributes) =>
        Join(attributes.Select(a => Of($" {(IHtmlContent)a}")));

    public static bool IsBlank(IHtmlContent content)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(writer, HtmlEncoder.Default);
        return string.IsNullOrWhiteSpace(writer.ToString());
    }
}
